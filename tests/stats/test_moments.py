"""Times as providers write them come to their day in Jakarta, seven hours before Greenwich."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from netral.stats.moments import day_reader, example_of, is_format

JAKARTA, UTC, JAYAPURA = ZoneInfo("Asia/Jakarta"), ZoneInfo("UTC"), ZoneInfo("Asia/Jayapura")
GOOGLE = "%Y/%m/%d %I:%M:%S %p GMT%z"


@pytest.mark.parametrize(
    ("text", "form", "zone", "day"),
    [
        ("2025/10/24 6:46:43 PM GMT+7", GOOGLE, JAKARTA, "2025-10-24"),
        ("2025/10/24 11:46:43 PM GMT+5:30", GOOGLE, JAKARTA, "2025-10-25"),
        ("2025/10/24 12:30:00 AM GMT+9", GOOGLE, JAKARTA, "2025-10-23"),
        ("2025/10/24 12:30:00 pm GMT+0730", GOOGLE, JAKARTA, "2025-10-24"),
        ("2025/10/24 5:30:00 PM GMTZ", GOOGLE, JAKARTA, "2025-10-25"),
        ("2025/10/24 12:30:00 AM GMT-3", GOOGLE, JAKARTA, "2025-10-24"),
        ("16/09/2024 9:41:05", "%d/%m/%Y %H:%M:%S", JAKARTA, "2024-09-16"),
        ("16/09/2024 9.41.05", "%d/%m/%Y %H.%M.%S", JAKARTA, "2024-09-16"),
        ("16/09/2024 01:41:05", "%d/%m/%Y %H:%M:%S", JAYAPURA, "2024-09-15"),
        ("9/9/26 18:01", "%m/%d/%y %H:%M", JAKARTA, "2026-09-09"),
        ("2024-09-22", "%Y-%m-%d", JAKARTA, "2024-09-22"),
        ("2024-09-22T16:59:59.999Z", "iso", UTC, "2024-09-22"),
        ("2024-09-22T17:00:00.000Z", "iso", UTC, "2024-09-23"),
        ("2024-09-22T17:00:00", "iso", UTC, "2024-09-23"),
        ("2024-09-22 17:00:00", "iso", JAKARTA, "2024-09-22"),
        ("2024-09-23T00:10:00+08:00", "iso", UTC, "2024-09-22"),
    ],
)
def test_a_time_comes_to_its_day_in_jakarta(text, form, zone, day):
    read = day_reader([form], zone)
    assert read(f" {text} ") == dt.date.fromisoformat(day)
    assert read(text) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("9/16/2024 9:41:05", "%d/%m/%Y %H:%M:%S"),
        ("31/02/2024 9:41:05", "%d/%m/%Y %H:%M:%S"),
        ("16/09/2024 24:00:00", "%d/%m/%Y %H:%M:%S"),
        ("16/09/2024 9:60:00", "%d/%m/%Y %H:%M:%S"),
        ("16/09/2024", "%d/%m/%Y %H:%M:%S"),
        ("16-09-2024 9:41:05", "%d/%m/%Y %H:%M:%S"),
        ("2025/10/24 13:46:43 PM GMT+7", GOOGLE),
        ("2025/10/24 6:46:43 PM GMT+99", GOOGLE),
        ("0001-01-01T00:00:00+14:00", "iso"),
        ("besok", "iso"),
        ("", "iso"),
        (45551.4, "iso"),
        (None, "iso"),
    ],
)
def test_another_way_of_writing_is_not_guessed_at(value, form):
    assert day_reader([form], JAKARTA)(value) is None


def test_a_workbook_has_moments():
    moment = dt.datetime(2024, 9, 22, 18, 0)  # noqa: DTZ001 (a workbook knows no zone)
    assert day_reader(["iso"], JAKARTA)(moment) == dt.date(2024, 9, 22)
    assert day_reader(["iso"], UTC)(moment) == dt.date(2024, 9, 23)


@pytest.mark.parametrize("form", ["iso", GOOGLE, "%d/%m/%y"])
def test_an_example_is_read_by_its_own_format(form):
    assert is_format(form)
    assert day_reader([form], JAKARTA)(example_of(form)) == dt.date(2024, 9, 16)


@pytest.mark.parametrize("form", ["", "%d/%m", "%d/%m/%Y %y", "%d/%d/%m/%Y", "%A %d/%m/%Y", "%d/%m/%Y %", "d/m/Y"])
def test_a_format_names_a_whole_day(form):
    assert not is_format(form)


@pytest.mark.parametrize(
    ("form", "zone", "early", "late"),
    [
        ("%d/%m/%Y %H:%M", JAYAPURA, "16/09/2024 01:00", "16/09/2024 23:00"),
        (GOOGLE, JAKARTA, "2024/09/16 1:00:00 AM GMT+9", "2024/09/16 11:00:00 PM GMT+9"),
    ],
)
def test_one_date_may_be_two_days_in_jakarta(form, zone, early, late):
    read = day_reader([form], zone)
    assert [read(early), read(late), read(early)] == [dt.date(2024, 9, day) for day in (15, 16, 15)]
