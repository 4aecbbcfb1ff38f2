"""When each record was checked and by when it is due again, for programs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netral.exports.plain import plain
from netral.model.dataset import Dataset
from netral.reviews import reviews

__all__ = ["review_items"]


def review_items(dataset: Dataset, day: dt.date) -> list[dict[str, Any]]:
    """An item for each real record and each claim with days of its own: these days, and whether it is overdue."""
    return [
        {
            "kind": review.kind,
            "id": review.id,
            "checked_on": plain(review.look.checked_on),
            "review_by": plain(review.look.review_by),
            "overdue": review.look.overdue(day),
        }
        for review in reviews(dataset)
    ]
