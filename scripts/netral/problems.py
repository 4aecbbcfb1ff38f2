"""Problem: what is wrong, where, and how to mend it. Pure data; its words live in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from netral.model.place import Place
from netral.personal import masked

__all__ = ["Lang", "Problem", "Severity", "in_order", "quotable"]

#: Messages quote at most this much of a value.
QUOTED = 60

Lang = Literal["id", "en"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place.

    `values` fill the catalogue's sentences; `variant` picks the sentence where a code has several.
    """

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""


def quotable(text: str) -> str:
    """`text` as a message can quote it: on one line, without personal data, its end cut where it is long."""
    line = masked(" ".join(text.split()))
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, line, column, code; the same problem is told once."""
    told: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        key = (problem.place, problem.code, problem.variant, tuple(sorted(problem.values.items())))
        told.setdefault(key, problem)
    return [told[key] for key in sorted(told, key=lambda k: (k[0], k[1], k[2], k[3]))]
