"""The joint decree's rows, the rungs of every ladder, the printed pacts: each on its page, word for word, sourced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from tests.site.reading import LANGS, addresses, cited, page, spaced, twin, with_class, words_of

from netral.model.act import Act, Row
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.model.sanction import Ladder, Level, Rung

ETHICS, DISCIPLINE = 7, 12
#: What of the two printed texts differs, read by eye in the sources: (Banten's words, West Sumatra's words) by point.
DIFFERENT = {
    1: ("Pegawai Aparatur Sipil Negara", "pegawai ASN di instansi masing- masing"),
    2: ("kepentingan, praktik- praktik", "kepentingan praktik-praktik"),
    3: ("bijak, tidak dipergunakan untuk kepentingan pasangan calon tertentu,", "bijak dan"),
    4: ("dan", "dari"),
}


def rows_of(dataset: Dataset) -> list[tuple[Act, Row]]:
    return [(act, row) for act in dataset.acts for row in act.rows]


def claims(tree: HtmlElement, key: str) -> list[HtmlElement]:
    return tree.xpath("//*[@data-claim=$key]", key=key)


def only(found: list[HtmlElement]) -> HtmlElement:
    assert len(found) == 1, found
    return found[0]


def shows_sources(claim: HtmlElement, sources: tuple[str, ...], tree: HtmlElement) -> bool:
    """The claim names its sources, and each of its notes leads to an entry of the page's list."""
    notes = [link for link in claim.xpath(".//a/@href") if link.startswith("#sumber-")]
    listed = {f"#{name}" for name in tree.xpath("//ol[@class='sources']/li/@id")}
    return claim.get("data-source").split() == list(sources) and len(notes) >= len(sources) and set(notes) <= listed


def test_the_data_hold_the_19_rows_once_each(dataset: Dataset) -> None:
    numbers = sorted((row.table, row.number) for _, row in rows_of(dataset))
    assert numbers == sorted(
        [("kode-etik", n) for n in range(1, ETHICS + 1)] + [("disiplin", n) for n in range(1, DISCIPLINE + 1)]
    )


def test_no_two_rows_of_a_table_have_one_wording(dataset: Dataset) -> None:
    said = [(row.table, spaced(row.wording.id)) for _, row in rows_of(dataset)]
    assert len(set(said)) == ETHICS + DISCIPLINE


@pytest.mark.parametrize("lang", LANGS)
def test_each_row_is_on_exactly_one_page_word_for_word_with_its_source(lang: str, site: Path, dataset: Dataset) -> None:
    pages = [name for name in addresses(site) if name.startswith(twin(lang, ""))]
    for act, row in rows_of(dataset):
        key = f"skb/{row.table}/{row.number}"
        home = twin(lang, f"boleh-tidak/{act.id}/")
        own = [name for name in pages if lang == "en" or not name.startswith("en/")]
        assert [name for name in own if claims(page(site, name), key)] == [home]
        tree = page(site, home)
        claim = only(claims(tree, key))
        quote = only(claim.xpath(".//blockquote[@lang='id']"))
        assert words_of(quote) == spaced(row.wording.id)
        assert shows_sources(claim, row.sources, tree), key
        assert spaced(row.sanction.id) in words_of(claim)
        if lang == "en":
            assert spaced(row.wording.en) in words_of(claim)
            assert spaced(row.sanction.en) in words_of(claim)


@pytest.mark.parametrize("lang", LANGS)
def test_each_basis_of_a_row_stands_beside_it(lang: str, site: Path, dataset: Dataset) -> None:
    for act, row in rows_of(dataset):
        claim = only(claims(page(site, twin(lang, f"boleh-tidak/{act.id}/")), f"skb/{row.table}/{row.number}"))
        shown = [cited(item) for item in claim.xpath(".//*[@class='cite']")]
        assert len(shown) == len(row.basis)
        assert all(text.startswith(spaced(basis.cite)) for text, basis in zip(shown, row.basis, strict=True))
        assert row.basis or row.gap


def rungs_of(dataset: Dataset) -> Iterator[tuple[Ladder, Level, Rung]]:
    for ladder in dataset.sanctions:
        for level in ladder.levels:
            for rung in level.rungs:
                yield ladder, level, rung


@pytest.mark.parametrize("lang", LANGS)
def test_each_rung_of_each_ladder_is_on_the_page_of_sanctions_with_its_source(
    lang: str, site: Path, dataset: Dataset
) -> None:
    tree = page(site, twin(lang, "sanksi/"))
    assert len(list(rungs_of(dataset))) >= 40
    for ladder, level, rung in rungs_of(dataset):
        claim = only(claims(tree, f"{ladder.id}/{level.id}/{rung.id}"))
        assert shows_sources(claim, rung.sources, tree), rung.id
        text = words_of(claim)
        assert spaced(getattr(rung.text, lang)) in text
        if rung.wording != "gist":
            assert words_of(only(claim.xpath(".//blockquote[@lang='id']"))) == spaced(rung.text.id)
        if rung.changed is not None:
            assert spaced(getattr(rung.changed.text, lang)) in text


@pytest.mark.parametrize("lang", LANGS)
def test_levels_and_rungs_stand_in_their_order(lang: str, site: Path, dataset: Dataset) -> None:
    keys = [claim.get("data-claim") for claim in with_class(page(site, twin(lang, "sanksi/")), "claim")]
    shown = [key for key in keys if key.count("/") == 2]
    for ladder in dataset.sanctions:
        wanted = [f"{ladder.id}/{level.id}/{rung.id}" for level in ladder.levels for rung in level.rungs]
        assert [key for key in shown if key.startswith(f"{ladder.id}/")] == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_each_pact_stands_on_its_page_word_for_word(lang: str, site: Path, dataset: Dataset) -> None:
    assert {pact.form for pact in dataset.pacts} == {"printed", "reported"}
    for pact in dataset.pacts:
        tree = page(site, twin(lang, f"pakta/{pact.id}/"))
        claim = only(claims(tree, pact.id))
        assert shows_sources(claim, pact.sources, tree), pact.id
        parts = [part for part in (pact.opening, *pact.points, pact.closing) if part is not None]
        printed = only(with_class(claim, "pact-text"))
        assert printed.get("lang") == "id"
        assert [words_of(e) for e in printed.xpath(".//p | .//li")] == [spaced(part.id) for part in parts]
        if lang == "en":
            (translated,) = claim.xpath(".//div[@class='translation pact-translation']")
            told = [words_of(e) for e in translated.xpath("./p[not(@class)] | .//li")]
            assert told == [spaced(part.en) for part in parts]
        assert pact.version in words_of(claim)
        assert pact.digest in words_of(claim)


@pytest.mark.parametrize("lang", LANGS)
def test_each_printed_variant_is_on_a_page_with_its_source(lang: str, site: Path, dataset: Dataset) -> None:
    variants = [(pact, variant) for pact in dataset.pacts for variant in pact.variants]
    assert sum(variant.form == "printed" for _, variant in variants) >= 3
    for pact, variant in variants:
        tree = page(site, twin(lang, f"pakta/{pact.id}/"))
        claim = only(claims(tree, f"{pact.id}/{variant.id}"))
        assert shows_sources(claim, variant.sources, tree), variant.id
        assert spaced(getattr(variant.body, lang)) in words_of(claim)
        if variant.text is not None:
            assert words_of(only(claim.xpath(".//blockquote[@lang='id']"))) == spaced(variant.text.id)


@pytest.mark.parametrize("lang", LANGS)
def test_retold_and_made_up_texts_are_compared_with_nothing(lang: str, site: Path, dataset: Dataset) -> None:
    for pact in dataset.pacts:
        # Below a heading of the third rank its own versions stand beside each other.
        tables = page(site, twin(lang, f"pakta/{pact.id}/")).xpath(
            "//h2[starts-with(@id, 'banding-')]/following-sibling::div[@class='comparison'][1]"
        )
        printed = [p for p in dataset.pacts if p.form == "printed" and not dataset.is_made_up(p)]
        assert len(tables) == (len(printed) - 1 if pact in printed else 0)


def marked(cell: HtmlElement, tag: str) -> str:
    return spaced(" ".join(words_of(each) for each in cell.iter(tag)))


def unmarked(cell: HtmlElement, tag: str) -> str:
    """The words both texts have: the cell without its marked words and without the word for "none"."""
    return spaced(" ".join([cell.text or "", *(each.tail or "" for each in cell.iter(tag, "span"))]))


def text_of(part: Text | None) -> str:
    return "" if part is None else spaced(part.id)


def compared(tree: HtmlElement, other: Pact) -> list[tuple[HtmlElement, HtmlElement]]:
    (heading,) = tree.xpath("//h2[@id=$name]", name=f"banding-{other.id}")
    pairs = heading.xpath("./following::div[@class='comparison'][1]/div[@class='pair']")
    return [tuple(pair.xpath("./div[@class='pair-side']/p[@lang='id']")) for pair in pairs]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("here", "there"), [("pakta-banten", "ikrar-sumatera-barat"), ("ikrar-sumatera-barat", "pakta-banten")]
)
def test_two_printed_texts_are_compared_word_by_word(
    here: str, there: str, lang: str, site: Path, dataset: Dataset
) -> None:
    pacts = dataset.ids["pacts"]
    one, other = pacts[here], pacts[there]
    assert isinstance(one, Pact)
    assert isinstance(other, Pact)
    rows = compared(page(site, twin(lang, f"pakta/{here}/")), other)
    parts = [*zip(one.points, other.points, strict=True), (one.closing, other.closing)]
    assert len(rows) == len(parts) == 5
    for (left, right), (mine, theirs) in zip(rows, parts, strict=True):
        for cell, part in ((left, mine), (right, theirs)):
            absent = cell.xpath("./span[@lang=$lang]", lang=lang)
            assert (words_of(cell) == text_of(part)) if part is not None else (words_of(cell) == words_of(only(absent)))
        assert unmarked(left, "del") == unmarked(right, "ins")
    for number, (banten, sumbar) in DIFFERENT.items():
        left, right = rows[number - 1]
        wanted = (banten, sumbar) if here == "pakta-banten" else (sumbar, banten)
        assert (marked(left, "del"), marked(right, "ins")) == wanted
    closing = pacts["ikrar-sumatera-barat"].closing
    assert isinstance(closing, Text)
    assert spaced(marked(rows[4][0], "del") + " " + marked(rows[4][1], "ins")) == spaced(closing.id)
