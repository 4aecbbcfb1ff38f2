"""Tallies: of each kind of problem in a file, how many rows have it, the first few of them, and one place to look.

So a file with a thousand slips is one message, and no cell of it is ever kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from netral.model.place import Place
from netral.problems import Problem
from netral.stats.tables import Table

__all__ = ["SHOWN", "Tallies"]

#: How many rows a message names.
SHOWN = 10


@dataclass(slots=True)
class _Tally:
    place: Place
    values: Mapping[str, str]
    count: int = 0
    rows: list[int] = field(default_factory=list)


class Tallies:
    """What was met while reading, by file, code and variant."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str, str], _Tally] = {}

    def add(
        self,
        table: Table,
        column: int,
        code: str,
        variant: str = "",
        *,
        values: Mapping[str, str] | None = None,
        about: str = "",
    ) -> None:
        """Note the row at hand. `about` keeps apart what is told apart within one code and variant."""
        key = (table.name, code, variant, about)
        tally = self._found.get(key)
        if tally is None:
            tally = self._found[key] = _Tally(table.place(column), values or {})
        tally.count += 1
        if len(tally.rows) < SHOWN:
            tally.rows.append(table.row)

    def count(self, code: str) -> int:
        """How many rows have this code, in all files."""
        return sum(tally.count for (_, each, _, _), tally in self._found.items() if each == code)

    def problems(self) -> Iterator[Problem]:
        """One problem for each kind in each file, at the first row that has it."""
        for (_, code, variant, _), tally in self._found.items():
            more = " …" if tally.count > len(tally.rows) else ""
            rows = ", ".join(map(str, tally.rows)) + more
            yield Problem(code, tally.place, {**tally.values, "count": str(tally.count), "rows": rows}, variant)
