"""English text that is behind its Indonesian one: an English page says so, beside the text or at its top.

A text is found on a page by its words, however they got there. So no template and no function that writes a page need
know of it, and none can forget it. Where nothing is behind, nothing is looked for, and every page stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cache
from typing import get_args

from netral.addresses import relative, site_path
from netral.model.act import Verdict
from netral.pages.page import Edition
from netral.prose_sections import FRONT, sections
from netral.translations.texts import Pair

__all__ = ["with_notices", "with_section_notices"]

#: Pages that list what is behind show the texts too.
_LISTS = frozenset({"data/pemeriksaan/", "data/laporan/"})
#: Shorter texts are words that stand anywhere; they are looked for only where they are all that an element says.
_PROSE_WORDS = 4
_LETTERS = 3
_VERDICTS = tuple(verdict.replace("-", "_") for verdict in get_args(Verdict))
_BLANK = re.compile(r"\{\w+\}")
#: As the templates write them, and as their filters do.
_QUOTES = {'"': '(?:"|&quot;|&#34;)', "'": "(?:'|&#x27;|&#39;)"}
#: A citation inside a text is a link; what it says begins with a letter and ends with a letter, a number or a bracket.
_LINK, _LINK_ENDS = "(?:<a [^<>]*>)?", "(?:</a>)?"
_A_LINK = re.compile(r"<a [^<>]*>[^<>]*</a>\.?")
#: What a text may be followed by for the notice to fit beside it.
_ENDS_BLOCK = re.compile(r"\s*</(?:p|li|dd|td|div)>")
_TITLE = re.compile(r"^# .*\n", re.MULTILINE)
_FIRST = re.compile(r'<div class="first.*?\n</div>\n', re.DOTALL)


def with_notices(edition: Edition, address: str, body: str) -> str:
    """`body` with a notice beside each text that is behind; one below its heading where a text has no room for it."""
    if edition.lang != "en" or not edition.behind or address in _LISTS:
        return body
    everywhere = False
    places: set[int] = set()
    for pair in edition.behind:
        own_page = pair.kind == "code" and address == f"data/kode/{pair.key.split('/')[0]}/"
        if pair.kind == "prose" or (_longest_word(pair.en) not in body and not own_page):
            continue
        ends = [_end(found) for form in _forms(edition, pair) for found in _pattern(form).finditer(body)]
        beside = {end for end in ends if _ENDS_BLOCK.match(body, end)}
        places |= beside
        everywhere |= bool(set(ends) - beside) or (own_page and not ends)
    notice = _notice(edition, address, "text")
    for end in sorted(places, reverse=True):
        body = f'{body[:end]} <span class="behind" data-search-exclude>{notice}</span>{body[end:]}'
    return _below_title(body, _notice(edition, address, "page")) if everywhere else body


def _end(found: re.Match[str]) -> int:
    """Where a notice may stand beside what was found; a text that is itself a link has no room beside it."""
    return found.start() if _A_LINK.fullmatch(found.group()) else found.end()


def with_section_notices(edition: Edition, address: str, file: str, body: str) -> str:
    """The `body` of a page of `docs/en` with a notice below the heading of each section that is behind."""
    if edition.lang != "en":
        return body
    late = _late(edition.behind, file)
    if not late:
        return body
    lines = body.split("\n")
    for section in reversed(list(sections(body))):
        if section.key in late:
            notice = _notice(edition, address, "section", section.key if not section.key.startswith("#") else "")
            lines.insert(section.line, f'\n<p class="behind" data-search-exclude>{notice}</p>\n')
    body = "\n".join(lines)
    return _below_title(body, _notice(edition, address, "page")) if FRONT in late else body


def _late(behind: Iterable[Pair], file: str) -> set[str]:
    return {pair.key for pair in behind if pair.kind == "prose" and f"/{pair.place.file}".endswith(f"/{file}")}


def _notice(edition: Edition, address: str, what: str, anchor: str = "") -> str:
    there = site_path("id", address) + (f"#{anchor}" if anchor else "")
    link = relative(site_path("en", address), there)
    say = edition.say
    read = html.escape(say("behind.read"))
    return f'{html.escape(say(f"behind.{what}"))} <a href="{link}" hreflang="id">{read}</a>'


def _below_title(body: str, notice: str) -> str:
    """The notice below the page's heading; where the page answers in one word first, below that."""
    title = _TITLE.search(body)
    first = _FIRST.search(body)
    end = first.end() if first else title.end() if title else 0
    return f'{body[:end]}\n<p class="behind" role="note" data-search-exclude>{notice}</p>\n{body[end:]}'


def _forms(edition: Edition, pair: Pair) -> list[str]:
    """What pages make of a text: itself, and an answer without the one word that stands before it by itself.

    A label of blanks alone has none: it would be found in everything.
    """
    if len(re.sub(r"\W", "", _BLANK.sub("", pair.en))) < _LETTERS:
        return []
    rests = [pair.en.removeprefix(edition.say(f"verdict.{name}")) for name in _VERDICTS if pair.kind == "data"]
    return [pair.en, *{rest.lstrip(".,: ") for rest in rests if rest != pair.en and rest.strip(".,: ")}]


@cache
def _longest_word(text: str) -> str:
    """Where this is not on a page, the text is not: most pages are ruled out by it. The first letter may be another."""
    return max(re.findall(r"[A-Za-z0-9]+", _BLANK.sub(" ", text)[1:]), key=len, default="")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """What finds `text` on a page as templates write it: escaped, its blanks filled, its first letter of either case.

    The full stop at its end may lack, for a longer sentence is made of some.
    """
    words = " ".join(text.split()).removesuffix(".")
    pieces = [_written(piece) for piece in _BLANK.split(words)]
    inside = r"[^<>\n]*?".join(pieces)
    if words[:1].isalpha():
        inside = f"(?i:{words[0]}){inside[1:]}"
    if len(words.split()) < _PROSE_WORDS:
        return re.compile(rf"(?:^|(?<=[>\n(])|(?<=[>#·,;] )){inside}\.?(?=\s*(?:[<\n\":;,·){{]|$))")
    return re.compile(rf"(?<!\w){_LINK}{inside}(?!\w){_LINK_ENDS}\.?")


def _written(text: str) -> str:
    """The pattern of `text` in a block of HTML or in a heading: each blank any, each sign of Markdown as it may be."""
    found, before = "", ""
    for sign in html.escape(text, quote=False):
        if before and not sign.isalnum() and (before.isalnum() or before == ")"):
            found += _LINK_ENDS
        if before and sign.isalpha() and not before.isalnum():
            found += _LINK
        before = sign
        if sign.isspace():
            found += r"(?:\s|&\#10;)+"
        elif sign in _QUOTES:
            found += _QUOTES[sign]
        elif sign in "\\`*_{}[]#|!~":
            found += rf"(?:\\?{re.escape(sign)}|&\#{ord(sign)};)"
        else:
            found += re.escape(sign)
    return found
