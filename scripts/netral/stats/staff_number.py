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

__all__ = ["DIGITS", "Fault", "read_number"]

DIGITS = 18
#: What people put between the digits, or a guard against formulas puts before them.
_BETWEEN = re.compile(r"[\s.'\u2018\u2019`\u00a0\u200b-]+")
_POWER = re.compile(r"\d([.,]\d+)?[eE]\+?\d+", re.ASCII)
#: The serial that nobody has, because serials begin at 001, and that Excel makes.
_NO_SERIAL = "000"
#: The month of appointment of a PNS; at the same place, the count of a PPPK.
_MIDDLES = frozenset(f"{n:02}" for n in (*range(1, 13), *range(21, 100)))


class Fault(StrEnum):
    """Why a cell holds no staff number."""

    BLANK = "blank"
    #: Excel has overwritten its last digits; nobody can tell whose it was.
    DESTROYED = "destroyed"
    UNREADABLE = "unreadable"


def read_number(value: Any, *, trial: bool = False) -> int | Fault:
    """The number in a cell. With `trial`, made-up numbers (serial 000) written as text are taken as they stand."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, float):
        return Fault.DESTROYED
    else:
        text, trial = "" if value is None else str(value), False
    if not _is_whole(text):
        if _POWER.fullmatch(text.strip(" '\u2019")):
            return Fault.DESTROYED
        text = _BETWEEN.sub("", text)
        if not text:
            return Fault.BLANK
    if not _is_whole(text) or not _is_shaped(text):
        return Fault.UNREADABLE
    return Fault.DESTROYED if text.endswith(_NO_SERIAL) and not trial else int(text)


def _is_whole(text: str) -> bool:
    return len(text) == DIGITS and text.isascii() and text.isdigit()


def _is_shaped(text: str) -> bool:
    """Can this be the number of a PNS or a PPPK? The serial is not judged."""
    return text[14] in "12" and text[12:14] in _MIDDLES and _is_day(text[:8])


@lru_cache(maxsize=40_000)
def _is_day(text: str) -> bool:
    try:
        dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
