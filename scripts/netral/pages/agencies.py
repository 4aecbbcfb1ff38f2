"""`/instansi/` and a page per agency: its rounds, its pact, and all that its source states."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from netral import asof
from netral.addresses import template_path
from netral.exports.chart import Draw
from netral.model.agency import Agency, Topic
from netral.pages.page import Edition, Page
from netral.pages.rounds import rounds_of
from netral.pages.template import render_page
from netral.pages.windows import SCRIPT, window_of_agency

__all__ = ["agencies_page", "agency_page"]


def agencies_page(edition: Edition) -> Page:
    """Every agency with the window of its signing today."""
    return render_page(
        edition,
        "agencies",
        "instansi/",
        title=edition.say("agencies.title"),
        headline=edition.say("agencies.headline"),
        description=edition.say("agencies.description"),
        scripts=(SCRIPT,),
        rows=[(agency, window_of_agency(edition, agency)) for agency in edition.dataset.agencies],
    )


def agency_page(edition: Edition, agency: Agency, draw: Draw, papers: Collection[str] = ()) -> Page:
    """One agency, the figures of its rounds drawn by `draw`; statements grouped by topic in the order of the model.

    `papers` are the paths of the papers that were made for its rounds.
    """
    dataset = edition.dataset
    rounds = rounds_of(edition, agency, draw, papers)
    topics = [(topic, [s for s in agency.statements if s.topic == topic]) for topic in get_args(Topic)]
    return render_page(
        edition,
        "agency",
        f"instansi/{agency.id}/",
        title=getattr(agency.name, edition.lang),
        description=getattr(agency.about, edition.lang),
        made_up=dataset.is_made_up(agency),
        scripts=(SCRIPT,),
        agency=agency,
        window=window_of_agency(edition, agency),
        pact=next((view.pact for view in rounds if view.pact), None),
        rounds=rounds,
        signing=next((view.signing for view in rounds if view.signing), None),
        workbook=template_path(agency.id) if asof.awaited_rounds(dataset, agency, edition.day) else None,
        topics=[(topic, statements) for topic, statements in topics if statements],
    )
