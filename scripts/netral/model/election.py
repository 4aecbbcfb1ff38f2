"""Election and its dated events; an event may open a stage (bakal calon / calon)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netral.model.base import Claim, Partial, Slug, Stage, Text, TopRecord, Words

__all__ = ["Election", "Event"]


class Event(Claim):
    """A dated step of an election. No `end`: it lasts one day, or its end is not known where `start` is partial."""

    id: Slug
    name: Text
    start: Partial
    end: Partial | None = None
    #: The stage that begins on `start`: the calon stage begins the day the candidates are set.
    opens_stage: Stage | None = None
    voting: bool = False
    note: Text | None = None


class Election(TopRecord):
    """Pemilu or Pilkada; of the next ones only what is known."""

    kind: Literal["pemilu", "pilkada"]
    name: Text
    events: tuple[Event, ...] = Field(min_length=1)
    #: Everyday words people search by.
    words: Words | None = None
    note: Text | None = None
    gaps: tuple[Text, ...] = ()
