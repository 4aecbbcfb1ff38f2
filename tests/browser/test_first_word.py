"""In the accessibility tree the one-word answer is the first thing after the heading, on every page that has one."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.first_word import after_heading, first_word_complaints
from tests.browser.gate import hold
from tests.browser.kinds import LANGS, by_turns, of_kind, twin

from netral.catalogue import labels
from netral.model.act import Verdict

pytestmark = pytest.mark.browser

ANSWERING = ("act", "person")


def words(lang: str) -> list[str]:
    """Every word that an answer may be."""
    say = labels("en" if lang == "en" else "id")
    verdicts = [say(f"verdict.{verdict.replace('-', '_')}") for verdict in get_args(Verdict)]
    return verdicts + [say(f"acts.depends.{each}") for each in ("who", "stage", "both", "case")]


@pytest.mark.parametrize(("kind", "lang"), by_turns(ANSWERING))
def test_the_word_is_heard_first(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, scripts=False)
    complaints = []
    for address in of_kind(real.folder, kind)[::6]:
        page.goto(real.url + twin(lang, address))
        complaints += first_word_complaints(page, words(lang))
    hold(complaints)


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ANSWERING)
def test_the_word_is_heard_first_on_every_page(kind: str, lang: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, scripts=False)
    complaints = []
    for address in of_kind(real.folder, kind):
        page.goto(real.url + twin(lang, address))
        complaints += first_word_complaints(page, words(lang))
    hold(complaints)


PAGE = "<main><article><p>Sebelum</p><h1>Judul</h1>%s</article></main>"


@pytest.mark.parametrize(
    ("body", "said", "complaints"),
    [
        (
            "<p><svg aria-hidden=true><title>x</title></svg><strong>Tidak boleh</strong></p><p>x</p>",
            "Tidak boleh",
            0,
        ),
        ("<p><a href='#x'><strong>Tidak boleh</strong> <span>15</span></a></p>", "Tidak boleh 15", 0),
        ("<p>Tidak boleh menurut kami.</p>", "Tidak boleh menurut kami.", 1),
        ("<p>Per hari ini:</p><p><strong>Tidak boleh</strong></p>", "Per hari ini:", 1),
        ("<p style='display: none'>Tidak boleh</p><p>Lain.</p>", "Lain.", 1),
        ("", "", 1),
    ],
)
def test_the_gate_hears_what_comes_first(body: str, said: str, complaints: int, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(PAGE % body)
    assert after_heading(page) == said
    assert len(first_word_complaints(page, words("id"))) == complaints
