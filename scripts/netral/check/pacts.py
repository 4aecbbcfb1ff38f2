"""Pacts: a version names one text for ever, and says how it differs from the one before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from netral.digest import pact_digest, part_digests
from netral.model.dataset import Dataset
from netral.model.pact import Pact, PastVersion
from netral.model.place import Place
from netral.problems import Problem
from netral.versions import next_version, of_version, versions

__all__ = ["check_pacts", "text_changed", "text_values"]


def check_pacts(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Texts are those their versions were recorded with; versions are told apart, and each names its change."""
    for pact in dataset.pacts:
        yield from _text(pact, as_of)
        yield from _names(pact)
        yield from _kept(pact)
        yield from _changes(pact)
        yield from _order(pact)
    yield from _rounds(dataset)


def _text(pact: Pact, as_of: dt.date) -> Iterator[Problem]:
    """The text is the one that digest and parts were made of; what has changed is told where it stands."""
    digest, parts = pact_digest(pact), part_digests(pact)
    values = text_values(pact, digest, pact.digest, pact.parts, as_of)
    place = pact.at.value("digest")
    if pact.digest == digest:
        if pact.parts != parts:
            yield Problem("P008", pact.at.value("parts"), values)
        return
    if not pact.parts:
        yield Problem("P008", place, values, "new")
        return
    if pact.parts == parts:
        yield Problem("P001", place, values)
        return
    yield from text_changed("P001", pact.parts, pact, values)


def text_values(pact: Pact, digest: str, was: str, known: Sequence[str], as_of: dt.date) -> dict[str, str]:
    """What the messages on a changed text say, and give to paste.

    `digest` is that of the text as it is; `was` and `known` are the digest and those of the parts as they were.
    """
    parts = part_digests(pact)
    return {
        "version": pact.version,
        "digest": digest,
        "parts": ", ".join(f"'{part}'" for part in parts),
        "was": was,
        "next": next_version(pact),
        "until": as_of.isoformat(),
        "known": str(len(known)),
        "now": str(len(parts)),
    }


def text_changed(code: str, before: Sequence[str], pact: Pact, values: dict[str, str]) -> Iterator[Problem]:
    """The problem `code` at each part whose digest is not that of `before`; at the digest where parts came or went."""
    changed, moved = _changed_parts(before, pact)
    for variant, number, where in changed:
        yield Problem(code, where, {**values, "number": str(number)}, variant)
    if moved:
        yield Problem(code, pact.at.value("digest"), values, "count")


def _changed_parts(before: Sequence[str], pact: Pact) -> tuple[list[tuple[str, int, Place]], bool]:
    """The parts of `pact` that are other texts than the part digests `before` say; and were parts added or removed?

    Each part is told by what it is, its number among the points (0 for others), and where its Indonesian words stand.
    """
    parts, places = part_digests(pact), _places(pact)
    changed: list[tuple[str, int, Place]] = []
    moved = False
    for tag, a, b, c, d in SequenceMatcher(None, before, parts, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            changed += places[c:d]
        else:
            moved = moved or tag != "equal"
    return changed, moved


def _places(pact: Pact) -> list[tuple[str, int, Place]]:
    """Each part with what it is, its number among the points, and where its Indonesian words stand."""
    named = [("opening", 0, pact.opening)]
    named += [("point", number, point) for number, point in enumerate(pact.points, 1)]
    named += [("closing", 0, pact.closing)]
    return [(name, number, text.at.value("id")) for name, number, text in named if text is not None]


def _names(pact: Pact) -> Iterator[Problem]:
    """No version and no digest stands twice."""
    names = {pact.version: ""}
    texts = {pact.digest: pact.version}
    for record in pact.past:
        if record.version in names:
            values = {"version": record.version, "next": next_version(pact)}
            yield Problem("P002", record.at.value("version"), values, names[record.version])
        if record.digest in texts:
            values = {"version": record.version, "other": texts[record.digest]}
            yield Problem("P005", record.at.value("digest"), values)
        names.setdefault(record.version, "past")
        texts.setdefault(record.digest, record.version)


def _kept(pact: Pact) -> Iterator[Problem]:
    """A past version's text is whole, and the one that its digest was made of."""
    for text, record in zip(versions(pact), pact.past, strict=False):
        if not record.points and (record.opening or record.closing):
            where = record.at.value("opening" if record.opening else "closing")
            yield Problem("P003", where, {"version": record.version}, "points")
        elif record.points and pact_digest(text) != record.digest:
            values = {"version": record.version, "digest": pact_digest(text)}
            yield Problem("P003", record.at.value("digest"), values)


def _changes(pact: Pact) -> Iterator[Problem]:
    """Every version but the first says how it differs from the one before it."""
    records: tuple[PastVersion | Pact, ...] = (*pact.past, pact)
    if records[0].change is not None:
        yield Problem("P004", records[0].at.key("change"), {"version": records[0].version}, "first")
    for before, record in pairwise(records):
        if record.change is None:
            values = {"version": record.version, "before": before.version}
            yield Problem("P004", record.at.value("version"), values)


def _order(pact: Pact) -> Iterator[Problem]:
    """The oldest first."""
    ended = [record for record in pact.past if record.until is not None]
    for before, record in pairwise(ended):
        if before.until and record.until and record.until.last < before.until.first:
            values = {"version": record.version, "until": str(record.until)}
            values |= {"before": before.version, "ended": str(before.until)}
            yield Problem("P006", record.at.value("until"), values)


def _rounds(dataset: Dataset) -> Iterator[Problem]:
    """A round's version has its words: without them nobody can see what was signed. A warning, as they may be lost.

    Where there is a form, `check.forms` says so, as an error: nobody can sign it.
    """
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            pact = dataset.pact_of(round_)
            text = of_version(pact, round_.pact_version) if pact else None
            if text is not None and not text.points and round_.form is None:
                values = {"version": text.version, "pact": text.pact.id}
                yield Problem("P007", round_.at.value("pact_version"), values)
