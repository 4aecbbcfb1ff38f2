"""The window of a round in words: whether one may sign today, and always the date that says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from netral import asof
from netral.asof import SigningStatus
from netral.model.agency import Agency, Round
from netral.pages.page import Edition
from netral.pages.wording import date_words

__all__ = ["SCRIPT", "Window", "window_of", "window_of_agency"]

#: Adds the days that are left, and takes an open window back once its last day has passed.
SCRIPT = "assets/window.js"


@dataclass(frozen=True, slots=True)
class Window:
    """A round's window on the day of the edition."""

    status: SigningStatus
    #: One sentence with its date: until when, or since when not.
    fact: str
    #: The first day in words, or what is known of it.
    begins: str
    #: Only while open and where it is known: the last day, for the script that counts the days to it.
    closes: dt.date | None = None
    #: What is true after that day, for pages that were not built again since.
    closed: str = ""
    #: Until when, in a few words; whether somebody named that day, so that days to it may be counted.
    until: str = ""
    named: bool = False


def window_of(edition: Edition, round_: Round) -> Window:
    """The window of `round_` on the day of the edition."""
    dataset, say, signing = edition.dataset, edition.say, round_.signing
    status = asof.signing_status(dataset, round_, edition.day)
    begins = date_words(signing.opens, say) if signing.opens else say("unknown")
    if signing.opens is None and signing.running is not None:
        begins = say("agencies.running", date=date_words(signing.running, say))
    closes = asof.closing_day(dataset, round_)
    if status != "open":
        return Window(status, _fact(edition, round_, status), begins)
    closed = _fact(edition, round_, "closed") if closes else ""
    until = say("agencies.no_deadline")
    if signing.deadline is not None:
        until = say("agencies.until", date=date_words(signing.deadline, say))
    named = signing.deadline is not None
    return Window(status, _fact(edition, round_, status), begins, closes, closed, until, named)


def window_of_agency(edition: Edition, agency: Agency) -> Window:
    """The window that matters most to those who must sign at `agency`."""
    round_ = asof.pressing_round(edition.dataset, agency, edition.day)
    if round_ is None:
        return Window("none", edition.say("agencies.no_round"), edition.say("unknown"))
    return window_of(edition, round_)


def _fact(edition: Edition, round_: Round, status: SigningStatus) -> str:
    say, signing = edition.say, round_.signing
    date = signing.opens if status == "upcoming" else signing.deadline
    if date is not None:
        return say(f"agencies.fact.{status}", date=date_words(date, say))
    vote = asof.closing_day(edition.dataset, round_)
    if vote is not None and status in ("open", "closed"):
        return say(f"agencies.fact_vote.{status}", date=date_words(vote, say))
    return say(f"agencies.fact_undated.{status}")
