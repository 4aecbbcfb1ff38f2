"""Dates as sources give them: to the day, the month or the year."""

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from netral.model.dates import PartialDate, parse_day, parse_partial

DAY = dt.date


@pytest.mark.parametrize(
    ("value", "first", "last", "exact"),
    [
        ("2024-09-22", DAY(2024, 9, 22), DAY(2024, 9, 22), True),
        ("2024-02-29", DAY(2024, 2, 29), DAY(2024, 2, 29), True),
        ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29), False),
        ("2023-02", DAY(2023, 2, 1), DAY(2023, 2, 28), False),
        ("2100-02", DAY(2100, 2, 1), DAY(2100, 2, 28), False),
        ("2024-12", DAY(2024, 12, 1), DAY(2024, 12, 31), False),
        ("2024", DAY(2024, 1, 1), DAY(2024, 12, 31), False),
        (2024, DAY(2024, 1, 1), DAY(2024, 12, 31), False),
        ("0001", DAY(1, 1, 1), DAY(1, 12, 31), False),
        ("9999-12", DAY(9999, 12, 1), DAY(9999, 12, 31), False),
        ("2024-07-19/2024-09-30", DAY(2024, 7, 19), DAY(2024, 9, 30), False),
        ("2024-07/2024-09", DAY(2024, 7, 1), DAY(2024, 9, 30), False),
        ("2023/2024-02", DAY(2023, 1, 1), DAY(2024, 2, 29), False),
    ],
)
def test_a_date_is_bounded_by_what_is_known(value, first, last, exact):
    date = parse_partial(value)
    assert date == PartialDate(str(value), first, last)
    assert date.exact is exact
    assert str(date) == str(value)


def test_a_date_already_read_stays_itself():
    date = parse_partial("2024-09")
    assert parse_partial(date) is date
    assert parse_day(DAY(2024, 9, 22)) == DAY(2024, 9, 22)


@pytest.mark.parametrize(
    "value",
    [
        "2021-13-01",
        "2023-02-30",
        "2023-02-29",
        "2100-02-29",
        "2024-04-31",
        "2024-13",
        "2024-00",
        "2024-00-10",
        "2024-05-00",
        "2024-00-00",
        "0000",
        "0000-01-01",
    ],
)
def test_no_calendar_has_these(value):
    with pytest.raises(PydanticCustomError) as error:
        parse_partial(value)
    assert error.value.type == "date_impossible"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "22/9/2024",
        "22-09-2024",
        "2024-9-2",
        "2024-09-22 ",
        "2024-09-22\n",
        "2024-09-22T10:00",
        "2024/09/22",
        "20240922",
        "24-09-22",
        "24",
        "September 2024",
        "-2024",
        "٢٠٢٤",
        "\uff12\uff10\uff12\uff14-\uff10\uff19",
        99,
        20240922,
        -2024,
        True,
        None,
        2024.0,
        ("2024",),
        {"2024": 1},
    ],
    ids=repr,
)
def test_these_are_not_dates(value):
    with pytest.raises(PydanticCustomError) as error:
        parse_partial(value)
    assert error.value.type == "date_form"


@pytest.mark.parametrize("value", ["2024-09", "2024", 2024])
def test_a_day_must_be_whole(value):
    with pytest.raises(PydanticCustomError) as error:
        parse_day(value)
    assert error.value.type == "date_form"


def test_an_impossible_day_is_told_as_such():
    with pytest.raises(PydanticCustomError) as error:
        parse_day("2023-02-30")
    assert error.value.type == "date_impossible"
    assert parse_day("2023-02-28") == DAY(2023, 2, 28)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("2024-09-30/2024-07-19", "date_order"),
        ("2024-09-30/2024-09-30", "date_form"),
        ("2024/2023", "date_order"),
        ("2024-07-19/", "date_form"),
        ("/2024-07-19", "date_form"),
        ("2024-07-19/2024-08-01/2024-09-01", "date_form"),
        ("2024-07-19 / 2024-09-30", "date_form"),
        ("2024-07-19/30", "date_form"),
        ("2024-02-30/2024-09-30", "date_impossible"),
        ("2024-02-28/2024-13", "date_impossible"),
    ],
)
def test_a_range_that_is_none_is_refused(value, error):
    with pytest.raises(PydanticCustomError) as told:
        parse_partial(value)
    assert told.value.type == error


def test_a_range_is_no_full_day():
    with pytest.raises(PydanticCustomError) as told:
        parse_day("2024-07-19/2024-09-30")
    assert told.value.type == "date_form"
