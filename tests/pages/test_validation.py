"""The report of the last checks tells each warning with its place, its message and its mend, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from tests.site.reading import LANGS, with_class, words_of
from tests.weekly import edition_of, with_rows

from netral.catalogue import code_page, fix, labels, message
from netral.model.place import Place
from netral.pages import Looked
from netral.pages.validation import validation_page
from netral.problems import Lang, Problem

PROBLEMS = (
    Problem("W019", Place("data/completion/banten.csv", 7, 3), {"agency": "banten", "week": "2026-11-09"}, "late"),
)


@pytest.mark.parametrize("lang", LANGS)
def test_a_warning_is_told_with_place_message_and_mend(lang: Lang) -> None:
    (code,) = {problem.code for problem in PROBLEMS}
    edition = replace(edition_of(with_rows([]), lang), looked=Looked(("data/completion/banten.csv",), PROBLEMS))
    text = validation_page(edition).text
    tree = html.fromstring("<div>" + text.split("\n---\n", 1)[1] + "</div>")
    say = labels(lang)
    assert words_of(with_class(tree, "lead")[0]) == say("validation.lead", count=1)
    told = words_of(with_class(tree, "found")[0])
    assert "data/completion/banten.csv:7:3" in told
    assert " ".join(message(PROBLEMS[0], lang).split()) in told
    assert " ".join(fix(PROBLEMS[0], lang).split()) in told
    assert code_page(code, lang).title in text
    assert f"../kode/{code}/" in str(tree.xpath("string(.//a[contains(@href, 'kode')]/@href)"))


@pytest.mark.parametrize("lang", LANGS)
def test_where_nothing_was_found_it_says_so(lang: Lang) -> None:
    text = validation_page(edition_of(with_rows([]), lang)).text
    assert labels(lang)("validation.clean") in text
    assert 'class="found"' not in text
