"""Citations lead to the regulation and the provision they mean, and to none other."""

from functools import cache
from pathlib import Path

import pytest

from netral.citations.naming import Register, instrument_of, one_instrument, place_of, register_of
from netral.citations.parts import Instrument, slug
from netral.load import load
from netral.model.dataset import Dataset
from netral.model.regulation import Regulation

DATA = Path(__file__).parents[2] / "data"


@cache
def data() -> Dataset:
    return load(DATA).dataset


def register() -> Register:
    return data().register


def named(text: str) -> Instrument:
    found = one_instrument(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize("law", data().regulations, ids=lambda law: law.id)
def test_every_regulation_is_found_by_its_own_citation(law: Regulation) -> None:
    name = named(law.citation)
    assert register().find(name) is law
    wanted = instrument_of(law)
    assert (name.kind, name.number, name.year) == (wanted.kind, wanted.number, wanted.year)


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Surat Edaran Sekretaris Daerah Nomor 800/3109 – BKD/2023", "se-sekda-banten-2023"),  # noqa: RUF001 (as printed)
        ("Surat Edaran (SE) Nomor 800.1.6.1/5391/V/2024", "se-walikota-tangerang-2024"),
        ("Surat Edaran Gubernur Sumatera Barat Nomor 10 Tahun 2023", "se-gub-sumbar-10-2023"),
        ("SE 18/2023", "se-menpanrb-18-2023"),
        ("Undang-Undang Nomor 5 Tahun 2014", "uu-5-2014"),
        ("MK 121/PUU-XXII/2024", "mk-121-2024"),
        ("PerBKN 7/2022", "perbkn-7-2022"),
        ("SKB 22 September 2022", "skb-2022"),
    ],
)
def test_other_ways_of_citing_lead_to_the_same_regulation(text: str, law: str) -> None:
    found = register().find(named(text))
    assert found is not None
    assert found.id == law


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("PP 94/2020", ["PP 94/2021"]),
        ("UU 20/2024", ["UU 20/2023", "UU 20/2025"]),
        ("SKB 2021", ["SKB 2022", "SKB 2020"]),
        ("Putusan MK 121/PUU-XXI/2023", ["Putusan MK 121/PUU-XXII/2024"]),
        ("SE MenPANRB 18/2022", ["SE MenPANRB 18/2023"]),
        ("SE Gubernur Banten 18/2023", []),
        ("PP 9999/2021", []),
        ("Perppu 94/2021", []),
    ],
)
def test_a_regulation_that_is_not_there_is_told_with_the_year_that_is(text: str, near: list[str]) -> None:
    assert register().find(named(text)) is None
    assert sorted(register().in_other_years(named(text))) == sorted(near)


def test_two_instruments_of_one_number_need_their_issuer() -> None:
    one = data().ids["regulations"]["se-menpanrb-18-2023"]
    assert isinstance(one, Regulation)
    other = one.model_copy(update={"id": "se-lain", "citation": "SE Mendagri 18/2023"})
    both = register_of([one, other])
    assert both.find(named("SE 18/2023")) is None
    assert both.find(named("SE Mendagri 18/2023")) is other


def test_every_provision_is_found_by_its_article_and_nothing_else_is() -> None:
    tried = 0
    for law in data().regulations:
        for part in law.provisions:
            place = place_of(part.article)
            if place is None:
                continue
            tried += 1
            assert register().listed(law, place) is part
            assert slug(place) == part.id
    assert tried >= 280


def test_a_place_below_a_listed_one_leads_to_that() -> None:
    law = data().ids["regulations"]["pp-42-2004"]
    assert isinstance(law, Regulation)
    below, absent = place_of("Pasal 15 ayat (3) huruf a"), place_of("Pasal 99 ayat (1)")
    assert below is not None
    assert absent is not None
    found = register().listed(law, below)
    assert found is not None
    assert found.id == "pasal-15-ayat-3"
    assert register().listed(law, absent) is None
