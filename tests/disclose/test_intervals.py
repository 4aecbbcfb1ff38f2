"""Bounds: exactly what follows, no more and no less."""

from itertools import product
from random import Random

from netral.disclose.intervals import OPEN, Matrix, chain, loose, narrowed, rises, settled


def between(matrix: Matrix, since: int, until: int) -> tuple[int, int]:
    return -matrix[until][since], matrix[since][until]


def test_counts_never_fall_so_later_ones_bound_earlier_ones_and_the_other_way_round():
    matrix = chain([(0, 60), (20, 20), (0, 60), (45, 45), (0, 60)])
    assert [between(matrix, 0, week) for week in range(1, 6)] == [(0, 20), (20, 20), (20, 45), (45, 45), (45, 60)]
    assert between(matrix, 2, 4) == (25, 25)
    assert between(matrix, 2, 3) == (0, 25)
    assert between(matrix, 1, 5) == (25, 60)


def test_claims_that_fall_do_not_fit_together():
    assert rises([(0, 5), (3, 3), (55, 60)])
    assert not rises([(20, 20), (19, 19)])
    assert between(loose([(20, 20), (19, 19)]), 1, 2) == (-1, -1)


def test_one_more_claim_bounds_the_weeks_around_it():
    before = chain([(10, 10), (0, 60), (0, 60), (50, 50)])
    after = narrowed(before, 2, (30, 30))
    assert after == chain([(10, 10), (30, 30), (0, 60), (50, 50)])
    assert before == chain([(10, 10), (0, 60), (0, 60), (50, 50)])
    assert narrowed(before, 2, (9, 9)) is None
    assert narrowed(before, 3, (51, 60)) is None


def test_one_unit_that_is_held_back_is_the_whole_less_the_others():
    found = settled([chain([(0, 40)]), chain([(57, 57)])], chain([(60, 60)]))
    assert found is not None
    assert between(found[0], 0, 1) == (3, 3)


def test_the_whole_is_the_sum_of_its_units():
    found = settled([chain([(12, 12)]), chain([(0, 5)])], chain([(0, OPEN)]))
    assert found is not None
    assert between(found[2], 0, 1) == (12, 17)


def test_a_whole_that_stands_still_tells_that_nobody_signed_in_any_unit():
    parts = [chain([(0, 40), (0, 40)]), chain([(0, 70), (0, 70)])]
    found = settled(parts, chain([(50, 50), (50, 50)]))
    assert found is not None
    assert between(found[0], 1, 2) == (0, 0)
    assert between(found[1], 0, 1) == (10, 50)


def test_growth_of_the_others_over_weeks_bounds_growth_of_one():
    parts = [chain([(0, 40), (0, 40), (0, 40)]), chain([(10, 10), (0, 70), (60, 60)])]
    found = settled(parts, chain([(20, 20), (0, 110), (73, 73)]))
    assert found is not None
    assert between(found[0], 1, 3) == (3, 3)
    assert between(found[0], 1, 2) == (0, 3)


def test_units_that_are_more_than_the_whole_contradict_it():
    assert settled([chain([(30, 30)]), chain([(31, 31)])], chain([(60, 60)])) is None


def test_what_is_not_changed_is_the_same_object():
    parts = [chain([(10, 10)]), chain([(0, 60)])]
    found = settled(parts, chain([(30, 30)]))
    assert found is not None
    assert found[0] is parts[0]
    assert found[1] is not parts[1]


def test_bounds_are_those_of_all_possible_worlds():
    """Every world of two units and three weeks is written down; the bounds are what these worlds span."""
    chance = Random(4)
    ways = [way for way in product(range(4), repeat=3) if list(way) == sorted(way)]
    tried = 0
    while tried < 60:
        world = chance.choice(ways), chance.choice(ways)
        claims = [
            [(n, n) if chance.random() < 0.4 else (max(0, n - chance.randint(0, 2)), most) for n in way]
            for way, most in zip((*world, [a + b for a, b in zip(*world, strict=True)]), (3, 3, 6), strict=True)
        ]
        worlds = [
            both
            for both in product(ways, repeat=2)
            if all(
                low <= n <= high
                for way, said in zip((*both, [a + b for a, b in zip(*both, strict=True)]), claims, strict=True)
                for n, (low, high) in zip(way, said, strict=True)
            )
        ]
        found = settled([chain(said) for said in claims[:2]], chain(claims[2]))
        assert found is not None
        for unit, (since, until) in product(range(2), [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]):
            grown = [(0, *both[unit])[until] - (0, *both[unit])[since] for both in worlds]
            assert between(found[unit], since, until) == (min(grown), max(grown)), (claims, unit, since, until)
        tried += 1
