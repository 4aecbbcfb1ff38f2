"""CSV text -> cells that know their places. What spreadsheets do to a CSV is told with its mend, and read on past."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netral.load.files import SourceText
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["Cell", "Grid", "read_cells"]

#: What stands between cells where it is not a comma, and the variant of the message about it.
_OTHERS = {";": "semicolon", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, without its quotes and without blanks around it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was typed: its first row, and the rows below it that hold anything."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read_cells(source: SourceText) -> tuple[Grid, list[Problem]]:
    """Every row of `source`, also where some of them are separated by something else than commas."""
    problems: list[Problem] = []
    rows: list[tuple[Cell, ...]] = []
    lines = source.text.split("\n")
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()  # what stands empty below the last row harms nobody
    # One mend for the whole file where all of it is so; else one at each row that is.
    general = _separator(lines[0])
    if general != ",":
        problems.append(Problem("W002", Place(source.name), {}, _OTHERS[general]))
    for number, line in enumerate(lines, 1):
        if not line.strip(" \t,;"):
            problems.append(Problem("W022", Place(source.name, number)))
            continue
        separator = _separator(line)
        if separator not in {",", general}:
            problems.append(Problem("W002", Place(source.name, number), {}, f"{_OTHERS[separator]}-row"))
        cells = _cells(source.name, number, line, separator)
        if cells is None:
            column = line.rfind('"') + 1
            problems.append(Problem("W001", Place(source.name, number, column)))
            continue
        rows.append(cells)
    return Grid(rows[0] if rows else (), tuple(rows[1:])), problems


def _separator(line: str) -> str:
    bare = re.sub(r'"[^"]*"', "", line)
    counts = {sign: bare.count(sign) for sign in (",", *_OTHERS)}
    if counts[","] >= max(counts[";"], counts["\t"]):
        return ","
    return max(_OTHERS, key=lambda sign: counts[sign])


def _cells(name: str, number: int, line: str, separator: str) -> tuple[Cell, ...] | None:
    """The cells of one line; None where a quote is opened and not closed."""
    cell = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={separator}|$)|([^{separator}]*)')
    cells: list[Cell] = []
    start = 0
    while True:
        found = cell.match(line, start)
        assert found is not None  # the second form matches anything, also nothing
        quoted, bare = found.groups()
        if bare is not None and bare.lstrip().startswith('"'):
            return None
        text = quoted.replace('""', '"') if bare is None else bare
        blanks = 0 if bare is None else len(bare) - len(bare.lstrip())
        width = max(1, len(found[0].strip()))
        cells.append(Cell(text.strip(), Place(name, number, start + blanks + 1, width)))
        if found.end() >= len(line):
            return tuple(cells)
        start = found.end() + 1
