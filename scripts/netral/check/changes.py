"""Changes of records: a major one says what changed, they stand in their order, and none is of a day to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from netral.model.base import RecordChange, TopRecord
from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["check_changes"]


def check_changes(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Major changes without a note (K009), of days to come (K010), out of order (K011), and told twice (K012).

    A day to come is told only where `as_of` is not past itself: to a site of 2024 every change of today is one.
    """
    records = [record for _, record in dataset if isinstance(record, TopRecord)]
    past = any(record.checked_on > as_of for record in records)
    for record in records:
        for change in record.changes:
            yield from _of_one(change, record, as_of, past=past)
        yield from _of_order(record)


def _of_one(change: RecordChange, record: TopRecord, as_of: dt.date, *, past: bool) -> Iterator[Problem]:
    if change.kind == "major" and change.note is None:
        yield Problem("K009", change.at.value("kind"), {"day": change.day.isoformat(), "record": record.id})
    if change.day > as_of and not past:
        yield Problem("K010", change.at.value("day"), {"day": change.day.isoformat(), "today": as_of.isoformat()})


def _of_order(record: TopRecord) -> Iterator[Problem]:
    for before, change in pairwise(record.changes):
        if change.day < before.day:
            values = {"day": change.day.isoformat(), "before": before.day.isoformat()}
            yield Problem("K011", change.at.value("day"), values)
    told: dict[tuple[object, ...], RecordChange] = {}
    for change in record.changes:
        note = (change.note.id, change.note.en) if change.note else None
        first = told.setdefault((change.day, change.kind, note), change)
        if first is not change:
            yield Problem("K012", change.at.own, {"day": change.day.isoformat(), "first": str(first.at.own)})
