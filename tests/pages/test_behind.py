"""English that is behind is told on its page: beside the text, below a heading, at the top; else nothing is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.weekly import edition_of

from netral.load import load
from netral.model.dataset import Dataset
from netral.pages import Edition
from netral.pages.acts import act_page
from netral.pages.behind import with_notices
from netral.pages.laws import laws_page
from netral.pages.problem_codes import problem_code_page
from netral.pages.reviews import reviews_page
from netral.problems import Lang
from netral.prose import prose_pages
from netral.translations import Pair, catalogue_pairs, data_pairs, prose_pairs

TEXT = "The English is behind the Indonesian text, which changed."
PAGE = "The English of this page is behind the Indonesian text, which changed."
SECTION = "The English of this part is behind the Indonesian text, which changed."


@cache
def good() -> Dataset:
    return load(ROOT / "tests" / "good").dataset


def edition(behind: Iterable[Pair], lang: Lang = "en", dataset: Dataset | None = None) -> Edition:
    return replace(edition_of(dataset or good(), lang), behind=tuple(behind))


def pair_of(words: str, dataset: Dataset | None = None) -> Pair:
    return next(pair for pair in data_pairs(dataset or good()) if pair.en == words)


def label(key: str) -> Pair:
    return next(pair for pair in catalogue_pairs() if pair.key == key)


def test_a_sentence_that_is_behind_says_so_beside_it_with_the_way_to_the_indonesian() -> None:
    act = good().acts[0]
    gap = next(answer.gap for answer in act.answers if answer.gap is not None)
    text = act_page(edition([pair_of(gap.en)]), act).text
    link = f'<a href="../../../boleh-tidak/{act.id}/" hreflang="id">Read the Indonesian</a>'
    assert f'{gap.en} <span class="behind" data-search-exclude>{TEXT} {link}</span></p>' in text
    assert text.count(TEXT) == 1
    assert PAGE not in text


def test_an_answer_is_found_without_the_word_that_stands_before_it(dataset: Dataset) -> None:
    """Every answer of some real acts as it is shown, with its one word in a place of its own."""
    cut = 0
    for act in dataset.acts[:4]:
        plain = act_page(edition([], dataset=dataset), act).text
        for answer in act.answers:
            page = act_page(edition([pair_of(answer.say.en, dataset)], dataset=dataset), act).text
            assert TEXT in page or PAGE in page, answer.say.en
            cut += answer.say.en not in plain
    assert cut > 0


def test_a_heading_that_is_behind_is_told_below_the_answer_in_one_word() -> None:
    act = good().acts[0]
    text = act_page(edition([pair_of(act.statement.en)]), act).text
    assert TEXT not in text
    assert text.count(PAGE) == 1
    assert text.index('class="first-word"') < text.index(PAGE) < text.index("\n## ")
    assert f'<p class="behind" role="note" data-search-exclude>{PAGE} <a href="' in text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_pages_are_as_they_were_where_nothing_on_them_is_behind(lang: Lang) -> None:
    act, law = good().acts[0], good().regulations[0]
    plain = act_page(edition([], lang), act).text
    assert "behind" not in plain.replace("left-behind", "")
    assert act_page(edition([pair_of(law.title.en)], lang), act).text == plain


def test_the_indonesian_page_says_nothing_of_it() -> None:
    act = good().acts[0]
    pairs = [pair for pair in data_pairs(good()) if "acts" in pair.place.file]
    assert act_page(edition(pairs, "id"), act).text == act_page(edition([], "id"), act).text


def test_every_text_of_an_act_that_its_page_shows_is_told(dataset: Dataset) -> None:
    """Each answer, row, note and gap of the fullest real act, one by one."""
    act = max(dataset.acts, key=lambda act: len(act.rows) + len(act.answers))
    texts = [act.statement, *(row.wording for row in act.rows), *(row.sanction for row in act.rows)]
    texts += [text for a in act.answers for text in (a.say, a.gap, a.note) if text is not None]
    assert len(texts) > 6
    for text in texts:
        page = act_page(edition([pair_of(text.en, dataset)], dataset=dataset), act).text
        assert TEXT in page or PAGE in page, text.en


def test_a_label_that_is_behind_is_told_at_the_top_of_the_pages_that_print_it() -> None:
    act = good().acts[0]
    behind = [label("acts/go_law")]
    assert PAGE in act_page(edition(behind), act).text
    assert PAGE not in laws_page(edition(behind)).text


def test_a_label_with_blanks_is_found_with_what_fills_them() -> None:
    law = laws_page(edition([label("laws/lead")])).text
    assert law.count(TEXT) + law.count(PAGE) == 1


def test_a_short_label_is_not_taken_for_a_word_of_a_sentence() -> None:
    body = "# Title\n\n<p>Sources of this page are listed.</p>\n<p>See Sources: [1]</p>\n"
    short = Pair("label", "Sumber", "Sources", label("claim/gap").place, "x")
    assert with_notices(edition([short]), "x/", body) == body
    told = with_notices(edition([short]), "x/", "# Sources\n\n<p>Sources</p>\n")
    assert (told.count(PAGE), told.count(TEXT)) == (1, 1)


def test_a_label_of_blanks_alone_is_found_nowhere() -> None:
    body = "# Title\n\n<p>12: 13</p>\n"
    blanks = Pair("label", "{a} - {b}", "{a}: {b}", label("claim/gap").place, "x")
    assert with_notices(edition([blanks]), "x/", body) == body


@pytest.mark.parametrize(
    ("en", "shown"),
    [
        ('Staff "may" say & <write> so', "<p>Staff &quot;may&quot; say &amp; &lt;write&gt; so</p>"),
        ("It's the office's own word", "<p>It&#x27;s the office&#39;s own word</p>"),
        ("First line\nand a second one", "<p>First line&#10;and a second one</p>"),
        ("Runs `code` with ~tildes~ inside", "<p>Runs &#96;code&#96; with &#126;tildes&#126; inside</p>"),
        ("civil servants may not do it.", "<p>Civil servants may not do it</p>"),
        ("By UU 5/2014, and PP 94/2021.", '<p>By <a href="x#y">UU 5/2014</a>, and <a href="z">PP 94/2021</a>.</p>'),
        ("UU 5/2014 Pasal 9 ayat (2) says so", '<p><a href="x">UU 5/2014 Pasal 9 ayat (2)</a> says so</p>'),
    ],
)
def test_a_text_is_found_however_a_template_writes_it(en: str, shown: str) -> None:
    pair = Pair("data", "x", en, label("claim/gap").place)
    assert TEXT in with_notices(edition([pair]), "x/", f"# Title\n\n{shown}\n")
    assert PAGE in with_notices(edition([pair]), "x/", f"# Title\n\n{shown.replace('p>', 'a>')}\n")


def test_the_page_of_a_code_says_that_its_english_is_behind() -> None:
    for key in ("D001/title", "D001/why", "D001/message", "D001/bad"):
        page = problem_code_page(edition([label(key)]), "D001").text
        assert TEXT in page or PAGE in page, key
        assert 'class="behind"' not in problem_code_page(edition([label(key)]), "C001").text


def test_a_section_of_prose_says_so_below_its_heading(tmp_path: Path) -> None:
    for lang, word in (("id", "Bagian"), ("en", "Part")):
        (tmp_path / "docs" / lang).mkdir(parents=True)
        text = f"---\ntitle: {word}\ndescription: {word}.\n---\n\n# {word}\n\nA.\n\n"
        text += f"## {word} {{#satu}}\n\nB.\n\n## {word} {{#dua}}\n\nC.\n"
        (tmp_path / "docs" / lang / "tentang.md").write_text(text, encoding="utf-8")
    pairs = {pair.key: pair for pair in prose_pairs(tmp_path / "docs")}
    (page,) = prose_pages(tmp_path / "docs", edition([pairs["dua"]]))
    note = f'<p class="behind" data-search-exclude>{SECTION} <a href="../../tentang/#dua" hreflang="id">'
    assert f"## Part {{#dua}}\n\n{note}Read the Indonesian</a></p>\n\n\nC.\n" in page.text
    assert page.text.count(SECTION) == 1
    (page,) = prose_pages(tmp_path / "docs", edition([pairs[""]]))
    assert page.text.index("# Part") < page.text.index(PAGE) < page.text.index("\nA.\n")
    for lang in ("id", "en"):
        (page,) = prose_pages(tmp_path / "docs", edition([pairs["dua"]] if lang == "id" else [], lang))
        assert 'class="behind"' not in page.text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_public_list_names_each_with_its_place_and_the_indonesian_as_it_is(lang: Lang) -> None:
    pair = pair_of(good().acts[0].statement.en)
    text = reviews_page(edition([pair], lang)).text
    assert f"<code>{pair.place.file}:{pair.place.line}</code>" in text
    assert f'<p lang="en">{pair.en}</p>' in text
    assert f'<span lang="id">{pair.id}</span>' in text
    lead = {"id": "Teks Inggris yang tertinggal: 1.", "en": "English texts that are behind: 1."}
    assert lead[lang] in text
    assert 'role="note"' not in text
