"""Every statement of the five articles stands on the site with its source, or is left out for a reason that is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT
from tests.site.reading import article, holders, lang_of, page, sources_of, spaced, twin, words_of

from netral.model.dataset import Dataset

FACTS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests/facts").glob("*.yaml"))
}
AGENCIES = (
    "banten",
    "batang",
    "cilacap",
    "jakarta-selatan",
    "jakarta-timur",
    "jakarta-utara",
    "kepulauan-seribu",
    "kota-tangerang",
    "sumatera-barat",
)
ARTICLES = {
    "artikel-banten-2023": 29,
    "artikel-jakarta-2023": 39,
    "artikel-jateng-2023": 32,
    "artikel-sumbar": 19,
    "artikel-tangerang-2024": 33,
}
SHOWN = [
    (agency, entry["sentence"], shown)
    for agency, facts in FACTS.items()
    for entry in facts["statements"]
    for shown in entry.get("shown", ())
]


def test_each_of_the_nine_agencies_has_its_facts() -> None:
    assert tuple(FACTS) == AGENCIES
    assert {agency: facts["agency"] for agency, facts in FACTS.items()} == {agency: agency for agency in AGENCIES}


def test_the_five_articles_are_known_by_their_length() -> None:
    assert {facts["article"]: facts["sentences"] for facts in FACTS.values()} == ARTICLES
    assert all(facts["sentences"] == ARTICLES[facts["article"]] for facts in FACTS.values())


@pytest.mark.parametrize("name", ARTICLES)
def test_every_sentence_of_an_article_is_accounted_for(name: str) -> None:
    told = {entry["sentence"] for facts in FACTS.values() if facts["article"] == name for entry in facts["statements"]}
    assert told == set(range(1, ARTICLES[name] + 1))


@pytest.mark.parametrize("name", ARTICLES)
def test_at_most_a_fifth_of_an_article_is_left_out(name: str) -> None:
    entries = [entry for facts in FACTS.values() if facts["article"] == name for entry in facts["statements"]]
    told = {entry["sentence"] for entry in entries if "shown" in entry}
    assert ARTICLES[name] - len(told) <= ARTICLES[name] // 5


@pytest.mark.parametrize("agency", AGENCIES)
def test_each_entry_is_shown_or_left_out_or_told_elsewhere(agency: str) -> None:
    for entry in FACTS[agency]["statements"]:
        assert set(entry) - {"sentence", "says"} in ({"shown"}, {"left_out"}, {"see"}), entry
        assert entry["says"].strip(), entry
        if "shown" in entry:
            assert entry["shown"], entry
            assert all(set(shown) == {"page", "id", "en"} for shown in entry["shown"]), entry
        if "left_out" in entry:
            assert len(entry["left_out"].split()) >= 2, entry
        if "see" in entry:
            other = FACTS[entry["see"]]
            assert entry["see"] != agency, entry
            assert other["article"] == FACTS[agency]["article"], entry
            kept = [one for one in other["statements"] if one["sentence"] == entry["sentence"]]
            assert any("see" not in one for one in kept), entry


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_agency_leans_on_the_article_of_its_facts(agency: str, dataset: Dataset) -> None:
    record = dataset.ids["agencies"][agency]
    assert FACTS[agency]["article"] in record.sources


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("agency", AGENCIES)
def test_every_shown_text_stands_on_its_page_with_its_source(agency: str, lang: str, site: Path) -> None:
    name = FACTS[agency]["article"]
    for told, sentence, shown in SHOWN:
        if told != agency:
            continue
        address = twin(lang, shown["page"])
        assert lang_of(address) == lang
        content = article(page(site, address))
        assert spaced(shown[lang]) in words_of(content), (address, sentence, shown[lang])
        named = [sources_of(element) for element in holders(content, shown[lang])]
        assert any(name in sources for sources in named), (address, sentence, named)


def test_a_text_is_shown_in_both_languages() -> None:
    same = [shown["id"] for _, _, shown in SHOWN if spaced(shown["id"]) == spaced(shown["en"])]
    assert same == []


def test_no_sentence_of_an_article_has_two_entries_that_say_the_same() -> None:
    said = Counter(
        (facts["article"], agency, entry["sentence"], spaced(entry["says"]).casefold())
        for agency, facts in FACTS.items()
        for entry in facts["statements"]
    )
    assert [key for key, count in said.items() if count > 1] == []
