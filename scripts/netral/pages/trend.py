"""The weeks of a round as a drawing in a page, and the words that say the same.

A week without an exact count is a gap in the line, never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from netral.catalogue import Labels
from netral.exports.chart import Draw
from netral.model.election import Event
from netral.pages.drawing import Moment, chart_spec, points_of, spark_spec
from netral.pages.page import Edition
from netral.pages.template import in_a_block
from netral.pages.wording import date_words, number_words
from netral.standing import Standing
from netral.ways import Week

__all__ = ["Chart", "chart_of", "spark_of"]

#: A vote this long after all else that is drawn stands in words only: the weeks would be squeezed together.
_NEAR = dt.timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing for a template, and what its lines are, in words."""

    svg: Markup
    marked: tuple[str, ...]


def chart_of(edition: Edition, standing: Standing, draw: Draw) -> Chart | None:
    """The line of a round among its deadline and election days; None where no week has an exact count."""
    points = points_of(standing.lead)
    if not points:
        return None
    say = edition.say
    lines = [line for line in (standing.lead, *standing.older) if points_of(line)]
    first = min(line.weeks[0].sunday for line in lines)
    last = max(line.weeks[-1].sunday for line in lines)
    moments = _moments(edition, standing)
    drawn = _drawn_moments(moments, first, last)
    last = max([last, *(moment.day for moment in drawn)])
    spec = chart_spec(say, lines, drawn, first, last)
    name = f"grafik-{standing.round.id}"
    title = say("figures.chart.title", name=getattr(standing.agency.name, edition.lang))
    svg = _svg(spec, draw, "chart", name, title, _told(say, standing, points))
    marked = [say("figures.chart.moment", name=m.name, date=date_words(m.day, say)) for m in drawn]
    marked += [say("figures.chart.outside", name=name, date=date) for name, date in _outside(edition, standing, drawn)]
    marked += [say("figures.chart.older", version=line.version) for line in lines[1:]]
    return Chart(svg, tuple(marked))


def spark_of(edition: Edition, standing: Standing, draw: Draw) -> Markup | None:
    """The same line, small and alone; None where fewer than two weeks have an exact count."""
    points = points_of(standing.lead)
    if len(points) <= 1:
        return None
    say, line = edition.say, standing.lead
    return _svg(spark_spec(line), draw, "spark", f"tren-{standing.round.id}", _told(say, standing, points), "")


def _svg(spec: dict[str, Any], draw: Draw, kind: str, name: str, title: str, told: str) -> Markup:
    padding = spec["padding"]
    sides = padding if isinstance(padding, dict) else dict.fromkeys(("left", "right", "top", "bottom"), padding)
    width = spec["width"] + sides["left"] + sides["right"]
    height = spec["height"] + sides["top"] + sides["bottom"]
    long = Markup('<desc id="{}-isi">{}</desc>').format(name, told) if told else ""
    by = Markup(' aria-describedby="{}-isi"').format(name) if told else ""
    whole = Markup(
        '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-nama"{}>'
        '<title id="{}-nama">{}</title>{}{}</svg>'
    ).format(kind, width, height, name, by, name, title, long, Markup(draw(spec)))  # noqa: S704 (escaped when drawn)
    return Markup(in_a_block(whole))  # noqa: S704 (escaped above)


def _told(say: Labels, standing: Standing, points: Sequence[tuple[Week, int]]) -> str:
    """A drawing in words: where the line begins and ends (one week is no line), and how many weeks have no figure."""
    (start, low), (end, high) = points[0], points[-1]
    values = {
        "first": date_words(start.sunday, say),
        "low": number_words(low, say),
        "last": date_words(end.sunday, say),
        "high": number_words(high, say),
    }
    told = say("figures.chart.told", **values) if len(points) > 1 else say("figures.chart.one", **values)
    gaps = len(standing.lead.weeks) - len(points)
    return f"{told} {say('figures.chart.gaps', count=gaps)}" if gaps else told


def _moments(edition: Edition, standing: Standing) -> list[Moment]:
    """The deadline, and the days of its elections that are known to the day and matter to signing."""
    say, round_ = edition.say, standing.round
    found = []
    if round_.signing.deadline is not None and round_.signing.deadline.exact:
        found.append(Moment(round_.signing.deadline.first, say("figures.chart.deadline"), "deadline"))
    for election in edition.dataset.elections:
        if election.id in round_.elections:
            found += [
                Moment(event.start.first, getattr(event.name, edition.lang), "event")
                for event in election.events
                if _matters(event)
            ]
    return sorted(found, key=lambda moment: (moment.day, moment.name))


def _matters(event: Event) -> bool:
    return event.start.exact and (event.voting or event.opens_stage is not None)


def _outside(edition: Edition, standing: Standing, drawn: Sequence[Moment]) -> list[tuple[str, str]]:
    """Votes that are not drawn, with their day, or what is known of it: too far off, or not known to the day."""
    days = {moment.day for moment in drawn}
    return [
        (getattr(event.name, edition.lang), date_words(event.start, edition.say))
        for election in edition.dataset.elections
        if election.id in standing.round.elections
        for event in election.events
        if event.voting and not (event.start.exact and event.start.first in days)
    ]


def _drawn_moments(moments: Sequence[Moment], first: dt.date, last: dt.date) -> list[Moment]:
    """Those that lie among the weeks, or soon after them."""
    deadlines = [moment.day for moment in moments if moment.kind == "deadline"]
    end = max([last, *deadlines]) + _NEAR
    return [moment for moment in moments if first <= moment.day <= end]
