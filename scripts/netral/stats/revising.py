"""Counts of a week -> the rows to add to what an agency has published: none, first ones, or corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from netral import weeks
from netral.model.completion import WHOLE, Counted, Figures, Method, Status
from netral.stats.importing import Request, Week

__all__ = ["Publish", "Telling", "as_begun", "exact_rows", "rows_to_add"]

#: `netral.disclose.publishable`, its limits given: what is published, exact rows -> rows that single nobody out.
Publish = Callable[[Sequence[Figures], Sequence[Figures]], tuple[Figures, ...]]


@dataclass(frozen=True, slots=True)
class Telling:
    """What people say about the figures, beside the figures."""

    method: Method
    status: Status
    roster_date: dt.date
    confirmed_by: str
    note: str


def exact_rows(request: Request, week: Week, telling: Telling) -> tuple[Figures, ...]:
    """A row for the whole agency and for each unit with people, as counted; not fit to be published yet."""
    counted: Counted = "persons" if request.mapping.by_number else "submissions"
    assert request.round.pact_version is not None
    units = [unit for unit in sorted(week.headcounts) if unit != WHOLE and week.headcounts[unit]]
    return tuple(
        Figures(
            agency=request.agency.id,
            round=request.round.id,
            week=request.week,
            unit=unit,
            pact_version=request.round.pact_version,
            method=telling.method,
            revision=1,
            headcount=week.headcounts[unit],
            headcount_date=telling.roster_date,
            signed=week.signed.get(unit, 0),
            counted=counted,
            status=telling.status,
            confirmed_by=telling.confirmed_by,
            note=telling.note,
        )
        for unit in (WHOLE, *units)
    )


def as_begun(published: Sequence[Figures], fresh: Sequence[Figures], alike: Collection[str]) -> tuple[Figures, ...]:
    """`fresh` under the version that their week was published under, where that is one of the versions `alike`.

    A correction of a week from before a wording fix stays in that week's line.
    """
    begun = {(row.round, row.week): row.pact_version for row in published if row.pact_version in alike}
    return tuple(replace(row, pact_version=begun.get((row.round, row.week), row.pact_version)) for row in fresh)


def rows_to_add(published: Sequence[Figures], fresh: Sequence[Figures], publish: Publish) -> tuple[Figures, ...]:
    """Those of `fresh` that say something new, made fit to be published.

    A row whose week is published already becomes its next revision, as a correction; where it would say the same
    figures again, there is nothing to add.
    """
    newest = {_week_of(row): row for row in weeks.current(published)}
    numbered = [_numbered(row, newest.get(_week_of(row))) for row in fresh]
    while True:
        found = publish(published, numbered)
        new = tuple(row for row in found if _says(row) != _says(newest.get(_week_of(row))))
        if len(new) == len(found):
            return new
        # What says nothing new is published as it stands: it is not to be weighed against the rest a second time.
        old = {_week_of(row) for row in found} - {_week_of(row) for row in new}
        numbered = [row for row in numbered if _week_of(row) not in old]


def _week_of(row: Figures) -> tuple[object, ...]:
    return (row.series, row.week)


def _numbered(row: Figures, last: Figures | None) -> Figures:
    return row if last is None else replace(row, revision=last.revision + 1, status="corrected")


def _says(row: Figures | None) -> tuple[object, ...] | None:
    return None if row is None else (row.headcount, row.headcount_date, row.signed, row.counted)
