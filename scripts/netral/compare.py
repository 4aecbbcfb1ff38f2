"""Two printed texts word by word: which words both have, which only one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from netral.model.pact import Pact

__all__ = ["Part", "Run", "compare_pacts", "compare_words"]

#: (do both texts have these words?, the words)
Run = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of two pacts beside each other; a part that one of them lacks is empty there."""

    key: str
    number: int
    here: tuple[Run, ...]
    there: tuple[Run, ...]


def compare_words(here: str, there: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts as runs of words that are the same or differ. Spaces are one; letters and marks are compared as is."""
    left, right = here.split(), there.split()
    runs_left: list[Run] = []
    runs_right: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if a != b:
            runs_left.append((tag == "equal", " ".join(left[a:b])))
        if c != d:
            runs_right.append((tag == "equal", " ".join(right[c:d])))
    return tuple(runs_left), tuple(runs_right)


def compare_pacts(here: Pact, there: Pact) -> Iterator[Part]:
    """Opening, points and closing of two printed pacts, part by part, in the language they were printed in."""
    for key, number, left, right in _parts(here, there):
        if left or right:
            yield Part(key, number, *compare_words(left, right))


def _parts(here: Pact, there: Pact) -> Iterator[tuple[str, int, str, str]]:
    def text(part: object) -> str:
        return str(getattr(part, "id", ""))

    yield "opening", 0, text(here.opening), text(there.opening)
    for index in range(max(len(here.points), len(there.points))):
        pair = [text(p.points[index]) if index < len(p.points) else "" for p in (here, there)]
        yield "point", index + 1, pair[0], pair[1]
    yield "closing", 0, text(here.closing), text(there.closing)
