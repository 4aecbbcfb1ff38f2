"""The least coarse publication of fresh counts that proves nothing it may not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from netral.disclose.breaches import harmless, too_small
from netral.disclose.groups import protected
from netral.disclose.knowledge import apart
from netral.disclose.limits import Limits
from netral.disclose.standing import Standing, standing
from netral.disclose.states import families, states
from netral.model.completion import WHOLE, Figures, Mark

__all__ = ["publishable"]

#: What names a row.
_Key = tuple[object, ...]
#: Rows of one unit, week and revision: one, or one for each method. They are told or marked together.
_Rows = tuple[Figures, ...]


def publishable(published: Sequence[Figures], fresh: Sequence[Figures], limits: Limits) -> tuple[Figures, ...]:
    """The fresh rows, with marks where their counts would prove too much.

    published: all that was ever published of the agency, as for `breaches`; it is never changed. fresh: rows with
    exact counts (or None: not known) of one or more weeks, of keys that are not published; small units are merged
    already. Returns rows in the order of `fresh`. Rows of groups too small to have one are left out, and so are
    rows that would prove too much even without a count: by a headcount that fell, or as corrections of wrong
    numbers. `breaches(published + result)` has nothing that `breaches(published)` has not; this holds for rows that
    do not contradict one another, which the check of the figures refuses.
    """
    result: dict[_Key, Figures] = {}
    before = families(published)
    for name, rows in families(fresh).items():
        result |= _of_family(before.get(name, []), rows, limits)
    return tuple(result[row.key] for row in fresh if row.key in result)


def _of_family(published: Sequence[Figures], fresh: Sequence[Figures], limits: Limits) -> dict[_Key, Figures]:
    if harmless([*published, *fresh], limits):
        return {row.key: row for row in fresh}
    cells = _cells(_large_enough(published, fresh, limits))
    stands = _all_withheld(published, cells, limits)
    kept = {row.key for row in stands.rows}
    for week in sorted({cell[0].week for cell in cells}):
        stands = _told(stands, [cell for cell in cells if cell[0].week == week and cell[0].key in kept])
    keys = {row.key for row in fresh}
    return {row.key: row for row in stands.rows if row.key in keys}


def _large_enough(published: Sequence[Figures], fresh: Sequence[Figures], limits: Limits) -> Iterator[Figures]:
    """The rows of groups that may have one."""
    if all(row.headcount is not None and row.headcount >= limits.alone for row in fresh):
        return iter(fresh)
    small = {
        row.key
        for state in states([*published, *fresh])
        for part in apart(state, limits).parts
        for row in too_small(part, limits)
    }
    return (row for row in fresh if row.key not in small)


def _cells(rows: Iterable[Figures]) -> list[_Rows]:
    """Rows as they are told together, the most useful first: the whole, then large units before small ones."""
    cells: defaultdict[tuple[str, dt.date, int], list[Figures]] = defaultdict(list)
    for row in rows:
        cells[row.unit, row.week, row.revision].append(row)
    ordered = sorted(cells, key=lambda key: (key[0] != WHOLE, -max(row.headcount or 0 for row in cells[key]), key))
    return [tuple(cells[key]) for key in ordered]


def _marked(cell: _Rows, mark: Mark) -> _Rows:
    """The rows with a mark for their count; ways of signing are not told by a band. What is not known stays so."""
    return tuple(
        row if row.signed is None else replace(row, signed=mark if row.method == "any" else Mark.WITHHELD)
        for row in cell
    )


def _all_withheld(published: Sequence[Figures], cells: Sequence[_Rows], limits: Limits) -> Standing:
    """The coarsest publication, without the rows that would prove too much even so.

    Those are corrections that would let rows published before prove too much (wrong numbers contradict one another,
    and then prove nothing); else the rows of the groups and weeks that would be exposed; if that does not help,
    those of these groups in any week, then those of the whole too; if nothing helps, all that cannot be added one
    by one.
    """
    hidden = [_marked(cell, Mark.WITHHELD) for cell in cells]
    stands = _standing(published, hidden, limits)
    exposed = stands.exposed()
    if not exposed:
        return stands
    replaced = {row.key[:-1] for row in published}
    corrections = {(cell[0].unit, cell[0].week) for cell in hidden if any(row.key[:-1] in replaced for row in cell)}
    here = {(unit, cell[0].week) for cell in hidden for unit, _ in exposed}
    whole = {(WHOLE, cell[0].week) for cell in hidden}
    for without in (corrections, exposed, here, here | whole):
        stands = _standing(published, [cell for cell in hidden if (cell[0].unit, cell[0].week) not in without], limits)
        if not stands.exposed():
            return stands
    kept: list[_Rows] = []
    for cell in sorted(hidden, key=lambda cell: cell[0].week):
        if not _standing(published, [*kept, cell], limits).exposed():
            kept.append(cell)
    return _standing(published, kept, limits)


def _standing(published: Sequence[Figures], cells: Iterable[_Rows], limits: Limits) -> Standing:
    return standing(published, [row for cell in cells for row in cell], limits)


def _told(stands: Standing, cells: Sequence[_Rows]) -> Standing:
    """The standing with as much told of one week as can be: of each cell in turn the finest form that passes."""
    ladders = []
    for cell in cells:
        forms = list(_forms(cell, stands))
        while forms and not stands.alone(forms[0]):
            del forms[0]
        if forms:
            ladders.append(forms)
    # Most weeks nothing has to give way.
    if tried := stands.trying([row for forms in ladders for row in forms[0]]):
        return tried
    for forms in ladders:
        stands = next((tried for form in forms if (tried := stands.trying(form))), stands)
    return stands


def _forms(cell: _Rows, stands: Standing) -> Iterator[_Rows]:
    """The ways to tell a cell that say more than nothing, the finest first."""
    limits = stands.limits
    row = next((row for row in cell if row.method == "any"), cell[0])
    signed = row.signed
    if not isinstance(signed, int):
        return
    size = row.headcount
    if not any(protected(head, signed, limits) for head in _sizes(row, stands)):
        yield cell
    elif row.method == "any" and _clear(row, signed, stands):
        yield (row, *_marked(tuple(other for other in cell if other is not row), Mark.WITHHELD))
    if row.method == "any" and (size is None or size >= 2 * limits.cell):
        if signed <= limits.cell:
            yield _marked(cell, Mark.FEW)
        if size is not None and size - limits.cell <= signed <= size:
            yield _marked(cell, Mark.NEARLY_ALL)


def _sizes(row: Figures, stands: Standing) -> Iterator[int | None]:
    return (
        head
        for part, state in zip(stands.parts(row.unit), stands.states, strict=True)
        for week, head in zip(state.weeks, part.heads, strict=True)
        if week == row.week
    )


def _clear(row: Figures, signed: int, stands: Standing) -> bool:
    """Is a count of a protected group, and what it adds to other counts, above what marks hide?

    Then a mark in its place says to those who know this rule that it is 0 to `cell`, which they may know.
    """
    cell = stands.limits.cell
    if signed <= cell or (row.headcount is not None and row.headcount - signed <= cell):
        return False
    return all(
        abs(signed - low) > cell
        for part, state in zip(stands.parts(row.unit), stands.states, strict=True)
        for week, (low, high) in zip(state.weeks, part.claims, strict=True)
        if low == high and week != row.week
    )
