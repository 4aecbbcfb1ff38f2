"""`/instansi/` and a page per agency: its rounds, its pact, and all that its source states."""

from __future__ import annotations

from typing import get_args

from netral import asof
from netral.asof import SigningStatus
from netral.model.agency import Agency, Topic
from netral.pages.lines import round_line
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.wording import date_words

__all__ = ["agencies_page", "agency_page", "agency_status"]

_LOUDEST: tuple[SigningStatus, ...] = ("open", "upcoming", "closed", "none")


def agency_status(edition: Edition, agency: Agency) -> SigningStatus:
    """The most pressing status among an agency's rounds: open before upcoming before closed."""
    found = {asof.signing_status(edition.dataset, round_, edition.day) for round_ in agency.rounds}
    return next((status for status in _LOUDEST if status in found), "none")


def agencies_page(edition: Edition) -> Page:
    """Every agency with the window of its signing today."""
    return render_page(
        edition,
        "agencies",
        "instansi/",
        title=edition.say("agencies.title"),
        description=edition.say("agencies.description"),
        rows=[(agency, agency_status(edition, agency), _fact(edition, agency)) for agency in edition.dataset.agencies],
    )


def agency_page(edition: Edition, agency: Agency) -> Page:
    """One agency; statements grouped by topic in the order of the model."""
    dataset = edition.dataset
    rounds = [
        (
            round_,
            asof.signing_status(dataset, round_, edition.day),
            dataset.ids["pacts"].get(round_.pact or ""),
            round_line(edition, round_),
        )
        for round_ in agency.rounds
    ]
    topics = [(topic, [s for s in agency.statements if s.topic == topic]) for topic in get_args(Topic)]
    return render_page(
        edition,
        "agency",
        f"instansi/{agency.id}/",
        title=getattr(agency.name, edition.lang),
        description=getattr(agency.about, edition.lang),
        made_up=dataset.is_made_up(agency),
        agency=agency,
        status=agency_status(edition, agency),
        fact=_fact(edition, agency),
        pact=next((pact for _, _, pact, _ in rounds if pact), None),
        rounds=rounds,
        topics=[(topic, statements) for topic, statements in topics if statements],
    )


def _fact(edition: Edition, agency: Agency) -> str:
    """The one sentence an agency's page begins with: may one sign today, and until when, or since when not."""
    say, status = edition.say, agency_status(edition, agency)
    pressing = [r for r in agency.rounds if asof.signing_status(edition.dataset, r, edition.day) == status]
    if not pressing:
        return say("agencies.no_round")
    signing = pressing[0].signing
    date = signing.opens if status == "upcoming" else signing.deadline
    if date is None:
        return say(f"agencies.fact_undated.{status}")
    return say(f"agencies.fact.{status}", date=date_words(date, say))
