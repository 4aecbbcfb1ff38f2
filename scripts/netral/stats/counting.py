"""Exports, row by row -> who has signed by the end of the week. What is not counted is noted by row, never by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from netral.identity import mark
from netral.problems import Problem
from netral.stats.layout import Layout, delimiter_of, layout_of, plain
from netral.stats.mapping import FormMapping
from netral.stats.moments import day_reader, example_of
from netral.stats.people import NOWHERE, Key, People, name_key
from netral.stats.staff_number import DIGITS, Fault, read_number
from netral.stats.tables import Broken, Table, opened, text_of
from netral.stats.tallies import Tallies
from netral.stats.terms import Counts, Terms
from netral.stats.unit_names import UnitNames

__all__ = ["Ledger", "Progress", "count_export"]

Progress = Callable[[str, int], None]
#: How many rows pass between two words of progress.
STEP = 100_000
#: What a cell faulty in one way or another is told as: code and variant.
_FAULTS = {Fault.BLANK: ("I007", "blank"), Fault.UNREADABLE: ("I007", ""), Fault.DESTROYED: ("I006", "")}


@dataclass(frozen=True, slots=True)
class Ledger:
    """What all exports of a week are counted by, and what is noted of them."""

    mapping: FormMapping
    terms: Terms
    people: People
    names: UnitNames
    tallies: Tallies
    counts: Counts


def count_export(path: Path, ledger: Ledger, progress: Progress) -> list[Problem]:
    """Sign in the ledger's people whoever has signed by this export; the problems of the file as a whole."""
    name = path.as_posix()
    try:
        with opened(path, name, delimiter_of(path, name, ledger.mapping)) as table:
            layout, problems = layout_of(table, path, ledger.mapping)
            if layout is None:
                return problems
            row = _Row(table, layout, ledger)
            for number, cells in enumerate(table.rows(), 1):
                row.take(cells)
                if number % STEP == 0:
                    progress(name, number)
    except Broken as broken:
        return [broken.problem]
    return []


class _Row:
    """What is done with each row of one export. Everything looked up for every row is looked up once, here."""

    def __init__(self, table: Table, layout: Layout, ledger: Ledger) -> None:
        self.table, self.layout, self.mapping, self.terms = table, layout, ledger.mapping, ledger.terms
        self.people, self.names = ledger.people, ledger.names
        self.tallies, self.counts = ledger.tallies, ledger.counts
        self.day = day_reader(layout.moments.formats, ZoneInfo(layout.moments.zone))
        self.number, self.version = layout.columns.get("number"), layout.columns.get("version")
        self.right = frozenset(self.terms.digests)
        # The form's unit is asked only where no roster tells who works where.
        self.asks_unit = self.names.on and not self.people.closed and "unit" in layout.columns

    def take(self, cells: Sequence[Any]) -> None:
        """Count one row, or note why not."""
        layout, terms = self.layout, self.terms
        self.counts.read += 1
        if len(cells) != layout.width and not self._is_whole(cells):
            return
        stamp = cells[layout.time]
        day = self.day(stamp)
        if day is None:
            self._without_day(cells, text_of(stamp))
            return
        if day > terms.ends:
            if day > terms.today:
                self.tallies.add(self.table, layout.time, "I005", "future", values={"today": terms.today.isoformat()})
            self.counts.later += 1
            return
        if self.version is not None and not self._fits(text_of(cells[self.version]), self.version):
            return
        key = self._key(cells)
        unit = NOWHERE if key is None or not self.asks_unit else self._unit(cells)
        if key is None or unit is None:
            return
        self._sign(key, unit, day)

    def _fits(self, said: str, column: int) -> bool:
        if said in self.right:  # nearly every row
            return True
        terms = self.terms
        fits = terms.fits(said)
        if fits == "yes":
            self.right |= {said}
            return True
        digest = fits == "digest"
        version = mark(terms.version, terms.digests[terms.version]) if digest else terms.version
        self.tallies.add(self.table, column, "I011", "digest" if digest else "", values={"version": version})
        return False

    def _sign(self, key: Key, unit: int, day: dt.date) -> None:
        column = self._who()
        outcome = self.people.sign(key, unit)
        if outcome == "stranger":
            self.tallies.add(self.table, column, "I009")
            return
        if outcome == "again":
            self.tallies.add(self.table, column, "I008", "" if self.mapping.by_number else "submissions")
        else:
            self.counts.counted += 1
        deadline, opens = self.terms.deadline, self.terms.opens
        if deadline is not None and day > deadline:
            self.tallies.add(self.table, self.layout.time, "I010", values={"deadline": deadline.isoformat()})
        if opens is not None and day < opens:
            self.tallies.add(self.table, self.layout.time, "I012", values={"opens": opens.isoformat()})

    def _is_whole(self, cells: Sequence[Any]) -> bool:
        """A row of another length than the header's: empty ones are passed by, blanks at its end are no harm."""
        if not any(text_of(cell) for cell in cells):
            self.counts.read -= 1
            return False
        if len(cells) > self.layout.width and not any(text_of(cell) for cell in cells[self.layout.width :]):
            return True
        self.tallies.add(self.table, min(len(cells), self.layout.width), "I004")
        return False

    def _without_day(self, cells: Sequence[Any], stamp: str) -> None:
        if not any(text_of(cell) for cell in cells) or (stamp and stamp == self.mapping.second_header):
            self.counts.read -= 1
        elif not stamp and self.mapping.unfinished:
            self.counts.unfinished += 1
        else:
            values = {"examples": '" / "'.join(map(example_of, self.layout.moments.formats))}
            self.tallies.add(self.table, self.layout.time, "I005", "" if stamp else "blank", values=values)

    def _who(self) -> int:
        return self.number if self.number is not None else self.layout.columns["name"]

    def _key(self, cells: Sequence[Any]) -> Key | None:
        if self.number is None:
            return self._name(cells)
        value = cells[self.number]
        # Nearly every row: eighteen digits that stand on the roster. The rest is looked at closely.
        if isinstance(value, str) and len(value) == DIGITS and value.isdigit() and value.isascii():
            number = int(value)
            if number in self.people:
                return number
        found = read_number(value, trial=self.terms.trial)
        if isinstance(found, Fault):
            code, variant = _FAULTS[found]
            self.tallies.add(self.table, self.number, code, variant)
            return None
        return found

    def _name(self, cells: Sequence[Any]) -> Key | None:
        columns = self.layout.columns
        name, unit = plain(text_of(cells[columns["name"]])), text_of(cells[columns["unit"]])
        if not name:
            self.tallies.add(self.table, columns["name"], "I007", "name")
            return None
        number = self._unit(cells)
        if number is None:
            return None
        return name_key(name, str(number) if self.names.on else plain(unit))

    def _unit(self, cells: Sequence[Any]) -> int | None:
        if not self.names.on:
            return NOWHERE
        column = self.layout.columns["unit"]
        text = text_of(cells[column])
        unit = self.names.find(text)
        if unit is None:
            guess = self.names.like(text)
            values = {"guess": guess}
            self.tallies.add(self.table, column, "I013", "guess" if guess else "", values=values, about=guess)
        return unit
