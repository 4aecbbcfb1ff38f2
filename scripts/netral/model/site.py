"""Site: who answers for this site, and how a correction reaches them. All unknown until an adopter fills it in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netral.model.base import Confidence, Link, Phrase, Record, Text

__all__ = ["ReviewAfter", "Site"]


Days = Annotated[int, Field(ge=1, le=3650)]


class ReviewAfter(Record):
    """For how many days a check is good, by how sure we are; and the longest that a record may ask for itself."""

    high: Days
    medium: Days
    low: Days
    longest: Days
    reason: Text

    def days(self, confidence: Confidence) -> int:
        """The period of claims that are that sure."""
        found: int = getattr(self, confidence)
        return found


class Site(Record):
    """The one record of site.yaml. `null` is said on the pages as "not set yet", never left out."""

    id: Literal["situs"]
    #: The body that answers for the site; never a person.
    name: Text | None
    #: An office, and the official address of that office; in Indonesian, and shown so on English pages.
    contact: Phrase | None
    #: Where a correction or a reply is sent: a page, for example the list of issues of the repository.
    corrections: Link | None
    #: Within how many working days an answer is promised.
    answer_days: Annotated[int, Field(ge=1, le=90)] | None
    #: Where absent, nothing falls due but what says so itself.
    review_after: ReviewAfter | None = None
    #: Accounts or teams of the host that look after the whole, as `@name` or `@organisation/team`.
    owners: tuple[Phrase, ...] = Field(default=(), exclude=True)
