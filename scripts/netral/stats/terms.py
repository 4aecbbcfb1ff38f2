"""What an import counts by, and how many rows it has seen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from netral.identity import SHORT

__all__ = ["Counts", "Terms"]

#: "2 (fd2eb47b5ccc)"; no fewer letters of the digest than are printed.
_MARK = re.compile(rf"(?P<version>.*\S)\s*\((?P<digest>[0-9A-Fa-f]{{{SHORT},64}})\)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is counted: answers with the round's pact version, or one that means the same, up to the end of the week."""

    version: str
    #: The digest of each version whose signatures count.
    digests: Mapping[str, str]
    #: The Sunday that closes the week.
    ends: dt.date
    #: The day of this run: no answer can be younger.
    today: dt.date
    opens: dt.date | None
    deadline: dt.date | None
    #: May staff numbers be impossible ones, because the agency is made up?
    trial: bool

    def fits(self, said: str) -> Literal["yes", "other", "digest"]:
        """Is what an answer says of its version one that counts?

        That is a version, or a version with the beginning of its digest (`netral.identity.mark`). other: another
        version; digest: the version of one that counts, for another text.
        """
        if said in self.digests:
            return "yes"
        marked = _MARK.fullmatch(said)
        digest = self.digests.get(marked["version"]) if marked else None
        if marked is None or digest is None:
            return "other"
        return "yes" if digest.startswith(marked["digest"].lower()) else "digest"


@dataclass(slots=True)
class Counts:
    """How many rows were read, and how many of them said nothing to this week."""

    read: int = 0
    #: Sent after the week.
    later: int = 0
    #: Begun and never sent.
    unfinished: int = 0
    counted: int = 0
