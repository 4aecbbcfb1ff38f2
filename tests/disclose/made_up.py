"""Invented agencies and the weeks of their signing, for the attacker. The same seed gives the same agency."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from netral.model.completion import WHOLE, Figures, Signed

__all__ = ["MONDAY", "Agency", "figures", "invented"]

MONDAY = dt.date(2026, 9, 7)


def figures(
    week: int,
    unit: str,
    headcount: int | None,
    signed: Signed,
    *,
    revision: int = 1,
    method: str = "any",
    version: str = "1",
    round_: str = "r",
) -> Figures:
    """A row; `week` counts from 0."""
    return Figures(
        agency="contoh",
        round=round_,
        week=MONDAY + dt.timedelta(weeks=week),
        unit=unit,
        pact_version=version,
        method=method,  # type: ignore[arg-type]
        revision=revision,
        headcount=headcount,
        headcount_date=None,
        signed=signed,
        counted="persons",
        status="provisional" if revision == 1 else "corrected",
        confirmed_by="Bagian Kepegawaian",
        note="" if revision == 1 else "hitung ulang",
    )


@dataclass(frozen=True)
class Agency:
    """What is handed in, week after week: rows with exact counts."""

    batches: Sequence[Sequence[Figures]]

    @property
    def rows(self) -> list[Figures]:
        return [row for batch in self.batches for row in batch]


def _growth(chance: Random, people: int, weeks: int) -> list[int]:
    """How many have signed at the end of each week: slow or quick, with stalls, and now and then all at once."""
    willing = people if chance.random() < 0.5 else round(people * chance.uniform(0.6, 1))
    pace = chance.choice((0.05, 0.15, 0.3, 0.6))
    jump = chance.randrange(weeks) if chance.random() < 0.2 else None
    signed = 0
    counts = []
    for week in range(weeks):
        if week == jump:
            signed = people
        elif chance.random() > 0.2:
            left = max(0, willing - signed)
            signed += min(left, round(left * pace * chance.uniform(0.3, 1.7)) + (chance.random() < 0.5))
        counts.append(signed)
    return counts


def _headcounts(chance: Random, people: int, counts: Sequence[int]) -> list[int]:
    """The headcount of each week; people come and go in some agencies, never so that more signed than there are."""
    moves = chance.random() < 0.15
    found = []
    for signed in counts:
        if moves and chance.random() < 0.2:
            people = max(signed, people + chance.choice((-3, -1, 1, 2, 6)))
        found.append(people)
    return found


def _sizes(chance: Random) -> dict[str, int]:
    """Units with their people. Most that are too small are merged; in some agencies they have no row."""
    sizes = [round(math.exp(chance.uniform(math.log(5), math.log(150)))) for _ in range(chance.randint(3, 20))]
    if chance.random() < 0.7:
        small = sum(size for size in sizes if size < 10)
        sizes = [size for size in sizes if size >= 10] or [12]
        sizes[-1] += small
    return {f"u{number:02}": size for number, size in enumerate(sizes)}


def _corrected(chance: Random, batches: list[list[Figures]]) -> None:
    """Let one week of one unit, and of the whole, have been told too low, and corrected some weeks later."""
    week = chance.randrange(1, len(batches) - 2)
    later = chance.randrange(week + 1, len(batches))
    unit = chance.choice([row.unit for row in batches[week]])
    before = {row.unit: row.signed for row in batches[week - 1]}
    true = {row.unit: row for row in batches[week]}
    missed = min(chance.randint(1, 8), *(int(true[name].signed) - int(before[name]) for name in {unit, WHOLE}))  # type: ignore[arg-type]
    for name in sorted({unit, WHOLE}):
        row = true[name]
        batches[week][batches[week].index(row)] = replace(row, signed=int(row.signed) - missed)  # type: ignore[arg-type]
        batches[later].append(replace(row, revision=2, status="corrected", note="hitung ulang"))


def invented(seed: int, weeks: int = 12) -> Agency:
    """An agency: three in twenty have units, the others 12 to 5000 people."""
    chance = Random(seed)  # made-up agencies, not secrets
    has_units = chance.random() < 0.15
    sizes = _sizes(chance) if has_units else {WHOLE: round(math.exp(chance.uniform(math.log(12), math.log(5000))))}
    counts = {unit: _growth(chance, people, weeks) for unit, people in sizes.items()}
    heads = {unit: _headcounts(chance, people, counts[unit]) for unit, people in sizes.items()}
    if has_units:
        counts[WHOLE] = [sum(week) for week in zip(*counts.values(), strict=True)]
        heads[WHOLE] = [sum(week) for week in zip(*heads.values(), strict=True)]
    batches = [[figures(week, unit, heads[unit][week], counts[unit][week]) for unit in counts] for week in range(weeks)]
    if chance.random() < 0.3:
        _corrected(chance, batches)
    return Agency(batches)
