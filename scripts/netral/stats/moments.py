"""The time an answer was sent, as a provider writes it -> its day in Jakarta."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from netral.clock import JAKARTA

__all__ = ["ISO", "day_reader", "example_of", "is_format"]

#: The name of a format: ISO 8601, with or without a zone.
ISO = "iso"
_PARTS = {
    "%d": r"(?P<d>\d{1,2})",
    "%m": r"(?P<m>\d{1,2})",
    "%Y": r"(?P<Y>\d{4})",
    "%y": r"(?P<y>\d{2})",
    "%H": r"(?P<H>[01]?\d|2[0-3])",
    "%I": r"(?P<I>0?[1-9]|1[0-2])",
    "%M": r"(?P<M>[0-5]\d)",
    "%S": r"(?P<S>[0-5]\d)",
    "%p": r"(?P<p>[AaPp])\.?[Mm]\.?",
    "%z": r"(?P<z>Z|[+-]\d{1,2}(?::?\d{2})?)",
}
_EXAMPLE = {
    "%d": "16",
    "%m": "09",
    "%Y": "2024",
    "%y": "24",
    "%H": "09",
    "%I": "9",
    "%M": "41",
    "%S": "05",
    "%p": "AM",
    "%z": "+7",
}
_DIRECTIVE = re.compile(r"%.")
_NOON = 12

Reader = Callable[[str], dt.date | None]


def is_format(form: str) -> bool:
    """Is this `iso`, or made of the parts known here, with a whole day in it and none twice?"""
    parts = _DIRECTIVE.findall(form)
    if form.count("%") != len(parts):
        return False
    day = {"%d", "%m"} <= set(parts) and len({"%Y", "%y"} & set(parts)) == 1
    return form == ISO or (day and set(parts) <= set(_PARTS) and len(parts) == len(set(parts)))


def example_of(form: str) -> str:
    """A moment written in this format, for people who do not know what the format's parts mean."""
    return "2024-09-16T09:41:05+07:00" if form == ISO else _DIRECTIVE.sub(lambda part: _EXAMPLE[part[0]], form)


def day_reader(formats: Sequence[str], zone: ZoneInfo) -> Callable[[Any], dt.date | None]:
    """What reads a cell: text in one of `formats`, or a moment of a workbook. Without a zone of its own, in `zone`."""
    readers = [_iso(zone) if form == ISO else _reader(form, zone) for form in formats]

    def read(value: Any) -> dt.date | None:
        if isinstance(value, str):
            text = value.strip()
            for reader in readers:
                day = reader(text)
                if day is not None:
                    return day
            return None
        return _in_jakarta(value, zone) if isinstance(value, dt.datetime) else None

    return read


def _in_jakarta(moment: dt.datetime, zone: dt.tzinfo) -> dt.date | None:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    try:
        return aware.astimezone(JAKARTA).date()
    except OverflowError:  # the first and last day that a calendar of this kind knows
        return None


def _iso(zone: ZoneInfo) -> Reader:
    def read(text: str) -> dt.date | None:
        try:
            return _in_jakarta(dt.datetime.fromisoformat(text), zone)
        except ValueError:
            return None

    return read


def _reader(form: str, zone: ZoneInfo) -> Reader:
    pattern = re.compile(_DIRECTIVE.sub(lambda found: _PARTS[found[0]], _escaped(form)), re.ASCII)
    match, groups = pattern.fullmatch, pattern.groupindex
    year, month, day = groups.get("Y") or groups["y"], groups["m"], groups["d"]
    # Where times are those of Jakarta, the hour changes no day: each day is worked out once.
    local = zone.key == JAKARTA.key and "z" not in groups
    days: dict[tuple[str | Any, ...], dt.date | None] = {}

    def read(text: str) -> dt.date | None:
        found = match(text)
        if found is None:
            return None
        if not local:
            return _moment(found.groupdict(), zone)
        key = found.group(year, month, day)
        if key not in days:
            days[key] = _moment(found.groupdict(), zone)
        return days[key]

    return read


def _moment(part: Mapping[str, str | None], zone: ZoneInfo) -> dt.date | None:
    hour = int(part.get("H") or part.get("I") or 0)
    if "p" in part:
        hour = hour % _NOON + (_NOON if str(part["p"]) in "Pp" else 0)
    year = int(part.get("Y") or f"20{part['y']}")
    month, day, minute, second = (int(part.get(key) or 0) for key in "mdMS")
    try:
        offset = _zone(part.get("z")) or zone
        return _in_jakarta(dt.datetime(year, month, day, hour, minute, second, tzinfo=offset), zone)
    except ValueError:
        return None


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
