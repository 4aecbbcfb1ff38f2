"""One word per act, person and stage: drawn from the answers of the day, and none where there is no answer."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import get_args

import pytest
from tests.conftest import TODAY

from netral.build import editions
from netral.catalogue import labels
from netral.model.act import Answer, Verdict
from netral.model.base import Stage, Who
from netral.model.dataset import Dataset
from netral.pages.answers import STAGES, summarize
from netral.pages.finder import ALSO, WORDS, Found, coded, find, people_of
from netral.pages.page import Edition
from netral.pages.people import answers_on, people_today, person_page

DAY = dt.date.fromisoformat(TODAY)
#: The days on which a wrong answer would mislead most, and today.
DAYS = (dt.date(2023, 10, 1), dt.date(2023, 12, 15), dt.date(2024, 8, 12), dt.date(2024, 10, 1), DAY)
EVERYBODY: tuple[Who, ...] = get_args(Who)


def current(dataset: Dataset, act: str) -> list[Answer]:
    return answers_on(dataset.ids["acts"][act], DAY)


@pytest.fixture(scope="module")
def edition(dataset: Dataset) -> Edition:
    return editions(dataset, DAY, "https://netral.example/", {})["id"]


@pytest.mark.parametrize(
    ("act", "who", "stage", "found"),
    [
        ("memasang-spanduk", "pns", "semua", Found("tidak", "pns-bakal-calon")),
        ("memasang-spanduk", "pns", "calon", Found("tidak", "pns-calon")),
        ("memasang-spanduk", "non-asn", "calon", Found("belum-pasti", "non-asn")),
        ("memasang-spanduk", None, "calon", Found("tidak", "pns-calon")),
        # One stage alone is said with its name, and never for the other.
        ("fasilitas-negara", "pns", "semua", Found("tidak", "pns", "calon")),
        ("fasilitas-negara", "pns", "bakal-calon", None),
        ("atribut-dan-simbol-jari", "pns", "semua", Found("stage", "pns-bakal-calon")),
        ("atribut-dan-simbol-jari", "pppk", "semua", Found("tidak", "pppk", "calon")),
        ("atribut-dan-simbol-jari", "pppk", "bakal-calon", None),
        ("mengundurkan-diri-jika-mencalonkan", "asn-calon", "semua", Found("stage", "bakal-calon")),
        ("mengundurkan-diri-jika-mencalonkan", "asn-calon", "calon", Found("wajib", "calon")),
        ("mengundurkan-diri-jika-mencalonkan", "pns", "semua", None),
        # Nobody's silence is filled with somebody else's answer.
        ("memasang-spanduk", "tni-polri", "semua", None),
        ("menggunakan-hak-pilih", "tni-polri", "semua", Found("tidak", "tni-polri")),
        ("like-konten-politik-apa-pun", "non-asn", "semua", None),
        # A head of unit, a candidate's spouse is PNS or PPPK as well; where these differ, so does the word.
        ("memasang-spanduk", "kepala-unit", "semua", Found("tidak", "pns-bakal-calon")),
        ("kewajiban-kepala-unit", "kepala-unit", "semua", Found("wajib", "kepala-unit")),
        ("pasangan-calon-cltn", "suami-istri-calon", "semua", Found("who", "pns")),
        ("pasangan-calon-cltn", "pppk", "semua", Found("tidak", "pppk")),
        ("memasang-spanduk", "satpol-pp", "calon", Found("who", "pns-calon")),
        ("cpns", "kepala-unit", "semua", None),
    ],
)
def test_word_of(act: str, who: Who | None, stage: Stage, found: Found | None, dataset: Dataset) -> None:
    assert find(current(dataset, act), who, stage) == found


@pytest.mark.parametrize("day", DAYS)
def test_every_act_person_and_stage_says_what_its_own_answers_say(day: dt.date, dataset: Dataset) -> None:
    said = 0
    for act, who, stage in product(dataset.acts, EVERYBODY, STAGES):
        answers = answers_on(act, day)
        found = find(answers, who, stage)
        also = {who, *ALSO.get(who, ())}
        theirs = [a for a in answers if also & set(a.who) and (stage == "semua" or a.stage in {stage, "semua"})]
        assert (found is None) == (not theirs)
        if found is None:
            continue
        said += 1
        assert found.word in WORDS
        assert found.answer in {answer.id for answer in theirs}
        verdicts = {answer.verdict for answer in theirs}
        assert (found.word in get_args(Verdict)) == (len(verdicts) == 1)
        assert found.word in verdicts or len(verdicts) > 1
        if found.only:
            assert {answer.stage for answer in theirs} == {found.only}
    assert said > 500


@pytest.mark.parametrize("day", DAYS)
def test_the_list_says_what_the_act_page_says(day: dt.date, dataset: Dataset) -> None:
    say = labels("id")
    for act in dataset.acts:
        answers = answers_on(act, day)
        summary, found = summarize(answers, say, "id"), find(answers, None)
        assert (summary is None) == (found is None)
        if summary is not None and found is not None:
            word = found.word
            key = f"verdict.{word.replace('-', '_')}" if word in get_args(Verdict) else f"acts.depends.{word}"
            assert summary.word == say(key), act.id


def answer(dataset: Dataset, **changed: object) -> Answer:
    return current(dataset, "memasang-spanduk")[0].model_copy(update=changed)


def test_two_answers_for_one_person_at_one_stage_make_it_depend_on_the_case(dataset: Dataset) -> None:
    one = answer(dataset, id="satu", who=("pns",), stage="semua", verdict="tidak")
    other = answer(dataset, id="dua", who=("pns", "cpns"), stage="calon", verdict="bersyarat")
    assert find([one, other], "pns") == Found("case", "satu")
    assert find([one, other], "pns", "calon") == Found("case", "satu")
    assert find([one, other], "pns", "bakal-calon") == Found("tidak", "satu")
    assert find([one, other], "cpns") == Found("bersyarat", "dua", "calon")


def test_what_the_script_reads_is_what_the_function_says(dataset: Dataset) -> None:
    people = people_of(a for act in dataset.acts for a in answers_on(act, DAY))
    assert "pns" in people
    assert "penyelenggara-pemilu" not in people
    read = 0
    for act in dataset.acts:
        answers = answers_on(act, DAY)
        told: dict[str, list[str]] = {}
        for part in coded(answers, people).split(";"):
            names, _, cells = part.partition("=")
            told |= dict.fromkeys(names.split(","), cells.split(" "))
        for who in (None, *people):
            found = [find(answers, who, stage) for stage in STAGES]
            if who not in told and who is not None:
                assert found == [None] * 3
                continue
            assert told[who or "semua"] == [f"{each.word}@{each.answer}" if each else "-" for each in found]
            read += 1
    assert read > 200


def test_a_page_for_everybody_with_an_answer_and_every_act_on_it(edition: Edition) -> None:
    people = people_today(edition)
    assert people == people_of(a for act in edition.dataset.acts for a in answers_on(act, DAY))
    for who in people:
        text = person_page(edition, who).text
        assert [act.id for act in edition.dataset.acts if f"../../{act.id}/" not in text] == []
        for act in edition.dataset.acts:
            found = find(answers_on(act, DAY), who)
            assert (f"../../{act.id}/#jawaban-{found.answer}" if found else f'../../{act.id}/"') in text


def test_a_page_says_plainly_where_no_rule_was_found(edition: Edition) -> None:
    text = person_page(edition, "tni-polri").text
    before, _, after = text.partition("## Tidak ada aturan yang kami temukan")
    assert "menggunakan-hak-pilih" in before
    assert "memasang-spanduk" not in before
    assert "Itu tidak berarti boleh." in after
    assert "memasang-spanduk" in after


def test_a_page_names_the_stage_where_only_one_is_spoken_of(edition: Edition) -> None:
    text = person_page(edition, "pns").text
    line = next(each for each in text.splitlines() if "../../fasilitas-negara/" in each)
    assert "sesudah calon ditetapkan" in line
    assert "sebelum calon ditetapkan" not in line


def test_a_page_of_somebody_who_is_staff_as_well_says_whose_answers_it_shows(edition: Edition) -> None:
    assert "yang ditampilkan adalah jawaban untuk PNS dan PPPK." in person_page(edition, "kepala-unit").text
    assert "yang ditampilkan adalah jawaban" not in person_page(edition, "pns").text
