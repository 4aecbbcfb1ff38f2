"""A page read later than it was built: the days left by the reader's clock, and no way to a closed form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import PATIENCE, Served
from tests.browser.kinds import LANGS, twin

pytestmark = pytest.mark.browser

AGENCY, SIGNING = "instansi/kabupaten-demo/", "instansi/kabupaten-demo/tanda-tangan/"
#: The demo round is open until 18 December 2026 in Jakarta, seven hours ahead of Greenwich. Moments and what is left.
LEFT = {
    "2026-11-22T05:00:00Z": {"id": "26 hari lagi", "en": "26 days left"},
    "2026-12-16T16:55:00Z": {"id": "2 hari lagi", "en": "2 days left"},
    "2026-12-16T17:00:00Z": {"id": "1 hari lagi", "en": "1 day left"},
    "2026-12-17T17:00:00Z": {"id": "hari terakhir: hari ini", "en": "last day: today"},
    "2026-12-18T16:55:00Z": {"id": "hari terakhir: hari ini", "en": "last day: today"},
}
AFTER = ("2026-12-18T17:00:00Z", "2027-06-01T00:00:00Z")
SHUT = {
    "id": "Penandatanganan sudah ditutup. Batas waktunya 18 Desember 2026.",
    "en": "Signing is closed. The deadline was 18 December 2026.",
}


@pytest.fixture
def at(browser: Browser) -> Iterator[object]:
    """`at(moment, zone)`: a page whose clock stands at a moment, on a device of a time zone."""
    contexts = []

    def page(moment: str, zone: str = "Asia/Jakarta") -> Page:
        context = browser.new_context(timezone_id=zone, reduced_motion="reduce")
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.clock.install(time=moment)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "America/Los_Angeles"])
@pytest.mark.parametrize("moment", LEFT)
def test_the_days_left_are_those_in_jakarta_wherever_the_reader_is(moment: str, zone: str, real: Served, at) -> None:
    page = at(moment, zone)
    for lang in LANGS:
        page.goto(real.url + twin(lang, AGENCY))
        assert page.locator(".first .days-left").inner_text() == LEFT[moment][lang]
        assert page.locator("a.action").get_attribute("href") == "tanda-tangan/"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("moment", AFTER)
def test_after_the_last_day_nothing_leads_to_the_form(moment: str, lang: str, real: Served, at) -> None:
    page = at(moment)
    page.goto(real.url + twin(lang, AGENCY))
    assert page.locator("a.action").count() == 0
    first = page.locator(".first")
    assert first.get_attribute("class") == "first first-window-closed"
    assert page.locator("[data-first=fact]").inner_text().strip() == SHUT[lang]
    assert first.locator(".actions strong").inner_text() == SHUT[lang]
    page.goto(real.url + twin(lang, SIGNING))
    assert page.locator("form.signing-form").count() == 0
    assert SHUT[lang] in page.locator("[data-first=fact]").inner_text()
    ask = {"id": "Tanyakan kepada bagian kepegawaian", "en": "Ask the personnel office"}[lang]
    assert page.get_by_text(ask).is_visible()
    assert page.locator(".pact-text").first.is_visible()


def test_lists_follow_the_clock_too(real: Served, at) -> None:
    for moment, word, left in (("2026-12-17T17:00:00Z", "Sedang dibuka", 1), (AFTER[0], "Sudah ditutup", 0)):
        page = at(moment)
        for address, card in (("instansi/", ".cards > li"), ("kalender/", "#putaran ~ .cards > li")):
            page.goto(real.url + address)
            demo = page.locator(card, has=page.locator("a[href$='kabupaten-demo/']"))
            assert demo.locator(".badge").inner_text() == word
            assert demo.locator(".days-left:not(:empty)").count() == left


def test_closed_rounds_have_nothing_to_count(real: Served, at) -> None:
    page = at("2023-10-01T05:00:00Z")
    page.goto(f"{real.url}instansi/banten/")
    assert page.locator("[data-closes]").count() == 0
    assert "3 November 2023" in page.locator("[data-first=fact]").inner_text()
