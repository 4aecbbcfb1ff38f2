"""The site below a path of its host, built for that address: the switch, the search and the 404 page stay below it."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import LANGS, of_kind, twin
from tests.browser.watching import SAYS_404, heading, language

#: A kind of page for each depth of address, and one written by hand.
DEPTHS = ("home", "sanctions", "act", "person", "problem code", "about")
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("below")]


@pytest.mark.parametrize("kind", DEPTHS)
def test_switch_lands_on_the_twin_and_back(kind: str, below: Served, opened: Opener) -> None:
    address = of_kind(below.folder, kind)[0]
    page, watch = opened(below.url)
    page.goto(below.url + address)
    for lang in LANGS:
        page.wait_for_url(below.url + twin(lang, address))
        assert page.locator("link[rel=canonical]").get_attribute("href") == page.url
        assert language(page) == lang
        assert heading(page)
        if lang == "en":
            page.wait_for_load_state("networkidle")
        page.locator("a.language-switch").click()
    page.wait_for_url(below.url + address, wait_until="commit")
    assert watch.complaints == []


def test_page_names_its_alternates(below: Served, opened: Opener) -> None:
    page, _ = opened(below.url, scripts=False)
    page.goto(f"{below.url}en/sanksi/")
    links = page.locator("head link[rel=alternate]").evaluate_all(
        "links => links.map(link => [link.hreflang, link.href])"
    )
    own, english = f"{below.url}sanksi/", f"{below.url}en/sanksi/"
    assert links == [["id", own], ["en", english], ["x-default", own]]


@pytest.mark.parametrize("lang", LANGS)
def test_search_stays_below_the_path(lang: str, below: Served, opened: Opener) -> None:
    home = below.url + twin(lang, "")
    page, watch = opened(below.url)
    page.goto(home)
    page.locator("input.md-search__input").click()
    page.keyboard.type("netral")
    results = page.locator("a.md-search-result__link")
    results.first.wait_for()
    found = results.evaluate_all("links => links.map(link => link.href)")
    assert [link for link in found if not link.startswith(home)] == []
    assert watch.complaints == []


def test_page_that_is_not_there_is_dressed_and_leads_home(below: Served, opened: Opener) -> None:
    missing = f"{below.url}en/aturan/tidak/ada/"
    page, watch = opened(below.url)
    page.goto(missing)
    page.wait_for_load_state("networkidle")
    assert len(watch.complaints) == 2
    assert watch.complaints[0] == f"status 404: {missing}"
    assert watch.complaints[1].startswith(f"console error: {SAYS_404}")
    links = page.locator("article section a")
    assert links.evaluate_all("links => links.map(link => link.href)") == [below.url, f"{below.url}en/"]
    links.nth(1).click()
    assert page.url == f"{below.url}en/"
    assert heading(page)
