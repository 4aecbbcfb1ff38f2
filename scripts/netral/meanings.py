"""Rows of figures -> which of them are of one meaning: versions of a pact that differ by wording fixes alone.

Who signed one of them has signed them all, so their rows are one line of figures and of one group of people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from netral.model.agency import Round
from netral.model.completion import Figures
from netral.model.dataset import Dataset
from netral.versions import same_meaning, versions

__all__ = ["by_meaning", "meaning_of", "versions_alike"]


def versions_alike(dataset: Dataset, round_: Round, version: str) -> tuple[str, ...]:
    """The versions of the round's pact that mean the same as `version`, the oldest first; it alone where unknown."""
    pact = dataset.pact_of(round_)
    if pact is None:
        return (version,)
    same = same_meaning(pact, version)
    return tuple(text.version for text in versions(pact) if text.version in same) or (version,)


def meaning_of(dataset: Dataset) -> Callable[[Figures], str]:
    """Row -> the oldest version that means the same as the row's: rows of one round with one answer belong together."""
    known: dict[tuple[str, str], str] = {}

    def found(row: Figures) -> str:
        key = (row.round, row.pact_version)
        if key not in known:
            _, round_ = dataset.rounds.get(row.round, (None, None))
            known[key] = versions_alike(dataset, round_, row.pact_version)[0] if round_ else row.pact_version
        return known[key]

    return found


def by_meaning(dataset: Dataset, rows: Iterable[Figures]) -> list[Figures]:
    """The rows with the oldest version of their meaning in place of their own; they keep their places."""
    meaning = meaning_of(dataset)
    return [row if meaning(row) == row.pact_version else replace(row, pact_version=meaning(row)) for row in rows]
