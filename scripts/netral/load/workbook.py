"""The template of weekly figures, filled in -> cells that know their names ("Angka!C5")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netral.load.cells import Cell, Grid
from netral.load.files import INVISIBLE, MAX_BYTES
from netral.model.completion import COLUMNS
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["AGENCY_SHEET", "SHEET", "SUFFIX", "cell_place", "cells_of", "read_workbook"]

SUFFIX = ".xlsx"
#: The sheet that people fill in, and the one that says whose figures they are.
SHEET = "Angka"
AGENCY_SHEET = "netral"
#: The header stands in one of the first rows; above it the template explains itself.
_HEAD = 12
#: A template filled in holds some tens of rows. A sheet far longer is something else.
_MOST_ROWS = 5_000


def read_workbook(path: Path, name: str) -> tuple[tuple[str, Grid] | None, list[Problem]]:
    """The agency's id as the template wrote it, and the rows filled in; or the one reason why it is no template."""
    start = Place(name)
    sheets = _sheets(path, name)
    if sheets is None:
        return None, [Problem("W027", start, {}, "broken")]
    rows, owner = sheets.get(SHEET, []), sheets.get(AGENCY_SHEET, [])
    head = next((n for n, row in enumerate(rows[:_HEAD]) if row[0].text == COLUMNS[0]), None)
    if head is None or not owner:
        return None, [Problem("W027", start, {"sheet": SHEET})]
    grid = [row[: len(COLUMNS)] for row in rows]
    filled = [row for row in grid[head + 1 :] if any(row[n].text for n in _TYPED if n < len(row))]
    return (owner[0][0].text, Grid(grid[head], tuple(filled))), []


def cells_of(path: Path, name: str) -> Iterator[Cell]:
    """Every cell of every sheet that holds anything; none where `path` is no workbook."""
    for rows in (_sheets(path, name) or {}).values():
        yield from (cell for row in rows for cell in row if cell.text)


#: What people type; the other columns are filled in by the template itself.
_TYPED = tuple(COLUMNS.index(name) for name in ("headcount", "headcount_date", "signed", "confirmed_by", "note"))


def _sheets(path: Path, name: str) -> dict[str, list[tuple[Cell, ...]]] | None:
    """sheet -> its rows that hold anything; None where the file is no workbook, or far too large for a template."""
    from openpyxl import load_workbook  # noqa: PLC0415 (a third of a second, only where there is a workbook)

    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        # Opened here, so that it is closed however the reader fails.
        with path.open("rb") as file:
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
            return {
                sheet.title: [
                    tuple(_cell(name, sheet.title, number, n, value) for n, value in enumerate(values, 1))
                    for number, values in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, values_only=True), 1)
                    if any(value is not None for value in values)
                ]
                for sheet in book.worksheets
            }
    except Exception:  # noqa: BLE001 (a damaged archive raises anything, from five libraries)
        return None


def _cell(name: str, sheet: str, row: int, column: int, value: Any) -> Cell:
    return Cell(INVISIBLE.sub("", _text(value)).strip(), cell_place(name, sheet, row, column))


def cell_place(name: str, sheet: str, row: int, column: int) -> Place:
    """The place of a cell of the workbook told as `name`; rows and columns count from 1."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 (see above)

    return Place(name, row, column, cell=f"{sheet}!{get_column_letter(column)}{row}")


def _text(value: Any) -> str:
    """A value as it would stand in the CSV: Excel keeps whole numbers as 1200.0 and days as moments."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
