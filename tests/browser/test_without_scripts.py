"""Without JavaScript every page tells what it is for, and every link of the navigation works."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import KINDS, LANGS, TWINNED, all_addresses, of_kind, twin
from tests.browser.watching import heading, language

pytestmark = pytest.mark.browser

NAV = "nav.md-nav--primary a.md-nav__link[href]"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", TWINNED)
def test_page_tells_its_main_answer_without_scripts(kind: str, lang: str, real: Served, opened: Opener) -> None:
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


@pytest.mark.parametrize("lang", LANGS)
def test_navigation_leads_everywhere_without_scripts(lang: str, real: Served, opened: Opener) -> None:
    home = real.url + twin(lang, "")
    page, watch = opened(real.url, 1280, scripts=False)
    page.goto(home)
    links = page.locator(f"{NAV}:not([href*='#'])").evaluate_all("links => links.map(link => link.href)")
    links = list(dict.fromkeys(links))
    assert len(links) == 12
    for link in reversed(links):
        nav = page.locator(f"{NAV}:not([href*='#'])")
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
