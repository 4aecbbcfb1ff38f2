"""Both languages are equals: an English text that is only the Indonesian again was forgotten."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.problems import Problem, quotable

__all__ = ["check_languages"]

#: Names and titles may be the same in both languages; this many words is prose.
PROSE_WORDS = 4


def check_languages(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """A text of four words or more differs between the languages."""
    for _, item in dataset:
        for found in walk(item):
            text = found.value
            if not isinstance(text, Text) or len(text.en.split()) < PROSE_WORDS:
                continue
            if _plain(text.id) == _plain(text.en):
                yield Problem("B002", text.at.value("en"), {"text": quotable(text.en)})


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
