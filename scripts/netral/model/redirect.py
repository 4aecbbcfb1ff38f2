"""Redirect: the id that a record once had, so that its old addresses still lead to it."""

from __future__ import annotations

from typing import Literal

from netral.model.base import Day, Record, Slug, Text

__all__ = ["Redirect", "RedirectKind"]

#: The data file of the record.
RedirectKind = Literal["agencies", "regulations", "sanctions", "acts", "pacts", "elections", "channels"]


class Redirect(Record):
    """A record of `kind` was called `id` until `since`, and is called `to` now. The file may be absent."""

    id: Slug
    kind: RedirectKind
    to: Slug
    since: Day
    reason: Text | None = None
