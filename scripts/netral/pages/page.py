"""Page: a page's address, what its head says, and its Markdown; and Edition: what every page is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from netral.catalogue import Labels, labels
from netral.model.dataset import Dataset
from netral.pages.card import Card
from netral.problems import Lang, Problem
from netral.standing import Standing
from netral.translations.texts import Pair

__all__ = ["Edition", "Looked", "Page"]


@dataclass(frozen=True, slots=True)
class Looked:
    """Files that were read and checked, by the names that people know them by, and the problems found in them."""

    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


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
    #: (agency, round) -> what has been published of it, by the day.
    standings: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    #: What was looked at before this edition was made, and what was found.
    looked: Looked = Looked()
    #: The English texts whose Indonesian changed after they were made.
    behind: tuple[Pair, ...] = ()

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
