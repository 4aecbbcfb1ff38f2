"""The one word of an act: said of all only where it holds for all."""

from __future__ import annotations

import datetime as dt

import pytest

from netral.catalogue import labels
from netral.model.act import Answer
from netral.model.base import Who
from netral.model.dataset import Dataset
from netral.pages.answers import CORE, matrix_of, short_people, summarize
from netral.pages.people import answers_on
from netral.problems import Lang

TODAY = dt.date(2026, 11, 22)


def today(dataset: Dataset, act: str) -> list[Answer]:
    (record,) = [each for each in dataset.acts if each.id == act]
    return answers_on(record, TODAY)


@pytest.mark.parametrize(
    ("act", "lang", "verdict", "word", "fact"),
    [
        (
            "like-komentar-bagikan",
            "id",
            "tidak",
            "Tidak boleh",
            "Berlaku bagi PNS, CPNS, PPPK dan PPPK Paruh Waktu, sebelum dan sesudah calon ditetapkan.",
        ),
        (
            "atribut-dan-simbol-jari",
            "id",
            "tergantung",
            "Tergantung tahap",
            (
                "Belum pasti: PNS dan CPNS sebelum calon ditetapkan. "
                "Tidak boleh: PNS, CPNS, PPPK dan PPPK Paruh Waktu sesudah calon ditetapkan."
            ),
        ),
        (
            "dampingi-pasangan-tanpa-cuti",
            "id",
            "tergantung",
            "Tergantung siapa Anda",
            "Tidak boleh: PNS, CPNS dan ASN yang suami atau istrinya calon. Belum pasti: PPPK dan PPPK Paruh Waktu.",
        ),
        (
            "pasangan-calon-cltn",
            "en",
            "tergantung",
            "Depends on who you are",
            None,
        ),
    ],
)
def test_the_word_and_the_sentence(
    act: str, lang: Lang, verdict: str, word: str, fact: str | None, dataset: Dataset
) -> None:
    summary = summarize(today(dataset, act), labels(lang), lang)
    assert summary is not None
    assert (summary.verdict, summary.word) == (verdict, word)
    assert summary.single == (None if verdict == "tergantung" else verdict)
    assert fact is None or summary.fact == fact


def test_one_answer_speaks_for_itself_without_its_word_twice(dataset: Dataset) -> None:
    (answer,) = [a for a in today(dataset, "menggunakan-hak-pilih") if set(a.who) & CORE]
    summary = summarize(today(dataset, "menggunakan-hak-pilih"), labels("id"), "id")
    assert summary is not None
    assert summary.word == "Boleh"
    assert not summary.fact.startswith("Boleh")
    assert summary.fact.casefold() in answer.say.id.casefold()


def test_no_act_is_said_to_be_one_thing_for_all_where_its_answers_differ(dataset: Dataset) -> None:
    for act in dataset.acts:
        answers = answers_on(act, TODAY)
        own = [answer for answer in answers if set(answer.who) & CORE] or answers
        summary = summarize(answers, labels("id"), "id")
        assert summary is not None
        assert (summary.verdict == "tergantung") == (len({answer.verdict for answer in own}) > 1), act.id


def test_without_an_answer_there_is_no_word() -> None:
    assert summarize([], labels("id"), "id") is None
    assert matrix_of([], labels("id")) is None


def test_the_table_holds_every_answer_once(dataset: Dataset) -> None:
    for act in dataset.acts:
        answers = answers_on(act, TODAY)
        table = matrix_of(answers, labels("en"))
        assert (table is None) == (len(answers) < 2)
        if table is not None:
            shown = [answer.id for _, cells in table.rows for cell in cells for answer in cell]
            assert sorted(shown) == sorted(answer.id for answer in answers), act.id
            for _, cells in table.rows:
                # One cell over all stages, for an answer that holds at each.
                shared = len(cells) == 1 and {answer.stage for answer in cells[0]} == {"semua"}
                assert shared or len(cells) == len(table.stages), act.id


@pytest.mark.parametrize(
    ("who", "phrase"),
    [
        (["pns"], "PNS"),
        (["pns", "cpns"], "PNS and CPNS"),
        (["pns", "pppk", "pns", "pppk-paruh-waktu"], "PNS, PPPK and part-time PPPK"),
    ],
)
def test_people_in_one_phrase(who: list[Who], phrase: str) -> None:
    short = short_people(who, labels("en"))
    assert "(" not in short
    assert short.count(" and ") == phrase.count(" and ")
