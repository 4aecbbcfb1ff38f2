"""Answers to a score: of how many questions a right act was among the first found, and which ones missed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netral.bench.questions import Question

__all__ = ["FIRST", "LEAST", "Asked", "Share", "share"]

#: A right act is looked for among this many: what a telephone shows without scrolling.
FIRST = 3
#: Per cent of the questions of a language that must find it, with the finder and with the search each.
LEAST = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what was found for it, the best first: ids of acts by the finder, addresses by the search."""

    question: Question
    finder: tuple[str, ...]
    search: tuple[str, ...]

    @property
    def finder_hits(self) -> bool:
        """Is a right act among the first that the finder shows?"""
        return bool(set(self.question.right) & set(self.finder[:FIRST]))

    @property
    def search_hits(self) -> bool:
        """Is the page of a right act among the first that the search shows?"""
        return bool({f"boleh-tidak/{act}/" for act in self.question.right} & set(self.search[:FIRST]))


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: what is below the least never reads as if it reached it."""
        return 100 * self.hits // self.of

    @property
    def enough(self) -> bool:
        """Does it reach the least?"""
        return 100 * self.hits >= LEAST * self.of


def share(hits: Sequence[bool]) -> Share:
    """How many of `hits` are true. There is at least one."""
    return Share(sum(hits), len(hits))
