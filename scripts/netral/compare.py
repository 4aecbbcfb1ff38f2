"""Two printed texts word by word: which words both have, which only one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from netral.model.pact import Pact
from netral.versions import PactText

__all__ = ["Difference", "Part", "Run", "compare_pacts", "compare_words", "differences"]

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


def compare_pacts(here: Pact | PactText, there: Pact | PactText) -> Iterator[Part]:
    """Opening, points and closing of two printed pacts, or versions of one, part by part, in the language of print."""
    for key, number, left, right in _parts(here, there):
        if left or right:
            yield Part(key, number, *compare_words(left, right))


def _parts(here: Pact | PactText, there: Pact | PactText) -> Iterator[tuple[str, int, str, str]]:
    def text(part: object) -> str:
        return str(getattr(part, "id", ""))

    yield "opening", 0, text(here.opening), text(there.opening)
    for index in range(max(len(here.points), len(there.points))):
        pair = [text(p.points[index]) if index < len(p.points) else "" for p in (here, there)]
        yield "point", index + 1, pair[0], pair[1]
    yield "closing", 0, text(here.closing), text(there.closing)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one text in the place of words of the other; one of both may be empty. `after`: the words before."""

    after: str
    here: str
    there: str


#: How many common words are told before a difference; how far beyond its last word one may reach.
_CONTEXT = 3


def differences(here: str, there: str) -> tuple[float, tuple[Difference, ...]]:
    """How alike a text is to what it is looked for in (0 to 1), and each difference.

    `there` may have words before and after, which are no difference: it is looked at from the first word to the last
    that both have.
    """
    left, right = here.split(), there.split()
    blocks = [each for each in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks() if each.size]
    if not blocks:
        return 0.0, ()
    # Words that the text begins or ends with, and that differ, are as many as it has there.
    start = max(0, blocks[0].b - blocks[0].a)
    end = min(len(right), blocks[-1].b + len(left) - blocks[-1].a)
    if right[end - 1 : end] != left[-1:]:
        # A last word in the place of which stand several: to the next end of a sentence.
        end = next(
            (at + 1 for at in range(end - 1, min(len(right), end + _CONTEXT)) if right[at][-1] == left[-1][-1]), end
        )
    right = right[start:end]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    found = tuple(
        Difference(" ".join(left[max(0, a - _CONTEXT) : a]), " ".join(left[a:b]), " ".join(right[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
    return matcher.ratio(), found
