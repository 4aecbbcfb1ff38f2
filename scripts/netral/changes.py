"""What changed in the records up to a day: of one of them, and of all real ones, for the page and the feed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from netral.addresses import RECORDS
from netral.model.act import Act
from netral.model.agency import Agency
from netral.model.base import RecordChange, TopRecord
from netral.model.channel import Channel
from netral.model.dataset import Dataset, Item
from netral.model.election import Election
from netral.model.pact import Pact
from netral.model.regulation import Regulation
from netral.model.sanction import Ladder
from netral.problems import Lang

__all__ = ["Told", "changes_of", "changes_until", "name_of"]


@dataclass(frozen=True, slots=True)
class Told:
    """A change, whose it is, and which of its record's changes of that day and kind it is, counted from 1."""

    resource: str
    record: Item
    change: RecordChange
    number: int


def changes_of(record: Item, day: dt.date) -> tuple[RecordChange, ...]:
    """The changes of a record that were made by `day`, the newest first."""
    made = record.changes if isinstance(record, TopRecord) else ()
    return tuple(change for change in reversed(made) if change.day <= day)


def changes_until(dataset: Dataset, day: dt.date) -> tuple[Told, ...]:
    """The changes of all records but made-up ones by `day`, the newest first, those of one day by record."""
    found = [
        Told(resource, record, change, _number(record, change))
        for resource in RECORDS
        for record in dataset.of_kind(resource)
        if isinstance(record, TopRecord) and not dataset.is_made_up(record)
        for change in changes_of(record, day)
    ]
    return tuple(sorted(found, key=lambda told: -told.change.day.toordinal()))


def _number(record: TopRecord, change: RecordChange) -> int:
    """By its place among those of its day and kind: later words about them move it as little as later days do."""
    like = [other for other in record.changes if (other.day, other.kind) == (change.day, change.kind)]
    return next(number for number, other in enumerate(like, 1) if other is change)


def name_of(record: Item, lang: Lang) -> str:
    """What people call a record. A regulation is cited alike in both languages."""
    match record:
        case Regulation():
            return record.citation
        case Act():
            return str(getattr(record.statement, lang))
        case Ladder() | Pact() | Election() | Channel() | Agency():
            return str(getattr(record.name, lang))
    return record.id
