"""Questions in everyday words, from real headlines, find the right act on the real site: benchmarks/README.md."""

from __future__ import annotations

import json

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import LANGS
from tests.conftest import ROOT

from netral.bench.browser import ask_finder, ask_search
from netral.bench.questions import read_questions
from netral.bench.score import Asked, share
from netral.problems import Lang

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", LANGS)
def test_enough_questions_find_the_right_act(lang: Lang, real: Served, opened: Opener) -> None:
    acts = [act["id"] for act in json.loads((real.folder / "api/v1/acts.json").read_text(encoding="utf-8"))["items"]]
    questions = [each for each in read_questions(ROOT / "benchmarks" / "questions.csv", acts)[0] if each.lang == lang]
    page, watch = opened(real.url)
    words = [each.words for each in questions]
    found = ask_finder(page, real.url, lang, words), ask_search(page, real.folder, real.url, lang, words)
    asked = [Asked(each, tuple(by), tuple(pages)) for each, by, pages in zip(questions, *found, strict=True)]
    assert share([each.finder_hits for each in asked]).enough
    assert share([each.search_hits for each in asked]).enough
    # It can fail: the same answers, judged by another question's right acts.
    others = [Asked(q, each.finder, each.search) for q, each in zip(questions[1:], asked, strict=False)]
    assert not share([each.finder_hits for each in others]).enough
    assert not share([each.search_hits for each in others]).enough
    assert watch.complaints == []
