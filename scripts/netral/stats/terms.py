"""What an import counts by, and how many rows it has seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Counts", "Terms"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is counted: answers with the round's pact version, up to and with the last day of the week."""

    version: str
    #: The Sunday that closes the week.
    ends: dt.date
    #: The day of this run: no answer can be younger.
    today: dt.date
    opens: dt.date | None
    deadline: dt.date | None
    #: May staff numbers be impossible ones, because the agency is made up?
    trial: bool


@dataclass(slots=True)
class Counts:
    """How many rows were read, and how many of them said nothing to this week."""

    read: int = 0
    #: Sent after the week.
    later: int = 0
    #: Begun and never sent.
    unfinished: int = 0
    counted: int = 0
