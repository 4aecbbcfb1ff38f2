"""Weeks of a series of figures: which rows count, which weeks are missing, which is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from netral.model.completion import Figures

__all__ = ["GRACE", "WEEK", "current", "due", "missing", "monday_of", "series"]

WEEK = dt.timedelta(days=7)
#: A week's figures are late this long after the Sunday that closes it.
GRACE = dt.timedelta(days=7)

Series = dict[tuple[str, str, str, str], list[Figures]]


def monday_of(day: dt.date) -> dt.date:
    """The Monday that opens the week of `day`."""
    return day - dt.timedelta(days=day.weekday())


def current(rows: Iterable[Figures]) -> list[Figures]:
    """Of each key the newest revision, by week."""
    newest: dict[tuple[object, ...], Figures] = {}
    for row in rows:
        key = (row.agency, *row.key[:-1])
        if key not in newest or newest[key].revision < row.revision:
            newest[key] = row
    return sorted(newest.values(), key=lambda row: row.week)


def series(rows: Iterable[Figures]) -> Series:
    """The rows of one agency that count, by round, unit, version and method, each by week."""
    found: Series = {}
    for row in current(rows):
        found.setdefault(row.series, []).append(row)
    return found


def due(day: dt.date, last: dt.date | None) -> dt.date:
    """The newest week whose figures should be there on `day`; none is expected after the week of `last`."""
    newest = monday_of(day - GRACE - dt.timedelta(days=6))
    return newest if last is None else min(newest, monday_of(last))


def missing(weeks: Iterable[dt.date], until: dt.date) -> list[dt.date]:
    """The Mondays from the first of `weeks` to `until` for which there is none."""
    known = set(weeks)
    if not known:
        return []
    week, found, last = min(known), [], max(until, *known)
    while week <= last:
        if week not in known:
            found.append(week)
        week += WEEK
    return found
