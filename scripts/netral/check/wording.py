"""In the project's own words a regulation has one name, the one that its record cites it by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.citations.finding import Mention, mentions
from netral.model.agency import Statement
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.source import Source
from netral.model.walk import Found, walk
from netral.problems import Problem

__all__ = ["check_wording"]

#: What the project itself says. Titles, official texts and what others state keep the words they came in.
_OWN = frozenset({"about", "gap", "gaps", "issued_note", "note", "say", "status_note"})


def check_wording(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """A text that names one regulation by another name than its record does."""
    if "regulations" in dataset.unread:
        return
    for _, item in dataset:
        for found in walk(item):
            own = found.key in _OWN and not isinstance(found.holder, (Statement, Source))
            if own and isinstance(found.value, Text):
                yield from _text(dataset, found)


def _text(dataset: Dataset, found: Found) -> Iterator[Problem]:
    for lang in ("id", "en"):
        text = getattr(found.value, lang)
        for mention in mentions(text):
            if not isinstance(mention, Mention):
                continue
            names = {each.instrument for each in mention.citations}
            law = dataset.register.find(name) if len(names) == 1 and (name := names.pop()) else None
            said = text[mention.start : mention.end]
            if law is not None and law.citation not in said:
                place = found.value.at.value(lang).within(text, mention.start)
                yield Problem("C036", place, {"cite": said, "wording": law.citation}, "text")
