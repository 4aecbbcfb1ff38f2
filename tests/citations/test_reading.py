"""The grammar: every way that law is cited here, and where a text stops being a citation."""

import pytest

from netral.citations.parts import Citation, Instrument, Part, Pinpoint, slug, worded
from netral.citations.reading import Fault, read_article, read_citation, read_item

FORMS = [
    ("UU 5/2014", ["UU 5/2014"]),
    ("UU Nomor 5 Tahun 2014 Pasal 9 ayat (2)", ["UU 5/2014 Pasal 9 ayat (2)"]),
    ("Undang-Undang Republik Indonesia Nomor 27 Tahun 2022", ["UU 27/2022"]),
    ("UU nomor 7 tahun 2017", ["UU 7/2017"]),
    ("UU No. 01 Tahun 2023", ["UU 1/2023"]),
    ("Pasal 2 huruf f UU 5/2014", ["UU 5/2014 Pasal 2 huruf f"]),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014", ["Perppu 1/2014"]),
    ("Peraturan Pemerintah Nomor 53 Tahun 2010 Pasal 7", ["PP 53/2010 Pasal 7"]),
    ("Peraturan Presiden Nomor 91 Tahun 2024", ["Perpres 91/2024"]),
    ("Perpres 91 dan 92/2024", ["Perpres 91/2024", "Perpres 92/2024"]),
    ("Perpres 91-92/2024", ["Perpres 91/2024", "Perpres 92/2024"]),
    ("UU 5/2014, 1/2015; PP 94/2021", ["UU 5/2014", "UU 1/2015", "PP 94/2021"]),
    ("PKPU 10/2023 Pasal 14-15", ["PKPU 10/2023 Pasal 14", "PKPU 10/2023 Pasal 15"]),
    ("Peraturan KPU Nomor 10 Tahun 2023", ["PKPU 10/2023"]),
    ("Peraturan Bawaslu Nomor 7 Tahun 2022", ["Perbawaslu 7/2022"]),
    ("PerBKN 6/2022 Pasal 50(1)", ["Peraturan BKN 6/2022 Pasal 50 ayat (1)"]),
    ("KepmenPANRB 16/2025", ["Keputusan MenPANRB 16/2025"]),
    ("SE MenPANRB 1/2023", ["SE MenPANRB 1/2023"]),
    ("SE 18/2023", ["SE 18/2023"]),
    ("Surat Edaran Gubernur Sumatera Barat Nomor 10 Tahun 2023", ["SE Gubernur Sumatera Barat 10/2023"]),
    ("Surat Edaran (SE) Nomor 800.1.6.1/5391/V/2024", ["SE 800.1.6.1/5391/V/2024"]),
    ("SE Sekda Banten 800/3109 - BKD/2023", ["SE Sekda Banten 800/3109-BKD/2023"]),
    ("Surat MenPANRB B/36/M.SM.00.00/2018", ["Surat MenPANRB B/36/M.SM.00.00/2018"]),
    ("SKB 2022 Lampiran II", ["SKB 2022 Lampiran II"]),
    ("SKB 22 September 2022", ["SKB 2022"]),
    ("lampiran I-III", ["Lampiran I", "Lampiran II", "Lampiran III"]),
    ("UU 1/2026 Lampiran I nomor 124", ["UU 1/2026 Lampiran I nomor 124"]),
    ("putusan MK 121/PUU-XXII/2024", ["Putusan MK 121/PUU-XXII/2024"]),
    ("KUHP Pasal 615 ayat (1) huruf b", ["KUHP Pasal 615 ayat (1) huruf b"]),
    ("UUD 1945", ["UUD 1945"]),
    (
        "PP 94/2021 Pasal 14 huruf i angka 3 jo. PP 53/2010 Pasal 7 ayat (3)",
        ["PP 94/2021 Pasal 14 huruf i angka 3", "PP 53/2010 Pasal 7 ayat (3)"],
    ),
    ("UU 1/2015 juncto UU 10/2016", ["UU 1/2015", "UU 10/2016"]),
    (
        "Pasal 26 ayat (2) huruf d dan Pasal 70 ayat (3) UU 20/2023",
        ["UU 20/2023 Pasal 26 ayat (2) huruf d", "UU 20/2023 Pasal 70 ayat (3)"],
    ),
    (
        "UU 20/2023 Pasal 52 ayat (3) huruf j jo. ayat (4)",
        ["UU 20/2023 Pasal 52 ayat (3) huruf j", "UU 20/2023 Pasal 52 ayat (4)"],
    ),
    ("Penjelasan Pasal 27 UU 27/2022", ["UU 27/2022 Penjelasan Pasal 27"]),
    ("Penjelasan PP 94/2021 Pasal 5 huruf n", ["PP 94/2021 Penjelasan Pasal 5 huruf n"]),
    ("Penjelasan PP 94/2021", ["PP 94/2021"]),
    ("Pasal 42 dan Penjelasan Pasal 42, 45", ["Pasal 42", "Penjelasan Pasal 42", "Penjelasan Pasal 45"]),
    ("Pasal 8 ayat (2) dan ayat (3)", ["Pasal 8 ayat (2)", "Pasal 8 ayat (3)"]),
    ("Pasal 15 ayat (1), (2), (3)", ["Pasal 15 ayat (1)", "Pasal 15 ayat (2)", "Pasal 15 ayat (3)"]),
    ("Pasal 105 ayat (2) huruf b, ayat (3) huruf c", ["Pasal 105 ayat (2) huruf b", "Pasal 105 ayat (3) huruf c"]),
    ("Pasal 5 huruf n angka 3, 4, dan 7", [f"Pasal 5 huruf n angka {n}" for n in (3, 4, 7)]),
    ("Pasal 5 huruf n angka 3 s.d. 5", [f"Pasal 5 huruf n angka {n}" for n in (3, 4, 5)]),
    ("Pasal 16-23", [f"Pasal {n}" for n in range(16, 24)]),
    ("Pasal 6 sampai dengan Pasal 11", [f"Pasal {n}" for n in range(6, 12)]),
    ("Pasal 280 ayat (1) huruf a-j", [f"Pasal 280 ayat (1) huruf {letter}" for letter in "abcdefghij"]),
    ("Pasal 71 ayat (2)-(5)", [f"Pasal 71 ayat ({n})" for n in range(2, 6)]),
    ("Pasal 193 sampai 193B", ["Pasal 193", "Pasal 193A", "Pasal 193B"]),
    ("Pasal I sampai Pasal IV", ["Pasal I", "Pasal II", "Pasal III", "Pasal IV"]),
    ("Pasal 29/51/64", ["Pasal 29", "Pasal 51", "Pasal 64"]),
    ("Pasal 7(2)t", ["Pasal 7 ayat (2) huruf t"]),
    ("Pasal 2 and 9(2)", ["Pasal 2", "Pasal 9 ayat (2)"]),
]


@pytest.mark.parametrize(("text", "wanted"), FORMS, ids=[text for text, _ in FORMS])
def test_a_citation_is_taken_apart(text: str, wanted: list[str]) -> None:
    found = read_citation(text)
    assert not isinstance(found, Fault), text[found.column :]
    assert [str(each) for each in found] == wanted


def test_what_is_read_is_typed_and_frozen() -> None:
    (found,) = read_item("PP 94/2021 Penjelasan Pasal 14 huruf i angka 3")  # type: ignore[misc]
    place = Pinpoint((Part("pasal", "14"), Part("huruf", "i"), Part("angka", "3")), explained=True)
    assert found == Citation(Instrument("pp", "94", 2021), place)
    assert slug(place) == "penjelasan-pasal-14-huruf-i-angka-3"
    with pytest.raises(AttributeError):
        found.instrument = None  # type: ignore[misc]


@pytest.mark.parametrize("text", [wanted for _, forms in FORMS for wanted in forms if "-" not in wanted])
def test_the_usual_wording_says_the_same_again(text: str) -> None:
    found = read_citation(text)
    assert not isinstance(found, Fault)
    assert worded(found) == text


FAULTS = [
    ("praktik baik", 0, "start"),
    ("", 0, "start"),
    ("PP 94/2O21", 3, "number"),
    ("PP 94", 5, "number"),
    ("PP 5-2020", 5, "number"),
    ("PP Nomor 94", 11, "number"),
    ("UU ITE", 3, "number"),
    ("SE MenPANRB", 11, "number"),
    ("SKB", 3, "number"),
    ("Pasal", 5, "article"),
    ("PP 94/2021 Pasal x", 17, "article"),
    ("Pasal 5 sampai x", 15, "article"),
    ("Pasal 14 huruf", 14, "huruf"),
    ("Pasal 14 huruf 3", 15, "huruf"),
    ("Pasal 5 ayat 3", 13, "ayat"),
    ("Pasal 5 ayat", 12, "ayat"),
    ("Pasal 5 ayat (2), 3", 18, "ayat"),
    ("Pasal 5 angka n", 14, "angka"),
    ("Lampiran 2", 9, "lampiran"),
    ("Pasal 20-16", 9, "order"),
    ("Pasal 20 sampai Pasal 2000", 22, "order"),
    ("Pasal 7 huruf f-a", 16, "order"),
    ("Pasal 20A-21", 10, "order"),
    ("Pasal 5 huruf n ayat (2)", 16, "end"),
    ("Pasal 5 tentang data", 8, "end"),
    ("PP 94/2021 PP 53/2010", 11, "end"),
    ("PP 94/2021,", 10, "end"),
]


@pytest.mark.parametrize(("text", "column", "expected"), FAULTS, ids=[text or "nothing" for text, _, _ in FAULTS])
def test_a_fault_tells_where_and_what_should_stand_there(text: str, column: int, expected: str) -> None:
    assert read_citation(text) == Fault(column, expected)  # type: ignore[arg-type]


def test_an_item_names_one_instrument() -> None:
    assert isinstance(read_item("UU 5/2014; PP 94/2021"), Fault)
    assert not isinstance(read_item("UU 20/2023 Pasal 56 dan Pasal 59 ayat (3)"), Fault)


def test_an_article_is_one_place_or_the_name_of_a_section() -> None:
    assert str(read_article("Pasal II ayat (1)")) == "Pasal II ayat (1)"
    assert str(read_article("Lampiran II")) == "Lampiran II"
    assert read_article("Amar") == "Amar"
    assert read_article("Pasal 5-6") == Fault(0, "article")
    assert read_article("Pasal 5 ayat 2") == Fault(13, "ayat")
    assert isinstance(read_article("UU 5/2014"), Fault)
    assert isinstance(read_article("amar putusan"), Fault)
