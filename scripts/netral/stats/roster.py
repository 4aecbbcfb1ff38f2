"""A roster -> the people who are to sign, or only the headcount of each unit; with every problem of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netral.model.place import Place
from netral.problems import Problem
from netral.stats.layout import plain
from netral.stats.people import Key, People, name_key
from netral.stats.roster_header import RosterColumns, roster_columns, roster_delimiter
from netral.stats.staff_number import Fault, read_number
from netral.stats.tables import Broken, Table, opened, text_of
from netral.stats.tallies import Tallies
from netral.stats.unit_names import UnitNames

__all__ = ["Roster", "key_of", "read_roster", "unit_of"]

#: A headcount longer than this is a slip, or a number of another kind.
_COUNT_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is to sign. `headcounts`: number of a unit -> how many; the sum of all is the agency's."""

    people: People
    headcounts: dict[int, int]
    columns: RosterColumns
    delimiter: str


def read_roster(path: Path, names: UnitNames, *, by_number: bool, trial: bool) -> tuple[Roster | None, list[Problem]]:
    """The roster in `path`, for exports that know people by number, or by name and unit.

    `trial`: the agency is made up, so its people may have impossible numbers (serial 000).
    """
    name = path.as_posix()
    tallies = Tallies()
    try:
        delimiter = roster_delimiter(path, name)
        with opened(path, name, delimiter) as table:
            columns, problems = roster_columns(table, by_number=by_number, with_units=names.on)
            if columns is None:
                return None, problems
            people = People(closed=columns.listed)
            headcounts: dict[int, int] = {}
            for cells in table.rows():
                if not any(text_of(cell) for cell in cells):
                    continue
                if len(cells) < columns.width:
                    tallies.add(table, len(cells), "I004")
                elif columns.listed:
                    _enrol(table, cells, columns, names, tallies, people, by_number=by_number, trial=trial)
                else:
                    unit = unit_of(table, cells, columns, names, tallies)
                    _add_headcount(table, cells, columns, unit, headcounts, tallies)
    except Broken as broken:
        return None, [broken.problem]
    problems = list(tallies.problems())
    if columns.listed:
        headcounts = people.enrolled()
    if not problems and not sum(headcounts.values()):
        problems.append(Problem("I001", Place(name), {}, "empty"))
    return Roster(people, headcounts, columns, delimiter), problems


def _enrol(
    table: Table,
    cells: Sequence[Any],
    columns: RosterColumns,
    names: UnitNames,
    tallies: Tallies,
    people: People,
    *,
    by_number: bool,
    trial: bool,
) -> None:
    unit = unit_of(table, cells, columns, names, tallies)
    key = key_of(table, cells, columns, names, tallies, by_number=by_number, trial=trial)
    if unit is None or key is None or people.enrol(key, unit):
        return
    at = columns.number if by_number else columns.name
    tallies.add(table, at or 0, "I016" if by_number else "I017")


def unit_of(
    table: Table, cells: Sequence[Any], columns: RosterColumns, names: UnitNames, tallies: Tallies
) -> int | None:
    """The number of the row's unit; None, and noted, where the agency has units and none bears this name."""
    if not names.on or columns.unit is None:
        return 0
    text = text_of(cells[columns.unit])
    unit = names.find(text)
    if unit is None:
        guess = names.like(text)
        variant = "guess" if guess else "" if text else "blank"
        tallies.add(table, columns.unit, "I018", variant, values={"guess": guess}, about=guess)
    return unit


def key_of(
    table: Table,
    cells: Sequence[Any],
    columns: RosterColumns,
    names: UnitNames,
    tallies: Tallies,
    *,
    by_number: bool,
    trial: bool,
) -> Key | None:
    """Who the row is; None, and noted, where it does not say."""
    if by_number:
        assert columns.number is not None
        number = read_number(cells[columns.number], trial=trial)
        if isinstance(number, Fault):
            code = "I006" if number is Fault.DESTROYED else "I015"
            tallies.add(table, columns.number, code, "roster" if code == "I006" else number.value)
            return None
        return number
    assert columns.name is not None
    assert columns.unit is not None
    name, unit = plain(text_of(cells[columns.name])), text_of(cells[columns.unit])
    if not name:
        tallies.add(table, columns.name, "I015", "name")
        return None
    return name_key(name, str(names.find(unit)) if names.on else plain(unit))


def _add_headcount(
    table: Table,
    cells: Sequence[Any],
    columns: RosterColumns,
    unit: int | None,
    headcounts: dict[int, int],
    tallies: Tallies,
) -> None:
    assert columns.headcount is not None
    text = text_of(cells[columns.headcount])
    if not (text.isascii() and text.isdigit() and len(text) <= _COUNT_DIGITS):
        tallies.add(table, columns.headcount, "I015", "headcount")
    elif unit is not None:
        headcounts[unit] = headcounts.get(unit, 0) + int(text)
