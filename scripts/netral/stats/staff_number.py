"""Staff numbers (NIP, NI PPPK) as people and spreadsheets write them -> one whole number, or why there is none.

18 digits: day of birth, then year and month of appointment (PNS) or year and a count of 21 or more (PPPK), sex (1 or
2), a serial of three digits. There is no check digit, so a number that fits may still be somebody else's; only the
roster can tell. Excel keeps 15 digits of a number: what went through it as a number ends in 000, or reads 1.99E+17.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import lru_cache
from typing import Any

__all__ = ["DIGITS", "Fault", "is_shaped", "read_number"]

DIGITS = 18
#: What people put between the digits, or a guard against formulas puts before them.
_BETWEEN = re.compile(r"[\s.'\u2018\u2019`\u00a0\u200b-]+")
_POWER = re.compile(r"\d([.,]\d+)?[eE]\+?\d+", re.ASCII)
#: The serial that nobody has, because serials begin at 001, and that Excel makes.
_SERIALS = 1000
_MONTHS = range(1, 13)
#: PPPK: where a PNS has the month stands a count from here on.
_FIRST_PPPK = 21


class Fault(StrEnum):
    """Why a cell holds no staff number."""

    BLANK = "blank"
    #: Excel has overwritten its last digits; nobody can tell whose it was.
    DESTROYED = "destroyed"
    UNREADABLE = "unreadable"


def read_number(value: Any, *, trial: bool = False) -> int | Fault:
    """The number in a cell. With `trial`, made-up numbers (serial 000) written as text are taken as they stand."""
    if isinstance(value, float):
        return Fault.DESTROYED
    if isinstance(value, int):
        text, trial = str(value), False
    else:
        text = value if isinstance(value, str) else str(value or "")
        if _POWER.fullmatch(text.strip(" '\u2019")):
            return Fault.DESTROYED
        text = _BETWEEN.sub("", text)
    if not text:
        return Fault.BLANK
    if len(text) != DIGITS or not (text.isascii() and text.isdigit()):
        return Fault.UNREADABLE
    number = int(text)
    if not is_shaped(number):
        return Fault.UNREADABLE
    return Fault.DESTROYED if number % _SERIALS == 0 and not trial else number


def is_shaped(number: int) -> bool:
    """Can this be the number of a PNS or a PPPK? The serial is not judged."""
    text = str(number).rjust(DIGITS, "0")
    month = int(text[12:14])
    return text[14] in "12" and (month in _MONTHS or month >= _FIRST_PPPK) and _is_day(text[:8])


@lru_cache(maxsize=40_000)
def _is_day(text: str) -> bool:
    try:
        dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
