"""How dates, spans and numbers are written in each language."""

from __future__ import annotations

import datetime as dt

from netral.catalogue import Labels
from netral.model.act import Answer
from netral.model.base import Span
from netral.model.dates import PartialDate, parse_partial

__all__ = [
    "cut",
    "date_words",
    "moment_words",
    "number_words",
    "percent_words",
    "short_date_words",
    "short_month_words",
    "span_words",
]

#: All of them, in tenths of a percent.
_ALL = 1000


def date_words(date: PartialDate | dt.date, say: Labels) -> str:
    """A date in words: "22 September 2024", only the month or the year where no more is known, or between which two."""
    text = date.text if isinstance(date, PartialDate) else date.isoformat()
    if "/" in text:
        first, last = (date_words(parse_partial(part), say) for part in text.split("/"))
        return say("span.range", first=first, last=last)
    year, *rest = text.split("-")
    words = [year]
    if rest:
        words.insert(0, say(f"months.m{rest[0]}"))
    if rest[1:]:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)


def short_date_words(date: dt.date, say: Labels) -> str:
    """A date in words for a table: "22 Sep 2024"."""
    return f"{date.day} {short_month_words(date.month, say)} {date.year}"


def short_month_words(month: int, say: Labels) -> str:
    """A month in three letters."""
    return say(f"months.m{month:02}")[:3]


def span_words(span: Span | Answer | None, say: Labels) -> str:
    """A span in words: "sejak 31 Agustus 2021", "Mei 2014 sampai 30 Oktober 2023", or that it was never in force."""
    if span is None:
        return say("span.never")
    first = date_words(span.from_, say)
    if span.until is None:
        return say("span.since", first=first)
    return say("span.between", first=first, last=date_words(span.until, say))


def moment_words(start: PartialDate, end: PartialDate | None, say: Labels) -> str:
    """When something happens: one day in words, or two with what the language puts between them."""
    first = date_words(start, say)
    return (
        first if end is None or end.text == start.text else say("span.moment", first=first, last=date_words(end, say))
    )


def cut(text: str, most: int) -> str:
    """`text` on one line, cut at a word where it has more than `most` letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def number_words(number: int, say: Labels) -> str:
    """4315 -> "4.315" in Indonesian, "4,315" in English."""
    return f"{number:,}".replace(",", say("number.separator"))


def percent_words(part: int, whole: int, say: Labels) -> str:
    """`part` of `whole` in percent, to a tenth: "88,9%". Some are never told as 0 %, not quite all never as 100 %."""
    tenths = (2000 * part + whole) // (2 * whole)
    if part and not tenths:
        return say("figures.share_low")
    if part < whole and tenths == _ALL:
        return say("figures.share_high")
    number = str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}{say('number.point')}{tenths % 10}"
    return say("figures.share", percent=number)
