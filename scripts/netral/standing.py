"""Rows of figures + a day -> where signing stands: for each agency and round its weeks, and what is late or missing.

Of a week the newest revision counts. The row of all ways together (`any`) counts where there is one, else the ways are
added. Figures of one pact version are a line of their own; the line of the round's own version leads.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from netral import weeks
from netral.asof import last_voting_day
from netral.model.agency import Agency, Round
from netral.model.completion import WHOLE, Figures, Mark, Method, Unit
from netral.model.dataset import Dataset

__all__ = ["Line", "Standing", "UnitStanding", "Week", "exact", "share", "standings"]

_WAYS: tuple[Method, ...] = ("form", "paper", "esign")


@dataclass(frozen=True, slots=True)
class Week:
    """A week that should have figures, or has."""

    monday: dt.date
    #: What counts: None where nothing was published.
    figures: Figures | None
    #: Rows that newer revisions took the place of, the newest first.
    replaced: tuple[Figures, ...] = ()

    @property
    def sunday(self) -> dt.date:
        """The day at whose end the counts stand."""
        return self.monday + dt.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Line:
    """The weeks of one pact version, in their order and without holes: a week without figures stands among them."""

    version: str
    weeks: tuple[Week, ...]

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


def exact(figures: Figures | None) -> int | None:
    """The count itself; None where nothing is known or a mark stands in its place."""
    return figures.signed if figures is not None and type(figures.signed) is int else None


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
    dataset: Dataset, agency: Agency, round_: Round, rows: Sequence[Figures], units: Iterable[Unit], day: dt.date
) -> Standing | None:
    versions: dict[str, dict[dt.date, Week]] = {}
    for version in {row.pact_version for row in rows}:
        known = _weeks(row for row in rows if row.unit == WHOLE and row.pact_version == version)
        if known:
            versions[version] = known
    if not versions:
        return None
    newest = max(versions, key=lambda version: (max(versions[version]), version))
    lead = round_.pact_version if round_.pact_version in versions else newest
    ends = [max(known) for version, known in versions.items() if version != lead]
    first = min(versions[lead])
    first = max((end + weeks.WEEK for end in ends if end < first), default=first)
    due = max(weeks.due(day, _closes(dataset, round_)), *versions[lead])
    older = [_line(version, known, min(known), max(known)) for version, known in versions.items() if version != lead]
    older.sort(key=lambda line: (line.newest.monday, line.version), reverse=True)
    told = _units(units, [row for row in rows if row.pact_version == lead]) if agency.units else ()
    return Standing(agency, round_, _line(lead, versions[lead], first, due), tuple(older), told)


def _line(version: str, known: Mapping[dt.date, Week], first: dt.date, last: dt.date) -> Line:
    mondays = [first + weeks.WEEK * number for number in range((last - first).days // 7 + 1)]
    return Line(version, tuple(known.get(monday, Week(monday, None)) for monday in mondays))


def _closes(dataset: Dataset, round_: Round) -> dt.date | None:
    if round_.signing.deadline is not None:
        return round_.signing.deadline.last
    return last_voting_day([election for election in dataset.elections if election.id in round_.elections])


def _weeks(rows: Iterable[Figures]) -> dict[dt.date, Week]:
    """monday -> the week, from the rows of one unit and version."""
    by_week: dict[dt.date, dict[Method, list[Figures]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_week[row.week][row.method].append(row)
    found = {}
    ways: set[Method] = set()
    for monday in sorted(by_week):
        ranked = {way: sorted(each, key=lambda row: -row.revision) for way, each in by_week[monday].items()}
        if "any" in ranked:
            found[monday] = Week(monday, ranked["any"][0], tuple(ranked["any"][1:]))
            continue
        # A way that was counted before and is not there this week still has its signers: their number is not known.
        ways |= set(ranked)
        parts = [ranked[way][0] for way in _WAYS if way in ranked]
        replaced = tuple(row for way in _WAYS if way in ranked for row in ranked[way][1:])
        found[monday] = Week(monday, _together(parts, whole=ways == set(ranked)), replaced)
    return found


def _together(parts: Sequence[Figures], *, whole: bool) -> Figures:
    """The ways of one week as one row; its count is unknown unless every way is there with an exact one."""
    counts = [exact(part) for part in parts]
    signed: int | Mark | None = None
    if any(isinstance(part.signed, Mark) for part in parts):
        signed = Mark.WITHHELD
    elif whole and None not in counts:
        signed = sum(count for count in counts if count is not None)
    heads = {(part.headcount, part.headcount_date) for part in parts if part.headcount is not None}
    headcount, day = next(iter(heads)) if len(heads) == 1 else (None, None)
    statuses = [part.status for part in parts]
    return replace(
        parts[0],
        method="any",
        revision=max(part.revision for part in parts),
        headcount=headcount,
        headcount_date=day,
        signed=signed,
        counted="persons" if all(part.counted == "persons" for part in parts) else "submissions",
        status="corrected" if "corrected" in statuses else "final" if set(statuses) == {"final"} else "provisional",
        confirmed_by="; ".join(dict.fromkeys(part.confirmed_by for part in parts)),
        note=" ".join(dict.fromkeys(part.note for part in parts if part.note)),
    )


def _units(units: Iterable[Unit], rows: Sequence[Figures]) -> tuple[UnitStanding, ...]:
    """Each unit that stands by itself, in the order of its file."""
    known = list(units)
    holds: dict[str, list[Unit]] = defaultdict(list)
    for unit in known:
        holds[_top(unit, known).id].append(unit)
    found = []
    for unit in known:
        if unit.merged_into is None:
            own = _weeks(row for row in rows if row.unit == unit.id)
            others = tuple(other for other in holds[unit.id] if other is not unit)
            found.append(UnitStanding(unit, own[max(own)] if own else None, others))
    return tuple(found)


def _top(unit: Unit, known: Sequence[Unit]) -> Unit:
    """The unit in whose figures those of `unit` end up; a chain that turns back on itself ends where it is met."""
    seen = {unit.id}
    while unit.merged_into is not None:
        above = next((other for other in known if other.id == unit.merged_into and other.id not in seen), None)
        if above is None:
            break
        seen.add(above.id)
        unit = above
    return unit
