"""Days as the sources give them: a full day, only its month or its year, or two of these with a day between them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

__all__ = ["PartialDate", "parse_day", "parse_partial"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year, or to lie between two of these.

    `first` and `last` bound it, so a rule that needs a day can say which end it means, and a page can print
    only as much as the source says.
    """

    text: str
    first: dt.date
    last: dt.date

    @property
    def exact(self) -> bool:
        """Is the day itself known?"""
        return self.first == self.last

    def __str__(self) -> str:
        return self.text


def parse_partial(value: object) -> PartialDate:
    """`"2024-09-22"`, `"2024-09"`, `"2024"`, or a range of them like `"2024-07-19/2024-09"` -> PartialDate.

    Raises the pydantic error `date_form` when the value is not written so, `date_impossible` when no calendar
    holds it, `date_order` when a range runs backward.
    """
    if isinstance(value, PartialDate):
        return value
    if type(value) is int:  # a year alone, written without quotes
        value = str(value)
    if not isinstance(value, str):
        raise PydanticCustomError("date_form", "not a date")
    begin, slash, end = value.partition("/")
    first, last = _bounds(begin)
    if slash:
        _, last = _bounds(end)
        if last < first:
            raise PydanticCustomError("date_order", "a range that runs backward")
        if last == first:
            raise PydanticCustomError("date_form", "a range of one day")
    return PartialDate(value, first, last)


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that a date may be."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise PydanticCustomError("date_form", "not a date")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1] if day is None else day)
    except (ValueError, IndexError):
        raise PydanticCustomError("date_impossible", "no such day") from None
    return first, last


def parse_day(value: object) -> dt.date:
    """`"2024-09-22"` -> date; the same errors as `parse_partial`, anything but one day is `date_form`."""
    if type(value) is dt.date:
        return value
    partial = parse_partial(value)
    if len(partial.text) != len("2024-09-22"):
        raise PydanticCustomError("date_form", "not a full day")
    return partial.first
