"""A civil servant with a cheap telephone sees, without scrolling, what the page is, its answer, and what to do next."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.first_screen import ACTION, FACT, HEADING, HEIGHT, WIDTH, first_screen_complaints
from tests.browser.gate import hold
from tests.browser.kinds import KINDS, LANGS, by_turns, of_kind, twin

pytestmark = pytest.mark.browser

#: Where a reader comes to do something.
LEADING_ON = ("home", "sanctions", "act", "agency", "signing", "report")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", LEADING_ON)
def test_first_screen_holds_the_answer_and_the_next_step(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.goto(real.url + twin(lang, of_kind(real.folder, kind)[0]))
    hold(first_screen_complaints(page, (HEADING, FACT, ACTION)))


@pytest.mark.parametrize(("kind", "lang"), by_turns(kind for kind in KINDS if kind not in LEADING_ON))
def test_first_screen_holds_what_matters(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.goto(real.url + twin(lang, of_kind(real.folder, kind)[0]))
    hold(first_screen_complaints(page, (HEADING, FACT)))


@pytest.mark.full
@pytest.mark.parametrize("kind", LEADING_ON)
def test_first_screen_of_every_page_of_those_kinds(kind: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    complaints = []
    for address in (twin(lang, address) for address in of_kind(real.folder, kind) for lang in LANGS):
        page.goto(real.url + address)
        found = first_screen_complaints(page, (HEADING, FACT, ACTION))
        complaints += [f"/{address} {complaint}" for complaint in found]
    hold(complaints)


GOOD = '<h1>Judul</h1><p data-first="fact">Ini jawabannya.</p><a data-first="action" href="#x">Lanjut</a>'
BROKEN = {
    "h1: there is none": GOOD.replace("h1>", "h2>"),
    "[data-first=fact]: there is none": GOOD.replace("fact", "x"),
    "[data-first=action]: there is none": GOOD.replace("action", "x"),
    "[data-first=action] ends at": GOOD.replace("<a", '<p style="height: 600px"></p><a'),
    "[data-first=fact] cannot be seen": GOOD.replace("<p", '<p style="visibility: hidden"'),
    "[data-first=fact] is covered": GOOD + '<p style="position: fixed; inset: 0; background: #fff">Iklan</p>',
    "[data-first=fact] is 300 characters long": GOOD.replace("Ini jawabannya.", "x y" * 100),
    "[data-first=action] is neither": GOOD.replace("<a", "<b").replace("</a", "</b"),
}


def test_first_screen_has_nothing_against_a_good_page(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.set_content(f"<main>{GOOD}</main>")
    assert first_screen_complaints(page, (HEADING, FACT, ACTION)) == []


@pytest.mark.parametrize("complaint", BROKEN)
def test_first_screen_tells_of_a_broken_page(complaint: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, WIDTH, HEIGHT)
    page.set_content(f"<main>{BROKEN[complaint]}</main>")
    complaints = first_screen_complaints(page, (HEADING, FACT, ACTION))
    assert [each for each in complaints if each.startswith(complaint)] != []
