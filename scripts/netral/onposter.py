"""Records + a day -> what may stand on the rule poster on that day. Pure.

People choose in the data what the poster names (`poster:` of an act, a ladder, a time limit). Whether it may be shown
is decided here, from the record itself: what has no one sure answer on the day is left off, and the check says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from netral import asof
from netral.model.act import Act, Answer, Verdict
from netral.model.agency import Agency
from netral.model.base import Basis, Claim, OnPoster
from netral.model.channel import Channel, Deadline
from netral.model.dataset import Dataset
from netral.model.sanction import Ladder, Level, Rung
from netral.model.walk import walk

__all__ = [
    "ASN",
    "Line",
    "Obstacle",
    "Rule",
    "Steps",
    "channels",
    "deadlines",
    "ladders",
    "obstacle",
    "rules",
    "stated",
]

#: The two kinds of ASN a rule must answer for alike before the poster may say it of "ASN".
ASN = ("pns", "pppk")
#: Why a chosen record may not stand on the poster. none: no answer for both kinds of ASN; split: they differ;
#: unsure: not settled, or `low`; basis: a cited provision is not among those it rests on; ended: not in force.
Obstacle = Literal["none", "split", "unsure", "basis", "ended"]


@dataclass(frozen=True, slots=True)
class Rule:
    """An act with its one verdict, and the answers that give it."""

    act: Act
    poster: OnPoster
    verdict: Verdict
    answers: tuple[Answer, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the line rests on."""
        return self.answers


@dataclass(frozen=True, slots=True)
class Steps:
    """A ladder; `levels` are those in force, and empty where it is told in one line."""

    ladder: Ladder
    poster: OnPoster
    levels: tuple[Level, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the ladder rests on."""
        return (self.ladder, *(rung for level in self.levels for rung in level.rungs))


@dataclass(frozen=True, slots=True)
class Line:
    """A time limit of a channel."""

    channel: Channel
    deadline: Deadline
    poster: OnPoster

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the line rests on."""
        return (self.deadline,)


def _answers(act: Act, day: dt.date) -> tuple[Answer, ...]:
    today = [answer for answer in act.answers if asof.holds(answer, day)]
    return tuple(answer for answer in today if set(ASN) & set(answer.who))


def obstacle(record: Act | Ladder | Deadline, day: dt.date) -> Obstacle | None:
    """Why a record that is chosen for the poster may not stand on it on `day`; None where it may."""
    assert record.poster is not None
    rests_on: tuple[Basis, ...]
    claims: tuple[Claim, ...]
    if isinstance(record, Act):
        answers = _answers(record, day)
        if any(all(who not in answer.who for answer in answers) for who in ASN):
            return "none"
        if any(answer.verdict == "belum-pasti" for answer in answers):
            return "unsure"
        if len({answer.verdict for answer in answers}) > 1:
            return "split"
        rests_on, claims = tuple(basis for answer in answers for basis in answer.basis), answers
    elif isinstance(record, Ladder):
        if record.kind != "law" or not asof.holds(record.in_force, day):
            return "ended"
        rests_on, claims = _bases(record), (record,)
    else:
        rests_on, claims = record.basis, (record,)
    if any(claim.confidence == "low" for claim in claims):
        return "unsure"
    known = {basis.provision for basis in rests_on if not basis.printed}
    return "basis" if set(record.poster.cites) - known else None


def _bases(ladder: Ladder) -> tuple[Basis, ...]:
    return tuple(found.value for found in walk(ladder) if isinstance(found.value, Basis))


def rules(dataset: Dataset, day: dt.date) -> list[Rule]:
    """The acts of the poster in its order."""
    found = []
    for act in dataset.acts:
        if act.poster is not None and obstacle(act, day) is None:
            answers = _answers(act, day)
            found.append(Rule(act, act.poster, answers[0].verdict, answers))
    return sorted(found, key=lambda rule: rule.poster.order)


def ladders(dataset: Dataset, day: dt.date) -> list[Steps]:
    """The ladders of the poster in its order; suspended levels and low rungs are left out."""
    found = []
    for ladder in dataset.sanctions:
        if ladder.poster is not None and obstacle(ladder, day) is None:
            levels = [
                level.model_copy(update={"rungs": rungs})
                for level in ladder.levels
                if level.suspended is None and asof.holds(level.in_force or ladder.in_force, day)
                if (rungs := _sure(level.rungs))
            ]
            drawn = ladder.stepped and len(levels) > 1
            found.append(Steps(ladder, ladder.poster, tuple(levels) if drawn else ()))
    return sorted(found, key=lambda steps: steps.poster.order)


def _sure(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    return tuple(rung for rung in rungs if rung.confidence != "low")


def channels(dataset: Dataset, day: dt.date, agency: Agency | None) -> list[Channel]:
    """Where a breach may be reported on `day`: what is known to be in use, everywhere or at `agency`."""
    own = agency.channels if agency else ()
    return [
        channel
        for channel in dataset.channels
        if asof.holds(channel.valid, day) and asof.confirmed(channel, day) and channel.confidence != "low"
        if channel.id in own or (channel.agency is None and not dataset.is_made_up(channel))
    ]


def deadlines(dataset: Dataset, day: dt.date) -> list[Line]:
    """The time limits of the poster in its order, of channels that may be used on `day`."""
    found = [
        Line(channel, deadline, deadline.poster)
        for channel in channels(dataset, day, None)
        for deadline in channel.deadlines
        if deadline.poster is not None and obstacle(deadline, day) is None
    ]
    return sorted(found, key=lambda line: line.poster.order)


def stated(dataset: Dataset, agency: Agency) -> list[tuple[Ladder, tuple[Rung, ...]]]:
    """What the agency itself said of sanctions, with the rungs that are not `low`."""
    found = [dataset.sanction_refs[ref][0] for ref in agency.sanctions_stated]
    with_rungs = [(ladder, _sure(rung for level in ladder.levels for rung in level.rungs)) for ladder in found]
    return [(ladder, rungs) for ladder, rungs in with_rungs if ladder.confidence != "low" and rungs]
