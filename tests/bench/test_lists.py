"""The lists in benchmarks/: questions of people, each from a printed headline, and none copied into the data."""

from __future__ import annotations

import csv

import pytest
from tests.conftest import ROOT

from netral.bench.questions import read_questions
from netral.catalogue import LANGS
from netral.model.dataset import Dataset

#: Those taken from headlines, and all.
HEADLINES = {"questions.csv": 40, "questions-held-out.csv": 10}
LISTS = {**HEADLINES, "questions-held-out-2.csv": 20}


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "benchmarks" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_as_much_in_both_languages_of_acts_that_there_are(name: str, dataset: Dataset) -> None:
    questions, faults = read_questions(ROOT / "benchmarks" / name, frozenset(act.id for act in dataset.acts))
    assert faults == []
    assert [len([each for each in questions if each.lang == lang]) for lang in LANGS] == [LISTS[name]] * 2


@pytest.mark.parametrize("name", HEADLINES)
def test_every_question_names_its_headline_and_address(name: str) -> None:
    for row in rows(name):
        assert len(row["headline"].split()) >= 3
        assert row["headline_lang"] in LANGS
        assert row["address"].startswith(("https://", "http://"))
    # An Indonesian question has an Indonesian headline; some English ones are Indonesian headlines in English words.
    assert [row["question"] for row in rows(name) if row["lang"] == "id" != row["headline_lang"]] == []
    assert len({row["headline"] for row in rows(name)}) >= 0.8 * len(rows(name))


def test_what_is_held_out_is_of_other_headlines() -> None:
    asked, held_out = ({row["address"] for row in rows(name)} for name in HEADLINES)
    assert asked & held_out == set()


def test_no_question_is_asked_twice() -> None:
    questions = [row["question"].casefold() for name in LISTS for row in rows(name)]
    assert len(questions) == len(set(questions))


def test_no_question_was_copied_into_the_words_that_find_it(dataset: Dataset) -> None:
    words = {word.casefold() for act in dataset.acts for each in (act.words.id, act.words.en) for word in each}
    assert len(words) > 500
    assert [row["question"] for name in LISTS for row in rows(name) if row["question"].casefold() in words] == []


def test_the_page_about_the_lists_tells_how_many_headlines_were_put_into_english() -> None:
    told = " ".join((ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8").split())
    foreign = [row for row in rows("questions.csv") if row["lang"] != row["headline_lang"]]
    assert f"{len(foreign)} of the English questions are Indonesian headlines in English words" in told
