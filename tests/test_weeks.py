"""Weeks: which row counts, which are missing, which is due."""

import datetime as dt

import pytest

from netral.model.completion import Figures
from netral.weeks import current, due, missing, monday_of, series


def row(week, revision=1, unit="all", signed=10):
    return Figures(
        "rekaan",
        "r",
        dt.date.fromisoformat(week),
        unit,
        "1",
        "any",
        revision,
        500,
        None,
        signed,
        "persons",
        "final",
        "x",
        "",
    )


@pytest.mark.parametrize(("day", "monday"), [("2026-05-04", "2026-05-04"), ("2026-05-10", "2026-05-04")])
def test_a_week_is_named_by_its_monday(day, monday):
    assert monday_of(dt.date.fromisoformat(day)) == dt.date.fromisoformat(monday)


def test_of_revisions_the_newest_counts_and_weeks_are_in_order():
    rows = [row("2026-05-11"), row("2026-05-04", 2, signed=8), row("2026-05-04", 1)]
    assert [(found.week.day, found.revision) for found in current(rows)] == [(4, 2), (11, 1)]


def test_series_are_apart_by_unit():
    rows = [row("2026-05-11"), row("2026-05-04", unit="dinas"), row("2026-05-04")]
    assert {key: [found.week.day for found in line] for key, line in series(rows).items()} == {
        ("r", "all", "1", "any"): [4, 11],
        ("r", "dinas", "1", "any"): [4],
    }


@pytest.mark.parametrize(
    ("day", "last", "week"),
    [
        ("2026-05-16", None, "2026-04-27"),  # Saturday: the week that ended on the 10th has one more day
        ("2026-05-17", None, "2026-05-04"),  # seven days after the Sunday of the 10th
        ("2026-05-30", "2026-05-06", "2026-05-04"),  # nothing is due after the week of the deadline
    ],
)
def test_a_week_is_due_seven_days_after_its_sunday(day, last, week):
    found = due(dt.date.fromisoformat(day), dt.date.fromisoformat(last) if last else None)
    assert found == dt.date.fromisoformat(week)


def test_missing_weeks_are_those_between_and_after():
    known = [dt.date(2026, 5, 4), dt.date(2026, 5, 18)]
    assert missing(known, dt.date(2026, 6, 1)) == [dt.date(2026, 5, 11), dt.date(2026, 5, 25), dt.date(2026, 6, 1)]
    assert missing(known, dt.date(2026, 5, 4)) == [dt.date(2026, 5, 11)]
    assert missing([], dt.date(2026, 6, 1)) == []
