"""Spans of days as places on a line: what the drawn timelines of the calendar and of agencies are made from.

Pure arithmetic; the templates draw it, and the words beside each bar say the same. A date known only to its month or
year is drawn over all the days it may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Line", "Place", "line_of"]

#: No bar is thinner than this, in percent of the line: a voting day among years must still be seen.
THINNEST = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span lies on its line, in percent; `now` is today, None where today is off the line."""

    left: float
    width: float
    now: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """The first and last day of a line, and whether today lies on it."""

    first: dt.date
    last: dt.date
    now: float | None

    @property
    def has_now(self) -> bool:
        """Does today lie on the line?"""
        return self.now is not None

    def place(self, first: dt.date, last: dt.date) -> Place:
        """The place of the span from `first` to `last`, both included."""
        left = self._percent(first)
        width = max(round(self._percent(last + dt.timedelta(days=1)) - left, 2), THINNEST)
        return Place(min(left, round(100 - width, 2)), width, self.now)

    def _percent(self, day: dt.date) -> float:
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)


def line_of(spans: Sequence[tuple[dt.date, dt.date]], today: dt.date) -> Line:
    """The line that holds all `spans` (at least one)."""
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    days = (last - first).days + 1
    now = round(100 * (today - first).days / days, 2) if first <= today <= last else None
    return Line(first, last, now)
