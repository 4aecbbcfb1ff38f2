"""The stage that an election is in on a day. Pure."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from netral.model.base import Stage
from netral.model.election import Election, Event

__all__ = ["ElectionStage", "stage_of"]

#: Where an election stands: before any of its stages, in one of them, or behind us.
ElectionStage = Stage | Literal["before", "over"]


def stage_of(election: Election, day: dt.date) -> tuple[ElectionStage | None, Event | None]:
    """The stage of an election on `day`, and the event that opened it; None where no source tells.

    `before` any stage has opened, then the one that opened last, and `over` from the day after the last vote.
    """
    votes = [(event.end or event.start).last for event in election.events if event.voting]
    if votes and day > max(votes):
        return "over", None
    opening = [event for event in election.events if event.opens_stage is not None]
    if not opening:
        return None, None
    opened = [event for event in opening if event.start.last <= day]
    if not opened:
        return "before", None
    last = max(opened, key=lambda event: event.start.last)
    return last.opens_stage, last
