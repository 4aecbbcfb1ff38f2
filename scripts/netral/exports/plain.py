"""Records as plain values for JSON: keys as the files spell them, dates as text, without places and accounts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netral.model.base import Claim, Record
from netral.model.dates import PartialDate

__all__ = ["plain"]


def plain(value: Any, checked_on: dt.date | None = None) -> Any:
    """`value` as JSON holds it. Each claim says when it was checked, its record's day where it has none of its own."""
    if isinstance(value, Record):
        own = getattr(value, "checked_on", None) or checked_on
        fields = type(value).model_fields
        item = {
            info.alias or name: plain(getattr(value, name), own) for name, info in fields.items() if not info.exclude
        }
        if isinstance(value, Claim):
            item["checked_on"] = own.isoformat() if own else None
        return item
    if isinstance(value, tuple):
        return [plain(each, checked_on) for each in value]
    if isinstance(value, PartialDate):
        return value.text
    return value.isoformat() if isinstance(value, dt.date) else value
