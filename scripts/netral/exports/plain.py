"""Records as plain values for JSON: keys as the files spell them, dates as text, without places and accounts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netral.model.base import Claim, Record, TopRecord
from netral.model.dataset import Dataset
from netral.model.dates import PartialDate
from netral.model.site import ReviewAfter
from netral.reviews import UNKNOWN, Look, look_of, periods

__all__ = ["held", "plain"]


def plain(value: Any, look: Look = UNKNOWN, after: ReviewAfter | None = None) -> Any:
    """`value` as JSON holds it. Each claim says when it was checked and by when it is due again.

    `look` are these days of the record that holds it, for where it has none of its own; `after` is the site's period.
    """
    if isinstance(value, Record):
        own = look_of(value, after, look) if isinstance(value, Claim) else look
        fields = type(value).model_fields
        item = {
            info.alias or name: plain(getattr(value, name), own, after)
            for name, info in fields.items()
            if not info.exclude
        }
        if isinstance(value, Claim):
            item |= {"checked_on": plain(own.checked_on), "review_by": plain(own.review_by)}
        return item
    if isinstance(value, tuple):
        return [plain(each, look, after) for each in value]
    if isinstance(value, PartialDate):
        return value.text
    return value.isoformat() if isinstance(value, dt.date) else value


def held(dataset: Dataset, value: Any, by: TopRecord) -> Any:
    """Part of a record as plain values: the days it was checked and is due are those of the record, but for its own."""
    after = periods(dataset, by)
    return plain(value, look_of(by, after), after)
