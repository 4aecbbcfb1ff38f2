"""CSV files and workbooks as a stream of rows that know their places; never more than one row in memory.

Whatever a file holds, the answer is rows or `Broken`. Nothing here ever repeats a cell: they hold names and numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TextIO

from netral.load.workbook import cell_place
from netral.model.place import Place
from netral.problems import Problem
from netral.stats.cell_places import offset_of, undecodable

__all__ = ["Broken", "Table", "is_workbook", "opened", "text_of"]

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})


class Broken(Exception):
    """A file that cannot be read, or not to its end; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Table(Protocol):
    """An open table: its header, its rows, and where the row at hand stands."""

    name: str
    header: tuple[str, ...]
    #: The number of the row at hand, as an editor or Excel shows it; 1 is the header.
    row: int

    def rows(self) -> Iterator[Sequence[Any]]:
        """The rows below the header, each valid until the next. Raises Broken."""

    def place(self, column: int) -> Place:
        """Where the cell `column` (from 0) of the row at hand stands."""


def is_workbook(path: Path) -> bool:
    """Does the file's name say that it is a workbook?"""
    return path.suffix.lower() in _WORKBOOKS


def text_of(value: Any) -> str:
    """A cell as text without blanks around it: whole numbers without a dot."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return str(value)


@contextmanager
def opened(path: Path, name: str, delimiter: str) -> Iterator[Table]:
    """The table in `path`, told as `name`; `delimiter` parts the cells of a CSV. Raises Broken."""
    start = Place(name)
    if not path.exists():
        raise Broken(Problem("I001", start, {}, "missing"))
    if path.is_dir():
        raise Broken(Problem("I001", start, {}, "folder"))
    try:
        if is_workbook(path):
            with _book(path, name) as table:
                yield table
        else:
            with path.open(encoding="utf-8-sig", newline="") as handle:
                yield _CsvTable(handle, path, name, delimiter)
    except OSError as error:
        raise Broken(Problem("I001", start, {"reason": error.strerror or type(error).__name__}, "refused")) from None


class _CsvTable:
    def __init__(self, handle: TextIO, path: Path, name: str, delimiter: str) -> None:
        self.name = name
        self._path = path
        self.row = 1
        self._delimiter = delimiter
        self._lines: list[str] = []
        lines = self._kept(handle)
        # A header read by the wrong sign is looked at, too, to say whose it is: quotes in it may stand anywhere.
        reader = csv.reader(lines, delimiter=delimiter)
        with self._told():
            header = next(reader, None)
        if header is None:
            raise Broken(Problem("I001", Place(name), {}, "empty"))
        self.header = tuple(cell.strip() for cell in header)
        self._before = reader.line_num
        self._reader = csv.reader(lines, delimiter=delimiter, strict=True)

    def _kept(self, handle: TextIO) -> Iterator[str]:
        keep: Callable[[str], None] = self._lines.append
        for line in handle:
            keep(line)
            yield line

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError:
            problem = Problem("I001", Place(self.name, *undecodable(self._path)), {}, "encoding")
        except csv.Error:
            problem = Problem("I001", Place(self.name, self.row), {}, "quotes")
        else:
            return
        raise Broken(problem) from None

    def rows(self) -> Iterator[Sequence[Any]]:
        reader, before, clear = self._reader, self._before, self._lines.clear
        clear()
        self.row = before + 1
        with self._told():
            for cells in reader:
                yield cells
                clear()
                self.row = before + reader.line_num + 1

    def place(self, column: int) -> Place:
        down, along, width = offset_of("".join(self._lines), self._delimiter, column)
        return Place(self.name, self.row + down, along + 1, width)


class _BookTable:
    def __init__(self, sheet: Any, name: str) -> None:
        self.name = name
        self.row = 1
        self._title = sheet.title
        self._rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
        first = next(self._guarded(), None)
        if first is None or not any(text_of(value) for value in first):
            raise Broken(Problem("I001", Place(name), {}, "empty"))
        while not text_of(first[-1]):
            first = first[:-1]
        self.header = tuple(text_of(value) for value in first)

    def _guarded(self) -> Iterator[tuple[Any, ...]]:
        while True:
            with _damage_told(self.name):
                row = next(self._rows, None)
            if row is None:
                return
            yield row

    def rows(self) -> Iterator[Sequence[Any]]:
        width = len(self.header)
        for row in self._guarded():
            self.row += 1
            yield row if len(row) >= width else row + (None,) * (width - len(row))

    def place(self, column: int) -> Place:
        return cell_place(self.name, self._title, self.row, column + 1)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """A damaged workbook fails inside its reader in dozens of ways, and their words may be somebody's answers."""
    try:
        yield
    except OSError:
        raise
    except Exception:  # noqa: BLE001 (see above)
        raise Broken(Problem("I001", Place(name), {}, "workbook")) from None


@contextmanager
def _book(path: Path, name: str) -> Iterator[Table]:
    from openpyxl import load_workbook  # noqa: PLC0415 (slow to load; only where there is a workbook)

    # Opened here, so that it is closed however the reader fails.
    with path.open("rb") as file:
        with _damage_told(name):
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs write a size that is not the sheet's
        yield _BookTable(sheet, name)
