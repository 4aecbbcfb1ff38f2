"""Page: a page's address, what its head says, and its Markdown; and Edition: what every page is made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from netral.catalogue import Labels, labels
from netral.model.dataset import Dataset
from netral.pages.card import Card
from netral.problems import Lang

__all__ = ["Edition", "Page"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's site of one day."""

    dataset: Dataset
    day: dt.date
    lang: Lang
    #: Ends in a slash.
    site_url: str
    #: The newest day on which a record was looked at.
    checked_until: dt.date
    data_digest: str

    @property
    def say(self) -> Labels:
        """The labels of this edition's language."""
        return labels(self.lang)


@dataclass(frozen=True, slots=True)
class Page:
    """A written page: `text` is Markdown with its front matter."""

    address: str
    text: str
    card: Card

    @property
    def path(self) -> str:
        """Its file below the language's build folder."""
        return f"{self.address}index.md"
