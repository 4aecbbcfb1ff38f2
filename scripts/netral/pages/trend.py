"""The weeks of a round as a drawing: a Vega-Lite description, and the words that say the same.

Days stand from left to right, people from bottom to top. A week without an exact count is a gap in the line, never a
guess. All words and numbers in a drawing are made here, in the language of the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from markupsafe import Markup

from netral.catalogue import Labels
from netral.exports.chart import Draw
from netral.model.election import Event
from netral.pages.page import Edition
from netral.pages.template import in_a_block
from netral.pages.wording import cut, date_words, number_words, short_month_words
from netral.standing import Line, Standing, Week, exact

__all__ = ["Chart", "chart_of", "spark_of"]

#: Size of a drawing, in units of a pixel on a telephone; in the page it takes the width there is.
WIDTH, PLOT = 344, 150
LEFT, RIGHT, FOOT = 46, 12, 26
#: A line of words above the plot, for each day that is marked.
ROW, ABOVE = 16, 12
SPARK_WIDTH, SPARK_HEIGHT = 160, 36
#: A vote this long after all else that is drawn stands in words only: the weeks would be squeezed together.
_NEAR = dt.timedelta(days=183)
#: How many labels an axis has room for.
_TICKS, _MONTHS = 4, 8
_LABEL = 26


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing for a template, and what its lines are, in words."""

    svg: Markup
    marked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day that is marked in a drawing: deadline or election day."""

    day: dt.date
    name: str
    kind: str


def chart_of(edition: Edition, standing: Standing, draw: Draw) -> Chart | None:
    """The line of a round among its deadline and election days; None where no week has an exact count."""
    points = _points(standing.lead)
    if not points:
        return None
    say = edition.say
    lines = [line for line in (standing.lead, *standing.older) if _points(line)]
    first = min(line.weeks[0].sunday for line in lines)
    last = max(line.weeks[-1].sunday for line in lines)
    moments = _moments(edition, standing)
    drawn = _drawn_moments(moments, first, last)
    last = max([last, *(moment.day for moment in drawn)])
    spec = _spec(say, lines, drawn, first, last)
    name = f"grafik-{standing.round.id}"
    title = say("figures.chart.title", name=getattr(standing.agency.name, edition.lang))
    svg = _svg(spec, draw, "chart", name, title, _told(say, standing, points))
    marked = [say("figures.chart.moment", name=m.name, date=date_words(m.day, say)) for m in drawn]
    marked += [say("figures.chart.outside", name=name, date=date) for name, date in _outside(edition, standing, drawn)]
    marked += [say("figures.chart.older", version=line.version) for line in lines[1:]]
    return Chart(svg, tuple(marked))


def spark_of(edition: Edition, standing: Standing, draw: Draw) -> Markup | None:
    """The same line, small and alone; None where fewer than two weeks have an exact count."""
    points = _points(standing.lead)
    if len(points) <= 1:
        return None
    say, line = edition.say, standing.lead
    first, last = line.weeks[0].sunday, line.weeks[-1].sunday
    highest = max([*(signed for _, signed in points), *_heads([line]), 1])
    spec = {
        "width": SPARK_WIDTH - 8,
        "height": SPARK_HEIGHT - 8,
        "padding": 4,
        "encoding": _axes((last - first).days, highest, None, None),
        "layer": _curve("signed", line, first),
    }
    return _svg(spec, draw, "spark", f"tren-{standing.round.id}", _told(say, standing, points), "")


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


def _points(line: Line) -> list[tuple[Week, int]]:
    """The weeks with an exact count."""
    return [(week, signed) for week in line.weeks if (signed := exact(week.figures)) is not None]


def _told(say: Labels, standing: Standing, points: Sequence[tuple[Week, int]]) -> str:
    """A drawing in words: where the line begins, where it ends, and how many weeks have no figure."""
    (start, low), (end, high) = points[0], points[-1]
    told = say(
        "figures.chart.told",
        first=date_words(start.sunday, say),
        low=number_words(low, say),
        last=date_words(end.sunday, say),
        high=number_words(high, say),
    )
    gaps = len(standing.lead.weeks) - len(points)
    return f"{told} {say('figures.chart.gaps', count=gaps)}" if gaps else told


def _moments(edition: Edition, standing: Standing) -> list[_Moment]:
    """The deadline, and the days of its elections that are known to the day and matter to signing."""
    say, round_ = edition.say, standing.round
    found = []
    if round_.signing.deadline is not None and round_.signing.deadline.exact:
        found.append(_Moment(round_.signing.deadline.first, say("figures.chart.deadline"), "deadline"))
    for election in edition.dataset.elections:
        if election.id in round_.elections:
            found += [
                _Moment(event.start.first, getattr(event.name, edition.lang), "event")
                for event in election.events
                if _matters(event)
            ]
    return sorted(found, key=lambda moment: (moment.day, moment.name))


def _matters(event: Event) -> bool:
    return event.start.exact and (event.voting or event.opens_stage is not None)


def _outside(edition: Edition, standing: Standing, drawn: Sequence[_Moment]) -> list[tuple[str, str]]:
    """Votes that are not drawn, with their day, or what is known of it: too far off, or not known to the day."""
    days = {moment.day for moment in drawn}
    return [
        (getattr(event.name, edition.lang), date_words(event.start, edition.say))
        for election in edition.dataset.elections
        if election.id in standing.round.elections
        for event in election.events
        if event.voting and not (event.start.exact and event.start.first in days)
    ]


def _drawn_moments(moments: Sequence[_Moment], first: dt.date, last: dt.date) -> list[_Moment]:
    """Those that lie among the weeks, or soon after them."""
    deadlines = [moment.day for moment in moments if moment.kind == "deadline"]
    end = max([last, *deadlines]) + _NEAR
    return [moment for moment in moments if first <= moment.day <= end]


def _heads(lines: Iterable[Line]) -> list[int]:
    return [
        week.figures.headcount
        for line in lines
        for week in line.weeks
        if week.figures is not None and week.figures.headcount is not None
    ]


def _spec(
    say: Labels, lines: Sequence[Line], moments: Sequence[_Moment], first: dt.date, last: dt.date
) -> dict[str, Any]:
    highest = max([*(signed for line in lines for _, signed in _points(line)), *_heads(lines), 1])
    layers: list[dict[str, Any]] = []
    for line in reversed(lines):
        layers += _curve("signed" if line is lines[0] else "older", line, first)
    layers += _headcount(lines[0], first)
    days = max((last - first).days, 1)
    for row, moment in enumerate(moments):
        layers += _moment(moment, (moment.day - first).days, days, row)
    top = ROW * len(moments) + ABOVE
    return {
        "width": WIDTH - LEFT - RIGHT,
        "height": PLOT,
        "padding": {"left": LEFT, "right": RIGHT, "top": top, "bottom": FOOT},
        "encoding": _axes(days, highest, _months(say, first, last), _counts(say, highest)),
        "layer": layers,
    }


def _axes(
    days: int, highest: int, months: Sequence[tuple[int, str]] | None, counts: Sequence[tuple[int, str]] | None
) -> dict[str, Any]:
    return {
        "x": {"field": "x", "type": "quantitative", **_scale(days), "axis": _axis(months, grid=False)},
        "y": {"field": "y", "type": "quantitative", **_scale(highest), "axis": _axis(counts, grid=True)},
    }


def _scale(most: int) -> dict[str, Any]:
    return {"scale": {"domain": [0, max(most, 1)], "nice": False}}


def _axis(labels: Sequence[tuple[int, str]] | None, *, grid: bool) -> dict[str, Any] | None:
    """An axis with these words at these places."""
    if labels is None:
        return None
    words = "".join(f"datum.value === {value} ? {_quoted(word)} : " for value, word in labels)
    return {"values": [value for value, _ in labels], "labelExpr": f"{words}''", "grid": grid}


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _curve(name: str, line: Line, first: dt.date) -> list[dict[str, Any]]:
    """The line with its gaps; a dot where a count has no neighbour to lead a line to, and at its end."""
    counts = [exact(week.figures) for week in line.weeks]
    places = [(week.sunday - first).days for week in line.weeks]
    values = [{"x": x, "y": y} for x, y in zip(places, counts, strict=True)]
    dots = [
        value
        for number, value in enumerate(values)
        if value["y"] is not None and (_alone(counts, number) or not any(v is not None for v in counts[number + 1 :]))
    ]
    return [
        {
            "name": name,
            "data": {"values": values},
            "mark": {"type": "line", "strokeWidth": 2.5, "invalid": "break-paths-show-domains"},
        },
        {
            "name": f"{name}_dots",
            "data": {"values": dots},
            "mark": {"type": "point", "filled": True, "size": 36, "opacity": 1},
        },
    ]


def _alone(counts: Sequence[int | None], number: int) -> bool:
    before = counts[number - 1] if number else None
    after = counts[number + 1] if number + 1 < len(counts) else None
    return before is None and after is None


def _headcount(line: Line, first: dt.date) -> list[dict[str, Any]]:
    """How many must sign, as a broken line."""
    values = [
        {"x": (week.sunday - first).days, "y": week.figures.headcount}
        for week in line.weeks
        if week.figures is not None and week.figures.headcount is not None
    ]
    # Between its ends only where it changes.
    ends = {0, len(values) - 1}
    values = [each for n, each in enumerate(values) if n in ends or each["y"] != values[n - 1]["y"]]
    if not values:
        return []
    mark = {"type": "line", "strokeWidth": 1.5, "strokeDash": [2, 3], "interpolate": "step-after"}
    return [{"name": "headcount", "data": {"values": values}, "mark": mark}]


def _moment(moment: _Moment, x: int, days: int, row: int) -> list[dict[str, Any]]:
    """A line at a day, and its name above, on the side where there is more room."""
    place = {"data": {"values": [{"x": x}]}}
    x_only = {"x": {"field": "x", "type": "quantitative"}, "y": {"value": -ABOVE - ROW * row}}
    right = 2 * x > days
    rule = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [5, 3], "y2": PLOT}
    text = {"type": "text", "align": "right" if right else "left", "dx": -4 if right else 4, "baseline": "middle"}
    words = {"text": {"value": cut(moment.name, _LABEL)}}
    return [
        {"name": f"{moment.kind}_{row}", **place, "mark": rule, "encoding": {**x_only, "y2": {"value": PLOT}}},
        {"name": f"{moment.kind}_name_{row}", **place, "mark": text, "encoding": x_only | words},
    ]


def _months(say: Labels, first: dt.date, last: dt.date) -> list[tuple[int, str]]:
    """The first days of months as places, in three letters; January by its year."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    days = [dt.date(number // 12, number % 12 + 1, 1) for number in months]
    step = -(-len(days) // _MONTHS) if days else 1
    return [
        ((day - first).days, str(day.year) if day.month == 1 else short_month_words(day.month, say))
        for day in days
        if (day.year * 12 + day.month - 1) % step == 0
    ]


def _counts(say: Labels, highest: int) -> list[tuple[int, str]]:
    """Round numbers from nought up, at most five."""
    rounds = (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))
    step = next(step for step in rounds if highest // step <= _TICKS)
    return [(value, number_words(value, say)) for value in range(0, highest + 1, step)]
