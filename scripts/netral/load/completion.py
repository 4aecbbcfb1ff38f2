"""`completion/<agency>.csv` and `units/<agency>.csv` -> figures and units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from netral.load.cells import Grid, read_cells
from netral.load.conform import Row, conforming
from netral.load.contract import TABLES, Contract, read_contract
from netral.load.files import SourceText, read_source
from netral.load.header import columns_of
from netral.load.records import nearest
from netral.load.workbook import SUFFIX, read_workbook
from netral.model.base import Text
from netral.model.completion import Counted, Figures, Mark, Method, Signed, Status, Unit
from netral.model.place import At, Place
from netral.problems import Problem, quotable

__all__ = ["CONTRACT", "Tables", "load_tables"]

CONTRACT = "datapackage.yaml"


@dataclass
class Tables:
    """What the tables gave. `texts` by shown name; `contract` is None where it lacks or is broken."""

    figures: tuple[Figures, ...] = ()
    units: tuple[Unit, ...] = ()
    contract: Contract | None = None
    #: `completion/AGENCY` of the files of which rows are left out, as they break the contract.
    broken: set[str] = field(default_factory=set)
    texts: dict[str, SourceText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def load_tables(
    folders: Sequence[Path], agencies: Collection[str] | None, *, contract: Path, instead: Mapping[str, Path]
) -> Tables:
    """The tables below each of `folders`, read by the contract in the file `contract`.

    `instead` maps "completion/NAME.csv" to a file to read in its place, and any other name to a filled-in template
    whose rows come on top of those of its agency. `agencies` are the ids a file may be named after;
    None = not known, as their own file cannot be read.
    """
    tables = Tables()
    files = {resource: _files(folders, resource, instead) for resource in TABLES}
    books = [path for path in instead.values() if path.suffix == SUFFIX]
    source, found = read_source(contract, contract.as_posix())
    tables.problems += [
        replace(problem, variant="contract") if problem.code == "F001" else problem for problem in found
    ]
    if source is None:
        return tables
    tables.texts[source.name] = source
    tables.contract, found = read_contract(source, judged=bool(books or any(files.values())))
    tables.problems += found
    if tables.contract is None:
        return tables
    rows: dict[str, list[Row]] = {resource: [] for resource in TABLES}
    for resource, paths in files.items():
        for agency, path in sorted(paths.items()):
            rows[resource] += _rows(path, agency, resource, tables, agencies)
    for path in books:
        rows["completion"] += _typed_rows(path, tables, agencies)
    kept, found = conforming(tables.contract, "completion", rows["completion"])
    tables.problems += found
    tables.figures = tuple(map(_figures, kept))
    files_of = {path.as_posix(): agency for agency, path in files["completion"].items()}
    tables.broken = {f"completion/{files_of[p.place.file]}" for p in tables.problems if p.place.file in files_of}
    kept, found = conforming(tables.contract, "units", rows["units"])
    tables.problems += found
    tables.units = tuple(map(_unit, kept))
    return tables


def _files(folders: Sequence[Path], resource: str, instead: Mapping[str, Path]) -> dict[str, Path]:
    """agency -> its file of `resource`."""
    found = {path.stem: path for folder in folders for path in sorted((folder / resource).glob("*.csv"))}
    drafts = {name: path for name, path in instead.items() if name.startswith(f"{resource}/")}
    return found | {Path(name).stem: path for name, path in drafts.items()}


def _rows(path: Path, agency: str, resource: str, tables: Tables, agencies: Collection[str] | None) -> list[Row]:
    name = path.as_posix()
    source, found = read_source(path, name)
    tables.problems += found
    if source is None:
        return []
    tables.texts[name] = source
    if agencies is not None and agency not in agencies:
        tables.problems.append(_nobodys(Place(name), agency, agencies))
    grid, found = read_cells(source)
    tables.problems += found
    return _by_column(grid, agency, resource, tables, Place(name))


def _typed_rows(path: Path, tables: Tables, agencies: Collection[str] | None) -> list[Row]:
    name = path.as_posix()
    book, found = read_workbook(path, name)
    tables.problems += found
    if book is None:
        return []
    agency, grid = book
    if agencies is not None and agency not in agencies:
        tables.problems.append(_nobodys(Place(name, cell="netral!A1"), agency, agencies))
    return _by_column(grid, agency, "completion", tables, Place(name))


def _nobodys(place: Place, agency: str, agencies: Collection[str]) -> Problem:
    guess = nearest(agency, list(agencies))
    values = {"agency": agency, "guess": guess or "", "known": ", ".join(sorted(agencies))}
    return Problem("W024", place, values, "guess" if guess else "")


def _by_column(grid: Grid, agency: str, resource: str, tables: Tables, start: Place) -> list[Row]:
    """The rows with as many cells as the header, by the column each cell stands in."""
    assert tables.contract is not None
    columns = TABLES[resource]
    titles = {
        str(found.get(key, "")).lower(): name
        for name in columns
        for found in (tables.contract.field(resource, name),)
        for key in ("title", "title_en")
    }
    found, problems = columns_of(grid.header, columns, titles, start)
    tables.problems += problems
    if set(columns) - set(found):
        return []  # without its columns nothing in the rows can be told apart
    rows = []
    for cells in grid.rows:
        if len(cells) != len(found):
            values = {"cells": str(len(cells)), "wanted": str(len(found))}
            variant, place = "more" if len(cells) > len(found) else "fewer", cells[-1].place
            if len(cells) >= 2 * len(found) - 1:  # the last cell of one row and the first of the next in one
                variant, place, values["start"] = "joined", cells[len(found) - 1].place, quotable(cells[0].text)
            elif len(cells) == 1 and cells[0].text.count(",") >= len(found) - 1:  # a spreadsheet quoted what it copied
                variant = "quoted"
            tables.problems.append(Problem("W004", place, values, variant))
            continue
        by_name = dict(zip(found, cells, strict=True))
        rows.append(Row(agency, {name: by_name[name] for name in columns}))
    return rows


def _figures(row: Row) -> Figures:
    def number(column: str) -> int | None:
        return int(row.text(column)) if row.text(column) else None

    def day(column: str) -> dt.date | None:
        return dt.date.fromisoformat(row.text(column)) if row.text(column) else None

    signed: Signed = Mark(row.text("signed")) if row.text("signed") in set(Mark) else number("signed")
    week, revision = day("week"), number("revision")
    assert week is not None
    assert revision is not None
    return Figures(
        agency=row.agency,
        round=row.text("round"),
        week=week,
        unit=row.text("unit"),
        pact_version=row.text("pact_version"),
        method=cast("Method", row.text("method")),
        revision=revision,
        headcount=number("headcount"),
        headcount_date=day("headcount_date"),
        signed=signed,
        counted=cast("Counted", row.text("counted")),
        status=cast("Status", row.text("status")),
        confirmed_by=row.text("confirmed_by"),
        note=row.text("note"),
        places=row.places(),
    )


def _unit(row: Row) -> Unit:
    own = row.cells["id"].place
    places = {"id": row.cells["name_id"].place, "en": row.cells["name_en"].place}
    at = At(own, places, places, {})
    name = Text.model_validate({"@at": at, "id": row.text("name_id"), "en": row.text("name_en")})
    return Unit(row.agency, row.text("id"), name, row.text("merged_into") or None, row.places())
