"""Weekly figures in words: the newest one of a round, the table of its weeks, and its units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from markupsafe import Markup

from netral.catalogue import Labels
from netral.disclose import Limits, limits_of
from netral.exports.chart import Draw
from netral.model.completion import Figures
from netral.pages.count import Shown, number_or_nothing, shown, words_of_count
from netral.pages.page import Edition
from netral.pages.trend import Chart, chart_of, spark_of
from netral.pages.wording import date_words, number_words
from netral.standing import Line, Standing, UnitStanding
from netral.ways import Week, exact

__all__ = ["Panel", "Row", "Summary", "UnitRow", "panel_of", "summary_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A week of a table. `figure` is None where nothing was published."""

    sunday: dt.date
    figure: Shown | None
    signed: str
    headcount: str
    late: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of a table, with the units that it holds."""

    name: str
    holds: str
    figure: Shown | None
    #: The week of its figure, where that is not the week of the whole.
    sunday: dt.date | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The newest figure of a round and what must be said with it."""

    standing: Standing
    newest: Shown
    sunday: dt.date
    #: When the headcount was taken, whether forms were counted, and the like; whole sentences.
    about: tuple[str, ...]
    #: What is late or missing; "" where nothing is.
    delay: str
    held: bool
    spark: Markup | None


@dataclass(frozen=True, slots=True)
class Panel:
    """All that an agency's page shows of a round's figures."""

    summary: Summary
    chart: Chart | None
    legend: str
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    units: tuple[UnitRow, ...]
    #: The office that answers for the newest figures, in the agency's own words.
    confirmed: str
    #: What the agency noted beside a week, in its own words; the newest first.
    notes: tuple[tuple[dt.date, str], ...]
    #: Does a mark stand anywhere in the place of a number?
    held: bool


def summary_of(edition: Edition, standing: Standing, draw: Draw | None) -> Summary:
    """The newest figure of a round; with `draw` also its small trend."""
    say, limits, lead = edition.say, limits_of(edition.dataset), standing.lead
    figures = lead.newest.figures
    assert figures is not None
    newest = shown(say, figures, limits)
    missing = say("figures.missing", count=len(lead.missing)) if lead.missing else ""
    return Summary(
        standing,
        newest,
        lead.newest.sunday,
        tuple(_about(say, standing, figures)),
        " ".join(each for each in (_late(say, lead), missing) if each),
        newest.held,
        spark_of(edition, standing, draw) if draw else None,
    )


def _about(say: Labels, standing: Standing, figures: Figures) -> list[str]:
    told = []
    if figures.headcount is None:
        told.append(say("figures.no_headcount"))
    elif figures.headcount_date is None:
        told.append(say("figures.headcount_undated", headcount=number_or_nothing(figures.headcount, say)))
    else:
        date = date_words(figures.headcount_date, say)
        told.append(say("figures.headcount_at", headcount=number_or_nothing(figures.headcount, say), date=date))
    if figures.counted == "submissions":
        told.append(say("figures.submissions_note"))
    if standing.older or figures.pact_version != standing.round.pact_version:
        told.append(say("figures.version", version=figures.pact_version) + ".")
    *before, last = standing.lead.versions
    if before:
        told.append(say("figures.reworded", first=", ".join(before), last=last))
    return told


def _late(say: Labels, lead: Line) -> str:
    late = lead.late
    if not late:
        return ""
    date = date_words(late[-1].sunday, say)
    return say("figures.late", date=date) if len(late) == 1 else say("figures.late_more", count=len(late), date=date)


def panel_of(edition: Edition, standing: Standing, draw: Draw) -> Panel:
    """What the page of the agency shows of one round."""
    say, limits = edition.say, limits_of(edition.dataset)
    summary = summary_of(edition, standing, None)
    tables = [(say("figures.table"), _rows(say, standing.lead, limits))]
    tables += [(say("figures.table_older", version=line.version), _rows(say, line, limits)) for line in standing.older]
    heads = any(week.figures is not None and week.figures.headcount for week in standing.lead.weeks)
    legend = say("figures.chart.legend") if heads else say("figures.chart.legend_bare")
    units = tuple(_unit(edition, standing, unit, limits) for unit in standing.units)
    newest = standing.lead.newest.figures
    return Panel(
        summary,
        chart_of(edition, standing, draw),
        legend,
        tuple(tables),
        units,
        newest.confirmed_by if newest else "",
        tuple(
            (week.sunday, week.figures.note)
            for line in (standing.lead, *standing.older)
            for week in reversed(line.weeks)
            if week.figures is not None and week.figures.note
        ),
        any(row.figure is not None and row.figure.held for _, rows in tables for row in rows)
        or any(row.figure is not None and row.figure.held for row in units),
    )


def _rows(say: Labels, line: Line, limits: Limits) -> tuple[Row, ...]:
    late = set(line.late)
    rows = []
    version = line.versions[0] if line.versions else ""
    for week in line.weeks:
        row = _row(say, week, limits, late=week in late)
        if week.figures is not None and week.figures.pact_version != version:
            version = week.figures.pact_version
            row = replace(row, notes=(*row.notes, say("figures.row_reworded", version=version)))
        rows.append(row)
    return tuple(reversed(rows))


def _row(say: Labels, week: Week, limits: Limits, *, late: bool) -> Row:
    figures = week.figures
    if figures is None:
        return Row(week.sunday, None, "", "", late, ())
    notes = []
    before = [_was(say, row, limits) for row in reversed(week.replaced)]
    if before:
        told = before[0]
        for each in before[1:]:
            told = say("figures.before_join", first=told, next=each)
        corrected = figures.status == "corrected"
        notes.append(say("figures.row_corrected", before=told) if corrected else say("figures.row_was", before=told))
    if figures.status == "final":
        notes.append(say("figures.row_final"))
    count = exact(figures) if figures.counted == "persons" else None
    one = words_of_count(say, figures, limits.cell) if count is None else number_words(count, say)
    return Row(
        week.sunday, shown(say, figures, limits), one, number_or_nothing(figures.headcount, say), late, tuple(notes)
    )


def _was(say: Labels, row: Figures, limits: Limits) -> str:
    count = exact(row)
    words = words_of_count(say, row, limits.cell) if count is None else number_words(count, say)
    return words if row.method == "any" else say(f"figures.way.{row.method}", signed=words)


def _unit(edition: Edition, standing: Standing, found: UnitStanding, limits: Limits) -> UnitRow:
    say = edition.say
    names = ", ".join(getattr(unit.name, edition.lang) for unit in found.holds)
    newest = found.newest
    figure = shown(say, newest.figures, limits) if newest and newest.figures else None
    other = newest.sunday if newest and newest.monday != standing.lead.newest.monday else None
    name = getattr(found.unit.name, edition.lang)
    return UnitRow(name, say("figures.holds", names=names) if names else "", figure, other)
