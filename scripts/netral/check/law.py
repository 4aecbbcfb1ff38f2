"""Law is shown as law only where it is: in force on its day, and sure enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.asof import covers, provision_span
from netral.model.act import Act, Answer
from netral.model.base import Basis, Span
from netral.model.dataset import Dataset
from netral.model.regulation import Provision, Regulation
from netral.model.sanction import Ladder
from netral.problems import Problem

__all__ = ["check_law"]

_ENDLESS = dt.date.max


def check_law(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Answers and ladders rest on provisions in force for as long as they hold; none rests on a `low` fact."""
    for act in dataset.acts:
        for answer in act.answers:
            yield from _answer(dataset, act, answer)
    for ladder in dataset.sanctions:
        yield from _ladder(dataset, ladder)
    for law in dataset.regulations:
        for part in law.provisions:
            if part.confidence == "low" and part.wording == "verbatim":
                yield Problem("C003", part.at.value("confidence"), {"what": part.article}, "verbatim")


def _answer(dataset: Dataset, act: Act, answer: Answer) -> Iterator[Problem]:
    first, last = answer.from_.first, answer.until.last if answer.until else _ENDLESS
    yield from _bases(dataset, answer.basis, first, last)
    if answer.confidence == "low" and answer.verdict != "belum-pasti":
        yield Problem("C003", answer.at.value("confidence"), {"what": f"{act.id}/{answer.id}"}, "answer")
    if (not answer.basis or answer.verdict == "belum-pasti") and answer.gap is None:
        yield Problem("C005", answer.at.value("id"), {"answer": answer.id, "verdict": answer.verdict})
    for index, ref in enumerate(answer.sanctions):
        _, level, _ = dataset.sanction_refs.get(ref, (None, None, None))
        if level is not None and level.suspended is not None:
            yield Problem("C007", answer.at.item("sanctions", index), {"ref": ref})


def _ladder(dataset: Dataset, ladder: Ladder) -> Iterator[Problem]:
    span = ladder.in_force
    yield from _bases(dataset, ladder.basis, *_days(span))
    for level in ladder.levels:
        days = _days(level.in_force or span)
        if level.suspended is None:
            yield from _bases(dataset, level.basis, *days)
        for rung in level.rungs:
            if level.suspended is None:
                yield from _bases(dataset, rung.basis, *days)
            if ladder.kind in {"law", "criminal"} and rung.confidence == "low":
                yield Problem("C003", rung.at.value("confidence"), {"what": f"{ladder.id}/{rung.id}"}, "rung")


def _days(span: Span | None) -> tuple[dt.date, dt.date]:
    if span is None:
        return _ENDLESS, _ENDLESS
    return span.from_.last, span.until.first if span.until else _ENDLESS


def _bases(dataset: Dataset, bases: tuple[Basis, ...], first: dt.date, last: dt.date) -> Iterator[Problem]:
    for basis in bases:
        if basis.provision is None or basis.provision not in dataset.law_refs:
            continue
        law = dataset.law_refs[basis.provision]
        part = dataset.provisions.get(basis.provision, (law, None))[1]
        place = basis.at.value("provision")
        if (part or law).confidence == "low":
            yield Problem("C003", place, {"what": basis.cite}, "basis")
        if basis.printed:
            continue
        span = provision_span(law, part) if part else law.in_force
        if not covers(span, first, last):
            yield _not_in_force(dataset, basis, law, part, span, last)


def _not_in_force(
    dataset: Dataset, basis: Basis, law: Regulation, part: Provision | None, span: Span | None, last: dt.date
) -> Problem:
    successors = (part.replaced_by if part else ()) or law.replaced_by
    names = ", ".join(_cite(dataset, ref) for ref in successors)
    until = span.until.text if span and span.until else ""
    values = {"cite": basis.cite, "until": until, "successor": names, "from": span.from_.text if span else ""}
    if span is None:
        variant = "never"
    elif span.until is None or span.until.last >= last:
        variant = "early"
    else:
        variant = "" if names else "unknown"
    return Problem("C004", basis.at.value("provision"), values, variant)


def _cite(dataset: Dataset, ref: str) -> str:
    law = dataset.law_refs.get(ref)
    part = dataset.provisions.get(ref)
    if part is not None:
        return f"{part[0].citation} {part[1].article}"
    return law.citation if law else ref
