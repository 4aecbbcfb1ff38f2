"""The calendar as iCalendar (RFC 5545), one in each language: events of elections, and first and last days of rounds.

Every entry lasts whole days, and takes nobody's time (TRANSPARENT). A day that is known only to its month or year has
no place in a calendar, so it stands on the page alone; what is made up or held to be unsure (`low`) is left out too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from icalendar import Calendar, Event, vDuration

from netral.addresses import CALENDAR, absolute
from netral.clock import epoch_of
from netral.model.base import Claim, TopRecord
from netral.model.dates import PartialDate
from netral.moved import first_id
from netral.pages.page import Edition

__all__ = ["Days", "calendar_days", "calendar_file"]

#: How often a program that follows the calendar may look again: the site is built each morning.
_EACH_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """An entry: whole days from `first` to `last`, both included."""

    #: What never changes about it: neither the site's address nor its words.
    key: str
    name: str
    first: dt.date
    last: dt.date
    #: The address of its page.
    page: str
    group: str
    claim: Claim
    record: TopRecord


def calendar_days(edition: Edition) -> Iterator[Days]:
    """The entries in the order of the data. The calendar page says how many dates are missing for being vague."""
    say, lang, dataset = edition.say, edition.lang, edition.dataset
    for election in dataset.elections:
        for event in election.events:
            span = _exact(event.start, event.end or event.start)
            if span and event.confidence != "low" and not dataset.is_made_up(election):
                yield Days(
                    f"elections/{first_id(dataset, 'elections', election.id)}/{event.id}",
                    f"{getattr(event.name, lang)} ({getattr(election.name, lang)})",
                    *span,
                    f"kalender/#{election.id}--{event.id}",
                    getattr(election.name, lang),
                    event,
                    election,
                )
    for agency, round_ in dataset.rounds.values():
        for part in ("opens", "deadline"):
            day = getattr(round_.signing, part)
            span = _exact(day, day)
            if span and round_.confidence != "low" and not dataset.is_made_up(agency):
                yield Days(
                    f"agencies/{first_id(dataset, 'agencies', agency.id)}/{round_.id}/{part}",
                    say(f"calendar.entry.{part}", agency=getattr(agency.name, lang)),
                    *span,
                    f"instansi/{agency.id}/#{round_.id}",
                    getattr(agency.name, lang),
                    round_,
                    agency,
                )


def _exact(first: PartialDate | None, last: PartialDate | None) -> tuple[dt.date, dt.date] | None:
    """Both days, where both are known to the day."""
    known = first is not None and last is not None and first.exact and last.exact
    return (first.first, last.last) if known and first and last else None


def calendar_file(edition: Edition) -> bytes:
    """The calendar of the edition. Its stamps are the days on which the records were checked, never the clock's."""
    say, lang, site_url = edition.say, edition.lang, edition.site_url
    calendar = Calendar()
    calendar.add("prodid", f"-//netral//{lang}//")
    calendar.add("version", "2.0")
    for key in ("name", "x-wr-calname"):  # RFC 7986, and what programs read that do not know it
        calendar.add(key, say("calendar.file_title"))
    for key in ("description", "x-wr-caldesc"):
        calendar.add(key, say("calendar.file_text"))
    calendar.add("source", absolute(site_url, lang, CALENDAR), parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", vDuration(_EACH_DAY), parameters={"VALUE": "DURATION"})
    for days in calendar_days(edition):
        calendar.add_component(_event(edition, days))
    text: bytes = calendar.to_ical()
    return text


def _event(edition: Edition, days: Days) -> Event:
    say, lang = edition.say, edition.lang
    checked = days.claim.checked_on or days.record.checked_on
    assert checked is not None
    page = absolute(edition.site_url, lang, days.page)
    notes = [say(f"confidence.{days.claim.confidence}")] if days.claim.confidence != "high" else []
    event = Event()
    event.add("uid", sha256(f"netral/{lang}/{days.key}".encode()).hexdigest())
    event.add("dtstamp", dt.datetime.fromtimestamp(epoch_of(checked), dt.UTC))
    event.add("dtstart", days.first)
    event.add("dtend", days.last + dt.timedelta(days=1))  # the first day on which it is over
    event.add("summary", days.name)
    event.add("description", "\n".join([*notes, say("calendar.entry.text", page=page)]))
    event.add("url", page)
    event.add("categories", [days.group])
    event.add("transp", "TRANSPARENT")
    return event
