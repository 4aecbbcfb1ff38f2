"""The citations inside a text of many words: where each stands, what it says, and where one breaks off.

The grammar itself is the finder: from every word that can begin a citation it reads on as far as it can. What it cannot
finish is left alone where it is only a word ("PP ini"), and told where somebody meant a citation ("PP 94/2O21").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lark import Token, UnexpectedInput
from lark.lexer import PatternRE

from netral.citations.parts import Citation
from netral.citations.reading import KINDS, Expected, Fault, expected_after, grammar, read_item

__all__ = ["Broken", "Mention", "mentions"]

#: After these a value must follow; a word of two letters or more shows that no value was meant ("ayat berikut").
_STEPS = frozenset({"_AYAT", "_HURUF", "_ANGKA"})
_WORD = re.compile(r"\s*[a-z][\w-]")
_DIGIT = re.compile(r"\s*\d")


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation of one instrument at most, from `start` to `end` of the text."""

    start: int
    end: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """What was meant as a citation from `start` on; at `column` of the text `expected` is missing."""

    start: int
    column: int
    expected: Expected


@lru_cache(maxsize=20_000)
def mentions(text: str) -> tuple[Mention | Broken, ...]:
    """Every citation of `text` in its order, whole ones and broken ones."""
    return tuple(_mentions(text))


@cache
def _starts() -> re.Pattern[str]:
    """Any word that can begin a citation, as the grammar has it."""
    names = grammar().parse_interactive("", start="item").choices()  # type: ignore[no-untyped-call]
    words = [pattern.value for name in names if isinstance(pattern := _pattern(name), PatternRE)]
    return re.compile(rf"(?<![\w/.\u2013-])(?:{'|'.join(words)})")


def _pattern(name: str) -> object:
    return grammar().get_terminal(name).pattern if name.isupper() else None


def _mentions(text: str) -> Iterator[Mention | Broken]:
    after = 0
    for start in _starts().finditer(text):
        if start.start() < after:
            continue
        found = _longest(text, start.start())
        if found is not None:
            yield found
            after = found.end if isinstance(found, Mention) else found.column


def _longest(text: str, start: int) -> Mention | Broken | None:
    piece = text[start:]
    parser = grammar().parse_interactive(piece, start="item")
    end, at, words = 0, 0, []
    try:
        for token in parser.lexer_thread.lex(parser.parser_state):  # type: ignore[no-untyped-call]
            parser.feed_token(token)
            words.append(token.type)
            at = _end(token)
            if "$END" in parser.choices():  # type: ignore[no-untyped-call]
                end, words = at, []
    except UnexpectedInput:
        pass
    broken = _broken(piece, at, words, whole=end > 0)
    if broken is not None:
        return Broken(start, start + at + len(piece[at:]) - len(piece[at:].lstrip()), broken)
    if not end:
        return None
    found = read_item(piece[:end])
    if isinstance(found, Fault):
        return Broken(start, start + found.column, found.expected)
    return Mention(start, start + end, found)


def _end(token: Token) -> int:
    assert token.end_pos is not None
    return token.end_pos


def _broken(piece: str, at: int, words: list[str], *, whole: bool) -> Expected | None:
    """What is missing at `at`, where a citation was meant; `words` are the sorts since it was last `whole`."""
    if not words:
        return None
    if words[-1] in _STEPS and not _WORD.match(piece, at):
        return expected_after(words[-1])
    if whole:
        return None
    if words[0] in KINDS and (words[-1] != words[0] or _DIGIT.match(piece, at)):
        return "number"
    return expected_after(words[-1]) if words[-1] == "_PASAL" and _DIGIT.match(piece, at) else None
