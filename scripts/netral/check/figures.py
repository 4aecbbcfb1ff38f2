"""Weekly figures: rounds, units, versions and weeks that exist; weeks that should be there and are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral import asof, weeks
from netral.load.records import nearest
from netral.meanings import meaning_of
from netral.model.agency import Agency, Round
from netral.model.completion import WHOLE, Figures, Unit
from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["check_figures", "check_units", "check_versions", "check_weeks"]

#: More missing weeks than this are told of in one sentence.
MANY = 8


def check_figures(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Each row names a round, a unit and a version of its agency, and a week that is over."""
    agencies = {agency.id: agency for agency in dataset.agencies}
    units = {(unit.agency, unit.id): unit for unit in dataset.units}
    for row in dataset.completion:
        agency = agencies.get(row.agency)
        if agency is None:
            continue  # told when the file was read
        yield from _round(dataset, agency, row)
        yield from _unit(agency, row, units)
        yield from _days(row, as_of)


def check_versions(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """A week has figures of one version of each meaning: two would count the same people twice, or contradict."""
    meaning = meaning_of(dataset)
    first: dict[tuple[str, str, dt.date, str], Figures] = {}
    for row in dataset.completion:
        other = first.setdefault((row.agency, row.round, row.week, meaning(row)), row)
        if other.pact_version != row.pact_version:
            values = {"version": row.pact_version, "other": other.pact_version, "week": row.week.isoformat()}
            yield Problem("W031", row.place("pact_version"), values)


def check_units(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """A unit is merged into one that has figures of its own; `all` is no unit."""
    known = {(unit.agency, unit.id): unit for unit in dataset.units}
    for unit in dataset.units:
        if unit.id == WHOLE:
            yield Problem("W013", unit.place("id"), {"unit": unit.id}, "reserved")
        if unit.merged_into is None:
            continue
        into = known.get((unit.agency, unit.merged_into))
        values = {"unit": unit.merged_into, "agency": unit.agency}
        if into is None:
            yield Problem("W013", unit.place("merged_into"), values, "merge-unknown")
        elif into.merged_into is not None:
            yield Problem("W013", unit.place("merged_into"), values, "merge-chain")


def check_weeks(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """No week is left out, and the newest one is not late. A warning: the page says so too.

    Nothing is said of a file that has broken rows: they may be the missing ones.
    """
    for agency in dataset.agencies:
        if dataset.is_made_up(agency) or f"completion/{agency.id}" in dataset.unread:
            continue
        rows = [row for row in dataset.completion if (row.agency, row.unit) == (agency.id, WHOLE) and row.ends <= as_of]
        for round_ in agency.rounds:
            of_round = weeks.current(row for row in rows if row.round == round_.id)
            known = [weeks.monday_of(row.week) for row in of_round]
            gaps = weeks.missing(known, weeks.due(as_of, asof.closing_day(dataset, round_)))
            if len(gaps) > MANY:
                values = {"agency": agency.id, "count": str(len(gaps)), "week": known[0].isoformat()}
                yield Problem("W019", of_round[0].place("week"), values, "many")
                continue
            for week in gaps:
                after = next((row for row in of_round if row.week > week), None)
                place = (after or of_round[-1]).place("week")
                values = {"agency": agency.id, "week": week.isoformat()}
                yield Problem("W019", place, values, "" if after else "late")


def _round(dataset: Dataset, agency: Agency, row: Figures) -> Iterator[Problem]:
    own = {round_.id: round_ for round_ in agency.rounds}
    round_ = own.get(row.round)
    if round_ is not None:
        yield from _version(dataset, round_, row)
        return
    place, known = row.place("round"), ", ".join(own)
    if row.round in dataset.rounds:
        other = dataset.rounds[row.round][0].id
        values = {"round": row.round, "agency": agency.id, "other": other, "known": known}
        yield Problem("W012", place, values, "other" if own else "other-none")
        return
    values = {"round": row.round, "agency": agency.id, "guess": nearest(row.round, tuple(own)) or "", "known": known}
    yield Problem("W012", place, values, "guess" if values["guess"] else "" if own else "none")


def _version(dataset: Dataset, round_: Round, row: Figures) -> Iterator[Problem]:
    pact = dataset.pact_of(round_)
    if pact is None:
        return
    known = [pact.version, *(past.version for past in pact.past)]
    if row.pact_version not in known:
        values = {"version": row.pact_version, "pact": pact.id, "known": ", ".join(known)}
        yield Problem("W014", row.place("pact_version"), values)


def _unit(agency: Agency, row: Figures, units: dict[tuple[str, str], Unit]) -> Iterator[Problem]:
    if row.unit == WHOLE:
        return
    unit = units.get((agency.id, row.unit))
    values = {"unit": row.unit, "agency": agency.id}
    if not agency.units:
        yield Problem("W013", row.place("unit"), values, "off")
    elif unit is None:
        known = [name for of, name in units if of == agency.id]
        guess = nearest(row.unit, known) or ""
        yield Problem("W013", row.place("unit"), values | {"guess": guess}, "guess" if guess else "")
    elif unit.merged_into is not None:
        yield Problem("W013", row.place("unit"), values | {"into": unit.merged_into}, "merged")


def _days(row: Figures, as_of: dt.date) -> Iterator[Problem]:
    monday = weeks.monday_of(row.week)
    if row.week != monday:
        values = {"value": row.week.isoformat(), "monday": monday.isoformat()}
        yield Problem("W007", row.place("week"), values)
    elif row.ends > as_of:
        values = {"value": row.week.isoformat(), "sunday": row.ends.isoformat(), "day": as_of.isoformat()}
        yield Problem("W008", row.place("week"), values)
    if row.headcount is not None and row.headcount_date is None:
        yield Problem("W028", row.place("headcount_date"), {"headcount": str(row.headcount)})
    elif row.headcount_date is not None and row.headcount_date > as_of:
        values = {"value": row.headcount_date.isoformat(), "day": as_of.isoformat()}
        yield Problem("W028", row.place("headcount_date"), values, "future")
