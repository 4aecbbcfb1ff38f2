"""Rungs of a ladder by name, in which days they may be imposed, and which steps of the chain hold for them. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from netral import asof
from netral.model.base import Ref, Span, Text
from netral.model.chain import Chain, Link, Step
from netral.model.dataset import Dataset
from netral.model.sanction import Ladder, Level, Rung

__all__ = [
    "Consequence",
    "about",
    "by_ladder",
    "consequences",
    "covered",
    "inside",
    "names",
    "rungs",
    "spans",
    "steps_for",
    "together",
    "told_on",
]


def by_ladder(refs: Iterable[Ref]) -> dict[str, list[str]]:
    """`refs` by their ladders, in the order in which each is first named: what each names inside it ("" is all)."""
    parts: dict[str, list[str]] = {}
    for ref in refs:
        ladder, _, part = ref.partition("/")
        parts.setdefault(ladder, []).append(part)
    return parts


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


def told_on(ladder: Ladder, level: Level, rung: Rung, day: dt.date) -> Text:
    """What the rung is called on `day`: by its text, or by that of its past."""
    if not asof.holds(level.in_force or ladder.in_force, day):
        for past in rung.past:
            if asof.holds(past.in_force, day):
                return past.text
    return rung.text


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from an answer by one ladder: the levels and rungs it names, and the steps that speak of them."""

    ladder: Ladder
    #: Each level with the rungs that may follow, and whether the answer names the single rung.
    levels: tuple[tuple[Level, tuple[tuple[Rung, bool], ...]], ...]
    #: Each with what of that it speaks of, where it is not all.
    steps: tuple[tuple[Link, Step, tuple[Text, ...]], ...]
    #: Is its chain that of the day?
    current: bool


def consequences(dataset: Dataset, refs: Sequence[str], day: dt.date) -> list[Consequence]:
    """The ladders that `refs` lead to, each once, with what holds of them on `day`; suspended levels are left out."""
    found = []
    for name, own in by_ladder(refs).items():
        ladder = dataset.sanction_refs[name][0]
        levels = []
        for level in ladder.levels:
            rungs_ = [(f"{level.id}/{rung.id}", rung) for rung in level.rungs]
            chosen = tuple((rung, full in own) for full, rung in rungs_ if any(inside(part, full) for part in own))
            if chosen and level.suspended is None:
                levels.append((level, chosen))
        current = asof.holds(ladder.in_force, day) is not False
        steps = tuple(
            (link, step, about(ladder, step, own))
            for link, step in (steps_for(ladder.chain, own) if ladder.chain else ())
            if step.in_force is None or asof.holds(step.in_force, day) is not False
        )
        found.append(Consequence(ladder, tuple(levels), steps if current else (), current))
    return found


def about(ladder: Ladder, step: Step, parts: Sequence[str] = ("",)) -> tuple[Text, ...]:
    """What of `parts` a step speaks of, by the names of levels and the texts of rungs; nothing where it is all."""
    wanted = [name for name, _, _ in rungs(ladder) if any(inside(part, name) for part in parts)]
    if all(covered(step, name) for name in wanted):
        return ()
    found = []
    for level in ladder.levels:
        if level.id in step.only and any(inside(level.id, name) for name in wanted):
            found.append(level.name)
        found += [rung.text for rung in level.rungs if f"{level.id}/{rung.id}" in set(step.only) & set(wanted)]
    return tuple(found)
