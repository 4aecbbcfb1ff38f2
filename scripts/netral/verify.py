"""A text in hand -> which versions of which pacts it is, or the nearest one and the words that differ.

Words are compared as they are, capitals and marks included. Only what typesetting does to them is undone: ligatures,
curly quotes, long dashes, spaces of every kind and width, soft hyphens, words divided at the end of a line.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from netral.compare import Difference, differences
from netral.versions import PactText

__all__ = ["Match", "Near", "Verdict", "verify"]

#: Below this share of common words a text is no pact of ours at all.
LIKE = 0.5

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
#: What may stand before a part: its number, its letter, or a sign of a list.
_NUMBER = r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[\u2022\u25cf\u25aa*-])"
_NUMBERING = re.compile(rf"(?:^|(?<=\s)){_NUMBER}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Match:
    """A version whose text stands in the text in hand, and how many other words stand before and after it."""

    text: PactText
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Near:
    """The version that the text in hand is most like, and how it differs."""

    text: PactText
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Several matches are versions with the same words. Without a match `nearest` may be None: like none of ours."""

    matches: tuple[Match, ...]
    nearest: Near | None
    #: Versions whose digest is printed in the text in hand, though their words are not.
    claimed: tuple[PactText, ...]


def verify(in_hand: str, known: Sequence[PactText], printed: Iterable[str] = ()) -> Verdict:
    """Which of the versions `known` the text `in_hand` is.

    `printed`: words that our own sheets print between the parts of a text, who reads which of them for example. A
    part's translation may follow it too.
    """
    between = _between(printed)
    readings = tuple(_readings(in_hand))
    found = {number: span for number, text in enumerate(known) if (span := _found(text, in_hand, readings, between))}
    longest = max((length for _, _, length in found.values()), default=0)
    matches = tuple(
        Match(known[number], before, after) for number, (before, after, length) in found.items() if length == longest
    )
    own = {match.text.digest for match in matches}
    claimed = tuple(text for text in known if text.digest not in own and text.short in in_hand)
    return Verdict(matches, None if matches else _nearest(readings[0], known), claimed)


def _plain(text: str) -> str:
    """`text` as it is compared: signs alike, blanks single, lines kept."""
    signs = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_SIGNS)
    return "\n".join(line for each in signs.split("\n") if (line := " ".join(each.split())))


def _readings(text: str) -> Iterator[str]:
    """The text, and the text with the words put together that were divided at the end of a line."""
    plain = _plain(text)
    yield plain
    together = re.sub(r"(?<=\w)-\n(?=\w)", "", plain)
    if together != plain:
        yield together


def _parts(text: PactText) -> list[str]:
    return [_plain(part.id).replace("\n", " ") for part in (text.opening, *text.points, text.closing) if part]


def _between(printed: Iterable[str]) -> str:
    words = sorted({_loose(_plain(each)) for each in printed}, key=len, reverse=True)
    return rf"\s*(?:(?:{'|'.join([_NUMBER, *words])})\s*){{0,6}}"


def _loose(words: str) -> str:
    """A pattern for words however their lines are broken; a line may end after a hyphen that is the text's own."""
    return re.escape(words).replace("\\\n", r"\s+").replace(r"\ ", r"\s+").replace(r"\-", r"-\n?")


def _pattern(text: PactText, between: str) -> re.Pattern[str]:
    """The parts in their order, with nothing between them but numbers, what sheets print, and their translations."""
    parts = [
        rf"{_loose(_plain(part.id))}(?:{between}{_loose(_plain(part.en))})?+"
        for part in (text.opening, *text.points, text.closing)
        if part
    ]
    # Where no closing ends the text, another point after the last one makes it another text.
    end = r"(?!\w)" if text.closing else rf"(?!\w)(?!{between}\(?{len(text.points) + 1}[.)]\s)"
    return re.compile(r"(?<!\w)" + between.join(parts) + end)


def _found(text: PactText, in_hand: str, readings: Sequence[str], between: str) -> tuple[int, int, int] | None:
    """How many words stand before and after the version's text, and how long that is; None where it is not there."""
    if not text.points:
        # Of a text that was not kept the digest still tells its canonical form.
        return (0, 0, len(in_hand)) if _canonical_digest(in_hand) == text.digest else None
    pattern = _pattern(text, between)
    for reading in readings:
        match = pattern.search(reading)
        if match:
            before, after = reading[: match.start()], reading[match.end() :]
            return _words(before), _words(after), match.end() - match.start()
    return None


def _canonical_digest(in_hand: str) -> str:
    lines = (unicodedata.normalize("NFC", " ".join(line.split())) for line in in_hand.splitlines())
    return hashlib.sha256("".join(f"{line}\n" for line in lines if line).encode()).hexdigest()


def _words(text: str) -> int:
    return len(_NUMBERING.sub(" ", text).split())


def _nearest(reading: str, known: Sequence[PactText]) -> Near | None:
    """The version with the fewest differing words, the newest of those that are equally near."""
    in_hand = _NUMBERING.sub(" ", reading)
    best: tuple[float, Near] | None = None
    for text in known:
        if text.points:
            share, found = differences(" ".join(_parts(text)), in_hand)
            if share >= LIKE and (best is None or share >= best[0]):
                best = (share, Near(text, found))
    return best[1] if best else None
