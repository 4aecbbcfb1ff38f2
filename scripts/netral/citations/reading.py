"""Text -> citations, or the point where it stops being one.

The grammar is `citation.lark`. Every text is read once a run: the same few hundred citations stand in all the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from lark import Lark, Token, UnexpectedInput
from lark.exceptions import UnexpectedToken

from netral.citations.parts import Citation, Pinpoint
from netral.citations.tree import Unordered, citations_of

__all__ = ["KINDS", "Expected", "Fault", "expected_after", "grammar", "read_article", "read_citation", "read_item"]

#: What would have had to come next: the start of a citation, a value of some kind, or nothing more.
Expected = Literal["start", "number", "article", "ayat", "huruf", "angka", "lampiran", "order", "end"]

_AFTER: dict[str, Expected] = {
    "_PASAL": "article", "_AYAT": "ayat", "_HURUF": "huruf", "_ANGKA": "angka", "_LAMPIRAN": "lampiran",
    "EXPLAIN": "article",
}  # fmt: skip
_JOINS = frozenset({"_TO", "_MORE"})
#: What a joining word may lead to, the widest first.
_VALUES: dict[str, Expected] = {
    "NUMYEAR": "number", "ARTICLE": "article", "PAREN": "ayat", "LETTER": "huruf", "INT": "angka",
}  # fmt: skip
_NAMES = frozenset({"SE", "SURAT", "PERATURAN", "KEPUTUSAN", "SKB", "MK", "ISSUER", "_NOMOR", "_TAHUN", "MONTH"})
#: Words that a number and a year must follow.
KINDS = frozenset({"UU", "PP", "PERPRES", "PERPPU", "PKPU", "PERBAWASLU", "PERBKN", "KEPMEN"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no citation: `column` counts its characters from 0 to where `expected` is missing."""

    column: int
    expected: Expected


@cache
def grammar() -> Lark:
    """The parser of `citation.lark`; made at the first citation, in a fifth of a second."""
    return Lark.open_from_package(
        "netral.citations",
        "citation.lark",
        parser="lalr",
        lexer="contextual",
        start=["citation", "item", "article", "section"],
    )


@lru_cache(maxsize=20_000)
def read_citation(text: str) -> tuple[Citation, ...] | Fault:
    """All citations of `text`, lists and ranges taken apart; the fault if it is not one whole citation."""
    return _read(text, "citation")


@lru_cache(maxsize=20_000)
def read_item(text: str) -> tuple[Citation, ...] | Fault:
    """The same where one instrument is named at most."""
    return _read(text, "item")


@lru_cache(maxsize=20_000)
def read_article(text: str) -> Pinpoint | str | Fault:
    """The place that a provision's `article` names; its own text where it is the one name of a section ("Amar")."""
    found = _read(text, "article")
    if isinstance(found, Fault):
        return text if found.expected == "start" and _is_section(text) else found
    return found[0].pinpoint if len(found) == 1 and found[0].pinpoint else Fault(0, "article")


def _is_section(text: str) -> bool:
    try:
        grammar().parse(text, start="section")
    except UnexpectedInput:
        return False
    return True


def _read(text: str, start: str) -> tuple[Citation, ...] | Fault:
    try:
        return citations_of(grammar().parse(text, start=start))
    except Unordered as error:
        return Fault(error.column, "order")
    except UnexpectedInput as error:
        return Fault(_column(error, text), _expected(error))


def _column(error: UnexpectedInput, text: str) -> int:
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return len(text)
    at = error.pos_in_stream or 0
    # A joining word takes the blanks before it along.
    return at + len(text[at:]) - len(text[at:].lstrip())


def _expected(error: UnexpectedInput) -> Expected:
    last = _last_token(error)
    if last is None:
        return "start"
    if last in _NAMES or last in KINDS:
        return "number"
    if last in _JOINS:
        wanted = getattr(error, "expected", ())
        return next((value for name, value in _VALUES.items() if name in wanted), "end")
    if last in {"INT", "YEAR"} and isinstance(error, UnexpectedToken) and "$END" not in (error.accepts or ()):
        return "number"  # "PP 94": it is the year that lacks, for after the number of a place a citation may end
    return expected_after(last)


def expected_after(word: str) -> Expected:
    """What must follow a word of the sort `word` within a place; `end` where nothing need."""
    return _AFTER.get(word, "end")


def _last_token(error: UnexpectedInput) -> str | None:
    """The sort of the last word that was understood; None where not even the first was."""
    history = getattr(error, "token_history", None)
    if history and isinstance(history[-1], Token):
        return history[-1].type
    stack = error.interactive_parser.parser_state.value_stack if isinstance(error, UnexpectedToken) else []
    return stack[-1].type if stack and isinstance(stack[-1], Token) else None
