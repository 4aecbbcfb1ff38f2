"""The chain behind a sanction: who decides it, within which times, and how one objects and appeals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from netral.model.base import Basis, Claim, Record, Ref, Slug, Span, Text

__all__ = ["LINKS", "TIMES", "Chain", "Limit", "Link", "Step", "Time"]

#: The links of a chain, in the order in which they come.
Link = Literal["decides", "limits", "objection", "appeal"]
LINKS: tuple[Link, ...] = ("decides", "limits", "objection", "appeal")

#: What has to be done in time. pemeriksaan: to examine; keputusan: to decide; penyampaian: to hand the decision over;
#: laporan: to report; penerusan: to pass it to the police; persidangan: to bring it to court and try it.
Time = Literal["pemeriksaan", "keputusan", "penyampaian", "laporan", "penerusan", "persidangan"]
#: Those that a chain must speak of: what an agency decides, and what a court decides.
TIMES: dict[str, tuple[Time, ...]] = {
    "law": ("pemeriksaan", "keputusan", "penyampaian"),
    "history": ("pemeriksaan", "keputusan", "penyampaian"),
    "criminal": ("laporan", "penerusan", "persidangan"),
}


class Step(Claim):
    """One link for some rungs of a ladder: what the law says with its article, or that none was found, or both."""

    #: `level` or `level/rung` of the same ladder; empty: all of them.
    only: tuple[Ref, ...] = ()
    text: Text | None = None
    basis: tuple[Basis, ...] = ()
    #: What was looked for and not found.
    missing: Text | None = None
    #: Where absent, the ladder's.
    in_force: Span | None = None
    #: Channels whose body acts here.
    bodies: tuple[Slug, ...] = ()
    #: Rungs of a ladder of kind `process` that tell it in full.
    see: tuple[Ref, ...] = ()
    #: Ended bodies that the text names as they were.
    history: tuple[Slug, ...] = ()
    note: Text | None = None


class Limit(Step):
    """A time limit; the law may set none, and then `missing` says so."""

    of: Time


class Chain(Record):
    """Every rung of the ladder has one step of each link, and of each time limit that its kind asks for."""

    decides: tuple[Step, ...] = ()
    limits: tuple[Limit, ...] = ()
    objection: tuple[Step, ...] = ()
    appeal: tuple[Step, ...] = ()

    def steps(self) -> Iterator[tuple[Link, Step]]:
        """Every step with its link, in order."""
        for link in LINKS:
            found: tuple[Step, ...] = getattr(self, link)
            for step in found:
                yield link, step
