"""What a set of published rows proves of groups too small for it, each with the row to blame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from netral.disclose.groups import Proof, proofs, protected
from netral.disclose.intervals import OPEN
from netral.disclose.knowledge import Knowledge, Part, apart, known
from netral.disclose.limits import Limits
from netral.disclose.states import claim, families, replaced, states
from netral.model.completion import WHOLE, Figures, Mark

__all__ = ["Breach", "breaches", "harmless", "moved", "too_small"]

Kind = Literal["signers", "unsigned", "increment", "sum", "alone", "method"]


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that published rows prove and may not.

    kind: signers, unsigned = how many of the group had signed, or had not, at the end of the row's week; increment =
    how many signed from one week to a later one, or by how many a correction moved the count; sum = any of these, and
    it follows only from the sum over units; alone = the group is too small to have a row; method = the group is too
    small to be shown by way of signing.
    """

    #: The row to make coarser. Of a sum, the smallest other unit that is told; the whole, if there is none.
    row: Figures
    kind: Kind
    #: The group: unit ids. `REST` (an empty text) stands for those who are in no unit that has rows.
    units: tuple[str, ...]
    #: What is proven, in persons; `high` is None where there is no upper bound.
    low: int
    high: int | None


def harmless(rows: Sequence[Figures], limits: Limits) -> bool:
    """Can rows of one family be seen at a glance to be of no protected group?"""
    return all(row.unit == WHOLE and row.headcount is not None and row.headcount >= limits.group for row in rows)


def breaches(rows: Sequence[Figures], limits: Limits) -> Iterator[Breach]:
    """Everything that may not be proven and is.

    rows: all that was ever published of one agency, superseded revisions too; rows of one key in the order in which
    they were published. Of each row to blame, kind and group, the one
    breach that tells most.
    """
    for family in families(rows).values():
        if harmless(family, limits):
            continue
        found: dict[tuple[object, ...], Breach] = {}
        for breach in _of_family(family, limits):
            same = (breach.row.key, breach.kind, breach.units)
            if same not in found or _width(breach) < _width(found[same]):
                found[same] = breach
        yield from found.values()


def _width(breach: Breach) -> int:
    return OPEN if breach.high is None else breach.high - breach.low


def _of_family(rows: Sequence[Figures], limits: Limits) -> Iterator[Breach]:
    for state in states(rows):
        by_itself = apart(state, limits)
        for part in by_itself.parts:
            yield from _of_rows(part, limits)
        plain = {(proof.kind, proof.units, proof.since, proof.until) for proof in proofs(by_itself, limits)}
        knowledge = known(by_itself)
        for proof in proofs(knowledge, limits):
            summed = (proof.kind, proof.units, proof.since, proof.until) not in plain
            row = _behind_sum(proof, knowledge) if summed else _behind(proof, knowledge)
            yield Breach(row, "sum" if summed else proof.kind, proof.units, proof.low, proof.high)
    yield from moved(rows, limits)


def too_small(part: Part, limits: Limits) -> Iterator[Figures]:
    """Rows of a part that is too small to have them."""
    for cell, head in zip(part.cells, part.heads, strict=True):
        if head is not None and head < limits.alone:
            yield from cell or ()


def _of_rows(part: Part, limits: Limits) -> Iterator[Breach]:
    for row in too_small(part, limits):
        yield Breach(row, "alone", (part.unit,), 0, row.headcount)
    for cell, size, (low, high) in zip(part.cells, part.heads, part.claims, strict=True):
        if protected(size, low, limits):
            for row in cell or ():
                if row.method != "any" and row.signed not in {None, Mark.WITHHELD}:
                    yield Breach(row, "method", (part.unit,), low, min(high, size) if size is not None else None)


def moved(rows: Sequence[Figures], limits: Limits) -> Iterator[Breach]:
    """Corrections of one family that tell of a few people, in a protected group."""
    for old, new in replaced(rows):
        before, after = (claim((row,), row.headcount, limits) for row in (old, new))
        least = max(0, after[0] - before[1], before[0] - after[1])
        most = max(after[1] - before[0], before[1] - after[0])
        size = None if old.headcount is None or new.headcount is None else min(old.headcount, new.headcount)
        if 0 < least < limits.cell and protected(size, min(before[0], after[0]), limits):
            yield Breach(new, "increment", (new.unit,), least, most)


def _row(part: Part, week: int) -> Figures | None:
    """The row of a part at a week that counts most."""
    cell = part.cells[week]
    return None if not cell else next((row for row in cell if row.method == "any"), cell[0])


def _behind(proof: Proof, knowledge: Knowledge) -> Figures:
    """The row of the group itself: that of the week, else the next that tells something, else any."""
    part = next(part for part in knowledge.parts if part.unit == proof.units[0])
    weeks = [*range(proof.until, len(part.cells)), *range(proof.until - 1, -1, -1)]
    ordered = sorted(weeks, key=lambda week: not part.told >> week & 1)
    return next(row for row in (_row(part, week) for week in ordered) if row is not None)


def _behind_sum(proof: Proof, knowledge: Knowledge) -> Figures:
    """The row to make coarser so that the sum proves less: of the same week if that has one, of another unit."""
    weeks = [*range(proof.until, len(knowledge.parts[-1].cells)), *range(proof.until - 1, -1, -1)]
    others = sorted(
        (part for part in knowledge.parts if part.unit not in proof.units),
        key=lambda part: (part.unit == WHOLE, part.heads[proof.until] or 0, part.unit),
    )
    ordered = [(part, week) for week in weeks for part in (*others, *knowledge.parts)]
    ordered.sort(key=lambda item: not item[0].told >> item[1] & 1)
    return next(row for row in (_row(part, week) for part, week in ordered) if row is not None)
