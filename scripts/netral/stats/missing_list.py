"""Who on the roster has not signed, per unit, for the heads of units: a private file, outside the repository only.

The roster is read a second time, so that names need not be kept while exports are counted.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from netral.stats.importing import Request, Week
from netral.stats.layout import plain
from netral.stats.roster import key_of
from netral.stats.tables import is_workbook, opened, text_of
from netral.stats.tallies import Tallies

__all__ = ["missing_people", "write_missing"]

Person = tuple[str, str, str]
#: A cell that begins so would be a formula when a spreadsheet opens the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def missing_people(request: Request, week: Week) -> list[Person]:
    """(unit, name, number) as the roster writes them, of everybody who has not signed; by unit, else in its order."""
    return sorted(_missing(request, week), key=lambda person: plain(person[0]))


def _missing(request: Request, week: Week) -> Iterator[Person]:
    columns, people = week.roster.columns, week.roster.people
    by_number = request.mapping.by_number
    with opened(request.roster, request.roster.as_posix(), week.roster.delimiter) as table:
        for cells in table.rows():
            if not any(text_of(cell) for cell in cells):
                continue
            key = key_of(table, cells, columns, week.names, Tallies(), by_number=by_number, trial=request.trial)
            if key is None or people.has_signed(key):
                continue
            at = (columns.unit, columns.name, columns.number)
            unit, name, number = ("" if index is None else text_of(cells[index]) for index in at)
            yield unit, name, number


def write_missing(target: Path, header: Person, people: Sequence[Person]) -> None:
    """Write the list as CSV or workbook, by the name's ending, readable by its owner only. `target` must not exist."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if is_workbook(target):
            with os.fdopen(handle, "wb") as out:
                _book(header, people).save(out)
        else:
            with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as text:
                _csv(text, header, people)
        os.replace(beside, target)  # noqa: PTH105 (as in appending)
    finally:
        beside.unlink(missing_ok=True)


def _csv(out: TextIO, header: Person, people: Sequence[Person]) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for person in people:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in person])


def _book(header: Person, people: Sequence[Person]) -> Any:
    from openpyxl import Workbook  # noqa: PLC0415 (slow to load; only where a workbook is asked for)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (header, *people):
        cells = [WriteOnlyCell(sheet, text) for text in row]
        for cell in cells:
            cell.data_type = "s"  # text, whatever it looks like
        sheet.append(cells)
    return book
