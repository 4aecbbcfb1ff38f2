"""The weeks of a round as a Vega-Lite description: days from left to right, people from bottom to top.

Where things lie is computed here, and so are all words and numbers, in the language of the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from netral.catalogue import Labels
from netral.pages.wording import cut, number_words, short_month_words
from netral.standing import Line
from netral.ways import Week, exact

__all__ = ["PLOT", "Moment", "chart_spec", "points_of", "spark_spec"]

#: Size of a drawing, in units of a pixel on a telephone; in the page it takes the width there is.
WIDTH, PLOT = 344, 150
LEFT, RIGHT, FOOT = 46, 12, 26
#: A line of words above the plot, for each day that is marked.
ROW, ABOVE = 16, 12
SPARK_WIDTH, SPARK_HEIGHT = 160, 36
#: How many labels an axis has room for.
_TICKS, _MONTHS = 4, 8
_LABEL = 26


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that is marked in a drawing: deadline or election day."""

    day: dt.date
    name: str
    kind: str


def points_of(line: Line) -> list[tuple[Week, int]]:
    """The weeks of a line that have an exact count, each with it."""
    return [(week, signed) for week in line.weeks if (signed := exact(week.figures)) is not None]


def spark_spec(line: Line) -> dict[str, Any]:
    """A line alone, small, without words."""
    first, last = line.weeks[0].sunday, line.weeks[-1].sunday
    highest = max([*(signed for _, signed in points_of(line)), *_heads([line]), 1])
    return {
        "width": SPARK_WIDTH - 8,
        "height": SPARK_HEIGHT - 8,
        "padding": 4,
        "encoding": _axes((last - first).days, highest, None, None),
        "layer": _curve("signed", line, first),
    }


def _heads(lines: Iterable[Line]) -> list[int]:
    return [
        week.figures.headcount
        for line in lines
        for week in line.weeks
        if week.figures is not None and week.figures.headcount is not None
    ]


def chart_spec(
    say: Labels, lines: Sequence[Line], moments: Sequence[Moment], first: dt.date, last: dt.date
) -> dict[str, Any]:
    """The first of `lines` with the headcount, the others thin, and the moments from `first` to `last`."""
    highest = max([*(signed for line in lines for _, signed in points_of(line)), *_heads(lines), 1])
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


def _moment(moment: Moment, x: int, days: int, row: int) -> list[dict[str, Any]]:
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
