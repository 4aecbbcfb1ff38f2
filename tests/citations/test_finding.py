"""Citations in the middle of texts: all of them found, nothing else taken for one, broken ones told."""

import pytest

from netral.citations.finding import Broken, Mention, mentions


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in mentions(text) if isinstance(each, Mention)]


def broken(text: str) -> list[tuple[int, str]]:
    return [(each.column, each.expected) for each in mentions(text) if isinstance(each, Broken)]


FOUND = [
    ("Menurut PP 94/2021 Pasal 42, hukuman itu ditangguhkan.", ["PP 94/2021 Pasal 42"]),
    ("Berlaku sejak UU 20/2023. Pasal 66 memberi waktu.", ["UU 20/2023", "Pasal 66"]),
    ("See Pasal 5 huruf n, and the elucidation of Pasal 27.", ["Pasal 5 huruf n", "elucidation of Pasal 27"]),
    ("Pasal 490, 12 bulan penjara; Pasal 29 huruf g, a rule.", ["Pasal 490", "Pasal 29 huruf g"]),
    ("UU 7/2017 dan UU 1/2015 jo. UU 10/2016", ["UU 7/2017", "UU 1/2015", "UU 10/2016"]),
    ("sebagaimana Pasal 7 ayat (3) Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin",
     ["Pasal 7 ayat (3) Peraturan Pemerintah Nomor 53 Tahun 2010"]),
    ("Nomor surat: SE Pj Wali Kota Tangerang 800.1.6.1/5391/V/2024.",
     ["SE Pj Wali Kota Tangerang 800.1.6.1/5391/V/2024"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[text for text, _ in FOUND])
def test_citations_are_found_from_end_to_end(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
    assert broken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "PP ini belum terbit; UU Pemilu dan SKB lima menteri.",
        "SE tidak mengatur 5 hal, Surat dari PPK juga.",
        "Keputusan Bersama itu; Surat Keputusan 5 menteri.",
        "Pasal yang sama; pasal itu mengatur ayat berikut.",
        "Pasal 14 huruf yang sama, Pasal 14 ayat berikutnya.",
        "PPPK 94/2021 orang; APP 5/2014",
        "aturan/uu-5-2014/pasal-9-ayat-2 dan /pp-94-2021",
    ],
)
def test_words_that_are_no_citation_are_left_alone(text: str) -> None:
    assert broken(text) == []
    assert [each for each in found(text) if not each.startswith("Pasal 14")] == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Lihat PP 94/2O21.", [(9, "number")]),
        ("Lihat PP 94 Pasal 5.", [(12, "number")]),
        ("Lihat Pasal 14 huruf, ya.", [(20, "huruf")]),
        ("Lihat Pasal 5 ayat 3 dan Pasal 6 angka.", [(19, "ayat"), (38, "angka")]),
        ("Lihat Pasal 1O.", [(12, "article")]),
        ("Lihat Pasal 20-16.", [(15, "order")]),
        ("UU 5/2014 itu, lalu UU Nomor 5 itu", [(31, "number")]),
    ],
)
def test_a_citation_that_breaks_off_is_told(text: str, faults: list[tuple[int, str]]) -> None:
    assert broken(text) == faults
