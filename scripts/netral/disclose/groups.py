"""Which groups are judged, and what is proven of each that may not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from netral.disclose.intervals import OPEN, Matrix, union
from netral.disclose.knowledge import Knowledge
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


def _of_group(
    names: tuple[str, ...], heads: Sequence[int | None], bounds: Matrix, limits: Limits, *, grows: bool = True
) -> Iterator[Proof]:
    if all(head is not None and head >= limits.group for head in heads):
        return
    for until, head in enumerate(heads):
        low, high = -bounds[until + 1][0], bounds[0][until + 1]
        if not protected(head, low, limits):
            continue
        if _tells(low, high, head, limits.cell):
            yield Proof("signers", names, -1, until, low, _shown(high))
        if head is not None and _tells(max(0, head - high), max(0, head - low), head, limits.cell):
            yield Proof("unsigned", names, -1, until, max(0, head - high), max(0, head - low))
    if grows:
        yield from _of_growth(names, heads, bounds, limits)


def _of_growth(names: tuple[str, ...], heads: Sequence[int | None], bounds: Matrix, limits: Limits) -> Iterator[Proof]:
    for until, last in enumerate(heads):
        for since in range(until - 1, -1, -1):
            low, high = -bounds[until + 1][since + 1], bounds[since + 1][until + 1]
            if _tells(low, high, None, limits.cell):
                size = _smaller(last, heads[since])
                if _tells(low, high, size, limits.cell) and protected(size, -bounds[until + 1][0], limits):
                    yield Proof("increment", names, since, until, low, _shown(high))


def _shown(high: int) -> int | None:
    return None if high >= OPEN // 2 else high


def _unions(knowledge: Knowledge, limits: Limits) -> Iterator[tuple[int, ...]]:
    """Groups of several units whose count or growth can be had from the whole, as indexes.

    These are, for any week and for any two, the units whose counts are not told exactly in all of these weeks,
    together; and of these, those not even told as a band.
    """
    units = knowledge.units
    heads = tuple(part.heads for part in units)
    masks = dict[int, None]()
    for told in ([part.exact for part in units], [part.told for part in units]):
        weeks = range(len(heads[0]))
        hidden = [sum(1 << index for index, bits in enumerate(told) if not bits >> week & 1) for week in weeks]
        masks |= dict.fromkeys(one | other for one in set(hidden) for other in set(hidden))
    return (group for mask in sorted(masks) if (group := _small(mask, heads, limits.group)))


@lru_cache(maxsize=10_000)
def _small(mask: int, heads: tuple[tuple[int | None, ...], ...], limit: int) -> tuple[int, ...]:
    """The units of a mask, if they are several but not all, and together may be a group to protect; else none."""
    group = tuple(index for index in range(len(heads)) if mask >> index & 1)
    if not 1 < len(group) < len(heads):
        return ()
    weeks = zip(*(heads[index] for index in group), strict=True)
    return group if any(sum(head or 0 for head in week) < limit or None in week for week in weeks) else ()


def _of_union(knowledge: Knowledge, group: tuple[int, ...], limits: Limits) -> Iterator[Proof]:
    units = [knowledge.units[index] for index in group]
    outside = [bounds for index, bounds in enumerate(knowledge.bounds[:-1]) if index not in group]
    bounds = union([knowledge.bounds[index] for index in group], outside, knowledge.bounds[-1])
    if bounds is not None:
        heads = [
            sum(head for head in week if head is not None) if None not in week else None
            for week in zip(*(part.heads for part in units), strict=True)
        ]
        yield from _of_group(tuple(part.unit for part in units), heads, bounds, limits)


def proofs(knowledge: Knowledge, limits: Limits, seen: Knowledge | None = None) -> Iterator[Proof]:
    """Everything proven that may not be. seen: knowledge already judged; of parts as in it nothing is said again."""
    judged = {id(bounds) for bounds in seen.bounds} if seen else set[int]()
    for part, bounds in zip(knowledge.parts, knowledge.bounds, strict=True):
        if id(bounds) not in judged:
            yield from _of_group((part.unit,), part.heads, bounds, limits, grows=part.rises)
    if knowledge.joined:
        for group in _unions(knowledge, limits):
            yield from _of_union(knowledge, group, limits)
