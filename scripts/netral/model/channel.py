"""Channel (kanal laporan): where a breach is reported, by whom, with what, by when, and what follows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netral.model.base import Basis, Claim, Link, OnPoster, Partial, Phrase, Record, Slug, Span, Text, TopRecord, Words

__all__ = ["Body", "Channel", "Deadline", "Point"]


class Body(Record):
    """The body behind a channel, written where it has ended: what texts call it, and who has its tasks now."""

    names: tuple[Phrase, ...] = Field(min_length=1)
    #: As they are cited: "BKN".
    successors: tuple[Phrase, ...] = Field(min_length=1)


class Point(Claim):
    """One thing to know about a channel."""

    id: Slug
    text: Text
    basis: tuple[Basis, ...] = ()
    #: Ended bodies that the text names as they were.
    history: tuple[Slug, ...] = ()
    note: Text | None = None


class Deadline(Claim):
    """A time limit: of what, how long, from when."""

    id: Slug
    what: Text
    value: Text
    #: Set for a time limit that the rule poster names.
    poster: OnPoster | None = None
    basis: tuple[Basis, ...] = ()
    note: Text | None = None
    gap: Text | None = None


class Channel(TopRecord):
    """A way to report. Ended ones stay, dated, with what took their place."""

    kind: Literal["pengawas-pemilu", "kepegawaian", "umum", "satgas"]
    name: Text
    about: Text
    url: Link | None
    #: "alamat menurut sumber Oktober 2024; periksa sebelum dipakai"
    url_note: Text | None = None
    valid: Span
    #: The last day for which a source shows it alive; after it pages say that nobody has confirmed it since.
    confirmed_until: Partial | None = None
    replaced_by: tuple[Slug, ...] = ()
    body: Body | None = None
    #: Ended bodies that its own texts name as they were.
    history: tuple[Slug, ...] = ()
    agency: Slug | None = None
    #: Everyday words people search by.
    words: Words | None = None
    who_may: tuple[Point, ...] = ()
    must_hold: tuple[Point, ...] = ()
    steps: tuple[Point, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    then: tuple[Point, ...] = ()
    note: Text | None = None
    gaps: tuple[Text, ...] = ()
