"""The check of citations, on the real data: nothing is wrong, and every slip that is put in is told."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import time
from functools import cache
from pathlib import Path

from netral.check.citations import check_citations
from netral.check.mentions import check_mentions, in_text
from netral.check.wording import check_wording
from netral.citations.finding import Mention, mentions
from netral.citations.naming import CODES, Register, one_instrument
from netral.load import load
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.unrecorded import Unrecorded
from netral.model.walk import Found, walk

DATA = Path(__file__).parents[2] / "data"
DAY = dt.date(2026, 11, 22)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@cache
def data() -> Dataset:
    return load(DATA, demo=True).dataset


def register() -> Register:
    return data().register


@cache
def texts() -> tuple[tuple[Found, Mention], ...]:
    """Every text of the data that names a regulation of some year, with that place in it."""
    return tuple(
        (found, each)
        for _, item in data()
        if not isinstance(item, Unrecorded)
        for found in walk(item)
        if isinstance(found.value, str) and " " in found.value
        for each in mentions(found.value)
        if isinstance(each, Mention)
        and any(one.instrument and one.instrument.kind not in CODES for one in each.citations)
    )


def test_the_data_have_no_problem() -> None:
    assert [*check_citations(data(), DAY), *check_mentions(data(), DAY), *check_wording(data(), DAY)] == []


def test_a_wrong_year_in_the_middle_of_a_text_is_told() -> None:
    """Every mention of the data, its year made 1901: told at its text, and nothing else is."""
    excepted = frozenset(name for each in data().unrecorded if (name := one_instrument(each.cite)) is not None)
    faults, tried = [], 0
    for found, mention in texts():
        said = found.value[mention.start : mention.end]
        wrong = _YEAR.sub("1901", said)
        if wrong == said or all(each.instrument in excepted for each in mention.citations):
            continue
        tried += 1
        value = found.value[: mention.start] + wrong + found.value[mention.end :]
        mutated = found._replace(value=value)
        codes = {problem.code for problem in in_text(register(), excepted, set(), mutated)}
        faults += [] if codes == {"C031"} else [(said, str(found.place), codes)]
    assert faults == []
    assert tried >= 300


def test_every_exception_is_needed() -> None:
    """Without it a text is told of; with it gone from all texts, it is told of itself."""
    for each in data().unrecorded:
        without = dataclasses.replace(data(), unrecorded=tuple(one for one in data().unrecorded if one is not each))
        problems = list(check_mentions(without, DAY))
        assert problems
        assert {(problem.code, problem.values["cite"]) for problem in problems} == {("C031", each.cite)}
    alone = dataclasses.replace(Dataset(), unrecorded=data().unrecorded)
    told = {(problem.code, problem.variant, problem.place) for problem in check_mentions(alone, DAY)}
    assert told == {("C037", "unused", each.at.value("cite")) for each in data().unrecorded}


def test_nothing_is_told_where_the_regulations_could_not_be_read() -> None:
    broken = dataclasses.replace(data(), regulations=(), unread=frozenset({"regulations"}))
    assert [*check_citations(broken, DAY), *check_mentions(broken, DAY), *check_wording(broken, DAY)] == []


def test_half_a_citation_may_stand_among_the_words_people_type() -> None:
    found = next(f for _, item in data() for f in walk(item) if f.value == "PP 53")
    assert list(in_text(register(), frozenset(), set(), found)) == []
    elsewhere = Found(data().regulations[0], "gazette", "PP 53", Place("x.yaml", 1, 1, 5))
    assert [problem.code for problem in in_text(register(), frozenset(), set(), elsewhere)] == ["C030"]


def test_reading_all_citations_is_a_small_part_of_the_check() -> None:
    """What is read once is known; the second time is what remains when the grammar costs nothing."""
    begun = time.process_time()
    assert [*check_citations(data(), DAY), *check_mentions(data(), DAY), *check_wording(data(), DAY)] == []
    assert time.process_time() - begun < 3


def written_by_hand() -> list[Path]:
    """The pages and labels that are no data: prose in both languages, and what the program says on pages."""
    root = DATA.parent
    labels = [root / "scripts/netral/text" / f"{lang}.yaml" for lang in ("id", "en")]
    return [root / "README.md", *sorted((root / "docs").rglob("*.md")), *labels]


def test_pages_written_by_hand_cite_what_is_on_record() -> None:
    known = {each.cite for each in data().unrecorded} | {law.citation for law in data().regulations}
    faults, tried = [], 0
    for path in written_by_hand():
        for each in mentions(path.read_text(encoding="utf-8")):
            if not isinstance(each, Mention):
                faults.append((path.name, each.start, "broken"))
                continue
            for name in (one.instrument for one in each.citations if one.instrument):
                tried += 1
                law = register().find(name)
                wanted = law.citation if law else str(name)
                faults += [] if wanted in known or name.kind in CODES else [(path.name, each.start, str(name))]
    assert faults == []
    assert tried >= 10
