"""Which rows count on a day, what is missing, what is late, and what may be put over what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.weekly import DAY, DEMO, ROUND, monday, row, stands, with_rows

from netral.model.base import Text
from netral.model.completion import Figures, Mark, Unit
from netral.model.dates import parse_partial
from netral.standing import Line, share, standings
from netral.ways import exact


def counts(line: Line) -> list[int | None]:
    return [exact(week.figures) for week in line.weeks]


def test_nothing_published_is_no_standing() -> None:
    assert standings(with_rows([]), DAY) == {}


def test_a_week_counts_from_its_sunday_on() -> None:
    rows = [row(0, 10), row(1, 20)]
    assert counts(stands(rows, monday(1) + dt.timedelta(days=5)).lead) == [10]
    assert counts(stands(rows, monday(1) + dt.timedelta(days=6)).lead) == [10, 20]
    assert standings(with_rows(rows), monday(0) + dt.timedelta(days=5)) == {}


def test_a_week_is_late_seven_days_after_its_sunday() -> None:
    sunday = monday(1) + dt.timedelta(days=6)
    assert stands([row(0, 10)], sunday + dt.timedelta(days=6)).lead.late == ()
    late = stands([row(0, 10)], sunday + dt.timedelta(days=7)).lead.late
    assert [week.monday for week in late] == [monday(1)]


def test_a_hole_is_missing_and_what_comes_after_the_newest_is_late() -> None:
    lead = stands([row(26, 10), row(28, 30)]).lead
    assert [week.monday for week in lead.missing] == [monday(27)]
    assert [week.monday for week in lead.late] == [monday(29)]
    assert counts(lead) == [10, None, 30, None]


def test_no_week_is_due_after_that_of_the_deadline() -> None:
    closing = dt.date(2026, 12, 18)
    last = closing - dt.timedelta(days=closing.weekday())
    lead = stands([row(28, 10)], dt.date(2027, 6, 1)).lead
    assert lead.weeks[-1].monday == last


def test_without_a_deadline_weeks_are_due_until_the_vote() -> None:
    dataset = with_rows([row(28, 10)])
    agency = next(a for a in dataset.agencies if a.id == DEMO)
    signing = agency.rounds[0].signing.model_copy(update={"deadline": None})
    round_ = agency.rounds[0].model_copy(update={"signing": signing, "elections": ("pemilu-2024",)})
    agencies = (agency.model_copy(update={"rounds": (round_,)}),)
    election = dataset.elections[0]
    vote = election.events[0].model_copy(update={"voting": True, "start": parse_partial("2026-11-10"), "end": None})
    elections = (election.model_copy(update={"id": "pemilu-2024", "events": (vote,)}),)
    changed = replace(dataset, agencies=agencies, elections=elections)
    assert standings(changed, dt.date(2027, 6, 1))[DEMO, ROUND].lead.weeks[-1].monday == dt.date(2026, 11, 9)


def test_the_newest_revision_counts_and_the_older_ones_are_kept() -> None:
    rows = [row(28, 30, revision=2, status="corrected", note="x"), row(28, 40), row(28, 20, revision=3)]
    (week,) = stands(rows, monday(28) + dt.timedelta(days=6)).lead.weeks
    assert exact(week.figures) == 20
    assert [(old.revision, exact(old)) for old in week.replaced] == [(2, 30), (1, 40)]


def test_all_ways_together_count_before_each_way() -> None:
    (week,) = stands([row(28, 50), row(28, 9, method="paper")], monday(29)).lead.weeks
    assert exact(week.figures) == 50


def test_ways_are_added_where_no_row_is_of_all_together() -> None:
    rows = [row(28, 9, method="paper"), row(28, 30, method="form"), row(28, 1, method="esign", status="final")]
    (week,) = stands(rows, monday(29)).lead.weeks
    assert week.figures is not None
    assert (week.figures.signed, week.figures.headcount, week.figures.status) == (40, 1000, "provisional")


def test_a_way_that_fell_silent_leaves_the_sum_unknown() -> None:
    rows = [row(27, 9, method="paper"), row(27, 30, method="form"), row(28, 41, method="form")]
    assert counts(stands(rows, monday(29)).lead) == [39, None]


@pytest.mark.parametrize(("part", "whole"), [(None, None), (Mark.WITHHELD, Mark.WITHHELD), (Mark.FEW, Mark.WITHHELD)])
def test_what_is_unknown_of_a_way_is_unknown_of_all(part: Mark | None, whole: Mark | None) -> None:
    (week,) = stands([row(28, 9, method="paper"), row(28, part, method="form")], monday(29)).lead.weeks
    assert week.figures is not None
    assert week.figures.signed is whole


def test_ways_with_two_headcounts_have_none_together() -> None:
    rows = [row(28, 9, method="paper"), row(28, 9, method="form", headcount=900), row(28, 9, method="esign")]
    (week,) = stands(rows, monday(29)).lead.weeks
    assert week.figures is not None
    assert (week.figures.headcount, week.figures.headcount_date) == (None, None)


def test_forms_among_people_make_the_sum_one_of_forms() -> None:
    rows = [row(28, 9, method="paper"), row(28, 9, method="form", counted="submissions")]
    (week,) = stands(rows, monday(29)).lead.weeks
    assert week.figures is not None
    assert week.figures.counted == "submissions"


def test_the_version_of_the_round_leads_and_the_older_one_stands_by_itself() -> None:
    found = stands([row(0, 500, pact_version="1"), row(1, 510, pact_version="1"), row(4, 20), row(5, 30)], monday(6))
    assert (found.lead.version, [line.version for line in found.older]) == ("2", ["1"])
    assert counts(found.older[0]) == [500, 510]
    # The weeks between the two versions are missing, and stand with the newer one.
    assert [week.monday for week in found.lead.missing] == [monday(2), monday(3)]


def test_before_the_new_version_has_figures_the_old_one_leads() -> None:
    found = stands([row(0, 500, pact_version="1")], monday(1))
    assert (found.lead.version, found.older) == ("1", ())


def units(*pairs: tuple[str, str | None]) -> tuple[Unit, ...]:
    return tuple(Unit(DEMO, name, Text.model_construct(id=name, en=name), into, {}) for name, into in pairs)


def test_units_show_their_newest_week_and_whom_they_hold() -> None:
    rows = [row(27, 90), row(28, 100), row(27, 40, unit="a"), row(28, Mark.FEW, unit="b"), row(1, 9, unit="c")]
    known = units(("a", None), ("b", None), ("d", None), ("kecil", "e"), ("e", "a"))
    found = stands(rows, units=known).units
    assert [(u.unit.id, u.newest and u.newest.monday, [h.id for h in u.holds]) for u in found] == [
        ("a", monday(27), ["kecil", "e"]),
        ("b", monday(28), []),
        ("d", None, []),
    ]


def test_units_merged_in_a_circle_do_not_hold_up_anything() -> None:
    assert stands([row(28, 100)], units=units(("a", "b"), ("b", "a"))).units == ()


def test_units_are_not_shown_where_the_agency_has_not_turned_them_on() -> None:
    dataset = with_rows([row(28, 100), row(28, 40, unit="a")], units=units(("a", None)))
    agencies = tuple(agency.model_copy(update={"units": False}) for agency in dataset.agencies)
    assert standings(replace(dataset, agencies=agencies), DAY)[DEMO, ROUND].units == ()


SHARES: list[tuple[Figures | None, tuple[int, int] | None]] = [
    (row(0, 760), (760, 1000)),
    (row(0, 0), (0, 1000)),
    (row(0, 1000), (1000, 1000)),
    (row(0, 100, headcount=100), (100, 100)),
    (row(0, 99, headcount=99), None),
    (row(0, 0, headcount=99), None),
    (row(0, 40, headcount=99), (40, 99)),
    (row(0, 1001), None),
    (row(0, 760, headcount=None), None),
    (row(0, 760, counted="submissions"), None),
    (row(0, Mark.NEARLY_ALL), None),
    (row(0, Mark.FEW), None),
    (row(0, Mark.WITHHELD), None),
    (row(0, None), None),
    (None, None),
]


@pytest.mark.parametrize(("figures", "over"), SHARES)
def test_a_share_needs_people_a_headcount_and_a_count_that_points_at_nobody(
    figures: Figures | None, over: tuple[int, int] | None
) -> None:
    assert share(figures, 100) == over
