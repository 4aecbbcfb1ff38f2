"""CSV as people and spreadsheets leave it: cells keep their places, and every habit has its message."""

import pytest

from netral.load.cells import read_cells
from netral.load.files import SourceText


def read(text):
    grid, problems = read_cells(SourceText("angka.csv", text))
    return grid, [(problem.code, problem.variant, str(problem.place)) for problem in problems]


def texts(rows):
    return [[cell.text for cell in row] for row in rows]


def test_cells_know_their_line_and_column():
    grid, problems = read('a,b,c\n1, "x, ""y""" ,3\n')
    assert problems == []
    assert texts([grid.header, *grid.rows]) == [["a", "b", "c"], ["1", 'x, "y"', "3"]]
    assert [(str(cell.place), cell.place.width) for cell in grid.rows[0]] == [
        ("angka.csv:2:1", 1),
        ("angka.csv:2:3", 10),
        ("angka.csv:2:16", 1),
    ]


@pytest.mark.parametrize(("sign", "variant"), [(";", "semicolon"), ("\t", "tab")])
def test_another_separator_is_told_once_and_read_all_the_same(sign, variant):
    grid, problems = read(f"a{sign}b\n1{sign}2\n3{sign}4\n")
    assert problems == [("W002", variant, "angka.csv:1:1")]
    assert texts(grid.rows) == [["1", "2"], ["3", "4"]]


def test_a_row_pasted_from_excel_is_told_at_its_line():
    grid, problems = read("a,b\n1\t2\n3;4\n5,6\n")
    assert problems == [("W002", "tab-row", "angka.csv:2:1"), ("W002", "semicolon-row", "angka.csv:3:1")]
    assert texts(grid.rows) == [["1", "2"], ["3", "4"], ["5", "6"]]


def test_empty_rows_are_told_but_not_below_the_last_one():
    grid, problems = read("a,b\n\n1,2\n,\n3,4\n\n\n")
    assert problems == [("W022", "", "angka.csv:2:1"), ("W022", "", "angka.csv:4:1")]
    assert texts(grid.rows) == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize("line", ['1,"x', '1,"x"y', '1,"x""'])
def test_a_quote_left_open_is_told_and_its_row_left_out(line):
    grid, problems = read(f"a,b\n{line}\n3,4\n")
    assert [problem[:2] for problem in problems] == [("W001", "")]
    assert texts(grid.rows) == [["3", "4"]]


def test_a_separator_inside_quotes_separates_nothing():
    grid, problems = read('a,b\n1,"x; y; z"\n')
    assert problems == []
    assert texts(grid.rows) == [["1", "x; y; z"]]


@pytest.mark.parametrize("text", ["", "\n", ",", ";;;\n", '"', "a", '"a"\n"b"', "\t\n\t", "a,b\n" + "," * 5000])
def test_nothing_anybody_types_brings_it_down(text):
    grid, problems = read(text)
    assert all(code in {"W001", "W002", "W022"} for code, _, _ in problems)
    assert len(grid.rows) <= text.count("\n") + 1
