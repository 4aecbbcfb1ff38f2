"""Rungs of a ladder by name, in which days they may be imposed, and which steps of the chain hold for them. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from netral import asof
from netral.model.base import Span
from netral.model.chain import Chain, Link, Step
from netral.model.sanction import Ladder, Level, Rung

__all__ = ["covered", "inside", "names", "rungs", "spans", "steps_for", "together"]


def rungs(ladder: Ladder) -> Iterator[tuple[str, Level, Rung]]:
    """Every rung of `ladder` with its level and its name inside the ladder: `berat/pemberhentian`."""
    for level in ladder.levels:
        for rung in level.rungs:
            yield f"{level.id}/{rung.id}", level, rung


def names(ladder: Ladder) -> frozenset[str]:
    """Every way to name a part of `ladder` from inside: `berat`, `berat/pemberhentian`."""
    found = {name for name, _, _ in rungs(ladder)}
    return frozenset(found | {level.id for level in ladder.levels})


def inside(part: str, name: str) -> bool:
    """Is the rung `name` the part, or inside it? An empty part is all of a ladder."""
    return part in {"", name} or name.startswith(f"{part}/")


def covered(step: Step, name: str) -> bool:
    """Does `step` speak of the rung `name`?"""
    return not step.only or any(inside(part, name) for part in step.only)


def steps_for(chain: Chain, parts: Sequence[str]) -> list[tuple[Link, Step]]:
    """The steps of `chain` that speak of any rung of `parts` (names inside the ladder; "" is all of it), in order."""
    return [
        (link, step)
        for link, step in chain.steps()
        if not step.only or any(inside(part, own) or inside(own, part) for part in parts for own in step.only)
    ]


def spans(ladder: Ladder, level: Level | None, rung: Rung | None) -> list[Span]:
    """When what a reference names may be imposed: its own days, its level's or its ladder's, and those of its past."""
    own = (level.in_force if level else None) or ladder.in_force
    found = [] if own is None else [own]
    return found + [past.in_force for past in (rung.past if rung else ())]


def together(found: Sequence[Span], first: dt.date, last: dt.date) -> bool:
    """Do the spans reach over all days from `first` to `last`, one after another?"""
    day = first
    while True:
        ends = [span.until.last if span.until else dt.date.max for span in found if asof.covers(span, day, day)]
        if not ends:
            return False
        if max(ends) >= last:
            return True
        day = max(ends) + dt.timedelta(days=1)
