"""Ladder, Level, Rung (tangga, tingkat, jenis sanksi): what follows, light to heavy."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netral.model.base import Basis, Claim, Day, OnPoster, Record, Ref, Slug, Span, Text, TopRecord, Who, Wording, Words
from netral.model.chain import Chain

__all__ = ["Changed", "Ladder", "LadderKind", "Level", "Past", "Rung"]

#: law = as the rules have it; history = no longer; stated = as an agency's leader told it; criminal = by a court.
LadderKind = Literal["law", "history", "criminal", "stated", "process"]


class Changed(Claim):
    """What became of a printed wording: since which day, and what holds instead as far as anyone has shown."""

    since: Day
    text: Text


class Past(Claim):
    """What a rung was before: under which text, and in which days."""

    in_force: Span
    text: Text
    wording: Wording
    basis: tuple[Basis, ...] = ()
    note: Text | None = None


class Rung(Claim):
    """One sanction. `text.id` is word for word where `wording` is verbatim or reported."""

    id: Slug
    text: Text
    wording: Wording
    who: tuple[Who, ...] = ()
    basis: tuple[Basis, ...] = ()
    #: Criminal articles: the printed amounts are the original wording, and this says what changed.
    changed: Changed | None = None
    #: What it was before its ladder's or level's time.
    past: tuple[Past, ...] = ()
    #: Articles under which it is imposed: an answer that cites one names this rung.
    led_by: tuple[Ref, ...] = ()
    #: Why no answer leads here.
    unreached: Text | None = None
    note: Text | None = None


class Level(Record):
    """A level of a ladder: its rungs in order, lightest first."""

    id: Slug
    name: Text
    rungs: tuple[Rung, ...] = Field(min_length=1)
    basis: tuple[Basis, ...] = ()
    #: Where absent, the ladder's.
    in_force: Span | None = None
    #: Why the level is written but not in force (PP 94/2021 Pasal 42 suspends Pasal 8 ayat (3)).
    suspended: Text | None = None
    #: As for a rung.
    led_by: tuple[Ref, ...] = ()
    unreached: Text | None = None
    note: Text | None = None


class Ladder(TopRecord):
    """A ladder of sanctions, or of remedies against one (`process`)."""

    kind: LadderKind
    name: Text
    #: One sentence: who meets this ladder and when.
    about: Text
    applies_to: tuple[Who, ...]
    #: Are the levels and rungs steps from light to heavy? PP 42/2004 says "atau", not a step order.
    stepped: bool
    in_force: Span | None
    basis: tuple[Basis, ...] = ()
    #: Who decides, in what time, and what can be done against it; needed for kinds law, criminal and history.
    chain: Chain | None = None
    #: Instead of a chain of its own: the ladders whose chain it shares.
    follows: tuple[Slug, ...] = ()
    #: For a ladder without a chain.
    decided_by: Text | None = None
    #: As for a rung.
    led_by: tuple[Ref, ...] = ()
    unreached: Text | None = None
    #: Ended bodies that its texts name as they were.
    history: tuple[Slug, ...] = ()
    #: The agency that stated it, for kind `stated`.
    agency: Slug | None = None
    #: Everyday words people search by.
    words: Words | None = None
    #: Set for the ladders of the rule poster: one with several levels is drawn as steps, any other is one line.
    poster: OnPoster | None = None
    levels: tuple[Level, ...] = Field(min_length=1)
    note: Text | None = None
    #: What was looked for and not found.
    gaps: tuple[Text, ...] = ()
