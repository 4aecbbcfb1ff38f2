"""The time an answer was sent, as a provider writes it -> its day in Jakarta."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from netral.clock import JAKARTA

__all__ = ["ISO", "day_reader", "is_format"]

#: The name of a format: ISO 8601, with or without a zone.
ISO = "iso"
_PARTS = {
    "%d": r"(?P<d>\d{1,2})",
    "%m": r"(?P<m>\d{1,2})",
    "%Y": r"(?P<Y>\d{4})",
    "%y": r"(?P<y>\d{2})",
    "%H": r"(?P<H>\d{1,2})",
    "%I": r"(?P<I>\d{1,2})",
    "%M": r"(?P<M>\d{2})",
    "%S": r"(?P<S>\d{2})",
    "%p": r"(?P<p>[AaPp])\.?[Mm]\.?",
    "%z": r"(?P<z>Z|[+-]\d{1,2}(?::?\d{2})?)",
}
_DIRECTIVE = re.compile(r"%.")
_NOON = 12

Reader = Callable[[str], dt.datetime | None]


def is_format(form: str) -> bool:
    """Is this `iso`, or made of the parts known here, with a whole day in it and none twice?"""
    parts = _DIRECTIVE.findall(form)
    day = {"%d", "%m"} <= set(parts) and len({"%Y", "%y"} & set(parts)) == 1
    return form == ISO or (day and set(parts) <= set(_PARTS) and len(parts) == len(set(parts)))


def day_reader(formats: Sequence[str], zone: ZoneInfo) -> Callable[[Any], dt.date | None]:
    """What reads a cell: text in one of `formats`, or a moment of a workbook. Without a zone of its own, in `zone`."""
    readers = [_iso if form == ISO else _reader(form) for form in formats]
    local = zone.key == JAKARTA.key

    def read(value: Any) -> dt.date | None:
        if isinstance(value, dt.datetime):
            moment: dt.datetime | None = value
        elif isinstance(value, str):
            text = value.strip()
            moment = next((found for reader in readers if (found := reader(text)) is not None), None)
        else:
            return None
        if moment is None:
            return None
        if moment.tzinfo is None:
            if local:
                return moment.date()
            moment = moment.replace(tzinfo=zone)
        try:
            return moment.astimezone(JAKARTA).date()
        except OverflowError:  # the first and last day that a calendar of this kind knows
            return None

    return read


def _iso(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _reader(form: str) -> Reader:
    pattern = re.compile(_DIRECTIVE.sub(lambda found: _PARTS[found[0]], _escaped(form)), re.ASCII)

    def read(text: str) -> dt.datetime | None:
        found = pattern.fullmatch(text)
        if found is None:
            return None
        part = found.groupdict()
        hour = int(part.get("H") or part.get("I") or 0)
        if "p" in part:
            hour = hour % _NOON + (_NOON if part["p"] in "Pp" else 0)
        year = int(part["Y"]) if "Y" in part else 2000 + int(part["y"])
        minute, second = int(part.get("M") or 0), int(part.get("S") or 0)
        try:
            return dt.datetime(year, int(part["m"]), int(part["d"]), hour, minute, second, tzinfo=_zone(part.get("z")))
        except ValueError:
            return None

    return read


def _escaped(form: str) -> str:
    """The literal signs of a format as a pattern means them; `%` stays, the parts begin with it."""
    return "".join(sign if sign == "%" or sign.isalnum() else re.escape(sign) for sign in form)


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return dt.UTC
    hours, _, minutes = text[1:].partition(":")
    if len(hours) > 2:  # noqa: PLR2004 (+0700: two digits each)
        hours, minutes = hours[:-2], hours[-2:]
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    return dt.timezone(-offset if text[0] == "-" else offset)
