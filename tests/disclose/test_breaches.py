"""What published rows prove: each kind of breach is seen, with its exact interval, and what is safe is left alone."""

from dataclasses import replace

import pytest
from tests.conftest import ROOT
from tests.disclose.made_up import figures

from netral.disclose import REST, Breach, Limits, breaches, limits_of
from netral.load import load
from netral.model.completion import Figures, Mark
from netral.model.dataset import Dataset

LIMITS = Limits(group=100, cell=5, alone=10)
FEW, NEARLY_ALL, WITHHELD = Mark.FEW, Mark.NEARLY_ALL, Mark.WITHHELD


def told(*rows: Figures) -> list[tuple[str, int, str, tuple[str, ...], int, int | None]]:
    """Breaches as unit and revision of the row to blame, kind, group, interval."""
    return [(b.row.unit, b.row.revision, b.kind, b.units, b.low, b.high) for b in breaches(rows, LIMITS)]


def series(unit: str, headcount: int, *signed: int | Mark | None) -> list[Figures]:
    return [figures(week, unit, headcount, said) for week, said in enumerate(signed)]


def test_the_limits_come_from_the_data():
    assert limits_of(load(ROOT / "data").dataset) == LIMITS
    assert limits_of(Dataset()) == LIMITS


@pytest.mark.parametrize("signed", [0, 1, 4])
def test_few_signers_of_a_small_group(signed):
    assert told(figures(0, "all", 60, signed)) == [("all", 1, "signers", ("all",), signed, signed)]


@pytest.mark.parametrize("unsigned", [0, 1, 4])
def test_few_who_have_not_signed(unsigned):
    assert told(figures(0, "all", 60, 60 - unsigned)) == [("all", 1, "unsigned", ("all",), unsigned, unsigned)]


@pytest.mark.parametrize("signed", [5, 30, 55, FEW, NEARLY_ALL, WITHHELD, None])
def test_what_a_small_group_may_tell(signed):
    assert told(figures(0, "all", 60, signed)) == []


def test_ninety_nine_percent_of_sixty_people():
    """59 of 60, week after week: one person has not signed, and everybody in the unit knows who."""
    found = told(*series("all", 60, 59, 59))
    assert ("all", 1, "unsigned", ("all",), 1, 1) in found
    assert ("all", 1, "increment", ("all",), 0, 0) in found


def test_from_47_to_48_of_49():
    rows = series("all", 49, 47, 48)
    assert [(b.row.week, b.kind, b.low, b.high) for b in breaches(rows, LIMITS)] == [
        (rows[0].week, "unsigned", 2, 2),
        (rows[1].week, "unsigned", 1, 1),
        (rows[1].week, "increment", 1, 1),
    ]


def test_all_of_a_hundred_may_be_told_and_all_of_99_not():
    assert told(*series("all", 100, 0, 3, 100)) == []
    assert told(figures(0, "all", 99, 99)) == [("all", 1, "unsigned", ("all",), 0, 0)]


def test_growth_of_a_small_group():
    assert told(*series("all", 80, 30, 33)) == [("all", 1, "increment", ("all",), 3, 3)]
    assert told(*series("all", 80, 30, 30)) == [("all", 1, "increment", ("all",), 0, 0)]
    assert told(*series("all", 80, 30, 35)) == []
    assert told(*series("all", 80, FEW, 8)) == [("all", 1, "increment", ("all",), 3, 8)]
    assert told(*series("all", 80, FEW, 10)) == []
    assert told(*series("all", 80, 73, NEARLY_ALL)) == [("all", 1, "increment", ("all",), 2, 7)]


def test_growth_over_weeks_that_were_held_back_is_growth_too():
    rows = series("all", 80, 30, WITHHELD, 33)
    assert [(b.row.week, b.kind, b.low, b.high) for b in breaches(rows, LIMITS)] == [(rows[2].week, "increment", 3, 3)]
    assert told(*series("all", 80, 30, WITHHELD, 36)) == []


def test_a_unit_that_is_held_back_beside_a_whole():
    rows = [figures(0, "all", 200, 100), figures(0, "a", 150, 97), figures(0, "b", 50, WITHHELD)]
    assert told(*rows) == [("a", 1, "sum", ("b",), 3, 3)]
    # With a second one held back, nothing is known of either.
    rows = [*rows[:1], figures(0, "a", 100, 50), figures(0, "b", 50, WITHHELD), figures(0, "c", 50, WITHHELD)]
    assert told(*rows) == []


def test_units_held_back_together_are_a_group():
    rows = [
        figures(0, "all", 200, 103),
        figures(0, "a", 150, 100),
        figures(0, "b", 25, WITHHELD),
        figures(0, "c", 25, WITHHELD),
    ]
    assert told(*rows) == [
        ("a", 1, "sum", ("b",), 0, 3),
        ("a", 1, "sum", ("c",), 0, 3),
        ("a", 1, "sum", ("b", "c"), 3, 3),
    ]


def test_people_in_no_unit_are_a_group():
    rows = [figures(0, "all", 200, 103), figures(0, "a", 180, 100)]
    assert told(*rows) == [("a", 1, "sum", (REST,), 3, 3)]
    # A unit that had a row last week has not vanished.
    rows = [figures(0, "all", 200, 90), figures(0, "a", 150, 60), figures(0, "b", 50, 30)]
    rows += [figures(1, "all", 200, 103), figures(1, "a", 150, 70)]
    assert ("a", 1, "sum", ("b",), 3, 3) in told(*rows)


def test_a_whole_that_stands_still_tells_of_every_unit():
    rows = [figures(0, "all", 300, 150), figures(0, "a", 80, WITHHELD), figures(0, "b", 220, WITHHELD)]
    rows += [replace(row, week=figures(1, "a", 1, 1).week) for row in rows]
    assert told(*rows) == [("all", 1, "sum", ("a",), 0, 0)]


def test_a_whole_at_a_hundred_percent_tells_of_every_unit():
    rows = [figures(0, "all", 300, 300), figures(0, "a", 80, WITHHELD), figures(0, "b", 220, WITHHELD)]
    assert told(*rows) == [("all", 1, "sum", ("a",), 0, 0)]
    assert told(replace(rows[0], signed=NEARLY_ALL), *rows[1:]) == []


def test_a_group_below_ten_has_no_row():
    assert told(figures(0, "a", 9, WITHHELD)) == [("a", 1, "alone", ("a",), 0, 9)]
    assert told(figures(0, "a", 10, WITHHELD)) == []


def test_ways_of_signing_are_told_of_large_groups_only():
    rows = [figures(0, "all", 80, 30, method="form"), figures(0, "all", 80, 40)]
    assert told(*rows) == [("all", 1, "method", ("all",), 40, 40)]
    assert told(replace(rows[0], signed=WITHHELD), rows[1]) == []
    assert told(*(replace(row, headcount=800) for row in rows)) == []


def test_ways_of_signing_add_up_where_no_sum_is_told():
    rows = [figures(0, "all", 200, 60, method="form"), figures(0, "all", 200, 40, method="paper")]
    rows += [figures(0, "a", 150, 97), figures(0, "b", 50, WITHHELD)]
    assert ("a", 1, "sum", ("b",), 3, 3) in told(*rows)


def test_without_a_headcount_a_group_is_small_unless_a_hundred_have_signed():
    assert told(figures(0, "all", None, 3)) == [("all", 1, "signers", ("all",), 3, 3)]
    assert told(figures(0, "all", None, 80)) == []
    assert told(figures(0, "all", None, 99), figures(1, "all", None, 101)) == []
    assert told(figures(0, "all", None, 90), figures(1, "all", None, 92)) == [("all", 1, "increment", ("all",), 2, 2)]


def test_a_headcount_that_is_left_out_is_the_one_before():
    assert told(figures(0, "all", 60, 30), figures(1, "all", None, 58)) == [("all", 1, "unsigned", ("all",), 2, 2)]


def test_each_week_has_its_own_headcount():
    assert told(figures(0, "all", 60, 30), figures(1, "all", 64, 58)) == []
    assert told(figures(0, "all", 60, 54), figures(1, "all", 57, WITHHELD)) == [
        ("all", 1, "unsigned", ("all",), 0, 3),
        ("all", 1, "increment", ("all",), 0, 3),
    ]
    # Growth counts as that of a small group if the group was small at either end.
    assert told(figures(0, "all", 98, 50), figures(1, "all", 104, 52)) == [("all", 1, "increment", ("all",), 2, 2)]


def test_a_correction_by_a_few():
    assert told(figures(0, "all", 80, 30), figures(0, "all", 80, 32, revision=2)) == [
        ("all", 2, "increment", ("all",), 2, 2)
    ]
    assert told(figures(0, "all", 80, 30), figures(0, "all", 80, 30, revision=2)) == []
    assert told(figures(0, "all", 80, 30), figures(0, "all", 80, 25, revision=2)) == []
    assert told(figures(0, "all", 80, 30), figures(0, "all", 80, WITHHELD, revision=2)) == []
    assert told(figures(0, "all", 180, 30), figures(0, "all", 180, 32, revision=2)) == []


def test_what_was_corrected_was_public_all_the_same():
    """A correction does not take back what the row before it told."""
    assert told(figures(0, "all", 60, 59), figures(0, "all", 60, 40, revision=2)) == [
        ("all", 1, "unsigned", ("all",), 1, 1)
    ]


def test_a_row_that_was_changed_without_a_revision_was_public_both_times():
    assert ("all", 1, "unsigned", ("all",), 1, 1) in told(figures(0, "all", 60, 59), figures(0, "all", 60, WITHHELD))


def test_rounds_and_pact_versions_are_apart():
    assert told(figures(0, "all", 80, 30), figures(1, "all", 80, 33, version="2")) == []
    assert told(figures(0, "all", 80, 30), figures(1, "all", 80, 33, round_="s")) == []


def test_counts_that_contradict_one_another_bring_nothing_down():
    assert told(*series("all", 80, 40, 30)) == []
    assert told(*series("all", 80, 40, 3)) == [("all", 1, "signers", ("all",), 3, 3)]
    assert told(figures(0, "all", 80, 97)) == [("all", 1, "unsigned", ("all",), 0, 0)]
    # Units that are more than the whole prove nothing by sums, and by themselves what they always do.
    rows = [figures(0, "all", 200, 50), figures(0, "a", 150, 60), figures(0, "b", 50, 2)]
    assert told(*rows) == [("b", 1, "signers", ("b",), 2, 2)]


def test_a_breach_is_told_once():
    found = list(breaches(series("all", 80, *range(30, 42)), LIMITS))
    assert len(found) == len({(breach.row.key, breach.kind) for breach in found}) == 11
    assert all(isinstance(breach, Breach) for breach in found)


def test_nothing_published_proves_nothing():
    assert list(breaches([], LIMITS)) == []


def test_other_limits_make_other_breaches():
    assert list(breaches([figures(0, "all", 60, 7)], Limits(group=100, cell=8, alone=10)))
    assert not list(breaches([figures(0, "all", 60, 1)], Limits(group=50, cell=5, alone=10)))
