"""Records + a day -> what holds on that day. Pure; the clock is always an argument.

A date known only to its month or year makes a span with blurred ends: inside the blur the answer is None, "not known",
never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from netral.model.act import Answer
from netral.model.agency import Agency, Round
from netral.model.base import Span, TopRecord
from netral.model.channel import Channel
from netral.model.dataset import Dataset
from netral.model.dates import PartialDate
from netral.model.election import Election, Event
from netral.model.regulation import LawStatus, Provision, Regulation

__all__ = [
    "SigningStatus",
    "awaited_rounds",
    "checked_until",
    "closing_day",
    "confirmed",
    "covers",
    "earliest",
    "holds",
    "last_voting_day",
    "law_status",
    "most_pressing",
    "pressing_round",
    "provision_span",
    "provision_status",
    "running_events",
    "signing_status",
    "transition",
    "valid",
]

#: upcoming before it opens, open until its deadline (or the vote, where none is stated), closed after; none = no round,
#: or a day before anything is known of it.
SigningStatus = Literal["upcoming", "open", "closed", "none"]
#: From the one that matters most to those who must sign.
_PRESSING: tuple[SigningStatus, ...] = ("open", "upcoming", "closed", "none")


def holds(span: Span | Answer | None, day: dt.date) -> bool | None:
    """Is `day` inside `span` (its last day included)? None where the dates are too vague to say. No span: never."""
    if span is None or day < span.from_.first:
        return False
    if span.until is not None and day > span.until.last:
        return False
    vague_start = day < span.from_.last
    vague_end = span.until is not None and not span.until.exact and day >= span.until.first
    return None if vague_start or vague_end else True


def transition(span: Span | Answer | None, day: dt.date) -> PartialDate | None:
    """The date whose day is not known and in whose blur `day` lies; None where it is plain what holds."""
    if span is None or holds(span, day) is not None:
        return None
    return span.from_ if day < span.from_.last else span.until


def covers(span: Span | None, first: dt.date, last: dt.date) -> bool:
    """Does `span` reach over all days from `first` to `last`, as far as its dates can tell?"""
    if span is None:
        return False
    return span.from_.first <= first and (span.until is None or span.until.last >= last)


def provision_span(law: Regulation, part: Provision) -> Span | None:
    """A provision's own span, or its regulation's; None while it is suspended."""
    return None if part.suspended else part.in_force or law.in_force


def law_status(law: Regulation, day: dt.date, amended_by: Iterable[Regulation] = ()) -> LawStatus:
    """berlaku, diubah (in force as amended), dicabut or tidak_berlaku on `day`.

    `amended_by` are the regulations its record names; those not yet in force on `day` change nothing.
    """
    if holds(law.in_force, day) is False:
        ended = law.in_force is not None and day >= law.in_force.from_.first
        return (law.ended or "dicabut") if ended else "tidak_berlaku"
    amended = any(holds(other.in_force, day) is not False for other in amended_by)
    return "diubah" if amended else "berlaku"


def provision_status(dataset: Dataset, law: Regulation, part: Provision, day: dt.date) -> LawStatus:
    """The status of one provision on `day`; its force is its own (PP 53/2010 Pasal 7 ayat (3))."""
    span = provision_span(law, part)
    if holds(span, day) is False:
        if span is None or day < span.from_.first:
            return "tidak_berlaku"
        return law.ended or "dicabut"
    changes = (dataset.law_refs.get(ref) for ref in part.amended_by)
    amended = any(other is not None and holds(other.in_force, day) is not False for other in changes)
    return "diubah" if amended else "berlaku"


def valid(channel: Channel, day: dt.date) -> bool:
    """May the channel be used on `day`?"""
    return holds(channel.valid, day) is not False


def confirmed(record: Channel | Regulation, day: dt.date) -> bool:
    """Does a source show the record alive on `day`, or at least not stop short of it?"""
    return record.confirmed_until is None or day <= record.confirmed_until.last


def last_voting_day(elections: Iterable[Election]) -> dt.date | None:
    """The last voting day of `elections`; None where one of them has none that is known."""
    days: list[dt.date] = []
    for election in elections:
        votes = [event.start.last for event in election.events if event.voting]
        if not votes:
            return None
        days.append(max(votes))
    return max(days, default=None)


def closing_day(dataset: Dataset, round_: Round) -> dt.date | None:
    """The last day of a round: its deadline, or the vote where its source states none; None = not known."""
    if round_.signing.deadline is not None:
        return round_.signing.deadline.last
    return last_voting_day([election for election in dataset.elections if election.id in round_.elections])


def signing_status(dataset: Dataset, round_: Round, day: dt.date) -> SigningStatus:
    """The window of a round on `day`: its deadline closes it, or the vote where the source states no deadline."""
    closes = closing_day(dataset, round_)
    if closes is not None and day > closes:
        return "closed"
    if round_.signing.opens is None:
        # The first day is not known: before a source shows people signing, nothing can be said.
        running = round_.signing.running
        return "open" if running is not None and day >= running.last else "none"
    return "upcoming" if day < round_.signing.opens.first else "open"


def pressing_round(dataset: Dataset, agency: Agency, day: dt.date) -> Round | None:
    """The round of an agency that matters most on `day`; of several, the last one its file names."""
    return most_pressing(dataset, agency.rounds, day)


def most_pressing(dataset: Dataset, rounds: Sequence[Round], day: dt.date) -> Round | None:
    """The one of `rounds` that matters most on `day`; of several, the last."""
    ranked = [(_PRESSING.index(signing_status(dataset, round_, day)), round_) for round_ in rounds]
    return min(reversed(ranked), key=lambda pair: pair[0])[1] if ranked else None


def awaited_rounds(dataset: Dataset, agency: Agency, day: dt.date) -> list[Round]:
    """The rounds of an agency whose weekly figures may still come in: not closed yet, or with figures already."""
    with_figures = {row.round for row in dataset.completion if row.agency == agency.id}
    return [
        round_
        for round_ in agency.rounds
        if round_.id in with_figures or signing_status(dataset, round_, day) in {"open", "upcoming"}
    ]


def running_events(elections: Iterable[Election], day: dt.date) -> list[tuple[Election, Event]]:
    """The dated events that run on `day`."""
    found: list[tuple[Election, Event]] = []
    for election in elections:
        for event in election.events:
            end = event.end or event.start
            if _known(event.start) and event.start.first <= day <= end.last:
                found.append((election, event))
    return found


def _known(date: PartialDate) -> bool:
    return date.exact


def earliest(dataset: Dataset) -> dt.date:
    """The first day anything is known of: before it no question is answered."""
    return min(law.in_force.from_.first for law in dataset.regulations if law.in_force is not None)


def checked_until(dataset: Dataset) -> dt.date:
    """The newest day on which a record was looked at."""
    return max(record.checked_on for _, record in dataset if isinstance(record, TopRecord))
