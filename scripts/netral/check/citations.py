"""Citations say what the record says: of regulations, of provisions, and of every basis that names both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.citations.naming import Register, instrument_of, place_of
from netral.citations.parts import Citation, register_number, slug
from netral.citations.reading import Fault, read_article, read_citation
from netral.model.base import Basis
from netral.model.dataset import Dataset
from netral.model.form import GOOD_PRACTICE
from netral.model.place import Place
from netral.model.regulation import Provision, Regulation
from netral.model.walk import walk
from netral.problems import Problem, quotable

__all__ = ["check_citations", "disagreements", "unread", "unrecorded"]

#: Enough of a text to find a citation by.
_SHOWN = 59


def check_citations(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every citation is one, names what is on record, and agrees with what stands beside it."""
    if "regulations" in dataset.unread:
        return
    for law in dataset.regulations:
        yield from _regulation(law)
    for _, item in dataset:
        for found in walk(item):
            if isinstance(found.value, Basis) and found.value.cite != GOOD_PRACTICE:
                yield from disagreements(dataset, found.value)


def unread(place: Place, text: str, fault: Fault, start: int = 0) -> Problem:
    """That `text` at `place` is no citation from `start` on, and what is missing where."""
    values = {"cite": quotable(text[start:][:_SHOWN]), "column": str(fault.column - start + 1)}
    return Problem("C030", place.within(text, fault.column), values, fault.expected)


def unrecorded(register: Register, place: Place, citation: Citation) -> Problem | None:
    """That the regulation of `citation` is not on record; with those that differ by their year alone."""
    wanted = citation.instrument
    if wanted is None or register.find(wanted) is not None:
        return None
    near = ", ".join(register.in_other_years(wanted))
    return Problem("C031", place, {"cite": str(wanted), "near": near}, "year" if near else "unknown")


def _regulation(law: Regulation) -> Iterator[Problem]:
    found = read_citation(law.citation)
    place = law.at.value("citation")
    if isinstance(found, Fault):
        yield unread(place, law.citation, found)
    elif len(found) != 1 or found[0].pinpoint is not None or found[0].instrument is None:
        yield Problem("C035", place, {"cite": law.citation, "record": law.id}, "several")
    else:
        said, wanted = found[0].instrument, instrument_of(law)
        # A rule of an issuer that has no short form of its own stands for whatever kind its record says.
        kinds = said.kind if said.kind == "peraturan" and said.issuer != "BKN" else wanted.kind
        for key, one, other in (
            ("kind", said.kind, kinds),
            ("number", said.number, wanted.number),
            ("year", said.year, wanted.year),
        ):
            if one != other:
                values = {"cite": law.citation, "said": str(one or "-"), "record": str(getattr(law, key) or "-")}
                yield Problem("C035", place, values, key)
        if register_number(str(said)) != register_number(law.citation):  # but for blanks and dashes in register numbers
            yield Problem("C036", place, {"cite": law.citation, "wording": str(said)}, "text")
    for part in law.provisions:
        yield from _provision(part)


def _provision(part: Provision) -> Iterator[Problem]:
    found = read_article(part.article)
    place = part.at.value("article")
    if isinstance(found, Fault):
        yield unread(place, part.article, found)
        return
    wanted = found.lower() if isinstance(found, str) else slug(found)
    if part.id != wanted:
        yield Problem("C034", part.at.value("id"), {"article": part.article, "id": part.id, "wanted": wanted}, "id")
    if str(found) != part.article:
        yield Problem("C034", place, {"article": part.article, "wanted": str(found)}, "wording")


def disagreements(dataset: Dataset, basis: Basis) -> Iterator[Problem]:
    """Where `basis` says two things: its citation one, the record or the provision beside it another."""
    place = basis.at.value("cite")
    found = read_citation(basis.cite)
    if isinstance(found, Fault):
        yield unread(place, basis.cite, found)
        return
    missing = [problem for each in found if (problem := unrecorded(dataset.register, place, each))]
    yield from missing
    if missing:
        return
    first = found[0]
    law = dataset.register.find(first.instrument) if first.instrument else None
    if law is None or len(found) != 1:
        yield Problem("C032", place, {"cite": basis.cite}, "several" if law else "bare")
        return
    yield from _agrees(dataset, basis, law, first)


def _agrees(dataset: Dataset, basis: Basis, law: Regulation, citation: Citation) -> Iterator[Problem]:
    """`provision` is what `cite` says, as nearly as the record lists it, and `cite` is worded as everywhere."""
    listed = dataset.register.listed(law, citation.pinpoint) if citation.pinpoint else None
    if citation.pinpoint and listed is None:
        values = {"cite": basis.cite, "law": law.citation, "record": law.id, "id": slug(citation.pinpoint)}
        yield Problem("C033", basis.at.value("cite"), values)
        return
    # A section with a name of its own ("Amar") is cited by its regulation alone.
    sections = () if citation.pinpoint else tuple(part for part in law.provisions if place_of(part.article) is None)
    right = [f"{law.id}/{part.id}" for part in ((listed,) if listed else sections)] or [law.id]
    if not citation.pinpoint:
        right.append(law.id)
    if basis.provision not in right:
        if basis.provision is not None and basis.provision not in dataset.law_refs:
            return
        named = _name(dataset, basis.provision)
        values = {"cite": basis.cite, "named": named, "provision": basis.provision or "null", "right": right[0]}
        yield Problem("C032", basis.at.value("provision"), values, "" if basis.provision else "null")
    wording = " ".join([law.citation, *([str(citation.pinpoint)] if citation.pinpoint else [])])
    if basis.cite != wording and not basis.printed:
        yield Problem("C036", basis.at.value("cite"), {"cite": basis.cite, "wording": wording})


def _name(dataset: Dataset, ref: str | None) -> str:
    if ref is None:
        return ""
    law, part = dataset.law_refs[ref], dataset.provisions.get(ref)
    return f"{law.citation} {part[1].article}" if part else law.citation
