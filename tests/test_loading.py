"""Whatever a data file holds, the answer is a report: never a traceback, never silence about what could not be read."""

import json
import random
import time
from pathlib import Path

import pytest

from netral.cli import main
from netral.load.files import read_source
from netral.load.nodes import read_nodes
from netral.model.place import Place
from netral.problems import Problem

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "tests/good"
RECORD = "- id: sumber-rekaan\n  kind: press\n  publisher: 'Penerbit Rekaan'\n  url: null\n"
NESTED = 100_000
CONTROL = [*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9B, 0x200B, 0x2028, 0x2029, 0x202E, 0xFEFF]


@pytest.fixture
def codes(tmp_path, monkeypatch, capsys):
    """What `netral check` says of a data file with these bytes: its codes, sorted, each once."""
    monkeypatch.chdir(tmp_path)

    def check(content, name="sources.yaml"):
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["check", name, "--data", str(GOOD), "--as-of", "2024-09-22", "--format", "json"])
        printed = capsys.readouterr()
        items = json.loads(printed.out)
        assert printed.err == ""
        assert status == (1 if items else 0)
        assert all(item["file"] == name and item["line"] >= 1 and item["column"] >= 1 for item in items)
        assert all(len(item["message"]["id"]) < 1000 for item in items)
        return sorted({item["code"] for item in items})

    return check


CLEAN = {
    "as people write it": RECORD,
    "byte order mark": "\ufeff" + RECORD,
    "line ends of Windows": RECORD.replace("\n", "\r\n"),
    "line ends of old Macs": RECORD.replace("\n", "\r"),
    "no entries": "[]\n",
    "one document mark": "---\n" + RECORD + "...\n",
    "an anchor nobody uses": RECORD.replace("'Penerbit", "&a 'Penerbit"),
    "letters of every kind": RECORD.replace("Rekaan'", "Rékaan 报 😀 ع'"),
}


@pytest.mark.parametrize("content", CLEAN.values(), ids=CLEAN)
def test_these_are_read_without_a_word(content, codes):
    assert codes(content) == []


def test_lines_are_counted_as_editors_count_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for end in ("\n", "\r\n", "\r"):
        Path("sources.yaml").write_bytes(end.join(["# satu", "- id: a", "  kind: no"]).encode())
        source, _ = read_source(Path("sources.yaml"), "sources.yaml")
        _, problems = read_nodes(source)
        assert problems == [Problem("Y004", Place("sources.yaml", 3, 9), {"value": "no"})]
        assert source.line(3) == "  kind: no"
        assert (source.line(0), source.line(4)) == ("", "")


HOSTILE = {
    "nothing": ("", ["F002"]),
    "blanks": (" \n\t\n\r\n", ["F002"]),
    "byte order mark alone": ("\ufeff", ["F002"]),
    "comments alone": ("# satu\n# dua\n", ["F002"]),
    "empty document": ("---\n", ["F002"]),
    "null": ("null\n", ["F002"]),
    "empty documents": ("---\n---\n", ["Y001"]),
    "two documents": (RECORD + "---\n" + RECORD, ["Y001"]),
    "entries below the empty list": ("[]\n" + RECORD, ["Y001"]),
    "UTF-16": (RECORD.encode("utf-16"), ["F003"]),
    "Latin-1": ("- id: é\n".encode("latin-1"), ["F003"]),
    "cut in the middle of a letter": (RECORD.encode() + "é".encode()[:1], ["F003"]),
    "a null byte": (RECORD.encode() + b"\0", ["F004"]),
    "an archive": (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", ["F004"]),
    "flow lists in lists": ("[" * NESTED, ["Y007"]),
    "flow mappings in mappings": ("{a: " * NESTED, ["Y007"]),
    "block lists in lists": ("- " * NESTED, ["Y007"]),
    "closed lists in lists": ("[" * NESTED + "]" * NESTED, ["Y007"]),
    "a key without end": ("k" * NESTED + ": v\n", ["Y001"]),
    "a long key": (RECORD + "  ? " + "k" * NESTED + "\n  : v\n", ["K001"]),
    "a long key twice": (RECORD + 2 * ("  ? " + "k" * NESTED + "\n  : v\n"), ["K001", "Y003"]),
    "a list as key": (RECORD + "  ? [a]\n  : v\n", ["Y001"]),
    "a mapping as key": (RECORD + "  ? {a: b}\n  : v\n", ["Y001"]),
    "no key": (RECORD + "  '': v\n  ~: v\n", ["Y001"]),
    "the key of the loader's own": (RECORD + "  '@at': v\n", ["Y001"]),
    "a merge key": (RECORD + "  <<: {kind: press}\n", ["K001"]),
    "an alias": (RECORD.replace("null", "*id001"), ["Y005"]),
    "a list inside itself": ("&a [*a]\n", ["Y005"]),
    "a Python object": ("- !!python/object/apply:os.system ['true']\n", ["K003", "Y006"]),
    "a name of Python": (RECORD.replace("'Penerbit Rekaan'", "!!python/name:os.system x"), ["Y006"]),
    "a tag of its own": (RECORD.replace("'Penerbit", "!penting 'Penerbit"), ["Y006"]),
    "binary in YAML": (RECORD.replace("'Penerbit Rekaan'", "!!binary aGFsbw=="), ["Y006"]),
    "an unknown tag handle": (RECORD.replace("'Penerbit Rekaan'", "!a!b c"), ["Y001"]),
    "a directive": ("%YAML 9.9\n---\n" + RECORD, ["Y001"]),
    "a mapping on top": ("sumber:\n  kind: press\n", ["K003"]),
    "one text": ("halo\n", ["K003"]),
    "one number": ("7\n", ["K003"]),
    "one bent word": ("no\n", ["K003"]),
    "a list of texts": ("- satu\n- dua\n", ["K003"]),
    "a list of lists": ("- [satu]\n- []\n", ["K003"]),
    "a list of nothing": ("-\n-\n", ["K003"]),
    "an empty mapping": ("- {}\n", ["K002"]),
    "a mapping as text": (RECORD.replace("'Penerbit Rekaan'", "{a: {b: [c]}}"), ["K003"]),
    "blanks as date, choice, list and name": (
        "- id: ''\n  kind: ''\n  publisher: 'x'\n  url: null\n  date: ' '\n",
        ["K002"],
    ),
    "a list as date": (RECORD + "  date: [2024]\n", ["D003"]),
    "nothing as date": (RECORD.replace("sources", "") + "  opened_on:\n  date: 0\n", ["D003"]),
    "a number of 5000 digits": (RECORD + "  date: " + "9" * 5000 + "\n", ["D003"]),
    "a letter that is none": (RECORD.replace("'Penerbit Rekaan'", '"\\ud800"'), ["Y001"]),
    "a number that is no letter": (RECORD.replace("'Penerbit Rekaan'", '"\\UFFFFFFFF"'), ["Y001"]),
    "a path of Windows": (RECORD.replace("'Penerbit Rekaan'", '"C:\\Users\\x"'), ["Y001"]),
    "a command to the terminal": (RECORD.replace("'Penerbit Rekaan'", '"\\e[2J"'), ["Y001"]),
    "an address without end": (RECORD.replace("null", "https://" + "a" * NESTED), ["C002"]),
    "an address in brackets": (RECORD.replace("null", "'https://[::1'"), ["C002"]),
}


@pytest.mark.parametrize(("content", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_in_these_problems(content, expected, codes):
    assert codes(content) == expected


@pytest.mark.parametrize("sign", CONTROL, ids=hex)
def test_an_invisible_sign_is_told(sign, codes):
    content = RECORD.replace("Penerbit", f"Pener{chr(sign)}bit")
    assert codes(content) == ["F004"]


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_are_never_read(seed, codes):
    noise = random.Random(seed).randbytes(10 ** (seed % 4 + 2))
    assert codes(noise) in (["F003"], ["F004"])


@pytest.mark.parametrize("seed", range(40))
def test_random_signs_of_yaml_end_in_a_report(seed, codes):
    chance = random.Random(seed)
    text = "".join(chance.choices("- :\n'\"[]{}#&*!|>%@?,ab01.~", k=200))
    assert codes(text) != [] or text.strip() == "[]"


@pytest.mark.parametrize("seed", range(40))
def test_data_with_random_slips_end_in_a_report(seed, codes):
    chance = random.Random(seed)
    path = chance.choice(sorted(GOOD.glob("*.yaml")))
    text = path.read_text(encoding="utf-8")
    for _ in range(3):
        start = chance.randrange(len(text))
        slip = chance.choice(["", " ", "\n", ": ", "- ", "'", "[", "null", "\t", "  ", "no", "{"])
        text = text[:start] + slip + text[start + chance.randrange(4) :]
    codes(text, path.name)


LONG = {
    "letters": "a" * 300_000,
    "digits": "1" * 300_000,
    "digits and spaces": "1 " * 150_000,
    "almost addresses": "a.a@" * 75_000,
    "dots": "x@" + "a." * 150_000,
    "hyphens": "a-" * 150_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_line_takes_no_longer_than_its_length(text, codes):
    start = time.process_time()
    codes(RECORD.replace("Penerbit Rekaan", text).replace("null", text))
    assert time.process_time() - start < 5


def test_many_problems_are_told_in_a_moment(codes):
    start = time.process_time()
    assert codes("- satu\n" * 5_000) == ["K003"]
    assert time.process_time() - start < 10


def test_a_folder_in_the_place_of_a_file_is_no_file(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("sources.yaml").mkdir()
    assert main(["check", "sources.yaml", "--data", str(GOOD), "--format", "json"]) == 1
    assert [item["code"] for item in json.loads(capsys.readouterr().out)] == ["F001"]


def test_a_missing_data_folder_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--data", "tidak-ada", "--format", "json"]) == 1
    assert [item["code"] for item in json.loads(capsys.readouterr().out)] == ["F001"]
