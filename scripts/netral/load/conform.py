"""Rows of cells -> those that keep the contract, and a problem at each cell that does not.

frictionless is the judge: what it refuses here it also refuses for anybody who checks the published files with its own
command. It says what is wrong in English and by row; this module says it at the cell and with a mend.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netral.load.cells import Cell
from netral.load.contract import TABLES, Contract
from netral.load.records import nearest
from netral.model.place import Place
from netral.problems import Problem, quotable

__all__ = ["Row", "conforming"]

_THOUSANDS = re.compile(r"\d{1,3}([., ]\d{3})+")
_EXPONENT = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+[.,]\d+")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
#: Enough for every error of a file that somebody typed; beyond it more of the same says nothing new.
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one agency's file: column -> cell."""

    agency: str
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """What stands in `column`."""
        return self.cells[column].text

    def places(self) -> dict[str, Place]:
        """Column -> place."""
        return {name: cell.place for name, cell in self.cells.items()}


def conforming(contract: Contract, resource: str, rows: Sequence[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows of `resource` that keep the contract, of all agencies at once, and the problems of the others."""
    if not rows:
        return [], []
    from frictionless import Resource, Schema  # noqa: PLC0415 (half a second, only where there is something to judge)

    columns = TABLES[resource]
    data = [["agency", *columns], *([row.agency, *(row.text(name) for name in columns)] for row in rows)]
    schema = Schema.from_descriptor(_of_all_agencies(contract.schema(resource)))
    report = Resource(data=data, schema=schema).validate(limit_errors=_MOST)
    problems: list[Problem] = []
    broken: set[int] = set()
    first: dict[tuple[str, ...], Place] = {}
    key = contract.schema(resource)["primaryKey"]
    for row in rows:
        first.setdefault((row.agency, *(row.text(name) for name in key)), row.cells[key[0]].place)
    for error in report.flatten(["type", "rowNumber", "fieldName", "note"]):
        kind, number, name, note = error
        row = rows[number - 2]  # frictionless counts from 1, and the header with it
        broken.add(number - 2)
        if kind == "primary-key":
            origin = first[row.agency, *(row.text(each) for each in key)]
            if origin == row.cells[key[0]].place:
                continue  # to frictionless all keys that it cannot read are the same
            problems.append(Problem("W011", row.cells[key[0]].place, {"first": str(origin), "key": ", ".join(key)}))
        else:
            problems.append(_problem(contract, resource, row, name, kind, note))
    formulas = [(n, cell) for n, row in enumerate(rows) for cell in row.cells.values() if _is_formula(cell.text)]
    told = {cell.place for _, cell in formulas}
    problems = [problem for problem in problems if problem.place not in told]
    problems += [Problem("W020", cell.place, {"value": quotable(cell.text)}) for _, cell in formulas]
    broken |= {n for n, _ in formulas}
    return [row for n, row in enumerate(rows) if n not in broken], problems


def _of_all_agencies(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with the agency as a column of its own, so that all files are judged in one go.

    Marks lose their labels, which frictionless reads only where a whole package declares them.
    """
    fields = [
        field | {"missingValues": [mark["value"] for mark in field["missingValues"]]}
        if any(isinstance(mark, dict) for mark in field.get("missingValues", ()))
        else field
        for field in schema["fields"]
    ]
    return {
        "missingValues": schema["missingValues"],
        "fields": [{"name": "agency", "type": "string"}, *fields],
        "primaryKey": ["agency", *schema["primaryKey"]],
    }


def _is_formula(text: str) -> bool:
    """Would a spreadsheet take the cell for something to be worked out?"""
    return text[:1] in {"=", "@"} or (text[:1] in {"+", "-"} and not re.fullmatch(r"[+-]?\d+", text))


def _problem(contract: Contract, resource: str, row: Row, name: str, kind: str, note: str) -> Problem:
    cell, field = row.cells[name], contract.field(resource, name)
    values = {"column": name, "value": quotable(cell.text)}
    limits = field.get("constraints", {})
    if kind == "type-error":
        return _number(cell, values, field) if field["type"] == "integer" else _date(cell, values)
    if kind == "constraint-error":
        for constraint, found in _CONSTRAINTS.items():
            if note.startswith(f'constraint "{constraint}"'):
                return found(cell, values, limits)
    return Problem("W025", cell.place, values | {"kind": kind, "note": note})


def _required(cell: Cell, values: dict[str, str], limits: Mapping[str, Any]) -> Problem:
    return Problem("W010", cell.place, values)


def _choice(cell: Cell, values: dict[str, str], limits: Mapping[str, Any]) -> Problem:
    guess = nearest(cell.text.lower(), list(limits["enum"]))
    values |= {"allowed": ", ".join(limits["enum"]), "guess": guess or ""}
    return Problem("W009", cell.place, values, "guess" if guess else "")


def _form(cell: Cell, values: dict[str, str], limits: Mapping[str, Any]) -> Problem:
    return Problem("W009", cell.place, values, "slug")


def _range(cell: Cell, values: dict[str, str], limits: Mapping[str, Any]) -> Problem:
    values |= {"least": str(limits.get("minimum", "")), "most": str(limits.get("maximum", ""))}
    of_days = isinstance(limits.get("minimum"), str)
    return Problem("W006" if of_days else "W005", cell.place, values, "range")


def _length(cell: Cell, values: dict[str, str], limits: Mapping[str, Any]) -> Problem:
    return Problem("W021", cell.place, values | {"most": str(limits["maxLength"])})


_CONSTRAINTS: Mapping[str, Callable[[Cell, dict[str, str], Mapping[str, Any]], Problem]] = {
    "required": _required,
    "enum": _choice,
    "pattern": _form,
    "minimum": _range,
    "maximum": _range,
    "maxLength": _length,
}


def _number(cell: Cell, values: dict[str, str], field: Mapping[str, Any]) -> Problem:
    text = cell.text
    if _THOUSANDS.fullmatch(text):
        return Problem("W005", cell.place, values | {"number": re.sub(r"\D", "", text)}, "thousands")
    if _EXPONENT.fullmatch(text):
        return Problem("W005", cell.place, values, "exponent")
    if text.endswith("%"):
        return Problem("W005", cell.place, values, "percent")
    if _DECIMAL.fullmatch(text):
        return Problem("W005", cell.place, values, "decimal")
    marks = [mark["value"] for mark in field.get("missingValues", ()) if mark["value"]]
    return Problem("W005", cell.place, values | {"marks": ", ".join(marks)}, "mark" if marks else "")


def _date(cell: Cell, values: dict[str, str]) -> Problem:
    found = _DAY_FIRST.fullmatch(cell.text)
    if found:
        day, month, year = map(int, found.groups())
        try:
            return Problem("W006", cell.place, values | {"guess": dt.date(year, month, day).isoformat()}, "day-first")
        except ValueError:
            pass
    return Problem("W006", cell.place, values)
