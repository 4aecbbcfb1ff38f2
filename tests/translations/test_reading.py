"""`data/translations.csv` as people and their programs leave it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.load import load
from netral.load.files import SourceText
from netral.translations import Stamps
from netral.translations.reading import compared, parse_stamps, read_stamps

ONE, OTHER = ("abcdefghijkl", "mnopabcdefgh"), ("ponmlkjihgfe", "abcdabcdabcd")


@pytest.mark.parametrize(
    "text",
    [
        "en,id\nabcdefghijkl,mnopabcdefgh\nponmlkjihgfe,abcdabcdabcd\n",
        "# Apa ini.\nen,id\nabcdefghijkl,mnopabcdefgh\n\nponmlkjihgfe,abcdabcdabcd",
        'en;id\n"abcdefghijkl";"mnopabcdefgh"\nponmlkjihgfe;abcdabcdabcd\n',
        "# a,\nen,id,\nabcdefghijkl,mnopabcdefgh,\n ponmlkjihgfe, abcdabcdabcd\n,,\n",
    ],
)
def test_a_file_is_read_whatever_a_spreadsheet_made_of_it(text: str) -> None:
    assert parse_stamps(SourceText("x", text)) == (Stamps((ONE, OTHER)), [])


@pytest.mark.parametrize(
    "line", ["abcdefghijkl", "abcdefghijkl,mnopabcdefg", "abcdefghijkl,mnopabcdefgz", "a,b", "<<<<<<< HEAD"]
)
def test_a_line_that_is_no_stamp_is_told_and_the_others_hold(line: str) -> None:
    found, problems = parse_stamps(SourceText("x", f"en,id\n{line}\nponmlkjihgfe,abcdabcdabcd\n"))
    assert found == Stamps((OTHER,))
    assert [(p.code, p.place.line, p.values["line"]) for p in problems] == [("B004", 2, line)]


def test_a_folder_without_the_file_keeps_no_stamps_and_has_no_problem(tmp_path: Path) -> None:
    assert read_stamps(tmp_path / "translations.csv") == (None, [])


@pytest.mark.parametrize(("content", "code"), [(b"", "F002"), (b"en,id\n\xff", "F003"), (b"en,id\n\0", "F004")])
def test_a_file_that_cannot_be_read_is_told(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "translations.csv").write_bytes(content)
    stamps, problems = read_stamps(tmp_path / "translations.csv")
    assert stamps is None
    assert [problem.code for problem in problems] == [code]


def test_where_data_cannot_be_read_nothing_is_called_behind(tmp_path: Path) -> None:
    loaded = load(ROOT / "tests" / "bad" / "F001" / "data")
    (tmp_path / "translations.csv").write_text("en,id\n")
    assert loaded.dataset.unread
    assert compared(loaded.dataset, tmp_path)[0] is None


def test_the_texts_of_this_project_are_stamped_and_those_of_the_program_are_not_behind() -> None:
    """After texts were changed: mend the English, then run `netral translations --stamp`.

    What somebody adds to the data in a browser may wait for its stamps, but not for ever: here one text in twenty may.
    """
    found, problems = compared(load(ROOT / "data", demo=True).dataset, ROOT / "data")
    assert problems == []
    assert found is not None
    assert [str(pair.place) for pair in (*found.behind, *found.new) if pair.kind != "data"] == []
    assert len(found.new) < len(found.kept) / 20
