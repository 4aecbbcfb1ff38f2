"""What counts as found, and when it is enough."""

from __future__ import annotations

import pytest

from netral.bench.questions import Question
from netral.bench.score import Asked, share
from netral.model.place import Place

QUESTION = Question("id", "foto bareng calon", ("foto-bersama", "satpol-pp"), Place("rekaan.csv", 2, 4))


@pytest.mark.parametrize(
    ("found", "hit"),
    [
        (("foto-bersama",), True),
        (("a", "b", "satpol-pp"), True),
        (("a", "b", "c", "foto-bersama"), False),
        (("foto",), False),
        ((), False),
    ],
)
def test_any_right_act_among_the_first_three_counts(found: tuple[str, ...], *, hit: bool) -> None:
    assert Asked(QUESTION, found, ()).finder_hits is hit
    assert Asked(QUESTION, (), tuple(f"boleh-tidak/{act}/" for act in found)).search_hits is hit


def test_a_page_that_only_speaks_of_it_does_not_count() -> None:
    assert not Asked(QUESTION, (), ("lapor/", "foto-bersama", "boleh-tidak/foto-bersama/lagi/")).search_hits


@pytest.mark.parametrize(("hits", "of", "percent", "enough"), [(4, 5, 80, True), (79, 99, 79, False), (0, 1, 0, False)])
def test_what_is_below_the_least_never_reads_as_if_it_reached_it(
    hits: int, of: int, percent: int, *, enough: bool
) -> None:
    found = share([True] * hits + [False] * (of - hits))
    assert (found.percent, found.enough) == (percent, enough)
