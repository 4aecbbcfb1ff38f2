"""tests/citations.csv: every citation of the five articles and of the dossier, what it says, and that no slip passes.

`source` is an article's id in data/sources.yaml or a file of the dossier, `line` where it stands there first. `within`
is the regulation whose articles the dossier lists there. `regulation` and `parts` are what is to be read, " | " between
regulations and "-" where none, or no place, is named. A row that is no citation of that kind says why in `excepted`.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from netral.check.citations import disagreements
from netral.citations.naming import Register
from netral.citations.parts import Citation, Instrument, Part, Pinpoint, slug
from netral.citations.reading import Fault, read_citation, read_item
from netral.load import load
from netral.model.base import Basis
from netral.model.dataset import Dataset
from netral.model.place import At, Place
from netral.model.regulation import Regulation
from netral.model.walk import walk

ROOT = Path(__file__).parents[2]


class Row(NamedTuple):
    """A line of the table."""

    citation: str
    source: str
    line: str
    within: str
    regulation: str
    parts: str
    excepted: str


@cache
def rows() -> tuple[Row, ...]:
    with (ROOT / "tests/citations.csv").open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    assert tuple(head) == Row._fields
    return tuple(Row(*line) for line in lines)


@cache
def data() -> Dataset:
    return load(ROOT / "data").dataset


def register() -> Register:
    return data().register


def said(row: Row) -> tuple[str, str]:
    """What the parser reads in a row, as the row would write it."""
    found = read_citation(row.citation)
    assert not isinstance(found, Fault), (row, row.citation[found.column :])
    groups = [
        (name, [str(each.pinpoint) for each in group if each.pinpoint])
        for name, group in itertools.groupby(found, lambda each: str(each.instrument or "-"))
    ]
    return " | ".join(name for name, _ in groups), " | ".join(", ".join(parts) or "-" for _, parts in groups)


def test_every_row_is_read_as_it_says_or_excepted_with_a_reason() -> None:
    faults = []
    for row in rows():
        if row.excepted:
            assert not row.regulation
            assert not row.parts
            # An exception that the grammar has learned to read is one no more.
            faults += [row] if not isinstance(read_citation(row.citation), Fault) else []
            assert len(row.excepted.split()) >= 5, row
        elif said(row) != (row.regulation, row.parts):
            faults.append(row)
    assert faults == []


def test_the_table_holds_all_articles_that_cite_and_the_whole_dossier() -> None:
    sources = {row.source for row in rows()}
    assert {name for name in sources if "/" not in name} <= {source.id for source in data().sources}
    assert {name for name in sources if "/" not in name} == {
        "artikel-banten-2023",
        "artikel-tangerang-2024",
        "artikel-sumbar",
    }
    assert {name.removeprefix("dossier/") for name in sources if "/" in name} == {
        "legal.yaml",
        "legal-2.yaml",
        "legal-notes.md",
        "legal-2-notes.md",
    }
    assert len(rows()) >= 380
    assert len([row for row in rows() if row.excepted]) <= 20
    assert len({(row.citation, row.source, row.within) for row in rows()}) == len(rows())


def test_every_regulation_of_the_table_is_on_record_or_excepted() -> None:
    """But for codes known by their names, and the one regulation that the dossier names and the site does not."""
    known = {read_item(each.cite) for each in data().unrecorded}
    missing = {
        str(each.instrument)
        for row in rows()
        if not row.excepted
        for each in citations(row)
        if each.instrument and register().find(each.instrument) is None and (Citation(each.instrument),) not in known
    }
    assert missing == {"KUHP", "UUD 1945", "PP 43/2014"}


def citations(row: Row) -> tuple[Citation, ...]:
    """The citations of a row, with the regulation that it stands within where it names none."""
    found = read_citation(row.citation)
    assert not isinstance(found, Fault)
    within = read_item(row.within) if row.within else (Citation(None),)
    assert not isinstance(within, Fault)
    return tuple(Citation(each.instrument or within[0].instrument, each.pinpoint) for each in found)


class Listed(NamedTuple):
    """A citation and the provision it means."""

    law: Regulation
    instrument: Instrument
    place: Pinpoint
    provision: str


@cache
def listed() -> tuple[Listed, ...]:
    """Every citation, of the table and of the data, whose very provision is on record."""
    texts = {each for row in rows() if not row.excepted for each in citations(row)}
    for _, item in data():
        for found in walk(item):
            if isinstance(found.value, Basis):
                texts |= set(read_citation(found.value.cite))  # type: ignore[arg-type]
    return tuple(sorted(_listed(texts), key=str))


def _listed(texts: set[Citation]) -> Iterator[Listed]:
    for each in texts:
        if each.instrument is None or each.pinpoint is None:
            continue
        law = register().find(each.instrument)
        part = register().listed(law, each.pinpoint) if law else None
        if law is not None and part is not None and part.id == slug(each.pinpoint):
            yield Listed(law, each.instrument, each.pinpoint, f"{law.id}/{part.id}")


def told(cite: str, provision: str) -> set[str]:
    """The codes of a basis with these two."""
    place = Place("basis.yaml")
    basis = Basis.model_validate({"cite": cite, "provision": provision, "@at": At(place, {}, {}, {})})
    return {problem.code for problem in disagreements(data(), basis)}


def other_years(name: Instrument) -> Iterator[Instrument]:
    assert name.year is not None
    for year in (name.year - 1, name.year + 1, name.year - 10):
        other = Instrument(name.kind, name.number, year, name.issuer)
        if register().find(other) is None:
            yield other


def next_value(part: Part) -> str:
    """The letter, number or article after this one."""
    return str(int(part.value) + 1) if part.value.isdigit() else chr(ord(part.value[-1]) + 1)


def test_enough_citations_lead_to_a_provision() -> None:
    assert len(listed()) >= 180
    assert len({each.law.id for each in listed()}) >= 20


def test_what_agrees_is_accepted() -> None:
    assert [each for each in listed() if told(f"{each.law.citation} {each.place}", each.provision)] == []


def test_a_wrong_year_is_refused() -> None:
    tried = [
        (each, str(other), told(f"{other} {each.place}", each.provision))
        for each in listed()
        if each.instrument.year is not None
        for other in other_years(each.instrument)
    ]
    assert len(tried) >= 2 * len(listed())
    assert [(name, codes) for _, name, codes in tried if codes != {"C031"}] == []


def test_an_article_that_is_not_there_is_refused() -> None:
    faults = []
    for each in listed():
        first, *rest = each.place.parts
        absent = Part(first.level, "9999" if first.value.isdigit() else "XLIX")
        place = Pinpoint((absent, *rest), explained=each.place.explained)
        codes = told(f"{each.law.citation} {place}", each.provision)
        faults += [] if codes == {"C033"} else [(str(place), codes)]
    assert faults == []


@pytest.mark.parametrize("level", ["pasal", "ayat", "huruf", "angka"])
def test_a_swapped_letter_or_number_is_refused(level: str) -> None:
    """Whether the neighbour is listed or not: the citation no longer says what the provision is."""
    faults, tried = [], 0
    for each in listed():
        for index, part in enumerate(each.place.parts):
            if part.level != level or not (part.value.isdigit() or part.value.islower()):
                continue
            tried += 1
            parts = (*each.place.parts[:index], Part(part.level, next_value(part)), *each.place.parts[index + 1 :])
            place = Pinpoint(parts, explained=each.place.explained)
            codes = told(f"{each.law.citation} {place}", each.provision)
            faults += [] if codes in ({"C032"}, {"C033"}) else [(str(place), each.provision, codes)]
    assert faults == []
    assert tried >= 20


def test_a_cut_off_citation_is_refused() -> None:
    """The last value lost: "huruf", "ayat", "angka" alone."""
    faults = []
    for each in listed():
        text = f"{each.law.citation} {each.place}"
        codes = told(text.rsplit(" ", 1)[0], each.provision)
        faults += [] if codes == {"C030"} else [(text, codes)]
    assert faults == []
