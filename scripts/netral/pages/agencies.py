"""`/instansi/` and a page per agency: its rounds, its pact, and all that its source states."""

from __future__ import annotations

from typing import get_args

from netral import asof
from netral.addresses import template_path
from netral.asof import SigningStatus
from netral.exports.chart import Draw
from netral.model.agency import Agency, Topic
from netral.pages.figures import panel_of
from netral.pages.lines import round_line
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.wording import date_words

__all__ = ["agencies_page", "agency_page"]


def agencies_page(edition: Edition) -> Page:
    """Every agency with the window of its signing today."""
    return render_page(
        edition,
        "agencies",
        "instansi/",
        title=edition.say("agencies.title"),
        description=edition.say("agencies.description"),
        rows=[(agency, *_window(edition, agency)) for agency in edition.dataset.agencies],
    )


def agency_page(edition: Edition, agency: Agency, draw: Draw) -> Page:
    """One agency, the figures of its rounds drawn by `draw`; statements grouped by topic in the order of the model."""
    dataset = edition.dataset
    rounds = [
        (
            round_,
            asof.signing_status(dataset, round_, edition.day),
            dataset.ids["pacts"].get(round_.pact or ""),
            round_line(edition, round_),
            panel_of(edition, standing, draw) if (standing := edition.standings.get((agency.id, round_.id))) else None,
        )
        for round_ in agency.rounds
    ]
    status, fact = _window(edition, agency)
    topics = [(topic, [s for s in agency.statements if s.topic == topic]) for topic in get_args(Topic)]
    return render_page(
        edition,
        "agency",
        f"instansi/{agency.id}/",
        title=getattr(agency.name, edition.lang),
        description=getattr(agency.about, edition.lang),
        made_up=dataset.is_made_up(agency),
        agency=agency,
        status=status,
        fact=fact,
        pact=next((pact for _, _, pact, _, _ in rounds if pact), None),
        rounds=rounds,
        workbook=template_path(agency.id) if asof.awaited_rounds(dataset, agency, edition.day) else None,
        topics=[(topic, statements) for topic, statements in topics if statements],
    )


def _window(edition: Edition, agency: Agency) -> tuple[SigningStatus, str]:
    """May one sign today? A status, and the sentence an agency's page begins with: until when, or since when not."""
    say, dataset, day = edition.say, edition.dataset, edition.day
    round_ = asof.pressing_round(dataset, agency, day)
    if round_ is None:
        return "none", say("agencies.no_round")
    status = asof.signing_status(dataset, round_, day)
    date = round_.signing.opens if status == "upcoming" else round_.signing.deadline
    if date is None:
        return status, say(f"agencies.fact_undated.{status}")
    return status, say(f"agencies.fact.{status}", date=date_words(date, say))
