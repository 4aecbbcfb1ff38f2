"""One page of every kind, opened as a reader opens it: on a telephone and on a desk, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import KINDS, LANGS, TWINNED, all_addresses, kinds_of, of_kind, twin
from tests.browser.watching import SAYS_404, Watch, heading, language, sideways
from tests.conftest import ROOT

from netral.render import configured_url

TELEPHONE, DESK = 360, 1280


def quiet(page: Page, watch: Watch) -> list[str]:
    """What the page was heard to do wrong, once it has come to rest."""
    page.wait_for_load_state("networkidle")
    return watch.complaints


def without_one_kind(site: Path, pages: list[str]) -> dict[str, list[str]]:
    """The pages that are of no kind, or of several."""
    return {page: kinds for page in pages if len(kinds := kinds_of(site, page)) != 1}


def test_every_built_page_is_of_one_known_kind(real: Served) -> None:
    assert without_one_kind(real.folder, all_addresses(real.folder)) == {}


def test_a_page_of_no_kind_is_told(real: Served) -> None:
    assert without_one_kind(real.folder, ["", "puisi/", "en/puisi/satu/"]) == {"puisi/": [], "en/puisi/satu/": []}


def test_every_kind_has_a_page_in_both_languages(real: Served) -> None:
    pages = set(all_addresses(real.folder))
    assert [kind for kind in KINDS if not of_kind(real.folder, kind)] == []
    alone = [page for page in pages if not page.startswith("en/") and page != "404.html" and f"en/{page}" not in pages]
    assert alone == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", TWINNED)
def test_page_is_whole_quiet_and_one_click_from_its_twin(kind: str, real: Served, opened: Opener) -> None:
    address = of_kind(real.folder, kind)[0]
    own, english = (real.url + twin(lang, address) for lang in LANGS)
    page, watch = opened(real.url, DESK)
    page.goto(own)
    look_at(page, kind, "id", DESK)
    look_at(page, kind, "id", TELEPHONE)
    page.locator("a.language-switch").click()
    page.wait_for_url(english)
    look_at(page, kind, "en", TELEPHONE)
    look_at(page, kind, "en", DESK)
    assert quiet(page, watch) == []
    page.locator("a.language-switch").click()
    page.wait_for_url(own, wait_until="commit")


def look_at(page: Page, kind: str, lang: str, width: int) -> None:
    """A page says its language and has one heading, its main answer, and no more width than the window."""
    page.set_viewport_size({"width": width, "height": 800})
    assert language(page) == lang
    assert heading(page)
    assert page.locator(KINDS[kind][1]).first.inner_text().strip()
    assert sideways(page) <= 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_page_that_is_not_there_leads_home_in_both_languages(width: int, real: Served, opened: Opener) -> None:
    page, watch = opened(real.url, width)
    answer = page.goto(f"{real.url}en/tidak/ada/")
    assert answer is not None
    assert answer.status == 404
    assert language(page) == "id"
    assert heading(page)
    assert sideways(page) <= 0
    own = configured_url(ROOT)
    homes = page.locator("article section[lang] a")
    assert [home.get_attribute("href") for home in homes.all()] == [own, f"{own}en/"]
    assert page.locator("article section").evaluate_all("parts => parts.map(part => part.lang)") == list(LANGS)
    complaints = quiet(page, watch)
    assert len(complaints) == 2
    assert complaints[0] == f"status 404: {real.url}en/tidak/ada/"
    assert complaints[1].startswith(f"console error: {SAYS_404}")


@pytest.mark.browser
def test_the_not_found_page_itself_is_quiet(real: Served, opened: Opener) -> None:
    page, watch = opened(real.url)
    page.goto(f"{real.url}404.html")
    assert heading(page)
    assert quiet(page, watch) == []
