"""Personal data: what is taken for a staff number, an identity number or an address, and what is not.

No number here can be anybody's: month 13, day 32, serial 000, born on 99-99-99.
"""

import pytest

from netral.check.personal import check_personal
from netral.load.files import SourceText
from netral.model.place import Place
from netral.personal import may_be_personal
from netral.problems import Problem


def told(text):
    found = [(p.code, p.place.line, p.place.column, p.place.width) for p in check_personal(SourceText("a.yaml", text))]
    assert not found or may_be_personal(text)
    return found


STAFF = {
    "PNS": "198013322006131000",
    "PNS with spaces": "19801332 200613 1 000",
    "PNS with dots": "19801332.200613.1.000",
    "PNS with hyphens": "19801332-200613-1-000",
    "PPPK": "198013322022213000",
    "PPPK with spaces": "19801332 2022 21 3 000",
}
IDENTITY = {
    "NIK": "0000009999990000",
    "NIK in fours": "0000 0099 9999 0000",
    "NIK by its parts": "00.00.00.999999.0000",
}


@pytest.mark.parametrize("number", STAFF.values(), ids=STAFF)
def test_a_staff_number_is_told(number):
    assert told(f"note: 'NIP {number}, Kepala'") == [("X001", 1, 12, len(number))]
    assert told(f"a\nb: NIP{number}") == [("X001", 2, 7, len(number))]


@pytest.mark.parametrize("number", IDENTITY.values(), ids=IDENTITY)
def test_an_identity_number_is_told(number):
    assert told(f"note: 'NIK: {number}.'") == [("X002", 1, 13, len(number))]
    assert told(f"nik{number}") == [("X002", 1, 4, len(number))]


@pytest.mark.parametrize("around", ["1 {}", "{} 5", "12, {}", "({})", '"{}"', "nik_{}", "no.{};"])
def test_a_number_beside_it_hides_no_identity_number(around):
    assert [code for code, *_ in told(around.format(IDENTITY["NIK"]))] == ["X002"]


def test_two_numbers_of_one_line_are_two_problems():
    line = f"{STAFF['PNS']}, {IDENTITY['NIK']}"
    assert told(line) == [("X001", 1, 1, 18), ("X002", 1, 21, 16)]


def test_a_staff_number_is_not_an_identity_number_too():
    assert told("1980 1332 2006 1310 00") == [("X001", 1, 1, 22)]


NOT_PERSONAL = {
    "15 digits": "123456789012345",
    "17 digits": "12345678901234567",
    "19 digits": "1234567890123456789",
    "inside a digest": "abcdefabcdefabcdefabcdef123456789012345678abcdefabcdefabcdefabcd",
    "at the end of a digest": "abcdef123456789012345678",
    "at the start of a digest": "1234567890123456abcdef",
    "inside a word": "berita123456789012345678",
    "a span of dates": "2024-09-22 sampai 2024-11-23",
    "dates of a list": "[2024-09-22, 2024-11-23]",
    "an amount": "Rp 12.000.000,00",
    "a telephone number": "021-1234-5678, 0812-3456-7890",
    "numbers far apart": "12345678  90123456",
}


@pytest.mark.parametrize("text", NOT_PERSONAL.values(), ids=NOT_PERSONAL)
def test_these_are_not_personal(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("note: seseorang@rekaan.example", 7),
        ("    en: 'write to a.b+c@sub.rekaan.example.'", 19),
        ("contacts: kantor@rekaan.example", 11),
        ("# contact: kantor@rekaan.example", 12),
        ("url: https://rekaan.example/?to=x@rekaan.example", None),
    ],
)
def test_an_address_outside_contact_is_told(line, column):
    found = told(line)
    assert [code for code, *_ in found] == ["X003"]
    assert column is None or found[0][2] == column


@pytest.mark.parametrize(
    "line",
    [
        "contact: kantor@rekaan.example",
        "  contact: 'Bagian Kepegawaian, kantor@rekaan.example'",
        "- contact: kantor@rekaan.example",
        "note: '@pemkot di media sosial'",
        "note: satu@dua",
        "publisher: 'github.com/rekaan/data @ c87e616'",
    ],
)
def test_an_address_of_an_office_and_mere_at_signs_are_fine(line):
    assert told(line) == []


@pytest.mark.parametrize("text", ["", "Pakta integritas 2024", "2024-09-22", "1" * 15, "1" * 12 + "a" + "1" * 12])
def test_the_quick_look_rules_out_what_nearly_every_text_is(text):
    assert not may_be_personal(text)


def test_contact_is_no_place_for_a_staff_number():
    assert told(f"contact: {STAFF['PNS']}") == [("X001", 1, 10, 18)]


def test_the_number_is_not_repeated():
    assert list(check_personal(SourceText("a.yaml", STAFF["PNS"]))) == [Problem("X001", Place("a.yaml", 1, 1))]
