"""Law is shown as law only where it is: in force on its day, and sure enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.asof import covers, provision_span
from netral.model.act import Act, Answer
from netral.model.base import Basis, OnPoster, Ref, Span
from netral.model.channel import Channel
from netral.model.dataset import Dataset, Item
from netral.model.place import Place
from netral.model.regulation import Provision, Regulation
from netral.model.sanction import Ladder
from netral.model.walk import walk
from netral.problems import Problem

__all__ = ["check_law"]

_ENDLESS = dt.date.max


def check_law(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """What is said to hold rests on provisions in force for as long as it does; none rests on a `low` fact.

    That is so for answers and ladders with their chains, and for whatever else cites an article as today's law: rows,
    channels, notices, the poster. Only what is marked as printed in an older instrument may be repealed.
    """
    for act in dataset.acts:
        for answer in act.answers:
            yield from _answer(dataset, act, answer)
    for ladder in dataset.sanctions:
        yield from _ladder(dataset, ladder)
    for _, item in dataset:
        if not isinstance(item, Regulation):
            yield from _elsewhere(dataset, item)
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
            for past in rung.past:
                yield from _bases(dataset, past.basis, *_days(past.in_force))
            if ladder.kind in {"law", "criminal"} and rung.confidence == "low":
                yield Problem("C003", rung.at.value("confidence"), {"what": f"{ladder.id}/{rung.id}"}, "rung")
    for _, step in ladder.chain.steps() if ladder.chain else ():
        yield from _bases(dataset, step.basis, *_days(step.in_force or span))


def _elsewhere(dataset: Dataset, item: Item) -> Iterator[Problem]:
    """Articles cited anywhere else are those of today, or of the last day of a channel that has ended."""
    last = _ENDLESS
    if isinstance(item, Channel) and item.valid.until is not None:
        last = item.valid.until.last
    for found in walk(item):
        if isinstance(found.value, OnPoster):
            for index, ref in enumerate(found.value.cites):
                if ref in dataset.law_refs:
                    place = found.value.at.item("cites", index)
                    yield from _cited(dataset, ref, _cite(dataset, ref), place, last, last)
        if isinstance(found.value, Basis) and not isinstance(item, Ladder) and not isinstance(found.holder, Answer):
            yield from _bases(dataset, (found.value,), last, last)


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
        if not basis.printed:
            yield from _cited(dataset, basis.provision, basis.cite, place, first, last)


def _cited(dataset: Dataset, ref: Ref, cite: str, place: Place, first: dt.date, last: dt.date) -> Iterator[Problem]:
    law = dataset.law_refs[ref]
    part = dataset.provisions.get(ref, (law, None))[1]
    span = provision_span(law, part) if part else law.in_force
    if not covers(span, first, last):
        yield _not_in_force(dataset, cite, place, law, part, span, last)


def _not_in_force(
    dataset: Dataset,
    cite: str,
    place: Place,
    law: Regulation,
    part: Provision | None,
    span: Span | None,
    last: dt.date,
) -> Problem:
    successors = (part.replaced_by if part else ()) or law.replaced_by
    names = ", ".join(_cite(dataset, ref) for ref in successors)
    until = span.until.text if span and span.until else ""
    values = {"cite": cite, "until": until, "successor": names, "from": span.from_.text if span else ""}
    if span is None:
        variant = "never"
    elif span.until is None or span.until.last >= last:
        variant = "early"
    else:
        variant = "" if names else "unknown"
    return Problem("C004", place, values, variant)


def _cite(dataset: Dataset, ref: str) -> str:
    law = dataset.law_refs.get(ref)
    part = dataset.provisions.get(ref)
    if part is not None:
        return f"{part[0].citation} {part[1].article}"
    return law.citation if law else ref
