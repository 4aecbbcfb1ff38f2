"""Rows of figures + a day -> where signing stands: for each agency and round its weeks, and what is late or missing.

Figures of one pact version, and of those that mean the same, are a line of their own; that of the round's own version
leads.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netral import weeks
from netral.asof import closing_day
from netral.meanings import versions_alike
from netral.model.agency import Agency, Round
from netral.model.completion import WHOLE, Figures, Unit, holders
from netral.model.dataset import Dataset
from netral.ways import Week, exact, weeks_of

__all__ = ["Line", "Standing", "UnitStanding", "share", "standings"]


@dataclass(frozen=True, slots=True)
class Line:
    """The weeks of one meaning of a pact, in their order, without holes: a week without figures stands among them."""

    #: Of the versions that mean the same and have figures, the newest.
    version: str
    weeks: tuple[Week, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that its figures are of, in the order of their weeks."""
        return tuple(dict.fromkeys(week.figures.pact_version for week in self.weeks if week.figures is not None))

    @property
    def newest(self) -> Week:
        """The last week with figures; a line has one."""
        return next(week for week in reversed(self.weeks) if week.figures is not None)

    @property
    def missing(self) -> tuple[Week, ...]:
        """Weeks without figures, while later ones have some."""
        return tuple(w for w in self.weeks if w.figures is None and w.monday < self.newest.monday)

    @property
    def late(self) -> tuple[Week, ...]:
        """Weeks after the newest one that should be there by now."""
        return tuple(w for w in self.weeks if w.monday > self.newest.monday)


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit, its newest week (None: no figures), and the units whose people are counted with it."""

    unit: Unit
    newest: Week | None
    holds: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an agency published of a round."""

    agency: Agency
    round: Round
    lead: Line
    #: Lines of other pact versions, the newest first.
    older: tuple[Line, ...]
    units: tuple[UnitStanding, ...]


def share(figures: Figures | None, group: int) -> tuple[int, int] | None:
    """Signed and headcount, where one may be put over the other; None where it may not.

    It may not where either is unknown or told by a mark, where forms were counted instead of people, and where the
    answer would be "nobody" or "everybody" of fewer than `group` people.
    """
    signed = exact(figures)
    if figures is None or signed is None or figures.headcount is None or figures.counted != "persons":
        return None
    if signed > figures.headcount or (signed in {0, figures.headcount} and figures.headcount < group):
        return None
    return signed, figures.headcount


def standings(dataset: Dataset, day: dt.date) -> dict[tuple[str, str], Standing]:
    """(agency, round) -> its standing on `day`, for those that have published figures by then."""
    rows: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    for row in dataset.completion:
        if row.ends <= day:
            rows[row.agency, row.round].append(row)
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in dataset.units:
        units[unit.agency].append(unit)
    found = {}
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            own = rows.get((agency.id, round_.id), [])
            standing = _standing(dataset, agency, round_, own, units[agency.id], day)
            if standing is not None:
                found[agency.id, round_.id] = standing
    return found


def _standing(
    dataset: Dataset, agency: Agency, round_: Round, rows: Sequence[Figures], units: Sequence[Unit], day: dt.date
) -> Standing | None:
    alike = _alike(dataset, round_, rows)
    versions: dict[str, dict[dt.date, Week]] = {}
    for version in set(alike.values()):
        known = weeks_of(row for row in rows if row.unit == WHOLE and alike[row.pact_version] == version)
        if known:
            versions[version] = known
    if not versions:
        return None
    newest = max(versions, key=lambda version: (max(versions[version]), version))
    own = alike.get(round_.pact_version or "")
    lead = own if own in versions else newest
    ends = [max(known) for version, known in versions.items() if version != lead]
    first = min(versions[lead])
    first = max((end + weeks.WEEK for end in ends if end < first), default=first)
    due = max(weeks.due(day, closing_day(dataset, round_)), *versions[lead])
    older = [_line(version, known, min(known), max(known)) for version, known in versions.items() if version != lead]
    older.sort(key=lambda line: (line.newest.monday, line.version), reverse=True)
    told = _units(units, [row for row in rows if alike[row.pact_version] == lead]) if agency.units else ()
    return Standing(agency, round_, _line(lead, versions[lead], first, due), tuple(older), told)


def _alike(dataset: Dataset, round_: Round, rows: Sequence[Figures]) -> dict[str, str]:
    """Version -> the newest one with figures that means the same; the round's own version among them."""
    shown = {row.pact_version for row in rows if row.unit == WHOLE}
    found = {}
    for version in {row.pact_version for row in rows} | {round_.pact_version or ""}:
        alike = [each for each in versions_alike(dataset, round_, version) if each in shown]
        found[version] = alike[-1] if alike else version
    return found


def _line(version: str, known: Mapping[dt.date, Week], first: dt.date, last: dt.date) -> Line:
    mondays = [first + weeks.WEEK * number for number in range((last - first).days // 7 + 1)]
    return Line(version, tuple(known.get(monday, Week(monday, None)) for monday in mondays))


def _units(units: Sequence[Unit], rows: Sequence[Figures]) -> tuple[UnitStanding, ...]:
    """Each unit that stands by itself, in the order of its file."""
    held_in = holders(units)
    holds: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        holds[held_in[unit.id]].append(unit)
    found = []
    for unit in units:
        if unit.merged_into is None:
            own = weeks_of(row for row in rows if row.unit == unit.id)
            others = tuple(other for other in holds[unit.id] if other is not unit)
            found.append(UnitStanding(unit, own[max(own)] if own else None, others))
    return tuple(found)
