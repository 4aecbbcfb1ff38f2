"""What one state proves to a reader who knows that counts never fall and that the units make up the agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from netral.disclose.intervals import OPEN, Bound, Matrix, chain, loose, narrowed, rises, settled
from netral.disclose.limits import Limits
from netral.disclose.states import Cell, State, claim
from netral.model.completion import WHOLE, Mark

__all__ = ["REST", "Knowledge", "Part", "apart", "known"]

#: Stands for those of the agency who are in no unit that has rows.
REST = ""
_BANDS = frozenset({Mark.FEW, Mark.NEARLY_ALL})


@dataclass(frozen=True, slots=True)
class Part:
    """A unit, the rest, or the whole agency: what its rows say, by week."""

    unit: str
    cells: tuple[Cell | None, ...]
    #: Headcounts: its own at each week, else the one before, else the next that is known. None = none is known.
    heads: tuple[int | None, ...]
    claims: tuple[Bound, ...]
    #: Weeks (bits) whose count is told exactly; weeks with a count or a band.
    exact: int
    told: int
    #: Do the counts of its weeks fit together?
    rises: bool


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Parts with what is proven of each; the whole, if it has rows, is the last. `joined`: they add up to it."""

    parts: tuple[Part, ...]
    bounds: tuple[Matrix, ...]
    joined: bool

    @property
    def units(self) -> Sequence[Part]:
        """The parts that add up to the whole."""
        return self.parts[:-1] if self.joined else ()

    def with_cells(self, cells: Mapping[tuple[str, int], Cell], limits: Limits) -> Self | None:
        """The same, when the cells at these units and weeks (index) tell more than before; None if that contradicts.

        The cells have the headcounts of those they stand for.
        """
        parts, bounds = list(self.parts), list(self.bounds)
        for index, part in enumerate(self.parts):
            for week, cell in enumerate(part.cells):
                if cell is None or (part.unit, week) not in cells:
                    continue
                parts[index] = _with_cell(parts[index], week, cells[part.unit, week], limits)
                narrower = narrowed(bounds[index], week + 1, parts[index].claims[week]) if part.rises else None
                if narrower is None:
                    return None
                bounds[index] = narrower
        together = settled(bounds[:-1], bounds[-1]) if self.joined else bounds
        return None if together is None else type(self)(tuple(parts), tuple(together), self.joined)

    def without_ties(self, cells: Mapping[tuple[str, int], Cell], limits: Limits) -> Knowledge:
        """The same when those cells contradict: what is then known is worked out anew."""
        parts = tuple(
            _part(part.unit, [cells.get((part.unit, week), cell) for week, cell in enumerate(part.cells)], limits)
            for part in self.parts
            if part.unit != REST
        )
        by_itself = Knowledge(parts, tuple(map(_bounds, parts)), joined=False)
        return known(by_itself) if self.joined else by_itself


def _carried(own: Iterable[int | None]) -> Iterator[int | None]:
    """Each value, or the one before where there is none."""
    before = None
    for value in own:
        before = before if value is None else value
        yield before


def _heads(cells: Sequence[Cell | None]) -> tuple[int | None, ...]:
    own = [min((row.headcount for row in cell or () if row.headcount is not None), default=None) for cell in cells]
    first = next((value for value in own if value is not None), None)
    return tuple(first if value is None else value for value in _carried(own))


def _bits(truths: Iterable[bool]) -> int:
    return sum(1 << index for index, truth in enumerate(truths) if truth)


def _part(unit: str, cells: Sequence[Cell | None], limits: Limits) -> Part:
    heads = _heads(cells)
    claims = tuple(
        (0, OPEN) if cell is None else claim(cell, head, limits) for cell, head in zip(cells, heads, strict=True)
    )
    exact = _bits(low == high for low, high in claims)
    told = exact | _bits(cell is not None and _banded(cell) for cell in cells)
    return Part(unit, tuple(cells), heads, claims, exact, told, rises(claims))


def _banded(cell: Cell) -> bool:
    return any(row.signed in _BANDS for row in cell)


def _with_cell(part: Part, week: int, cell: Cell, limits: Limits) -> Part:
    """The part with one cell that tells more."""
    said = claim(cell, part.heads[week], limits)
    exact = 1 << week if said[0] == said[1] else 0
    return replace(
        part,
        cells=(*part.cells[:week], cell, *part.cells[week + 1 :]),
        claims=(*part.claims[:week], said, *part.claims[week + 1 :]),
        exact=part.exact | exact,
        told=part.told | exact | (1 << week if _banded(cell) else 0),
    )


def _rest(units: Sequence[Part], whole: Part) -> Part | None:
    """Those of the agency in no unit with rows; None if the headcounts leave nobody, or do not say."""
    heads: list[int | None] = []
    for week, head in enumerate(whole.heads):
        theirs = [part.heads[week] for part in units]
        told = [size for size in theirs if size is not None]
        heads.append(max(0, head - sum(told)) if head is not None and len(told) == len(theirs) else None)
    return _unseen(heads) if any(heads) else None


def _unseen(heads: Sequence[int | None]) -> Part:
    """A part without rows."""
    claims = tuple((0, OPEN if head is None else head) for head in heads)
    return Part(REST, (None,) * len(heads), tuple(heads), claims, 0, 0, rises=rises(claims))


def _bounds(part: Part) -> Matrix:
    return chain(part.claims) if part.rises else loose(part.claims)


def apart(state: State, limits: Limits) -> Knowledge:
    """What each row and series proves by itself, without sums."""
    parts = tuple(
        _part(unit, cells, limits)
        for unit, cells in sorted(state.cells.items(), key=lambda item: (item[0] == WHOLE, item[0]))
    )
    return Knowledge(parts, tuple(_bounds(part) for part in parts), joined=False)


def known(by_itself: Knowledge) -> Knowledge:
    """All that is proven, sums too.

    If the sums contradict the headcounts, some people may be in no unit; if they contradict one another even so,
    they prove nothing. (The check of the figures names both.)
    """
    *units, whole = by_itself.parts
    if whole.unit != WHOLE or not units:
        return by_itself
    for rest in (_rest(units, whole), _unseen([None] * len(whole.heads))):
        parts = tuple(units) if rest is None else (*units, rest)
        extra = [] if rest is None else [_bounds(rest)]
        bounds = settled([*by_itself.bounds[:-1], *extra], by_itself.bounds[-1])
        if bounds is not None:
            return Knowledge((*parts, whole), tuple(bounds), joined=True)
    return by_itself
