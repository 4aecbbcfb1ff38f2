"""Which rows were true at the same time: one line of figures of an agency, before and after each correction."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from netral.disclose.intervals import OPEN, Bound
from netral.disclose.limits import Limits
from netral.model.completion import Figures, Mark

__all__ = ["Cell", "State", "claim", "families", "replaced", "states"]

#: The rows of one unit and week: one, or one for each method.
Cell = tuple[Figures, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What stood at one time: for each unit, its cells by week (None: no row)."""

    weeks: tuple[dt.date, ...]
    cells: Mapping[str, tuple[Cell | None, ...]]


def families(rows: Iterable[Figures]) -> dict[tuple[str, str], list[Figures]]:
    """The rows of each round and pact version: their counts have nothing to do with one another."""
    found: defaultdict[tuple[str, str], list[Figures]] = defaultdict(list)
    for row in rows:
        found[row.round, row.pact_version].append(row)
    return found


def _versions(rows: Iterable[Figures]) -> dict[tuple[str, dt.date, str], list[Figures]]:
    """What a cell of one method said first, second, ...; what was only said again is left out."""
    found: defaultdict[tuple[str, dt.date, str], list[Figures]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.revision):
        said = found[row.unit, row.week, row.method]
        same = (row.revision, row.headcount, row.signed)
        if all((other.revision, other.headcount, other.signed) != same for other in said):
            said.append(row)
    return found


def states(rows: Sequence[Figures]) -> Iterator[State]:
    """The states of one family, oldest first: the first rows, then these with all second ones in their stead, ..."""
    versions = _versions(rows)
    weeks = tuple(sorted({row.week for row in rows}))
    for number in range(max((len(said) for said in versions.values()), default=0)):
        cells: defaultdict[tuple[str, dt.date], list[Figures]] = defaultdict(list)
        for (unit, week, _), said in versions.items():
            cells[unit, week].append(said[min(number, len(said) - 1)])
        yield State(
            weeks,
            {
                unit: tuple(tuple(cells[unit, week]) if (unit, week) in cells else None for week in weeks)
                for unit in sorted({row.unit for row in rows})
            },
        )


def replaced(rows: Sequence[Figures]) -> Iterator[tuple[Figures, Figures]]:
    """Each row that was corrected, with the row that corrected it."""
    for said in _versions(rows).values():
        yield from pairwise(said)


def _row(row: Figures, headcount: int | None, limits: Limits) -> Bound:
    """The least and the most that one row says have signed. Only its own headcount is a bound for what is held back."""
    most = OPEN if row.headcount is None else row.headcount
    match row.signed:
        case Mark.FEW:
            return 0, min(limits.cell, most)
        case Mark.NEARLY_ALL:
            return (0, most) if headcount is None else (max(0, headcount - limits.cell), headcount)
        case Mark.WITHHELD | None:
            return 0, most
        case signed:
            return signed, signed


def claim(cell: Cell, headcount: int | None, limits: Limits) -> Bound:
    """The least and the most that a cell says have signed, if `headcount` (None: not known) must sign.

    The row of method `any` counts. What the other methods say bounds it: nobody signed more often than in each of
    them, and everybody in one of them. Without that row their sum counts.
    """
    whole = next((row for row in cell if row.method == "any"), None)
    apart = [_row(row, headcount, limits) for row in cell if row.method != "any"]
    if whole is None:
        return sum(low for low, _ in apart), sum(high for _, high in apart)
    low, high = _row(whole, headcount, limits)
    if apart and low < high:
        low = max(low, *(least for least, _ in apart))
        high = max(low, min(high, sum(most for _, most in apart)))
    return low, high
