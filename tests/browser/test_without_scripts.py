"""Without JavaScript every page tells what it is for, and every link of the navigation works."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from lxml import html
from playwright.sync_api import Page
from tests.browser.conftest import Opener, Served
from tests.browser.gate import hold
from tests.browser.kinds import KINDS, LANGS, TWINNED, all_addresses, by_turns, of_kind, twin
from tests.browser.visible import visible_texts
from tests.browser.watching import heading, language, served
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

#: Enough to come to any answer.
CLICKS = 4
NAV = "nav.md-nav--primary a.md-nav__link[href]"
#: Where the navigation stands on a desk.
TABS = "nav.md-tabs a[href]"


def only_with_scripts(page: Page, opened: Opener) -> list[str]:
    """The pieces of text in the main part of a page, open without scripts, that are there only if scripts run."""
    scripted, _ = opened(page.url, 360)
    scripted.goto(page.url)
    # They say again, in days from today, what the date beside it says; or find what stands on the page in full.
    scripted.locator(".days-left, .finder").evaluate_all("found => found.forEach(each => each.remove())")
    more = Counter(visible_texts(scripted)) - Counter(visible_texts(page))
    return [f"{page.url} only with scripts: «{text}»" for text in more]


def out_of_reach(site: Path, home: str, wanted: list[str]) -> list[str]:
    """The pages that no reader without scripts comes to from `home` within CLICKS, on links that are plainly there."""
    near, clicks = {home}, 0
    reached = set(near)
    while near and clicks < CLICKS:
        near = {link for address in near for link in links_of(site, address)} - reached
        reached |= near
        clicks += 1
    return [f"not within {CLICKS} clicks of /{home}: /{address}" for address in wanted if address not in reached]


def links_of(site: Path, address: str) -> set[str]:
    """The site's own pages that a page links to, from what its HTML says alone."""
    path = site / address / "index.html"
    if not path.is_file():
        return set()
    tree = html.fromstring(path.read_bytes().decode("utf-8"))
    links = tree.xpath("//body//a[@href][not(ancestor::template)][not(ancestor-or-self::*[@hidden])]/@href")
    return {urljoin(f"/{address}", str(link)).partition("#")[0].removeprefix("/") for link in links}


@pytest.mark.parametrize(("kind", "lang"), by_turns(TWINNED, 1))
def test_page_tells_the_same_without_scripts(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, watch = opened(real.url, 360, scripts=False)
    page.goto(real.url + twin(lang, of_kind(real.folder, kind)[0]))
    assert heading(page)
    answer = page.locator(KINDS[kind][1]).first
    assert answer.is_visible()
    assert answer.inner_text().strip()
    assert page.locator("a.language-switch").is_visible()
    known = {real.url + address for address in all_addresses(real.folder)}
    links = page.locator(NAV).evaluate_all("links => links.map(link => link.href.split('#')[0])")
    assert set(links) - known == set()
    assert watch.complaints == []
    hold(only_with_scripts(page, opened))


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_reached_from_home_by_links_alone(lang: str, real: Served) -> None:
    ours = [a for a in all_addresses(real.folder) if a.startswith("en/") == (lang == "en") and a != "404.html"]
    assert len(ours) > 100
    hold(out_of_reach(real.folder, twin(lang, ""), ours))


@pytest.mark.parametrize("lang", LANGS)
def test_navigation_leads_everywhere_without_scripts(lang: str, real: Served, opened: Opener) -> None:
    home = real.url + twin(lang, "")
    page, watch = opened(real.url, 1280, scripts=False)
    page.goto(home)
    links = page.locator(TABS).evaluate_all("links => links.map(link => link.href)")
    assert len(links) == len(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    for link in reversed(links):
        nav = page.locator(TABS)
        here = nav.evaluate_all("links => links.map(link => link.href)")
        nav.nth(here.index(link)).click()
        assert page.url == link
        assert language(page) == lang
        assert heading(page)
    assert watch.complaints == []


@pytest.mark.parametrize("lang", LANGS)
def test_menu_opens_on_a_telephone_without_scripts(lang: str, real: Served, opened: Opener) -> None:
    home = real.url + twin(lang, "")
    page, watch = opened(real.url, 360, scripts=False)
    page.goto(home)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator("nav.md-nav--primary a.md-nav__link[href='sanksi/']").click()
    assert page.url == f"{home}sanksi/"
    assert heading(page)
    assert watch.complaints == []


def test_text_that_only_a_script_writes_is_told(tmp_path: Path, opened: Opener) -> None:
    page = "<main><article><p>Baik.</p><script>document.write('<p>Rahasia</p>')</script></article></main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with served(tmp_path) as url:
        bare, _ = opened(url, 360, scripts=False)
        bare.goto(url)
        assert only_with_scripts(bare, opened) == [f"{url} only with scripts: «Rahasia»"]


def test_a_page_that_only_a_script_leads_to_is_told(tmp_path: Path) -> None:
    for name, body in (
        ("a", "Jawaban"),
        ("b", "Jawaban"),
        ("", "<a href='a/'>A</a><b onclick='location=\"b/\"'>B</b>"),
    ):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.html").write_text(f"<body><p>{body}</p></body>", encoding="utf-8")
    assert out_of_reach(tmp_path, "", ["", "a/", "b/"]) == [f"not within {CLICKS} clicks of /: /b/"]
