"""The day by which a claim is to be checked again: after the last check, and not so far away that it reminds nobody.

That the day is past is no problem of the data: pages and `/data/pemeriksaan/` tell it, and the site is published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.model.base import Claim, TopRecord
from netral.model.dataset import Dataset
from netral.model.site import ReviewAfter
from netral.model.walk import walk
from netral.problems import Problem

__all__ = ["check_reviews"]


def check_reviews(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every `review_by` lies after the check before it, and at most the site's longest period after that."""
    after = next((site.review_after for site in dataset.site), None)
    for _, item in dataset:
        if isinstance(item, TopRecord):
            yield from _judged(item, item.checked_on, after)
            for found in walk(item):
                if isinstance(found.value, Claim):
                    yield from _judged(found.value, found.value.checked_on or item.checked_on, after)


def _judged(claim: Claim, checked: dt.date, after: ReviewAfter | None) -> Iterator[Problem]:
    if claim.review_by is None:
        return
    place = claim.at.value("review_by")
    told = {"review": claim.review_by.isoformat(), "checked": checked.isoformat()}
    if claim.review_by < checked:
        yield Problem("D004", place, told)
    elif after is not None and (claim.review_by - checked).days > after.longest:
        latest = checked + dt.timedelta(days=after.longest)
        yield Problem("D005", place, told | {"days": str(after.longest), "latest": latest.isoformat()})
