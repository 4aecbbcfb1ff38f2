"""Citations inside texts lead to their regulations, in both languages, and no word of a text changes."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pytest

from netral.citations.naming import Register
from netral.load import load
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.pages.citing import linked

DATA = Path(__file__).parents[2] / "data"
_TAG = re.compile(r"<[^>]*>")


@cache
def data() -> Dataset:
    return load(DATA, demo=True).dataset


def register() -> Register:
    return data().register


def made(text: str) -> str:
    return str(linked(register(), text, lambda there: f"/{there}"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ditangguhkan PP 94/2021 Pasal 42 ayat (2).",
            'Ditangguhkan <a href="/aturan/pp-94-2021/#pasal-42-ayat-2">PP 94/2021 Pasal 42 ayat (2)</a>.',
        ),
        ("Sejak UU No 5 Tahun 2014", 'Sejak <a href="/aturan/uu-5-2014/">UU No 5 Tahun 2014</a>'),
        # Below what is listed: to the nearest place above it.
        (
            "PP 42/2004 Pasal 15 ayat (3) huruf a",
            '<a href="/aturan/pp-42-2004/#pasal-15-ayat-3">PP 42/2004 Pasal 15 ayat (3) huruf a</a>',
        ),
        # A list: to the first of its places.
        (
            "Pasal 8 ayat (2) dan ayat (3) PP 94/2021",
            '<a href="/aturan/pp-94-2021/#pasal-8-ayat-2">Pasal 8 ayat (2) dan ayat (3) PP 94/2021</a>',
        ),
        # Two regulations in one, one that is not on record, an article alone, a citation that breaks off: no link.
        ("Perpres 91 dan 92/2024", "Perpres 91 dan 92/2024"),
        ("PP 16/2026 menggantikan PP 11/2019.", "PP 16/2026 menggantikan PP 11/2019."),
        ("Lihat Pasal 5 huruf n.", "Lihat Pasal 5 huruf n."),
        ("Lihat PP 94/2O21.", "Lihat PP 94/2O21."),
        ("<b>UU 5/2014</b> & 'x'", '&lt;b&gt;<a href="/aturan/uu-5-2014/">UU 5/2014</a>&lt;/b&gt; &amp; &#x27;x&#x27;'),
    ],
)
def test_a_citation_becomes_a_link(text: str, wanted: str) -> None:
    assert made(text) == wanted


def test_where_the_reader_is_already_no_link_is_made() -> None:
    assert str(linked(register(), "Menurut UU 5/2014.", lambda _there: "./")) == "Menurut UU 5/2014."


def test_no_word_of_any_text_changes_and_every_link_leads_to_a_provision_on_record() -> None:
    refs = {f"/aturan/{ref.replace('/', '/#')}{'' if '/' in ref else '/'}" for ref in data().law_refs}
    ways: set[str] = set()
    for _, item in data():
        for found in walk(item):
            if isinstance(found.value, Text):
                for text in (found.value.id, found.value.en):
                    markup = made(text)
                    assert html.unescape(_TAG.sub("", markup)) == text
                    ways |= set(re.findall(r'href="([^"]*)"', markup))
    assert len(ways) >= 50
    assert ways <= refs
