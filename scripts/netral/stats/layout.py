"""The header of an export against a mapping: is it that provider's, and which column holds what.

A header is never quoted in a message: in a file without one, it is somebody's answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netral.model.mapping import TimeColumn
from netral.model.place import Place
from netral.problems import Problem
from netral.stats.mapping import FIELDS, FormMapping, providers
from netral.stats.tables import Broken, Table, is_workbook, opened

__all__ = ["Layout", "delimiter_of", "layout_of", "plain"]

#: What may stand between cells when a spreadsheet has saved a file again.
_SIGNS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in each row of an export the things stand that are counted by. Columns count from 0."""

    width: int
    time: int
    moments: TimeColumn
    columns: Mapping[str, int]


def plain(text: str) -> str:
    """`text` for comparing: capitals and repeated blanks make no difference."""
    return " ".join(text.casefold().split())


def delimiter_of(path: Path, name: str, mapping: FormMapping) -> str:
    """What parts the cells of this export: the sign by which its header is the mapping's, else the mapping's first."""
    if is_workbook(path) or len(mapping.delimiters) == 1:
        return mapping.delimiters[0]
    fitting = (sign for sign in mapping.delimiters if _fits(_header(path, name, sign), mapping))
    return next(fitting, mapping.delimiters[0])


def layout_of(table: Table, path: Path, mapping: FormMapping) -> tuple[Layout | None, list[Problem]]:
    """The columns of an export, or every reason why it is not what the mapping tells of."""
    start = Place(table.name)
    kind = "xlsx" if is_workbook(path) else "csv"
    if not _fits(table.header, mapping) or kind not in mapping.tables:
        return None, [_stranger(path, table, mapping, kind)]
    header = [plain(cell) for cell in table.header]
    found = [(column, at) for column in mapping.time if (at := _at(header, plain(column.column))) is not None]
    problems = list(_unfound(table, header, mapping))
    if not found:
        names = '", "'.join(column.column for column in mapping.time)
        problems.append(Problem("I003", start, {"names": names}, "time"))
    if problems:
        return None, problems
    moments, time = found[0]
    columns = {field: _columns(header, mapping, field)[0] for field in mapping.fields}
    return Layout(len(header), time, moments, columns), []


def _at(header: Sequence[str], name: str) -> int | None:
    return header.index(name) if name in header else None


def _unfound(table: Table, header: Sequence[str], mapping: FormMapping) -> Iterator[Problem]:
    for field in FIELDS:
        if field not in mapping.fields:
            continue
        at = _columns(header, mapping, field)
        values = {"names": '", "'.join(mapping.fields[field]), "mapping": mapping.name}
        if not at:
            yield Problem("I003", Place(table.name), values, field)
        elif len(at) > 1:
            yield Problem("I003", table.place(at[1]), values, "twice")


def _columns(header: Sequence[str], mapping: FormMapping, field: str) -> list[int]:
    """The columns with the question of `field`; below a group of questions, the last part of the header counts."""
    names = {plain(name) for name in mapping.fields[field]}
    sign = mapping.groups
    return [i for i, cell in enumerate(header) if cell in names or (sign and cell.rpartition(sign)[2] in names)]


def _fits(header: Sequence[str], mapping: FormMapping) -> bool:
    signature = mapping.signature
    cells = [plain(cell) for cell in header]
    if signature is None:
        return any(plain(column.column) in cells for column in mapping.time)
    first = not signature.first or cells[:1] in [[plain(name)] for name in signature.first]
    return first and all(any(plain(name) in cells for name in names) for names in signature.columns)


def _stranger(path: Path, table: Table, mapping: FormMapping, kind: str) -> Problem:
    """Why this is not the export that was named, and whose it likely is."""
    start = Place(table.name)
    if _fits(table.header, mapping):
        return Problem("I002", start, {"mapping": mapping.name, "tables": ", ".join(mapping.tables)}, "kind")
    headers = {sign: _header(path, table.name, sign) for sign in _SIGNS} if kind == "csv" else {"": table.header}
    if any(_fits(header, mapping) for header in headers.values()):
        signs = '" / "'.join(mapping.delimiters)
        return Problem("I002", start, {"mapping": mapping.name, "signs": signs}, "spreadsheet")
    likely = [each for each in providers().values() if any(_fits(header, each) for header in headers.values())]
    if likely:
        values = {"mapping": mapping.name, "likely": likely[0].name, "id": likely[0].id}
        return Problem("I002", start, values, "likely")
    return Problem("I002", start, {"mapping": mapping.name, "known": ", ".join(providers())})


def _header(path: Path, name: str, sign: str) -> tuple[str, ...]:
    try:
        with opened(path, name, sign) as table:
            return table.header
    except Broken:
        return ()
