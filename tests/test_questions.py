"""The questions of a round's form: what is asked, in both languages, and which answers fit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from netral.catalogue import LANGS
from netral.model.agency import Agency, Round
from netral.model.base import Text
from netral.model.completion import Unit
from netral.model.dataset import Dataset
from netral.model.pact import PactField
from netral.problems import Lang
from netral.questions import Question, questions
from netral.signable import signable
from netral.stats.mapping import FIELDS, providers
from netral.stats.staff_number import read_number
from netral.versions import PactText

NAMES = ["nama", "jabatan", "unit_kerja", "instansi", "nip", "versi_pakta", "persetujuan"]
#: Nobody's: the serial 000, which no real agency's form takes, or a 31 February, which a form does not look at.
PNS, PPPK = "199001012015041000", "199009132025242000"
NEARLY_REAL = "199002312015041001"


def parts(dataset: Dataset, name: str) -> tuple[Agency, Round, PactText]:
    agency = dataset.ids["agencies"][name]
    assert isinstance(agency, Agency)
    text = signable(dataset, agency.rounds[0])
    assert isinstance(text, PactText)
    return agency, agency.rounds[0], text


def asked(dataset: Dataset, name: str, lang: Lang = "id") -> dict[str, Question]:
    agency, round_, text = parts(dataset, name)
    return {question.name: question for question in questions(dataset, agency, round_, text, lang)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["banten", "kabupaten-demo"])
def test_every_form_asks_what_the_pact_asks_and_a_number(dataset: Dataset, name: str, lang: Lang) -> None:
    found = asked(dataset, name, lang)
    assert list(found) == NAMES
    assert [q.kind for q in found.values()].count("fixed") == 2
    assert found["versi_pakta"].value == {"banten": "1 (229d8f066647)", "kabupaten-demo": "2 (fd2eb47b5ccc)"}[name]
    assert found["persetujuan"].pattern == "ya"
    assert [c.value for c in found["persetujuan"].choices] == ["ya", "tidak"]
    for question in found.values():
        assert question.kind == "fixed" or (question.hint and question.required)
        assert (question.pattern == "") == (question.wrong == "")


def test_both_languages_ask_the_same_in_other_words(dataset: Dataset) -> None:
    one, other = asked(dataset, "kabupaten-demo"), asked(dataset, "kabupaten-demo", "en")
    assert {q.name: (q.kind, q.pattern, q.value, q.digits) for q in one.values()} == {
        q.name: (q.kind, q.pattern, q.value, q.digits) for q in other.values()
    }
    assert [name for name in NAMES if one[name].label == other[name].label] == []
    assert one["persetujuan"].label == "Saya telah membaca dan menandatangani pakta ini"
    assert other["persetujuan"].label == "I have read and sign this pact"


def test_units_are_chosen_where_they_are_published_and_typed_elsewhere(dataset: Dataset) -> None:
    demo = asked(dataset, "kabupaten-demo", "en")["unit_kerja"]
    assert demo.kind == "choice"
    assert [(c.value, c.label) for c in demo.choices][:1] == [("dinas-rekaan-a", "Example Office A (made up)")]
    assert {c.value for c in demo.choices} == {u.id for u in dataset.units if u.agency == "kabupaten-demo"}
    assert (asked(dataset, "banten")["unit_kerja"].kind, asked(dataset, "banten")["unit_kerja"].choices) == ("text", ())


def test_units_of_another_agency_are_no_choices(dataset: Dataset) -> None:
    stranger = Unit("banten", "dinas-lain", Text.model_construct(id="Lain", en="Other"), None, {})
    agency, round_, text = parts(dataset, "banten")
    there = replace(dataset, units=(*dataset.units, stranger))
    unit = questions(there, agency.model_copy(update={"units": True}), round_, text, "id")[2]
    assert [c.value for c in unit.choices] == ["dinas-lain"]
    assert questions(there, agency, round_, text, "id")[2].kind == "text"


def test_the_rounds_fields_are_asked_and_no_others(dataset: Dataset) -> None:
    agency, round_, text = parts(dataset, "banten")
    rank = PactField.model_construct(id="pangkat-golongan", name=Text.model_construct(id="Pangkat", en="Rank"))
    pact = text.pact.model_copy(update={"fields": (*text.pact.fields, rank)})
    named = round_.model_copy(update={"fields": ("nama", "pangkat-golongan", "nip")})
    found = questions(dataset, agency, named, replace(text, pact=pact), "en")
    assert [q.name for q in found] == ["nama", "pangkat_golongan", "nip", "versi_pakta", "persetujuan"]
    assert (found[1].label, found[1].required) == ("Rank", "Fill in: Rank.")
    silent = round_.model_copy(update={"fields": ()})
    assert [q.name for q in questions(dataset, agency, silent, text, "id")] == NAMES


def test_people_without_a_number_may_leave_it_out(dataset: Dataset) -> None:
    agency, round_, text = parts(dataset, "banten")
    everybody = round_.model_copy(update={"must_sign": ("pns", "pppk", "non-asn")})
    number = questions(dataset, agency, everybody, text, "en")[4]
    assert (number.name, number.required) == ("nip", "")
    assert number.hint.endswith("Leave it empty if you have neither.")
    assert asked(dataset, "banten", "en")["nip"].required == "Write your NIP or NI PPPK."


def fits(question: Question, answer: str) -> bool:
    return re.fullmatch(question.pattern, answer) is not None


@pytest.mark.parametrize(
    "answer",
    [PNS, PPPK, "19900101 201504 1 000", "19900101.201504.1.000", " 1990 0101 2015 0410 00 ", "1 9 9 0 01012015041000"],
)
def test_numbers_of_pns_and_pppk_fit(dataset: Dataset, answer: str) -> None:
    assert fits(asked(dataset, "kabupaten-demo")["nip"], answer)
    assert read_number(answer, trial=True) == int(re.sub("[ .]", "", answer))


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "123",
        PNS[:-1],
        PNS + "0",
        "19900101201504100A",
        "199013012015041000",  # month 13
        "199000012015041000",
        "199001322015041000",  # day 32
        "199001002015041000",
        "199001012015131000",  # neither a month nor a count of PPPK
        "199001012015201000",
        "199001012015001000",
        "199001012015043000",  # sex 3
        "189001012015041000",
        "1.99001012015041E+17",
        "199001012015041-000",
    ],
)
def test_other_numbers_do_not_fit(dataset: Dataset, answer: str) -> None:
    assert not fits(asked(dataset, "kabupaten-demo")["nip"], answer)


@pytest.mark.parametrize("zeros", ["000", "0 0 0", "0.0.0 "])
def test_only_a_made_up_agency_takes_the_serial_nobody_has(dataset: Dataset, zeros: str) -> None:
    assert fits(asked(dataset, "kabupaten-demo")["nip"], PNS[:-3] + zeros)
    assert not fits(asked(dataset, "banten")["nip"], PNS[:-3] + zeros)
    assert fits(asked(dataset, "banten")["nip"], NEARLY_REAL)
    assert fits(asked(dataset, "banten")["nip"], " ".join(NEARLY_REAL))


@pytest.mark.parametrize(("answer", "good"), [("Guru", True), (" a ", True), ("", False), (" ", False), ("\t ", False)])
def test_a_post_of_blanks_alone_does_not_fit(dataset: Dataset, answer: str, good: bool) -> None:  # noqa: FBT001
    assert fits(asked(dataset, "banten")["jabatan"], answer) is good


@pytest.mark.parametrize("lang", LANGS)
def test_imports_know_the_questions_by_name_and_by_label(dataset: Dataset, lang: Lang) -> None:
    """What the form asks, `netral stats import` must find again, whichever header the service prints."""
    found = asked(dataset, "kabupaten-demo", lang)
    names = dict(zip(FIELDS, ("nip", "nama", "unit_kerja", "versi_pakta"), strict=True))
    # LimeSurvey alone prints codes, never the questions.
    for mapping in (each for each in providers().values() if each.id != "limesurvey"):
        for field, name in names.items():
            assert found[name].label in mapping.fields[field], mapping.id
    for name in ("odk-central", "kobotoolbox"):
        fields = providers()[name].fields
        assert all(column in fields[field] for field, column in names.items())
