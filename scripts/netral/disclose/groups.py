"""Which groups are judged, and what is proven of each that may not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from netral.disclose.intervals import OPEN, Matrix
from netral.disclose.knowledge import Knowledge, Part
from netral.disclose.limits import Limits

__all__ = ["Proof", "proofs", "protected"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Something proven of a group that may not be: that `low` to `high` (None: no upper bound) people ...

    signers: had signed at the end of week `until`; unsigned: had not; increment: signed between the ends of `since`
    and `until`. Weeks are indexes; `since` is -1 for the first two.
    """

    kind: Literal["signers", "unsigned", "increment"]
    units: tuple[str, ...]
    since: int
    until: int
    low: int
    high: int | None


def _tells(low: int, high: int, size: int | None, cell: int) -> bool:
    """Does the interval point at people? Not if it holds 0 and `cell`, lies at or above `cell`, or says nothing."""
    return low < cell and (low > 0 or high < (cell if size is None else min(cell, size)))


def _smaller(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def protected(size: int | None, signed: int, limits: Limits) -> bool:
    """Is a group of this size one to protect? Without a headcount it is, unless so many have signed."""
    return signed < limits.group if size is None else size < limits.group


def _of_part(part: Part, bounds: Matrix, limits: Limits) -> Iterator[Proof]:
    if all(size is not None and size >= limits.group for size in part.sizes):
        return
    units, cell = (part.unit,), limits.cell
    for until, (size, head) in enumerate(zip(part.sizes, part.heads, strict=True)):
        low, high = -bounds[until + 1][0], bounds[0][until + 1]
        if not protected(size, low, limits):
            continue
        if _tells(low, high, size, cell):
            yield Proof("signers", units, -1, until, low, _shown(high))
        if head is not None and _tells(max(0, head - high), max(0, head - low), size, cell):
            yield Proof("unsigned", units, -1, until, max(0, head - high), max(0, head - low))
    if part.rises:
        yield from _of_growth(part, bounds, limits)


def _of_growth(part: Part, bounds: Matrix, limits: Limits) -> Iterator[Proof]:
    for until, last in enumerate(part.sizes):
        for since in range(until - 1, -1, -1):
            low, high = -bounds[until + 1][since + 1], bounds[since + 1][until + 1]
            if _tells(low, high, None, limits.cell):
                size = _smaller(last, part.sizes[since])
                if _tells(low, high, size, limits.cell) and protected(size, -bounds[until + 1][0], limits):
                    yield Proof("increment", (part.unit,), since, until, low, _shown(high))


def _shown(high: int) -> int | None:
    return None if high >= OPEN // 2 else high


def _size(group: Sequence[Part], week: int) -> int | None:
    sizes = [part.sizes[week] for part in group]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _unions(knowledge: Knowledge, limits: Limits) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Groups of several units whose count can be had from the whole, as indexes, with two weeks (-1: the beginning).

    These are the units whose counts are not told exactly in the one or the other week, together; and of these, those
    not even told as a band.
    """
    units = knowledge.units
    weeks = range(len(units[0].sizes)) if units else range(0)
    everybody = (1 << len(units)) - 1
    small: dict[int, tuple[int, ...]] = {0: (), everybody: ()}
    for told in ([part.exact for part in units], [part.told for part in units]):
        hidden = [sum(1 << index for index, bits in enumerate(told) if not bits >> week & 1) for week in weeks]
        for until in weeks:
            for since in range(-1, until):
                mask = hidden[until] | (hidden[since] if since >= 0 else 0)
                if mask not in small:
                    small[mask] = _small([index for index in range(len(units)) if mask >> index & 1], units, limits)
                if small[mask]:
                    yield small[mask], since, until


def _small(group: Sequence[int], units: Sequence[Part], limits: Limits) -> tuple[int, ...]:
    """The group, if it has several units and may be one to protect; else nothing."""
    if len(group) > 1:
        for week in range(len(units[0].sizes)):
            size = _size([units[index] for index in group], week)
            if size is None or size < limits.group:
                return tuple(group)
    return ()


def _of_union(knowledge: Knowledge, limits: Limits) -> Iterator[Proof]:
    units, whole = knowledge.units, knowledge.bounds[-1]
    for group, since, until in dict.fromkeys(_unions(knowledge, limits)):
        inside = [knowledge.bounds[index] for index in group]
        outside = [knowledge.bounds[index] for index in range(len(units)) if index not in group]
        i, j = since + 1, until + 1
        high = min(sum(m[i][j] for m in inside), whole[i][j] + sum(m[j][i] for m in outside))
        low = -min(sum(m[j][i] for m in inside), whole[j][i] + sum(m[i][j] for m in outside))
        parts = [units[index] for index in group]
        names = tuple(part.unit for part in parts)
        size = _size(parts, until)
        if since >= 0:
            size = _smaller(size, _size(parts, since))
        if not protected(size, low, limits):
            continue
        if _tells(low, high, size, limits.cell):
            yield Proof("signers" if since < 0 else "increment", names, since, until, low, _shown(high))
        if since < 0 and size is not None:
            least, most = max(0, size - high), max(0, size - low)
            if _tells(least, most, size, limits.cell):
                yield Proof("unsigned", names, since, until, least, most)


def proofs(knowledge: Knowledge, limits: Limits, seen: Knowledge | None = None) -> Iterator[Proof]:
    """Everything proven that may not be. seen: knowledge already judged; of parts as in it nothing is said again."""
    judged = {id(bounds) for bounds in seen.bounds} if seen else set[int]()
    for part, bounds in zip(knowledge.parts, knowledge.bounds, strict=True):
        if id(bounds) not in judged:
            yield from _of_part(part, bounds, limits)
    if knowledge.joined:
        yield from _of_union(knowledge, limits)
