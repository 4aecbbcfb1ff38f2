"""Source: where a claim was read (data/sources.yaml)."""

from __future__ import annotations

from typing import Literal

from netral.model.base import Day, Link, Partial, Phrase, Record, Slug, Text

__all__ = ["Source", "SourceKind"]

SourceKind = Literal["official-text", "official-page", "article", "press", "document", "code", "own-reading"]


class Source(Record):
    """One text that was read. Its `url` is null where the address was not kept, and `note` says so."""

    id: Slug
    kind: SourceKind
    #: Who published it: a body, or the host as printed in its address; null = not recorded.
    publisher: Phrase | None
    title: Text | None = None
    date: Partial | None = None
    url: Link | None
    #: The day somebody opened the address; null = nobody has, and pages say "not checked".
    opened_on: Day | None = None
    note: Text | None = None
