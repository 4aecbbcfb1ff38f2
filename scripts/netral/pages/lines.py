"""Elections and rounds laid out on timelines: rows of words, each with its place on the line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from netral.model.agency import Round
from netral.model.election import Election, Event
from netral.pages.page import Edition
from netral.pages.timeline import Line, line_of
from netral.pages.wording import date_words, moment_words

__all__ = ["Drawn", "election_line", "elections_line", "round_line"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A timeline for a template: its two ends, whether today is on it, and its rows."""

    first: dt.date
    last: dt.date
    has_now: bool
    rows: tuple[tuple[object, ...], ...]


def _span(event: Event) -> tuple[dt.date, dt.date]:
    return event.start.first, max((event.end or event.start).last, event.start.last)


def _kind(event: Event) -> str:
    return "voting" if event.voting else "stage" if event.opens_stage else "event"


def _drawn(line: Line, rows: list[tuple[object, ...]]) -> Drawn:
    return Drawn(line.first, line.last, line.has_now, tuple(rows))


def elections_line(edition: Edition) -> Drawn:
    """All elections on one line; a row: name, days in words, kind, place, its anchor."""
    elections = edition.dataset.elections
    spans = {e.id: (min(_span(v)[0] for v in e.events), max(_span(v)[1] for v in e.events)) for e in elections}
    line = line_of(list(spans.values()), edition.day)
    rows: list[tuple[object, ...]] = []
    for election in elections:
        first, last = spans[election.id]
        starts = min(election.events, key=lambda event: _span(event)[0])
        ends = max(election.events, key=lambda event: _span(event)[1])
        when = moment_words(starts.start, ends.end or ends.start, edition.say)
        rows.append((getattr(election.name, edition.lang), when, "event", line.place(first, last), election.id))
    return _drawn(line, rows)


def election_line(edition: Edition, election: Election) -> Drawn:
    """One election's events; a row: the event, days in words, kind, place."""
    line = line_of([_span(event) for event in election.events], edition.day)
    rows: list[tuple[object, ...]] = [
        (event, moment_words(event.start, event.end, edition.say), _kind(event), line.place(*_span(event)))
        for event in election.events
    ]
    return _drawn(line, rows)


def round_line(edition: Edition, round_: Round) -> Drawn | None:
    """A round among its elections' stages and votes; None where neither end of the round is known to the day.

    A row: name, days in words, kind, place.
    """
    say, signing = edition.say, round_.signing
    opens, deadline = signing.opens, signing.deadline
    ends = [date for date in (opens, deadline) if date is not None]
    if not ends:
        return None
    events = [
        event
        for election in edition.dataset.elections
        if election.id in round_.elections
        for event in election.events
        if event.voting or event.opens_stage
    ]
    window = (ends[0].first, ends[-1].last)
    line = line_of([window, *(_span(event) for event in events)], edition.day)
    key = "window" if len(ends) > 1 else "opens" if opens else "deadline"
    when = moment_words(ends[0], ends[-1], say) if len(ends) > 1 else date_words(ends[0], say)
    rows: list[tuple[object, ...]] = [(say(f"agencies.line.{key}"), when, "round", line.place(*window))]
    rows += [
        (
            getattr(event.name, edition.lang),
            moment_words(event.start, event.end, say),
            _kind(event),
            line.place(*_span(event)),
        )
        for event in sorted(events, key=lambda event: _span(event)[0])
    ]
    return _drawn(line, rows)
