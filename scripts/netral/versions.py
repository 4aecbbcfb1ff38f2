"""A pact -> the texts it has had, version by version, and which of them mean the same."""

from __future__ import annotations

from dataclasses import dataclass

from netral.identity import SHORT, anchor, mark
from netral.model.base import Text
from netral.model.dates import PartialDate
from netral.model.pact import Change, Pact, PastVersion

__all__ = ["PactText", "next_version", "of_version", "same_meaning", "versions"]


@dataclass(frozen=True, slots=True)
class PactText:
    """One version of a pact. Without points: its text was not kept, only its digest."""

    pact: Pact
    version: str
    digest: str
    change: Change | None
    opening: Text | None
    points: tuple[Text, ...]
    closing: Text | None
    #: The last day on which it was the pact's text, where known; None for the present one.
    until: PartialDate | None = None

    @property
    def short(self) -> str:
        """As much of the digest as is printed."""
        return self.digest[:SHORT]

    @property
    def mark(self) -> str:
        """As people and exports write the version: `2 (fd2eb47b5ccc)`."""
        return mark(self.version, self.digest)

    @property
    def anchor(self) -> str:
        """The end of every address that leads to this text: `pakta-2-fd2eb47b5ccc`."""
        return anchor(self.version, self.digest)

    @property
    def current(self) -> bool:
        """Is it the pact's present text?"""
        return self.version == self.pact.version


def versions(pact: Pact) -> tuple[PactText, ...]:
    """Every version there was, the newest last."""
    return (*(_text(pact, past) for past in pact.past), _text(pact, pact))


def of_version(pact: Pact, version: str | None) -> PactText | None:
    """The version called `version`; None where the pact had none of that name."""
    return next((text for text in versions(pact) if text.version == version), None)


def same_meaning(pact: Pact, version: str) -> frozenset[str]:
    """`version` and all that differ from it by wording fixes alone: who signed one of them has signed them all."""
    groups: list[set[str]] = []
    for text in versions(pact):
        if not groups or text.change is None or text.change.substantive:
            groups.append(set())
        groups[-1].add(text.version)
    return next((frozenset(group) for group in groups if version in group), frozenset({version}))


def next_version(pact: Pact) -> str:
    """A name that no version of the pact has yet: the number after the highest."""
    numbers = [int(text.version) for text in versions(pact) if text.version.isdecimal()]
    return str(max(numbers, default=len(pact.past) + 1) + 1)


def _text(pact: Pact, record: Pact | PastVersion) -> PactText:
    until = record.until if isinstance(record, PastVersion) else None
    return PactText(
        pact, record.version, record.digest, record.change, record.opening, record.points, record.closing, until
    )
