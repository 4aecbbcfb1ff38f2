"""Rows of one unit and pact version -> their weeks: the newest revision of each, all ways of signing together.

The row of all ways together (`any`) counts where there is one, else the ways are added.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from netral.model.completion import Figures, Mark, Method, sunday_of

__all__ = ["Week", "exact", "weeks_of"]

_WAYS: tuple[Method, ...] = ("form", "paper", "esign")


@dataclass(frozen=True, slots=True)
class Week:
    """A week that should have figures, or has."""

    monday: dt.date
    #: What counts: None where nothing was published.
    figures: Figures | None
    #: Rows that newer revisions took the place of, the newest first.
    replaced: tuple[Figures, ...] = ()

    @property
    def sunday(self) -> dt.date:
        """The day at whose end the counts stand."""
        return sunday_of(self.monday)


def exact(figures: Figures | None) -> int | None:
    """The count itself; None where nothing is known or a mark stands in its place."""
    return figures.signed if figures is not None and type(figures.signed) is int else None


def weeks_of(rows: Iterable[Figures]) -> dict[dt.date, Week]:
    """monday -> the week, from the rows of one unit and version."""
    by_week: dict[dt.date, dict[Method, list[Figures]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_week[row.week][row.method].append(row)
    found = {}
    ways: set[Method] = set()
    for monday in sorted(by_week):
        ranked = {way: sorted(each, key=lambda row: -row.revision) for way, each in by_week[monday].items()}
        if "any" in ranked:
            found[monday] = Week(monday, ranked["any"][0], tuple(ranked["any"][1:]))
            continue
        # A way that was counted before and is not there this week still has its signers: their number is not known.
        ways |= set(ranked)
        parts = [ranked[way][0] for way in _WAYS if way in ranked]
        replaced = tuple(row for way in _WAYS if way in ranked for row in ranked[way][1:])
        found[monday] = Week(monday, _together(parts, whole=ways == set(ranked)), replaced)
    return found


def _together(parts: Sequence[Figures], *, whole: bool) -> Figures:
    """The ways of one week as one row; its count is unknown unless every way is there with an exact one."""
    counts = [exact(part) for part in parts]
    signed: int | Mark | None = None
    if any(isinstance(part.signed, Mark) for part in parts):
        signed = Mark.WITHHELD
    elif whole and None not in counts:
        signed = sum(count for count in counts if count is not None)
    heads = {(part.headcount, part.headcount_date) for part in parts if part.headcount is not None}
    headcount, day = next(iter(heads)) if len(heads) == 1 else (None, None)
    statuses = [part.status for part in parts]
    return replace(
        parts[0],
        method="any",
        revision=max(part.revision for part in parts),
        headcount=headcount,
        headcount_date=day,
        signed=signed,
        counted="persons" if all(part.counted == "persons" for part in parts) else "submissions",
        status="corrected" if "corrected" in statuses else "final" if set(statuses) == {"final"} else "provisional",
        confirmed_by="; ".join(dict.fromkeys(part.confirmed_by for part in parts)),
        note=" ".join(dict.fromkeys(part.note for part in parts if part.note)),
    )
