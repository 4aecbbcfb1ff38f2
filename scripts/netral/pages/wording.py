"""How dates, spans and numbers are written in each language."""

from __future__ import annotations

import datetime as dt

from netral.catalogue import Labels
from netral.model.base import Span
from netral.model.dates import PartialDate

__all__ = ["date_words", "number_words", "span_words"]


def date_words(date: PartialDate | dt.date, say: Labels) -> str:
    """"22 September 2024", or only the month or the year where no more is known."""
    parts = (date.text if isinstance(date, PartialDate) else date.isoformat()).split("-")
    year = parts[0]
    if len(parts) == 1:
        return year
    month = say(f"months.m{parts[1]}")
    return f"{month} {year}" if len(parts) == 2 else f"{int(parts[2])} {month} {year}"


def span_words(span: Span | None, say: Labels) -> str:
    """"sejak 31 Agustus 2021", "15 Januari 2014 sampai 30 Oktober 2023", or that it was never in force."""
    if span is None:
        return say("span.never")
    first = date_words(span.from_, say)
    if span.until is None:
        return say("span.since", first=first)
    return say("span.between", first=first, last=date_words(span.until, say))


def number_words(number: int, say: Labels) -> str:
    """4315 -> "4.315" in Indonesian, "4,315" in English."""
    return f"{number:,}".replace(",", say("number.separator"))
