"""What may be published of fresh counts: as much as can be, and never more."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from tests.disclose.made_up import figures, invented

from netral.disclose import Limits, breaches, publishable
from netral.model.completion import Figures, Mark, Signed

LIMITS = Limits(group=100, cell=5, alone=10)
FEW, NEARLY_ALL, WITHHELD = Mark.FEW, Mark.NEARLY_ALL, Mark.WITHHELD


def week_by_week(batches: Sequence[Sequence[Figures]]) -> list[Figures]:
    """All that is published when each week is handed in by itself."""
    published: list[Figures] = []
    for batch in batches:
        published += publishable(published, batch, LIMITS)
        assert list(breaches(published, LIMITS)) == []
    return published


def shown(rows: Sequence[Figures]) -> list[Signed]:
    return [row.signed for row in rows]


def alone(headcount: int, *signed: int) -> list[Signed]:
    return shown(week_by_week([[figures(week, "all", headcount, count)] for week, count in enumerate(signed)]))


@pytest.mark.parametrize(
    ("headcount", "signed", "told"),
    [
        (60, 0, FEW),
        (60, 5, FEW),
        (60, 6, 6),
        (60, 54, 54),
        (60, 55, NEARLY_ALL),
        (60, 59, NEARLY_ALL),
        (60, 60, NEARLY_ALL),
        (99, 99, NEARLY_ALL),
        (100, 100, 100),
        (100, 0, 0),
        (5000, 4999, 4999),
        (10, 3, FEW),
        (10, 7, NEARLY_ALL),
        (11, 6, NEARLY_ALL),
        (12, 6, 6),
        (None, 3, FEW),
        (None, 80, 80),
        (None, 180, 180),
    ],
)
def test_one_row(headcount, signed, told):
    assert shown(publishable([], [figures(0, "all", headcount, signed)], LIMITS)) == [told]


def test_unknown_counts_stay_unknown():
    assert shown(publishable([], [figures(0, "all", 60, None)], LIMITS)) == [None]


def test_ninety_nine_percent_of_sixty_people_week_after_week():
    assert alone(60, 20, 59, 59, 59, 60) == [20, NEARLY_ALL, NEARLY_ALL, NEARLY_ALL, NEARLY_ALL]


def test_growth_by_a_few_is_held_back_until_it_is_enough():
    assert alone(80, 20, 23, 25, 26, 26, 40) == [20, WITHHELD, WITHHELD, 26, WITHHELD, 40]


def test_a_band_that_would_tell_of_growth_is_held_back():
    """54 of 60, then 57: nearly all would say that one to six signed."""
    assert alone(60, 54, 57) == [54, WITHHELD]
    assert alone(60, 2, 8, 9, 10) == [FEW, WITHHELD, WITHHELD, 10]


def test_large_agencies_are_told_in_full():
    counts = (0, 1, 1, 7, 8, 99, 100, 4999, 5000)
    assert alone(5000, *counts) == list(counts)


def test_groups_below_ten_are_left_out():
    rows = [figures(0, "all", 300, 150), figures(0, "a", 9, 4), figures(0, "b", 291, 146)]
    assert [(row.unit, row.signed) for row in publishable([], rows, LIMITS)] == [("all", 150), ("b", WITHHELD)]
    assert publishable([], [figures(0, "all", 9, 9)], LIMITS) == ()


def test_merged_units_are_told():
    """The same agency once its small unit has been merged into the other."""
    rows = [figures(0, "all", 300, 150), figures(0, "b", 300, 150)]
    assert shown(publishable([], rows, LIMITS)) == [150, 150]


def test_beside_a_held_back_unit_the_smallest_other_one_is_held_back():
    rows = [
        figures(0, "all", 360, 190),
        figures(0, "a", 150, 90),
        figures(0, "b", 90, 42),
        figures(0, "c", 70, 55),
        figures(0, "d", 50, 3),
    ]
    told = publishable([], rows, LIMITS)
    assert {row.unit: row.signed for row in told} == {"all": 190, "a": 90, "b": 42, "c": WITHHELD, "d": FEW}


def test_a_whole_that_stands_still_gives_way():
    """Nobody signed: the whole would tell it of every unit, so it is the one that is held back."""
    first = [figures(0, "all", 300, 150), figures(0, "a", 220, 110), figures(0, "b", 80, 40)]
    told = week_by_week([first, [replace(row, week=figures(1, "a", 1, 1).week) for row in first]])
    assert shown(told) == [150, 110, 40, WITHHELD, 110, WITHHELD]


def test_a_whole_at_a_hundred_percent_is_told_as_a_band_where_units_are_shown():
    rows = [figures(0, "all", 300, 300), figures(0, "a", 220, 220), figures(0, "b", 80, 80)]
    assert shown(publishable([], rows, LIMITS)) == [NEARLY_ALL, 220, NEARLY_ALL]


def test_ways_of_signing_are_told_of_large_groups_only():
    rows = [figures(0, "all", 800, 300, method="form"), figures(0, "all", 800, 400)]
    assert shown(publishable([], rows, LIMITS)) == [300, 400]
    rows = [figures(0, "all", 80, 30, method="form"), figures(0, "all", 80, 40)]
    assert shown(publishable([], rows, LIMITS)) == [WITHHELD, 40]
    assert shown(publishable([], rows[:1], LIMITS)) == [WITHHELD]


def test_ways_of_signing_do_not_tell_what_their_sum_may_not():
    first = [figures(0, "all", 300, 150), figures(0, "all", 300, 150, method="form")]
    units = [figures(0, "a", 220, 110), figures(0, "b", 80, 40)]
    again = [replace(row, week=figures(1, "a", 1, 1).week) for row in (*first, *units)]
    told = week_by_week([[*first, *units], again])
    assert shown(told[-4:-2]) == [WITHHELD, WITHHELD]


def test_a_correction_by_a_few_is_held_back():
    published = [figures(0, "all", 80, 30)]
    assert shown(publishable(published, [figures(0, "all", 80, 32, revision=2)], LIMITS)) == [WITHHELD]
    assert shown(publishable(published, [figures(0, "all", 80, 40, revision=2)], LIMITS)) == [40]
    assert shown(publishable(published, [figures(0, "all", 80, 30, revision=2)], LIMITS)) == [30]


def test_a_correction_between_two_weeks_fits_both():
    published = [figures(0, "all", 80, 20), figures(1, "all", 80, 30), figures(2, "all", 80, 40)]
    assert shown(publishable(published, [figures(1, "all", 80, 37, revision=2)], LIMITS)) == [WITHHELD]


def test_a_row_that_tells_too_much_by_its_headcount_is_left_out():
    """54 of 60 had signed; of 57 people, at most three have not."""
    published = [figures(0, "all", 60, 54)]
    assert publishable(published, [figures(1, "all", 57, 54)], LIMITS) == ()
    rows = [figures(1, "all", 57, 54), figures(2, "all", 66, 60)]
    assert [(row.week, row.signed) for row in publishable(published, rows, LIMITS)] == [(rows[1].week, 60)]


def test_what_is_published_is_not_told_again_and_not_changed():
    published = (figures(0, "all", 80, 30),)
    assert publishable(published, [], LIMITS) == ()
    before = list(published)
    publishable(published, [figures(1, "all", 80, 31)], LIMITS)
    assert list(published) == before


def test_what_was_published_against_the_rule_does_not_stop_the_next_week():
    published = [figures(0, "all", 80, 30), figures(1, "all", 80, 31)]
    fresh = [figures(2, "all", 80, 45)]
    told = publishable(published, fresh, LIMITS)
    assert shown(told) == [45]
    assert list(breaches([*published, *told], LIMITS)) == list(breaches(published, LIMITS))


def test_rounds_and_pact_versions_are_apart():
    rows = [figures(0, "all", 80, 30), figures(0, "all", 80, 31, version="2"), figures(0, "all", 80, 32, round_="s")]
    assert shown(publishable([], rows, LIMITS)) == [30, 31, 32]


def test_rows_come_back_in_their_order_with_nothing_changed_but_the_count():
    chance = Random(7)
    rows = list(invented(104).batches[5])
    chance.shuffle(rows)
    told = publishable([], rows, LIMITS)
    by_key = {row.key: row for row in rows}
    assert [row.key for row in told] == [row.key for row in rows if row.key in {row.key for row in told}]
    assert all(replace(row, signed=by_key[row.key].signed) == by_key[row.key] for row in told)
    assert all(row.signed == by_key[row.key].signed for row in told if isinstance(row.signed, int))


def test_marks_are_true():
    for seed in range(100, 110):
        rows = invented(seed).rows
        true = {row.key: row for row in rows}
        for row in week_by_week(invented(seed).batches):
            signed, headcount = true[row.key].signed, true[row.key].headcount
            assert isinstance(signed, int)
            assert isinstance(headcount, int)
            assert row.signed != FEW or signed <= 5
            assert row.signed != NEARLY_ALL or headcount - signed <= 5


def test_many_weeks_at_once_are_as_safe_as_week_by_week():
    for seed in range(100, 106):
        rows = invented(seed).rows
        assert list(breaches(publishable([], rows, LIMITS), LIMITS)) == []


def test_the_order_in_which_rows_are_handed_in_changes_nothing():
    for seed in (101, 104, 108, 115):
        rows = list(invented(seed).batches[6])
        told = {row.key: row.signed for row in publishable([], rows, LIMITS)}
        assert {row.key: row.signed for row in publishable([], rows[::-1], LIMITS)} == told
