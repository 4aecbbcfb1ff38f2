"""A page of every kind, printed on A4: nothing of it is lost, and every address can be typed from the paper."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.gate import hold
from tests.browser.kinds import KINDS, by_turns, of_kind, twin
from tests.browser.paper import paper_complaints
from tests.conftest import ROOT

from netral.render import configured_url

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("kind", "lang"), by_turns(KINDS))
def test_paper_loses_nothing(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.goto(real.url + twin(lang, of_kind(real.folder, kind)[0]))
    hold(paper_complaints(page, (real.url, configured_url(ROOT))))


GOOD = '<p>Baik. <a href="https://rekaan.example/sumber">https://rekaan.example/sumber</a></p>'
BROKEN = {
    "address not printed": '<p><a href="https://rekaan.example/sumber">Sumber</a></p>',
    "not on paper": "<style>@media print { .x { display: none } }</style><p class='x'>Rahasia</p>",
    "not in the PDF": "<style>@media print { .x { display: none } }</style><p class='x'>Rahasia</p>",
    "wider than the window": "<style>@media print { .x { width: 900px } }</style><p class='x'>Lebar</p>",
    "cut off at the side": "<p style='overflow: hidden; white-space: nowrap; width: 5em'>Kalimat yang panjang</p>",
}


def test_paper_has_nothing_against_a_good_page(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(f"<main><article>{GOOD}</article></main>")
    assert paper_complaints(page, (real.url,)) == []


@pytest.mark.parametrize("complaint", BROKEN)
def test_paper_tells_of_a_broken_page(complaint: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(f"<main><article>{BROKEN[complaint]}</article></main>")
    assert [each for each in paper_complaints(page, (real.url,)) if complaint in each] != []
