"""The attacker on invented agencies: with disclosure control it proves nothing, without it or with half of it, it does.

`make test` tries two hundred agencies. `make test-full` tries 10,000 of 12 weeks each, in five minutes on two
cores.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest
from tests.disclose.attacker import Finding, moments, proven
from tests.disclose.made_up import Agency, figures, invented

from netral.disclose import Limits, breaches, publishable
from netral.model.completion import WHOLE, Figures, Mark

LIMITS = Limits(group=100, cell=5, alone=10)
#: Agencies of one test of the long run, and how many such tests there are.
EACH, TESTS = 500, 20

Batches = list[tuple[Figures, ...]]
Control = Callable[[Sequence[Figures], Sequence[Figures]], tuple[Figures, ...]]


def controlled(published: Sequence[Figures], batch: Sequence[Figures]) -> tuple[Figures, ...]:
    return publishable(published, batch, LIMITS)


def uncontrolled(published: Sequence[Figures], batch: Sequence[Figures]) -> tuple[Figures, ...]:
    return tuple(batch)


def row_by_row(published: Sequence[Figures], batch: Sequence[Figures]) -> tuple[Figures, ...]:
    """Half a control: each row by itself, no thought of other weeks and units."""
    return tuple(row for one in batch for row in publishable([], [one], LIMITS))


def unit_by_unit(published: Sequence[Figures], batch: Sequence[Figures]) -> tuple[Figures, ...]:
    """Half a control: each series by itself, no thought of sums."""
    return tuple(
        row for one in batch for row in publishable([old for old in published if old.unit == one.unit], [one], LIMITS)
    )


def issued(agency: Agency, control: Control) -> Batches:
    """What is published, week after week."""
    batches: Batches = []
    for batch in agency.batches:
        batches.append(control([row for old in batches for row in old], batch))
    return batches


def attack(batches: Sequence[Sequence[Figures]]) -> list[Finding]:
    return [finding for moment in moments(batches) if moment for finding in proven(moment)]


def vulnerable(agency: Agency) -> bool:
    return any(row.headcount is not None and row.headcount < LIMITS.group for row in agency.rows)


def tally(agency: Agency, batches: Batches) -> Counter[tuple[str, str, bool]]:
    """How many rows are told exactly: by kind of row and size of group; small groups only where counts leave room."""
    has_units = any(row.unit != WHOLE for row in agency.rows)
    told = {row.key: row for batch in batches for row in batch}
    least: dict[str, int] = {}
    for row in agency.rows:
        least[row.unit] = min(row.headcount or 0, least.get(row.unit, row.headcount or 0))
    found: Counter[tuple[str, str, bool]] = Counter()
    for row in agency.rows:
        assert isinstance(row.signed, int)
        assert isinstance(row.headcount, int)
        kind = "unit" if row.unit != WHOLE else "whole of units" if has_units else "agency"
        size = "large" if least[row.unit] >= LIMITS.group else "middle" if least[row.unit] >= 30 else "small"
        if size == "large" or LIMITS.cell < row.signed < row.headcount - LIMITS.cell:
            found[kind, size, row.key in told and isinstance(told[row.key].signed, int)] += 1
    return found


def shares(counts: Counter[tuple[str, str, bool]]) -> dict[tuple[str, str], float]:
    return {
        (kind, size): counts[kind, size, True] / (counts[kind, size, True] + counts[kind, size, False])
        for kind, size in sorted({(kind, size) for kind, size, _ in counts})
    }


def trial(seeds: Iterable[int]) -> dict[tuple[str, str], float]:
    """Attack these agencies with control and without. Returns the share of rows told exactly, with it."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    open_to_attack = proven_without = 0
    for seed in seeds:
        agency = invented(seed)
        batches = issued(agency, controlled)
        assert attack(batches) == [], seed
        assert list(breaches([row for batch in batches for row in batch], LIMITS)) == [], seed
        counts += tally(agency, batches)
        if vulnerable(agency):
            open_to_attack += 1
            proven_without += bool(attack(issued(agency, uncontrolled)))
    # Without control nearly every agency with a small group gives something away.
    assert proven_without > 0.95 * open_to_attack > 0
    return shares(counts)


def assert_useful(told: dict[tuple[str, str], float]) -> None:
    """Not safe by silence: so much of what may be told is told."""
    assert told["agency", "large"] == 1
    assert told["agency", "middle"] > 0.25
    assert told["unit", "large"] > 0.75
    assert told["unit", "middle"] > 0.2
    assert told["whole of units", "large"] > 0.5


@pytest.mark.parametrize("part", range(2))
def test_the_attacker_proves_nothing_and_the_public_is_told_what_can_be(part):
    assert_useful(trial(range(part * 100, (part + 1) * 100)))


@pytest.mark.parametrize("seed", [2922, 3302])
def test_a_correction_that_would_untie_what_contradicted_itself_is_left_out(seed):
    """Found by the long run: wrong numbers prove nothing, until one of them is mended."""
    agency = invented(seed)
    batches = issued(agency, controlled)
    assert attack(batches) == []
    assert list(breaches([row for batch in batches for row in batch], LIMITS)) == []
    told = {row.key for batch in batches for row in batch}
    assert any(row.revision > 1 and row.key not in told for row in agency.rows)


@pytest.mark.full
@pytest.mark.parametrize("part", range(TESTS))
def test_ten_thousand_agencies(part):
    assert_useful(trial(range(1000 + part * EACH, 1000 + (part + 1) * EACH)))


@pytest.mark.parametrize("control", [row_by_row, unit_by_unit])
def test_half_a_control_is_found_out(control):
    found = [seed for seed in range(40) if attack(issued(invented(seed), control))]
    assert len(found) > (10 if control is row_by_row else 3)


def test_a_published_series_of_99_percent_of_sixty_people():
    agency = Agency([[figures(week, WHOLE, 60, signed)] for week, signed in enumerate((20, 40, 54, 59, 59, 59))])
    assert {(finding.what, finding.low, finding.high) for finding in attack(issued(agency, uncontrolled))} >= {
        ("not signed", 1, 1),
        ("grew", 0, 0),
    }
    batches = issued(agency, controlled)
    assert attack(batches) == []
    assert [row.signed for batch in batches for row in batch] == [20, 40, 54, *[Mark.WITHHELD] * 3]
    agency = Agency([[figures(week, WHOLE, 60, signed)] for week, signed in enumerate((20, 40, 59, 59))])
    assert [row.signed for batch in issued(agency, controlled) for row in batch] == [20, 40, *[Mark.NEARLY_ALL] * 2]
    assert attack(issued(agency, controlled)) == []


@pytest.mark.parametrize(
    ("mended", "finding"),
    [
        ("c", ("b", "signed", 3, 3)),
        ("b", ("c", "signed", 4, 4)),
    ],
)
def test_the_attacker_takes_a_unit_held_back_from_the_whole(mended, finding):
    rows = [figures(0, WHOLE, 200, 97), figures(0, "a", 120, 90), figures(0, "b", 40, 3), figures(0, "c", 40, 4)]
    held = [replace(row, signed=Mark.WITHHELD) if row.unit in {"b", "c"} else row for row in rows]
    told = [full if full.unit == mended else row for row, full in zip(held, rows, strict=True)]
    found = {(*sorted(each.who), each.what, each.low, each.high) for each in proven(told)}
    assert finding in found


def test_the_attacker_sees_what_was_published_before_a_correction():
    batches = [[figures(0, WHOLE, 60, 59)], [figures(0, WHOLE, 60, 40, revision=2)]]
    assert [finding.low for finding in attack(batches)] == [1]


def test_the_code_and_the_attacker_prove_the_same():
    """On rows held back by chance, both find the same groups, weeks and bounds."""
    for seed in range(20):
        rows = list(moments(invented(seed).batches))[-1]
        told = [
            row if hash((seed, index)) % 3 else replace(row, signed=Mark.WITHHELD) for index, row in enumerate(rows)
        ]
        blamed = {(b.units, b.low, b.high) for b in breaches(told, LIMITS) if b.kind not in {"alone", "sum"}}
        found = {(tuple(f.who), f.low, f.high) for f in proven(told)}
        assert blamed <= found, seed
        assert bool(found) == any(b.kind != "alone" for b in breaches(told, LIMITS)), seed
