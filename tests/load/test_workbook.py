"""The template filled in by somebody: told by cell, whatever Excel made of the values."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from netral.build import editions
from netral.cli import main
from netral.exports.workbook import templates
from netral.load import load
from netral.load.completion import CONTRACT
from netral.load.contract import read_contract
from netral.load.files import read_source

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "good"
DAY = dt.date(2020, 3, 20)


@pytest.fixture
def template(tmp_path, monkeypatch):
    """Open the template of the made-up city; `fill(cells)` writes values into it and gives its path."""
    monkeypatch.chdir(ROOT)
    loaded = load(GOOD)
    source, _ = read_source(GOOD / CONTRACT, "datapackage.yaml")
    contract, _ = read_contract(source)
    edition = editions(loaded.dataset, DAY, "https://contoh.example/", loaded.texts)["id"]
    path = tmp_path / "angka.xlsx"
    path.write_bytes(templates(edition, contract)["data/templat/instansi-rekaan.xlsx"])

    def fill(cells):
        book = openpyxl.load_workbook(path)
        for name, value in cells.items():
            book["Angka"][name] = value
        book.save(path)
        return path

    return fill


def told(path, capsys, day="2024-09-22"):
    main(["check", path.as_posix(), "--data", GOOD.as_posix(), "--as-of", day, "--format", "json"])
    items = json.loads(capsys.readouterr().out)
    return {(item["code"], item["cell"]) for item in items}, items


FIRST = {"G5": 1200, "H5": dt.date(2020, 3, 1), "I5": 350, "L5": "Bagian Rekaan"}


def test_the_template_as_it_comes_and_filled_in_rightly_has_no_problem(template, capsys):
    assert told(template({}), capsys)[0] == set()
    rest = {
        f"{column}{row}": value
        for row in range(6, 11)
        for column, value in {"G": 1200.0, "H": dt.date(2020, 3, 1), "I": 350.0, "L": "Bagian Rekaan"}.items()
    }
    assert told(template(FIRST | rest), capsys)[0] == set()


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"I5": 1300}, ("W015", "Angka!I5")),
        ({"G5": "1.200"}, ("W005", "Angka!G5")),
        ({"G5": 1.2}, ("W005", "Angka!G5")),
        ({"H5": "16/09/2024"}, ("W006", "Angka!H5")),
        ({"B5": dt.date(2020, 3, 3)}, ("W007", "Angka!B5")),
        ({"I5": "1,99E+17"}, ("W005", "Angka!I5")),
        ({"L5": None}, ("W010", "Angka!L5")),
        ({"M5": "=A1"}, ("W020", "Angka!M5")),
        ({"J5": "orang"}, ("W009", "Angka!J5")),
        ({"H5": None}, ("W028", "Angka!H5")),
        ({"G6": 1200, "H6": dt.date(2020, 3, 1), "I6": 340, "L6": "Bagian Rekaan"}, ("W016", "Angka!I6")),
    ],
)
def test_a_slip_in_a_cell_is_told_by_its_cell(template, capsys, cells, problem):
    codes, _ = told(template(FIRST | cells), capsys)
    assert {found for found in codes if found[0] != "W019"} == {problem}


@pytest.mark.parametrize("place", ["I5", "M5", "Q40"])
def test_a_staff_number_anywhere_in_it_is_found_and_never_repeated(template, capsys, place):
    number = int("199001012015" + "041000")
    codes, items = told(template(FIRST | {place: number}), capsys)
    assert ("X001", f"Angka!{place}") in codes
    assert str(number) not in json.dumps(items)


def test_the_words_about_a_cell_name_the_cell(template, capsys):
    path = template(FIRST | {"I5": 1300})
    main(["check", path.as_posix(), "--data", GOOD.as_posix(), "--as-of", "2020-03-09", "--lang", "en"])
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{path.as_posix()}:Angka!I5: W015 (error): It says that 1300 people have signed, but 1200 must."
    )
