"""Until when somebody must look at a claim again, and which are overdue on a day. Records in, days out; pure.

A claim says when it was checked, or its record does for it. It says by when it is to be checked again, or its record
does, or that follows from the day it was checked and how sure we are (`review_after` in `data/site.yaml`).
Made-up records are never due: there is nothing to check them against.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from netral.model.base import Claim, Record, TopRecord
from netral.model.dataset import Dataset, Item
from netral.model.site import ReviewAfter
from netral.model.walk import walk

__all__ = ["SOON", "UNKNOWN", "Look", "Review", "look_of", "overdue", "periods", "reviews"]

#: What falls due within as many days is told beforehand.
SOON = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Look:
    """When a claim was checked and by when it is to be checked again, its last day included; None = not known."""

    checked_on: dt.date | None = None
    review_by: dt.date | None = None

    def overdue(self, day: dt.date) -> bool:
        """Should somebody have looked again before `day`?"""
        return self.review_by is not None and day > self.review_by


UNKNOWN = Look()


@dataclass(frozen=True, slots=True)
class Review:
    """A record, or a claim inside it that has a day of its own, and when it is due. `id` is a path of ids then."""

    kind: str
    id: str
    record: TopRecord
    look: Look


def periods(dataset: Dataset, record: Record) -> ReviewAfter | None:
    """How long a check of `record` is good for; None where the site does not say, and for made-up ones."""
    if dataset.is_made_up(record):
        return None
    return next((site.review_after for site in dataset.site if site.review_after is not None), None)


def look_of(claim: Claim, after: ReviewAfter | None, held_by: Look = UNKNOWN) -> Look:
    """The days of `claim`; what it does not say itself, what it is `held_by` says for it.

    A claim that was checked on a day of its own is due by that day: its record's is of another check.
    """
    if claim.checked_on is None:
        return Look(held_by.checked_on, claim.review_by or held_by.review_by)
    days = after.days(claim.confidence) if after is not None else None
    default = claim.checked_on + dt.timedelta(days=days) if days is not None else None
    return Look(claim.checked_on, claim.review_by or default)


def reviews(dataset: Dataset) -> Iterator[Review]:
    """Every real record, and each claim inside one that has days of its own, in the order of the files."""
    for kind, item in dataset:
        if not isinstance(item, TopRecord) or dataset.is_made_up(item):
            continue
        look = look_of(item, periods(dataset, item))
        yield Review(kind, item.id, item, look)
        yield from _inside(kind, item, look, dataset)


def _inside(kind: str, item: Item, held_by: Look, dataset: Dataset) -> Iterator[Review]:
    assert isinstance(item, TopRecord)
    for found in walk(item):
        claim = found.value
        if isinstance(claim, Claim) and (claim.checked_on or claim.review_by):
            name = getattr(claim, "id", found.key)
            yield Review(kind, f"{item.id}/{name}", item, look_of(claim, periods(dataset, item), held_by))


def overdue(dataset: Dataset, day: dt.date) -> list[Review]:
    """What should have been looked at again before `day`, the longest overdue first."""
    found = [review for review in reviews(dataset) if review.look.overdue(day)]
    return sorted(found, key=lambda review: (review.look.review_by or day, review.kind, review.id))
