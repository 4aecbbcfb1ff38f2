"""Dates in their order: nothing ends before it begins, no law holds before it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.model.base import Record
from netral.model.dataset import Dataset
from netral.model.dates import PartialDate
from netral.model.place import Place
from netral.model.regulation import Regulation
from netral.model.walk import walk
from netral.problems import Problem

__all__ = ["check_dates"]

#: Pairs of keys of one mapping, earlier and later.
_PAIRS = (("from", "until"), ("start", "end"), ("opens", "deadline"))


def check_dates(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every pair of dates runs forward, and no law is in force before it is issued."""
    for _, item in dataset:
        yield from _pairs(item)
        for found in walk(item):
            if isinstance(found.value, Record):
                yield from _pairs(found.value)
        if isinstance(item, Regulation) and item.issued and item.in_force:
            yield from _forward(item.issued, item.in_force.from_, item.in_force.at.value("from"))


def _pairs(record: Record) -> Iterator[Problem]:
    for earlier, later in _PAIRS:
        first, last = (getattr(record, name, None) or getattr(record, f"{name}_", None) for name in (earlier, later))
        if isinstance(first, PartialDate) and isinstance(last, PartialDate):
            yield from _forward(first, last, record.at.value(later))


def _forward(first: PartialDate, last: PartialDate, place: Place) -> Iterator[Problem]:
    if last.last < first.first:
        yield Problem("D002", place, {"first": first.text, "last": last.text})
