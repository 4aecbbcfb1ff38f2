"""Whatever a file of weekly figures holds, the answer is a report: never a traceback."""

import io
import json
import random
import zipfile
from pathlib import Path

import openpyxl
import pytest

from netral.cli import main
from netral.model.completion import COLUMNS

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "tests/good"
HEADER = ",".join(COLUMNS)
ROW = "putaran-rekaan,2020-03-02,all,2,any,1,1200,2020-03-01,350,persons,provisional,Bagian Rekaan,catatan"
TEXT = f"{HEADER}\n{ROW}\n{ROW.replace('03-02', '03-09')}\n{ROW.replace('03-02', '03-16')}\n"
SLIPS = [
    "",
    ",",
    '"',
    '""',
    ";",
    "\t",
    "\n",
    "=",
    "-",
    "-1",
    "0",
    "1e9",
    "E+17",
    "1.200",
    "\uff19",
    "١٢",
    "²",
    "9" * 400,
]
SLIPS += [
    "0000-00-00",
    "2020-02-30",
    "9999-12-27",
    "0001-01-01",
    "withheld",
    "é😀",
    "'",
    "%",
    "nan",
    "inf",
    "1_000",
    "+5",
]


@pytest.fixture
def codes(tmp_path, monkeypatch, capsys):
    """What `netral check` says of a file with these bytes: its codes, sorted, each once."""
    monkeypatch.chdir(tmp_path)

    def check(content, name="instansi-rekaan.csv"):
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        status = main(["check", name, "--data", str(GOOD), "--as-of", "2024-09-22", "--format", "json"])
        printed = capsys.readouterr()
        items = json.loads(printed.out)
        assert printed.err == ""
        assert status == (1 if {item["severity"] for item in items} & {"error"} else 0)
        assert all(len(item["message"]["id"]) < 1000 for item in items)
        return sorted({item["code"] for item in items})

    return check


HOSTILE = {
    "no rows": (f"{HEADER}\n", []),
    "blanks only": (" \n \n", ["F002"]),
    "another table": ("nama,jabatan\nx,y\n", ["W003"]),
    "an old encoding": (TEXT.replace("catatan", "é").encode("latin-1"), ["F003"]),
    "two-byte letters": (TEXT.encode("utf-16"), ["F003"]),
    "a workbook under another name": (b"PK\x03\x04\x00\x00", ["F004"]),
    "a page of the web": ("<!doctype html>\n<p>a, b</p>\n", ["W003"]),
    "a cell without end": (TEXT.replace("catatan", "a" * 300_000), ["W021"]),
    "a row without end": (TEXT.replace("catatan", "," * 100_000), ["W004"]),
    "a count without end": (TEXT.replace(",350,", f",{'9' * 5000},"), ["W005"]),
    "a year nobody lived in": (TEXT.replace("2020-03-02", "0001-01-01"), ["W006"]),
    "a year nobody will": (TEXT.replace("2020-03-02", "9999-12-27"), ["W006"]),
    "a day there is not": (TEXT.replace("2020-03-02", "2020-02-30"), ["W006"]),
    "digits of another script": (TEXT.replace(",350,", ",٣٥٠,"), ["W019"]),
    "a command to the terminal": (TEXT.replace("catatan", "\x1b[2J"), ["F004"]),
    "a formula": (TEXT.replace("catatan", "=cmd|' /C calc'!A0"), ["W020"]),
}


@pytest.mark.parametrize(("content", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_in_these_problems(content, expected, codes):
    assert codes(content) == expected


@pytest.mark.parametrize("seed", range(60))
def test_figures_with_random_slips_end_in_a_report(seed, codes):
    chance = random.Random(seed)
    text = TEXT
    for _ in range(3):
        start = chance.randrange(len(HEADER) if seed % 3 else 0, len(text))
        text = text[:start] + chance.choice(SLIPS) + text[start + chance.randrange(4) :]
    codes(text)


@pytest.mark.parametrize("seed", range(30))
def test_cells_with_random_contents_end_in_a_report(seed, codes):
    chance = random.Random(seed)
    rows = [[chance.choice([*SLIPS, *ROW.split(",")]) for _ in COLUMNS] for _ in range(4)]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    codes("\n".join([HEADER, *quoted]) + "\n")


def workbook(*rows, sheets=("Angka", "netral")):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows if name == "Angka" else [["instansi-rekaan"]]:
            sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


BOOKS = {
    "no workbook": (b"PK\x03\x04", ["W027"]),
    "text": (b"round,week", ["W027"]),
    "nothing in it": (workbook(), ["W027"]),
    "nobody's": (workbook(list(COLUMNS), sheets=("Angka",)), ["W027"]),
    "other sheets": (workbook(sheets=("Rekap",)), ["W027"]),
    "fewer columns": (workbook(list(COLUMNS[:7])), ["W003"]),
    "the right columns and no rows": (workbook(list(COLUMNS)), []),
}


@pytest.mark.parametrize(("content", "expected"), BOOKS.values(), ids=BOOKS)
def test_hostile_workbooks_end_in_these_problems(content, expected, codes):
    assert codes(content, "angka.xlsx") == expected


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_workbook_ends_in_a_report(seed, codes):
    chance = random.Random(seed)
    content = bytearray(workbook(list(COLUMNS), [*ROW.split(",")[:6], 1200, "2020-03-01", 350, *ROW.split(",")[9:]]))
    for _ in range(1 + seed * 3):
        content[chance.randrange(len(content))] = chance.randrange(256)
    assert set(codes(bytes(content), "angka.xlsx")) <= {"W027", "W019", "W024", "W003", "W005", "W010", "X001"}


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_workbook_with_a_broken_part_ends_in_a_report(part, codes):
    raw = io.BytesIO(workbook(list(COLUMNS)))
    broken = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a>" if name == part else old.read(name))
    assert codes(broken.getvalue(), "angka.xlsx") == ["W027"]
