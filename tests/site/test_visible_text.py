"""What a reader sees: words of the page's own language, and nothing a program left behind."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.site.reading import LANGS, addresses, article, lang_of, page, slug_words, spaced, twin, visible

from netral.catalogue import codes, labels
from netral.model.base import Record, Text, Words
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.problems import Lang

ARTEFACTS = (
    "Undefined",
    "{",
    "}",
    "{%",
    "%}",
    "at=",
    "Text(",
    "PartialDate",
    "Place(",
    "At(",
    "datetime",
    "&amp;",
    "**",
)
#: Printed as they are: examples of wrong and right data, digests, addresses.
VERBATIM = "//pre | //code | //ol[@class='sources']//a | //a[starts-with(normalize-space(), 'https://')]"


@cache
def seen(site: Path, address: str) -> str:
    """The visible text of a page, header and footer included."""
    (body,) = page(site, address).xpath("//body")
    return visible(body)


@cache
def prose(site: Path, address: str) -> str:
    """The visible text of a page without what is printed as it is."""
    (body,) = page(site, address).xpath("//body")
    text = visible(body)
    # The longest first: a short one also stands inside longer ones, and would keep them from being found.
    for verbatim in sorted({visible(part) for part in body.xpath(VERBATIM)}, key=len, reverse=True):
        text = text.replace(verbatim, " ")
    return spaced(text)


def test_no_page_shows_what_a_program_left_behind(site: Path) -> None:
    found = [
        (name, word)
        for name in (*addresses(site), "404.html")
        for word in ARTEFACTS
        if word in prose(site, name) and not (word in "{}" and "data/kode/" in name)
    ]
    assert found == []


def test_pages_of_codes_show_braces_only_as_examples(site: Path) -> None:
    """A message speaks of `{id: …}` where YAML does; a blank of the catalogue is never left open."""
    blanks = re.compile(r"\{(?!\s)[a-z_]+\}")
    for code in codes():
        for lang in LANGS:
            assert blanks.search(prose(site, twin(lang, f"data/kode/{code}/"))) is None


def test_no_page_shows_none_or_true_or_false(site: Path) -> None:
    """English says "None of it is real."; no other None, True or False is ever shown."""
    words = Counter(
        match.group()
        for name in addresses(site)
        for match in re.finditer(r"\b(None(?: of)?|True|False|null|nan|NaN)\b", prose(site, name))
        if "data/kode/" not in name
    )
    assert set(words) <= {"None of"}


def ids_of(dataset: Dataset) -> set[str]:
    found = set()
    for _, item in dataset:
        for inner in (item, *(f.value for f in walk(item) if isinstance(f.value, Record))):
            name = getattr(inner, "id", None)
            if isinstance(name, str) and not isinstance(inner, Text):
                found.add(name)
    return found


def test_no_page_shows_an_id_or_a_key(site: Path, dataset: Dataset) -> None:
    """Ids with a hyphen are no words that people read; only the pages of problem codes speak of them."""
    ids = {name for name in ids_of(dataset) if "-" in name}
    assert len(ids) > 500
    keys = {"in-force", "checked-on", "region-code", "belum-pasti", "bakal-calon", "tidak_berlaku", "checked_on"}
    names = [name for name in addresses(site) if "data/kode/" not in name]
    assert [(name, word) for name in names for word in slug_words(prose(site, name)) & (ids | keys)] == []


def test_no_page_shows_a_key_of_the_catalogue(site: Path) -> None:
    keys = labels("id").names()
    dotted = re.compile(r"(?<![\w/.])[a-z_]+(?:\.[a-z0-9_]+)+(?![\w/])")
    for name in addresses(site):
        assert set(dotted.findall(prose(site, name))) & keys == set()


@cache
def own_words(site: Path, address: str) -> str:
    """The visible text of a page in the page's own language: parts marked as another are left out."""
    (body,) = page(site, address).xpath("//body")
    return visible(body, lang_of(address))


def fragments(lang: Lang) -> set[str]:
    """The stretches of three words or more of every label of `lang` that the other language does not share."""
    other: Lang = "en" if lang == "id" else "id"
    shared = " ".join(labels(other)(key) for key in labels(other).names())
    parts = (part for key in labels(lang).names() for part in re.split(r"\{\w+\}", labels(lang)(key)))
    return {spaced(part) for part in parts if len(part.split()) >= 3 and spaced(part) not in shared}


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_of_the_other_language_is_shown(lang: Lang, site: Path) -> None:
    other: Lang = "en" if lang == "id" else "id"
    foreign = fragments(other)
    assert len(foreign) > 100
    found = [
        (name, words)
        for name in addresses(site)
        if lang_of(name) == lang
        for words in foreign
        if words in own_words(site, name)
    ]
    assert found == []


PHRASE = 6


def texts_of(dataset: Dataset) -> set[tuple[str, str]]:
    found = set()
    for _, item in dataset:
        for inner in walk(item):
            if isinstance(inner.value, Text) and not isinstance(inner.value, Words):
                found.add((spaced(inner.value.id), spaced(inner.value.en)))
    return found


def openings(text: str) -> list[str]:
    """Every stretch of PHRASE words of `text`."""
    words = text.split()
    return [" ".join(words[i : i + PHRASE]) for i in range(len(words) - PHRASE + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_of_the_data_is_shown_in_the_other_language(lang: Lang, site: Path, dataset: Dataset) -> None:
    """A text's translation never stands where a reader expects the page's own language, unless marked as other."""
    here, there = (0, 1) if lang == "id" else (1, 0)
    pairs = [pair for pair in texts_of(dataset) if len(pair[there].split()) >= PHRASE]
    assert len(pairs) > 1000
    own = {phrase for pair in texts_of(dataset) for phrase in openings(pair[here])}
    foreign = {" ".join(pair[there].split()[:PHRASE]): pair[there] for pair in pairs}
    foreign = {start: text for start, text in foreign.items() if start not in own}
    found = [
        (name, foreign[phrase])
        for name in addresses(site)
        if lang_of(name) == lang
        for phrase in openings(own_words(site, name))
        if phrase in foreign and foreign[phrase] in own_words(site, name)
    ]
    assert found == []


def test_both_languages_of_a_page_tell_the_same_claims(site: Path) -> None:
    """Same claims in the same order, same sources, same number of links to them."""
    for name in addresses(site):
        if lang_of(name) == "en":
            continue
        both = [
            [
                (claim.get("data-claim"), claim.get("data-source"), len(claim.xpath(".//a[starts-with(@href, '#')]")))
                for claim in article(page(site, twin(lang, name))).xpath(".//*[@data-claim]")
            ]
            for lang in LANGS
        ]
        assert both[0] == both[1], name
