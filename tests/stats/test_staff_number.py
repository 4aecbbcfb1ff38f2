"""Staff numbers as people and Excel write them. All are impossible: their serial is 000."""

import pytest
from tests.stats.people import PEOPLE, written

from netral.stats.staff_number import Fault, read_number

PNS, PPPK = "199001012015041000", "199009132025242000"


@pytest.mark.parametrize("number", [PNS, PPPK, *(who.number for who in PEOPLE)])
@pytest.mark.parametrize("sign", ["", " ", ".", "-", "\u00a0"])
def test_numbers_are_read_however_they_are_grouped(number, sign):
    assert read_number(written(number, sign), trial=True) == int(number)
    assert read_number(f" '{written(number, sign)} ", trial=True) == int(number)
    assert read_number(f"\u2019{number}", trial=True) == int(number)


@pytest.mark.parametrize(
    "text",
    [
        "12345",
        PNS + "0",
        PNS[:-1],
        "19900101201504100A",
        "199013012015041000",  # a thirteenth month of birth
        "199002302015041000",  # 30 February
        "199001012015131000",  # neither a month nor a count of PPPK
        "199001012015201000",
        "199001012015001000",
        "199001012015043000",  # sex 3
        "١٩٩٠٠١٠١٢٠١٥٠٤١٠٠٠",
        "saya lupa",
        "1E",
    ],
)
def test_what_is_no_number_is_unreadable(text):
    assert read_number(text, trial=True) is Fault.UNREADABLE


@pytest.mark.parametrize("value", ["1.99001012015041E+17", "1,99E+17", " '1.99e17", "2E+17", 1.99001012015041e17, 1e3])
def test_what_excel_made_of_a_number_is_destroyed(value):
    assert read_number(value, trial=True) is Fault.DESTROYED


def test_a_number_whose_last_digits_excel_took_is_destroyed_but_for_invented_people():
    assert read_number(PNS) is Fault.DESTROYED
    assert read_number(PPPK) is Fault.DESTROYED
    assert read_number(int(PNS), trial=True) is Fault.DESTROYED


def test_a_workbook_may_hold_a_whole_number_that_excel_did_not_make():
    number = int(PNS) + 7
    assert read_number(number) == number
    assert read_number(12345) is Fault.UNREADABLE


@pytest.mark.parametrize("value", ["", "  ", "'", " - ", None])
def test_nothing_is_blank(value):
    assert read_number(value) is Fault.BLANK
