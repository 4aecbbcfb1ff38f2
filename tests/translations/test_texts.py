"""What a stamp is made of: the words of a text, however broken; and which texts have one."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.catalogue import labels
from netral.model.dataset import Dataset
from netral.personal import may_be_personal
from netral.translations import Pair, catalogue_pairs, data_pairs, prose_pairs
from netral.translations.texts import digest, placed


def test_a_digest_is_twelve_letters_and_no_digit() -> None:
    assert digest("Pegawai menjaga netralitas.") == "mlmgjlppigda"
    assert not may_be_personal(",".join(digest(str(number)) for number in range(500)))


@pytest.mark.parametrize("same", ["Café  dan\nteh", " Café dan teh\n", unicodedata.normalize("NFD", "Café dan teh")])
def test_blanks_line_ends_and_composed_signs_change_no_digest(same: str) -> None:
    assert digest(same) == digest("Café dan teh")


@pytest.mark.parametrize("other", ["Café dan teh.", "café dan teh", "Cafe dan teh", "Café danteh"])
def test_any_other_sign_changes_it(other: str) -> None:
    assert digest(other) != digest("Café dan teh")


def test_every_english_text_of_the_data_has_a_pair_at_its_line(dataset: Dataset) -> None:
    pairs = list(data_pairs(dataset))
    for file in {pair.place.file for pair in pairs}:
        lines = Path(file).read_text(encoding="utf-8").split("\n")
        for pair in (pair for pair in pairs if pair.place.file == file):
            before = lines[pair.place.line - 1][: pair.place.column - 1]
            assert before.rstrip().endswith(("en:", "en: &")), (file, pair.place)
    assert len(pairs) > 2000
    assert {Path(pair.place.file).stem for pair in pairs} >= {"acts", "regulations", "sanctions", "pacts", "disclosure"}


def test_every_label_and_every_text_of_a_code_page_has_a_pair() -> None:
    pairs = list(catalogue_pairs())
    assert {pair.key.replace("/", ".") for pair in pairs if pair.kind == "label"} == labels("en").names()
    codes = [pair.key for pair in pairs if pair.kind == "code" and pair.key.startswith("B001/")]
    assert codes == [
        *("B001/title", "B001/why", "B001/message/id", "B001/message/en", "B001/fix/id", "B001/fix/en"),
        *("B001/bad", "B001/good"),
    ]


def test_a_text_of_a_catalogue_is_found_at_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for kind, key, begins in (("label", "claim/gap", "  gap: "), ("code", "B001/fix/en", "    en: >-")):
        (pair,) = (pair for pair in catalogue_pairs() if (pair.kind, pair.key) == (kind, key))
        place = placed(pair).place
        lines = (ROOT / place.file).read_text(encoding="utf-8").split("\n")
        assert lines[place.line - 1].startswith(begins)


def test_a_section_is_paired_with_its_twin_by_anchor(tmp_path: Path) -> None:
    for lang, first, second in (("id", "Satu", "Dua"), ("en", "One", "Two")):
        (tmp_path / lang).mkdir()
        parts = [
            f"# {first}\n\nA {first}.\n",
            f"## {second} {{#dua}}\n\nB {second}.\n",
            f"## {first} {{#tiga}}\n\nC.\n",
        ]
        if lang == "en":
            parts[1:] = reversed(parts[1:])
        (tmp_path / lang / "satu.md").write_text(f"---\ntitle: {first}\n---\n\n" + "\n".join(parts), encoding="utf-8")
    (tmp_path / "en" / "alone.md").write_text("# Alone\n", encoding="utf-8")
    found = {pair.key: pair for pair in prose_pairs(tmp_path)}
    assert set(found) == {"", "#1", "dua", "tiga"}
    assert found["dua"].id.startswith("## Dua {#dua}")
    assert found["dua"].en.startswith("## Two {#dua}")
    assert found["dua"].place.line == 13
    assert found[""].en.strip() == "---\ntitle: One\n---"


def test_every_page_of_prose_has_all_its_sections_in_both_languages() -> None:
    pairs = list(prose_pairs(ROOT / "docs"))
    assert len({pair.place.file for pair in pairs}) == len(list((ROOT / "docs" / "en").glob("*.md")))
    for path in (ROOT / "docs" / "en").glob("*.md"):
        headings = sum(line.startswith("#") for line in path.read_text(encoding="utf-8").split("\n"))
        assert sum(Path(pair.place.file) == path for pair in pairs) == headings + 1


def test_a_pair_writes_the_line_that_remembers_it(dataset: Dataset) -> None:
    pair: Pair = next(data_pairs(dataset))
    assert pair.line == f"{digest(pair.en)},{digest(pair.id)}"
