"""Regulation (peraturan) and Provision (pasal/ayat/huruf): what the law says, since when, until when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netral.model.base import Claim, Link, Partial, Phrase, Record, Ref, Slug, Span, Text, TopRecord, Wording, Words

__all__ = ["LawStatus", "OfficialPage", "Provision", "Regulation", "RegulationKind"]

#: Pasal.id's vocabulary: `diubah` = in force as amended.
LawStatus = Literal["berlaku", "diubah", "dicabut", "tidak_berlaku"]
RegulationKind = Literal[
    "uu", "ruu", "pp", "perpres", "putusan-mk", "skb", "kepmen", "se", "surat", "perbkn", "pkpu", "perbawaslu"
]


class OfficialPage(Record):
    """The address of the text at its official host. `opened` is false while nobody has followed it."""

    url: Link
    opened: bool
    note: Text | None = None


class Provision(Claim):
    """One article, paragraph or letter. Its force is its own: PP 53/2010 Pasal 7 ayat (3) outlives its PP."""

    id: Slug
    #: As it is cited after the regulation: "Pasal 14 huruf i".
    article: Phrase
    wording: Wording
    text: Text
    #: Where absent, the regulation's.
    in_force: Span | None = None
    #: `regulation` or `regulation/provision`.
    replaced_by: tuple[Ref, ...] = ()
    amended_by: tuple[Ref, ...] = ()
    #: Why it is written but not in force yet (PP 94/2021 Pasal 42 holds Pasal 8 ayat (3) back).
    suspended: Text | None = None
    #: What keeps it alive although its regulation is repealed.
    kept_by: Ref | None = None
    note: Text | None = None


class Regulation(TopRecord):
    """An instrument: law, government regulation, joint decree, circular, court ruling, or a bill not yet law."""

    kind: RegulationKind
    number: Phrase | None
    year: int
    #: "PP 94/2021": how both languages cite it.
    citation: Phrase
    title: Text
    issuer: Text
    issued: Partial | None
    issued_note: Text | None = None
    gazette: Phrase | None = None
    #: null = never in force (a bill).
    in_force: Span | None
    #: Why it ended, where `in_force.until` is set: repealed, or its occasion is over.
    ended: Literal["dicabut", "tidak_berlaku"] | None = None
    replaced_by: tuple[Ref, ...]
    amended_by: tuple[Slug, ...]
    #: The last day for which a source shows it in force; after it pages say that nobody has checked since.
    confirmed_until: Partial | None = None
    status_note: Text | None = None
    official_page: OfficialPage | None
    #: Everyday words people search by.
    words: Words | None = None
    #: The agency whose own instrument it is.
    local_to: Slug | None = None
    provisions: tuple[Provision, ...] = Field(default=())
