"""Law is law only in its time: to the day, at both ends, for answers and for ladders."""

import datetime as dt
import json

import pytest

from netral.check.law import check_law
from netral.load.files import SourceText
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.dataset import KINDS, Dataset

CLAIM = {"sources": ["sumber-rekaan"], "confidence": "high"}
TOP = {**CLAIM, "checked_on": "2024-01-02"}
TEXT = {"id": "Rekaan.", "en": "Made up."}
BASIS = [{"cite": "PR 1/2020 Pasal 1", "provision": "rekaan-1-2020/pasal-1"}]


def dataset(**files):
    """A dataset of these records, read as from files."""
    found = {}
    for kind, records in files.items():
        document, problems = read_nodes(SourceText(f"{kind}.yaml", json.dumps(records)))
        found[kind], more = read_records(KINDS[kind], document, f"{kind}.yaml")
        assert [*problems, *more] == []
    return Dataset(**found)


def law(number, in_force, provisions=(), **more):
    return TOP | {
        "id": f"rekaan-{number}-2020",
        "kind": "pp",
        "number": str(number),
        "year": 2020,
        "citation": f"PR {number}/2020",
        "title": TEXT,
        "issuer": TEXT,
        "issued": None,
        "in_force": in_force,
        "replaced_by": [],
        "amended_by": [],
        "official_page": None,
        "provisions": list(provisions),
        **more,
    }


def pasal(number, **more):
    return CLAIM | {"id": f"pasal-{number}", "article": f"Pasal {number}", "wording": "gist", "text": TEXT} | more


def answer(**more):
    whole = {"id": "jawaban", "who": ["pns"], "stage": "semua", "from": "2020-02-01", "verdict": "tidak", "say": TEXT}
    return CLAIM | whole | {"sanctions": [], "basis": BASIS} | more


def act(*answers):
    words = {"id": ["rekaan"], "en": ["made up"]}
    return TOP | {"id": "perbuatan", "kind": "larangan", "statement": TEXT, "words": words, "answers": list(answers)}


def ladder(in_force, levels, **more):
    whole = {"id": "tangga", "kind": "law", "name": TEXT, "about": TEXT, "applies_to": ["pns"], "stepped": True}
    return TOP | whole | {"in_force": in_force, "levels": levels} | more


def level(name="ringan", rung=None, **more):
    return {
        "id": name,
        "name": TEXT,
        "rungs": [CLAIM | {"id": "teguran", "text": TEXT, "wording": "gist"} | (rung or {})],
    } | more


def told(**files):
    problems = check_law(dataset(**files), dt.date(2024, 9, 22))
    return [(p.code, p.variant, dict(p.values)) for p in problems]


def c004(variant, begin="", until="", successor="", cite="PR 1/2020 Pasal 1"):
    return ("C004", variant, {"cite": cite, "from": begin, "until": until, "successor": successor})


SPAN = {"from": "2020-02-01", "until": "2021-06-30"}
ENDED = c004("unknown", "2020-02-01", "2021-06-30")
EARLY = c004("early", "2020-02-01", "2021-06-30")


@pytest.mark.parametrize(
    ("begin", "until", "expected"),
    [
        ("2020-02-01", "2021-06-30", []),
        ("2020-02-02", "2021-06-29", []),
        ("2020-01-31", "2021-06-30", [EARLY]),
        ("2020-02-01", "2021-07-01", [ENDED]),
        ("2020-02-01", None, [ENDED]),
        ("2020-01-31", None, [ENDED]),
        ("2022-01-01", "2022-12-31", [ENDED]),
        ("2019-01-01", "2019-12-31", [EARLY]),
        ("2020-02", "2021-06", []),
        ("2020", "2021-06", [EARLY]),
        ("2020-02", "2021", [ENDED]),
    ],
)
def test_an_answer_lies_inside_its_basis_to_the_day(begin, until, expected):
    laws = [law(1, SPAN, [pasal(1)])]
    given = answer(**{"from": begin, "until": until})
    assert told(regulations=laws, acts=[act(given)]) == expected


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        ({"from": "2020"}, []),
        ({"from": "2020-02", "until": "9999-12-31"}, []),
        ({"from": "2020-02-02"}, [c004("early", "2020-02-02")]),
        ({"from": "2020-03"}, [c004("early", "2020-03")]),
        ({"from": "2019", "until": "2019"}, [c004("unknown", "2019", "2019")]),
        (None, [c004("never")]),
    ],
)
def test_an_open_answer_needs_a_basis_that_goes_on(in_force, expected):
    assert told(regulations=[law(1, in_force, [pasal(1)])], acts=[act(answer())]) == expected


def test_a_provision_outlives_its_regulation_by_its_own_span():
    kept = pasal(1, in_force={"from": "2010-06-06"})
    laws = [law(1, {"from": "2010-06-06", "until": "2019-12-31"}, [kept, pasal(2)], replaced_by=["rekaan-2-2020"])]
    laws.append(law(2, {"from": "2020-01-01"}, [pasal(5)]))
    assert told(regulations=laws, acts=[act(answer())]) == []
    other = answer(basis=[{"cite": "PR 1/2020 Pasal 2", "provision": "rekaan-1-2020/pasal-2"}])
    ended = c004("", "2010-06-06", "2019-12-31", "PR 2/2020", "PR 1/2020 Pasal 2")
    assert told(regulations=laws, acts=[act(other)]) == [ended]


def test_the_successor_of_the_provision_comes_before_that_of_its_regulation():
    old = pasal(1, replaced_by=["rekaan-2-2020/pasal-5", "rekaan-2-2020/pasal-6"])
    laws = [law(1, SPAN, [old], replaced_by=["rekaan-2-2020"])]
    laws.append(law(2, {"from": "2021-07-01"}, [pasal(5), pasal(6)]))
    ended = c004("", "2020-02-01", "2021-06-30", "PR 2/2020 Pasal 5, PR 2/2020 Pasal 6")
    assert told(regulations=laws, acts=[act(answer())]) == [ended]


def test_a_citation_kept_as_printed_may_be_repealed():
    printed = [{**BASIS[0], "printed": True}]
    assert told(regulations=[law(1, SPAN, [pasal(1)])], acts=[act(answer(basis=printed))]) == []


def test_a_basis_that_names_no_provision_or_an_unknown_one_is_left_to_other_rules():
    bases = [{"cite": "asas umum", "provision": None}, {"cite": "PR 7/2020", "provision": "rekaan-7-2020"}]
    assert told(regulations=[], acts=[act(answer(basis=bases))]) == []


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        (SPAN, []),
        ({"from": "2020-01-31", "until": "2021-06-30"}, [EARLY]),
        ({"from": "2020-02-01", "until": "2021-07-01"}, [ENDED]),
        ({"from": "2020-02-01"}, [ENDED]),
        ({"from": "2020", "until": "2021"}, []),
        (None, [ENDED]),
    ],
)
def test_a_ladder_lies_inside_its_basis(in_force, expected):
    """Vague ends of a ladder are read in its favour; a ladder without a span is taken to hold on."""
    laws = [law(1, SPAN, [pasal(1)])]
    assert told(regulations=laws, sanctions=[ladder(in_force, [level()], basis=BASIS)]) == expected
    assert told(regulations=laws, sanctions=[ladder(in_force, [level(basis=BASIS)])]) == expected
    assert told(regulations=laws, sanctions=[ladder(in_force, [level(rung={"basis": BASIS})])]) == expected


def test_the_span_of_a_level_comes_before_that_of_its_ladder():
    laws = [law(1, SPAN, [pasal(1)])]
    inside = level(basis=BASIS, in_force={"from": "2020-02-01", "until": "2021-06-30"})
    assert told(regulations=laws, sanctions=[ladder({"from": "2010"}, [inside])]) == []
    outside = level(rung={"basis": BASIS}, in_force={"from": "2020-02-01"})
    assert told(regulations=laws, sanctions=[ladder(SPAN, [outside])]) == [ENDED]


def test_a_suspended_level_may_rest_on_what_is_not_in_force():
    suspended = level(basis=BASIS, rung={"basis": BASIS}, suspended=TEXT)
    assert told(regulations=[law(1, SPAN, [pasal(1)])], sanctions=[ladder({"from": "2010"}, [suspended])]) == []


@pytest.mark.parametrize(
    ("ref", "told_of"),
    [("tangga/berat", True), ("tangga/berat/teguran", True), ("tangga", False), ("tangga/ringan", False)],
)
def test_no_answer_threatens_with_a_suspended_level(ref, told_of):
    ladders = [ladder({"from": "2020"}, [level(), level("berat", suspended=TEXT)])]
    laws = [law(1, {"from": "2020"}, [pasal(1)])]
    expected = [("C007", "", {"ref": ref})] if told_of else []
    assert told(regulations=laws, sanctions=ladders, acts=[act(answer(sanctions=[ref]))]) == expected


@pytest.mark.parametrize(
    ("more", "told_of"),
    [
        ({}, False),
        ({"basis": []}, True),
        ({"basis": [], "gap": TEXT}, False),
        ({"verdict": "belum-pasti"}, True),
        ({"verdict": "belum-pasti", "gap": TEXT}, False),
    ],
)
def test_what_an_answer_lacks_is_said(more, told_of):
    given = answer(**more)
    expected = [("C005", "", {"answer": "jawaban", "verdict": given["verdict"]})] if told_of else []
    assert told(regulations=[law(1, {"from": "2020"}, [pasal(1)])], acts=[act(given)]) == expected


def low(variant, what):
    return ("C003", variant, {"what": what})


def test_a_low_answer_is_unsettled_or_told():
    laws = [law(1, {"from": "2020"}, [pasal(1)])]
    assert told(regulations=laws, acts=[act(answer(confidence="low"))]) == [low("answer", "perbuatan/jawaban")]
    unsettled = answer(confidence="low", verdict="belum-pasti", gap=TEXT)
    assert told(regulations=laws, acts=[act(unsettled)]) == []
    assert told(regulations=laws, acts=[act(answer(confidence="medium"))]) == []


def test_the_confidence_of_a_basis_is_that_of_its_provision():
    sure = [law(1, {"from": "2020"}, [pasal(1)], confidence="low")]
    assert told(regulations=sure, acts=[act(answer())]) == []
    unsure = [law(1, {"from": "2020"}, [pasal(1, confidence="low")])]
    assert told(regulations=unsure, acts=[act(answer())]) == [low("basis", "PR 1/2020 Pasal 1")]
    whole = answer(basis=[{"cite": "PR 1/2020", "provision": "rekaan-1-2020"}])
    assert told(regulations=sure, acts=[act(whole)]) == [low("basis", "PR 1/2020")]


@pytest.mark.parametrize(
    ("kind", "told_of"), [("law", True), ("criminal", True), ("stated", False), ("history", False), ("process", False)]
)
def test_a_low_rung_is_never_law(kind, told_of):
    ladders = [ladder({"from": "2020"}, [level(rung={"confidence": "low"})], kind=kind)]
    assert told(sanctions=ladders) == ([low("rung", "tangga/teguran")] if told_of else [])


def test_words_of_low_confidence_are_not_word_for_word():
    quoted = pasal(1, confidence="low", wording="verbatim")
    assert told(regulations=[law(1, SPAN, [quoted])]) == [low("verbatim", "Pasal 1")]
    assert told(regulations=[law(1, SPAN, [pasal(1, confidence="low", wording="reported")])]) == []
