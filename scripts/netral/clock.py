"""The clock: a build's day comes from its caller, never from the middle of the code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

__all__ = ["JAKARTA", "as_of_day", "epoch_of"]

#: Days of this project are days of western Indonesia; UTC+7 the whole year.
JAKARTA = ZoneInfo("Asia/Jakarta")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def as_of_day(option: str | None, environment: Mapping[str, str], now: dt.datetime) -> dt.date:
    """`--as-of`, else `SOURCE_DATE_EPOCH`, else the day of `now` in Jakarta. Raises ValueError on a bad value."""
    if option is not None:
        if not _DAY.fullmatch(option):  # fromisoformat also takes 20240922 and 2024-W38-7
            raise ValueError(option)
        return dt.date.fromisoformat(option)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), JAKARTA).date()
    return now.astimezone(JAKARTA).date()


def epoch_of(day: dt.date) -> int:
    """Seconds since 1970 of midnight in Jakarta at the beginning of `day`: the time stamped on what is built."""
    return int(dt.datetime.combine(day, dt.time(), JAKARTA).timestamp())
