"""At 320 px, and enlarged to 400 % on a desk (320 x 256), everything can be read without scrolling sideways."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.gate import hold
from tests.browser.kinds import KINDS, all_addresses, by_turns, of_kind, twin
from tests.browser.layout import layout_complaints

pytestmark = pytest.mark.browser

#: 1280 x 1024 at 400 %.
WIDTH, HEIGHT = 320, 256


def complaints_at(real: Served, opened: Opener, addresses: list[str]) -> list[str]:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    complaints = []
    for address in addresses:
        page.goto(real.url + address)
        complaints += [f"/{address} {complaint}" for complaint in layout_complaints(page)]
    return complaints


@pytest.mark.parametrize(("kind", "lang"), by_turns(KINDS, 1))
def test_nothing_sticks_out_or_is_cut_off_when_enlarged(kind: str, lang: str, real: Served, opened: Opener) -> None:
    hold(complaints_at(real, opened, [twin(lang, of_kind(real.folder, kind)[0])]))


@pytest.mark.full
@pytest.mark.parametrize("part", range(24))
def test_no_built_page_at_all_sticks_out(part: int, real: Served, opened: Opener) -> None:
    hold(complaints_at(real, opened, all_addresses(real.folder)[part::24]))


GOOD = "<p>Kalimat yang panjangnya cukup untuk beberapa baris pada layar yang sempit.</p>"
BROKEN = {
    "wider than the window": '<p style="width: 400px">Lebar</p>',
    "sticks out": '<div style="overflow-x: clip">'
    '<p style="margin-left: 200px; white-space: nowrap">Kalimat yang tidak patah',
    "scrolls sideways": '<div style="overflow: auto"><pre>baris: yang jauh lebih panjang daripada layar</pre></div>',
    "cut off at the side": '<p style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 5em">'
    "Kalimat yang diakhiri tiga titik",
    "cut off below": '<p style="height: 1em; overflow: hidden; width: 5em">Kalimat yang baris keduanya hilang',
    "overlaps": '<p style="height: 0; margin: 0">Kalimat pertama.</p><p style="margin: 0">Kalimat kedua.</p>',
}


def test_layout_has_nothing_against_a_good_page(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.set_content(f"<main><article>{GOOD}</article></main>")
    assert layout_complaints(page) == []


@pytest.mark.parametrize("complaint", BROKEN)
def test_layout_tells_of_a_broken_page(complaint: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.set_content(f"<main><article>{BROKEN[complaint]}</article></main>")
    assert [each for each in layout_complaints(page) if complaint in each] != []
