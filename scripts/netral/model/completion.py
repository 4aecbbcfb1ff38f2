"""Completion: how far signing has come, week by week, as an agency published it.

A row of `data/completion/<agency>.csv`. Its columns, what they mean and which marks stand for no number are declared
in `data/datapackage.yaml`, the contract with everybody who reads the figures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from netral.model.base import Text
from netral.model.place import Place

__all__ = [
    "COLUMNS",
    "KEY",
    "WHOLE",
    "Counted",
    "Figures",
    "Mark",
    "Method",
    "Signed",
    "Status",
    "Unit",
    "holders",
    "sunday_of",
]

#: The unit of a row that speaks of the whole agency.
WHOLE = "all"
#: form = signed in a web form; paper = by hand; esign = with a certified signature; any = all ways together.
Method = Literal["form", "paper", "esign", "any"]
#: persons = distinct people; submissions = forms received, where people cannot be told apart.
Counted = Literal["persons", "submissions"]
Status = Literal["provisional", "final", "corrected"]
#: The columns of the file, in their order.
COLUMNS = (
    "round",
    "week",
    "unit",
    "pact_version",
    "method",
    "revision",
    "headcount",
    "headcount_date",
    "signed",
    "counted",
    "status",
    "confirmed_by",
    "note",
)
#: Those that together name one row.
KEY = COLUMNS[:6]


class Mark(StrEnum):
    """What stands in `signed` where the number itself would single people out (see `netral.disclose`)."""

    #: Not told at all.
    WITHHELD = "withheld"
    #: At most as many as the limit `cell` have signed, perhaps none.
    FEW = "few"
    #: At most as many as the limit `cell` have not signed, perhaps none.
    NEARLY_ALL = "nearly-all"


def sunday_of(monday: dt.date) -> dt.date:
    """The Sunday that closes the week which `monday` opens."""
    return monday + dt.timedelta(days=6)


#: A count, a mark in its place, or None: not known.
Signed = int | Mark | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of an agency that has figures of its own; a row of `data/units/<agency>.csv`."""

    agency: str
    id: str
    name: Text
    #: The unit whose figures hold those of this one, because this one is too small to stand alone.
    merged_into: str | None
    places: Mapping[str, Place] = field(compare=False, repr=False)

    def place(self, column: str) -> Place:
        """Where the cell of `column` stands."""
        return self.places[column]


def holders(units: Iterable[Unit]) -> dict[str, str]:
    """Of one agency's units, id -> id of the unit whose figures hold this one's: itself, where it is not merged.

    A chain is followed to its end, and one that turns back on itself ends where it is met; the check refuses both.
    """
    into = {unit.id: unit.merged_into for unit in units}
    found = {}
    for name in into:
        seen, holder = {name}, name
        while (above := into[holder]) in into and above not in seen:
            holder = above
            seen.add(holder)
        found[name] = holder
    return found


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one week: of an agency or a unit, for one round and pact version.

    `week` is the Monday that opens the week; the counts are those at the end of its Sunday, since the round began.
    A correction is a row with the next `revision` (from 1); the row it corrects stays.
    """

    agency: str
    round: str
    week: dt.date
    unit: str
    pact_version: str
    method: Method
    revision: int
    #: How many must sign (wajib); None = not known.
    headcount: int | None
    headcount_date: dt.date | None
    signed: Signed
    counted: Counted
    status: Status
    #: The office that answers for the figures, never a person.
    confirmed_by: str
    note: str
    #: Column -> where its cell stands; empty for rows that were never in a file.
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> tuple[str, dt.date, str, str, str, int]:
        """What names the row within its agency."""
        return (self.round, self.week, self.unit, self.pact_version, self.method, self.revision)

    @property
    def series(self) -> tuple[str, str, str, str]:
        """What the weeks of one line have in common: round, unit, version, method."""
        return (self.round, self.unit, self.pact_version, self.method)

    @property
    def ends(self) -> dt.date:
        """The Sunday that closes the week."""
        return sunday_of(self.week)

    def place(self, column: str) -> Place:
        """Where the cell of `column` stands."""
        return self.places[column]
