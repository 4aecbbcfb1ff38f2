"""Site: who answers for this site, and how a correction reaches them. All unknown until an adopter fills it in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netral.model.base import Link, Phrase, Record, Text

__all__ = ["Site"]


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
    #: Accounts or teams of the host that look after the whole, as `@name` or `@organisation/team`.
    owners: tuple[Phrase, ...] = Field(default=(), exclude=True)
