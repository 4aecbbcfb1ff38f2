"""Act (perbuatan) and Answer: who, stage, from, until -> verdict."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netral.model.base import Basis, Claim, OnPoster, Partial, Ref, Slug, Stage, Text, TopRecord, Who, Words

__all__ = ["Act", "ActKind", "Answer", "Reading", "Row", "Verdict"]

Verdict = Literal["boleh", "bersyarat", "tidak", "wajib", "belum-pasti"]
ActKind = Literal["larangan", "boleh", "kewajiban", "khusus"]


class Row(Claim):
    """A row of the joint decree's tables (SKB 22 September 2022, Lampiran II): 7 of ethics, 12 of discipline."""

    table: Literal["kode-etik", "disiplin"]
    number: int = Field(ge=1, le=12)
    #: `id` word for word as the sources print the table.
    wording: Text
    #: `id` as printed: "hukuman disiplin berat".
    sanction: Text
    #: As printed in 2022, repealed law included.
    basis: tuple[Basis, ...] = ()
    #: The stage that the row speaks of, and the level or rung of our ladders that its sanction is: both or neither.
    stage: Stage | None = None
    leads: Ref | None = None
    gap: Text | None = None
    #: Ended bodies that its texts name as they were.
    history: tuple[Slug, ...] = ()
    note: Text | None = None


class Reading(Claim):
    """One way to read an unsettled text."""

    id: Slug
    text: Text


class Answer(Claim):
    """What holds for these people at this stage between these days (both included)."""

    id: Slug
    who: tuple[Who, ...] = Field(min_length=1)
    stage: Stage
    from_: Partial = Field(alias="from")
    until: Partial | None = None
    verdict: Verdict
    #: One sentence a tired reader understands: the answer and its condition.
    say: Text
    #: `ladder`, `ladder/level` or `ladder/level/rung`.
    sanctions: tuple[Ref, ...]
    #: Why no sanction is named: needed where there is none, unless the act is simply allowed.
    no_sanction: Text | None = None
    basis: tuple[Basis, ...]
    #: What text is missing: needed where there is no basis, or the verdict is belum-pasti.
    gap: Text | None = None
    readings: tuple[Reading, ...] = ()
    #: Ended bodies that its texts name as they were.
    history: tuple[Slug, ...] = ()
    note: Text | None = None


class Act(TopRecord):
    """Something a person might do around an election, and what each rule answers."""

    kind: ActKind
    statement: Text
    words: Words
    #: Set for the few acts of the rule poster; the check sees that they have one answer for ASN.
    poster: OnPoster | None = None
    rows: tuple[Row, ...] = ()
    answers: tuple[Answer, ...] = Field(min_length=1)
    #: Ids of agencies' statements on this act: `banten/larangan-like`.
    stated_by: tuple[Ref, ...] = ()
    see_also: tuple[Slug, ...] = ()
    note: Text | None = None
