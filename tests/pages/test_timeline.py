"""Bars lie where their days are, are never too thin to be seen, and never leave the line."""

from __future__ import annotations

import datetime as dt

import pytest

from netral.pages.timeline import THINNEST, Place, line_of

D = dt.date


def test_a_line_reaches_from_the_first_day_to_the_last() -> None:
    line = line_of([(D(2024, 3, 1), D(2024, 3, 10)), (D(2024, 2, 20), D(2024, 2, 21))], D(2024, 3, 1))
    assert (line.first, line.last, line.has_now) == (D(2024, 2, 20), D(2024, 3, 10), True)
    assert line.now == 50.0


@pytest.mark.parametrize("today", [D(2024, 1, 1), D(2024, 6, 1)])
def test_a_day_off_the_line_is_not_drawn(today: dt.date) -> None:
    line = line_of([(D(2024, 2, 1), D(2024, 3, 1))], today)
    assert line.now is None
    assert not line.has_now


def test_places_are_parts_of_the_whole() -> None:
    line = line_of([(D(2024, 1, 1), D(2024, 4, 9))], D(2025, 1, 1))  # 100 days
    assert line.place(D(2024, 1, 1), D(2024, 4, 9)) == Place(0.0, 100.0, None)
    assert line.place(D(2024, 1, 11), D(2024, 1, 20)) == Place(10.0, 10.0, None)


def test_a_day_at_the_very_end_is_seen_and_stays_on_the_line() -> None:
    line = line_of([(D(2020, 1, 1), D(2029, 12, 31))], D(2025, 1, 1))
    place = line.place(D(2029, 12, 31), D(2029, 12, 31))
    assert place.width == THINNEST
    assert place.left + place.width <= 100
