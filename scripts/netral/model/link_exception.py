"""LinkException: an outside address that is known not to answer, why that is borne, and until when."""

from __future__ import annotations

from netral.model.base import Day, Link, Record, Slug, Text

__all__ = ["LinkException"]


class LinkException(Record):
    """An address of the data whose silence fails no job until that day, the day included. The file may be absent."""

    id: Slug
    url: Link
    reason: Text
    until: Day
