"""Each regulation as search engines read it: what its record says, nothing unsure, the same in both languages."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from lxml import html
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS

from netral.build import editions
from netral.load import load
from netral.model.dataset import Dataset
from netral.model.regulation import OfficialPage, Regulation
from netral.pages import Edition
from netral.pages.laws import law_page
from netral.problems import Lang

URL = "https://netral.example/"
SCHEMA = "https://schema.org/"


@cache
def real() -> Dataset:
    return load(ROOT / "data").dataset


def edition(dataset: Dataset, lang: Lang, day: str = TODAY) -> Edition:
    return editions(dataset, dt.date.fromisoformat(day), URL, {})[lang]


def told(law: Regulation, lang: Lang, day: str = TODAY, dataset: Dataset | None = None) -> dict[str, Any] | None:
    """What is read back from the page of `law`."""
    page = law_page(edition(dataset or real(), lang, day), law, {})
    tree = html.fromstring("<div>" + page.text.split("\n---\n", 1)[1] + "</div>")
    scripts = tree.xpath(".//script[@type='application/ld+json']")
    assert len(scripts) <= 1
    assert not any(set("<>&") & set(script.text) for script in scripts)
    found: dict[str, Any] | None = json.loads(scripts[0].text) if scripts else None
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_regulation_is_described_by_its_record(lang: Lang) -> None:
    laws = {law.citation: law for law in real().regulations}
    described = {law.id: told(law, lang) for law in laws.values()}
    assert sum(each is not None for each in described.values()) > 40
    for law in laws.values():
        found = described[law.id]
        if law.confidence == "low":
            assert found is None
            continue
        assert found is not None
        assert (found["@context"], found["@type"]) == (SCHEMA, "Legislation")
        assert found["url"] == f"{URL}{'en/' if lang == 'en' else ''}aturan/{law.id}/"
        assert found["legislationIdentifier"] == law.citation
        assert found["name"] == getattr(law.title, lang)
        assert found["legislationType"].strip()
        sure_date = law.issued is not None and law.issued_note is None
        assert found.get("legislationDate") == (law.issued.text if law.issued and sure_date else None)
        for key in ("legislationChanges", "legislationRepeals"):
            for other in found.get(key, ()):
                old = laws[other["legislationIdentifier"]]
                assert old.confidence != "low"
                assert law.id in (old.amended_by if key == "legislationChanges" else old.replaced_by)
        opened = law.official_page is not None and law.official_page.opened
        assert found.get("sameAs") == (law.official_page.url if opened and law.official_page else None)


def test_both_languages_say_the_same_of_a_regulation() -> None:
    for law in real().regulations:
        one, other = told(law, "id"), told(law, "en")
        if one is not None and other is not None:
            assert set(one) == set(other)
            for key in ("legislationIdentifier", "legislationDate", "legislationLegalForce", "inLanguage"):
                assert one.get(key) == other.get(key)


@pytest.mark.parametrize(
    ("name", "day", "force"),
    [
        ("uu-20-2023", "2023-10-30", "NotInForce"),
        ("uu-20-2023", "2023-10-31", "InForce"),
        ("uu-5-2014", "2023-10-30", "InForce"),
        ("uu-5-2014", "2023-10-31", "NotInForce"),
        ("pp-53-2010", TODAY, "PartiallyInForce"),  # its Pasal 7 ayat (3) outlives it
        ("pp-94-2021", TODAY, "PartiallyInForce"),  # its Pasal 8 ayat (3) is held back
        ("se-menpanrb-18-2023", TODAY, None),  # nobody has looked since 2024
    ],
)
def test_force_is_that_of_the_day_and_unsaid_where_nobody_knows(name: str, day: str, force: str | None) -> None:
    law = real().ids["regulations"][name]
    assert isinstance(law, Regulation)
    found = told(law, "id", day)
    assert found is not None
    assert found.get("legislationLegalForce") == (f"{SCHEMA}{force}" if force else None)


def test_repeal_and_change_are_told_by_the_newer_law() -> None:
    dataset = real()
    newer = {name: told(dataset.law_refs[name], "id") for name in ("uu-20-2023", "pp-94-2021", "uu-7-2023")}

    def cited(name: str, key: str) -> list[str]:
        return [each["legislationIdentifier"] for each in (newer[name] or {}).get(key, ())]

    assert "UU 5/2014" in cited("uu-20-2023", "legislationRepeals")
    assert "PP 53/2010" in cited("pp-94-2021", "legislationRepeals")
    assert "UU 7/2017" in cited("uu-7-2023", "legislationChanges")
    for name, day in (("uu-20-2023", "2023-10-30"), ("uu-7-2023", "2023-05-03")):
        before = told(dataset.law_refs[name], "id", day)
        assert before is not None
        assert not {"legislationRepeals", "legislationChanges"} & set(before)


def test_what_is_unsure_or_unopened_is_not_told() -> None:
    dataset = real()
    law = dataset.law_refs["uu-5-2014"]
    assert law.official_page is not None
    opened = law.model_copy(
        update={"official_page": OfficialPage.model_construct(url="https://a.example/", opened=True)}
    )
    unsure = law.model_copy(update={"confidence": "low"})
    found = told(opened, "id")
    assert found is not None
    assert found["sameAs"] == "https://a.example/"
    assert told(unsure, "id") is None
    less = replace(dataset, regulations=tuple(unsure if each is law else each for each in dataset.regulations))
    after = told(dataset.law_refs["uu-20-2023"], "id", dataset=less)
    assert after is not None
    assert "UU 5/2014" not in [each["legislationIdentifier"] for each in after.get("legislationRepeals", ())]
