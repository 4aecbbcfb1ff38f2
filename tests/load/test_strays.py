"""Files of the data folder that nothing reads are told, each as what somebody seems to have meant."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.conftest import ROOT, Ran

from netral.load.strays import strays

NAMES = frozenset({"acts.yaml", "translations.csv"})
AGENCIES = frozenset({"kota-rekaan", "kabupaten-rekaan"})
HEAD = "round,week,unit,pact_version\n"


def told(data: Path, name: str, text: str = "rekaan\n") -> list[tuple[str, str]]:
    """The variant of each problem, and the name it proposes, once `name` is there."""
    (data / name).parent.mkdir(parents=True, exist_ok=True)
    (data / name).write_text(text, encoding="utf-8")
    found = list(strays(data, NAMES, AGENCIES))
    assert {problem.place.file for problem in found} <= {(data / name).as_posix()}
    prefix = f"{data.as_posix()}/"
    return [(problem.variant, problem.values.get("example", "").removeprefix(prefix)) for problem in found]


@pytest.mark.parametrize(
    "name",
    [
        "acts.yaml",
        "translations.csv",
        "demo/acts.yaml",
        "completion/kota-rekaan.csv",
        "units/kota-rekaan.csv",
        "demo/units/kota-rekaan.csv",
        "CATATAN.md",
        "completion/.kota-rekaan.csv.tmp",
        ".simpanan/acts.yaml",
    ],
)
def test_what_is_read_and_what_is_hidden_is_not_told(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, name) == []


@pytest.mark.parametrize(
    ("name", "text", "variant", "example"),
    [
        ("completion/kota-rekaan", HEAD, "figures", "completion/kota-rekaan.csv"),
        ("completion/kota-rekaan.txt", "", "figures", "completion/kota-rekaan.csv"),
        ("Completion/Kota Rekaan.CSV", HEAD, "figures", "completion/kota-rekaan.csv"),
        ("completion/2028/kota-rekan.csv", HEAD, "figures", "completion/kota-rekaan.csv"),
        ("kota-rekaan.csv", "apa saja\n", "figures", "completion/kota-rekaan.csv"),
        ("minggu-ini.csv", HEAD, "figures", "completion/kabupaten-rekaan.csv"),
        ("units/kota-rekaan.csv.txt", "", "figures", "units/kota-rekaan.csv"),
        ("completion/kota-rekaan.xlsx", "", "workbook", ""),
        ("Angka.ODS", "", "workbook", ""),
        ("akta.yaml", "[]\n", "", ""),
        ("demo/demo/acts.yaml", "[]\n", "", ""),
    ],
)
def test_a_file_that_nothing_reads_is_told_as_what_it_was_meant_for(
    name: str, text: str, variant: str, example: str, tmp_path: Path
) -> None:
    assert told(tmp_path, name, text) == [(variant, example)]


def test_an_example_is_given_where_no_agency_is_known(tmp_path: Path) -> None:
    (tmp_path / "minggu-ini.csv").write_text(HEAD, encoding="utf-8")
    (problem,) = strays(tmp_path, NAMES, frozenset())
    assert problem.values["example"] == (tmp_path / "completion/id-instansi.csv").as_posix()


@pytest.mark.parametrize("name", ["completion/kota-rekaan", "minggu.csv", "units/kota.yaml"])
def test_such_a_text_is_looked_through_too(name: str, tmp_path: Path, inside: Callable[..., Ran]) -> None:
    data = shutil.copytree(ROOT / "tests/good", tmp_path / "data")
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_text("Orang Rekaan,199001012015011" + "000\n", encoding="utf-8")
    ran = inside("check", "--as-of", "2024-09-22", "--format", "json", cwd=tmp_path)
    assert [problem["code"] for problem in json.loads(ran.out)] == ["F007", "X001"]


def test_of_a_picture_only_its_place_is_told(tmp_path: Path, inside: Callable[..., Ran]) -> None:
    data = shutil.copytree(ROOT / "tests/good", tmp_path / "data")
    (data / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    ran = inside("check", "--as-of", "2024-09-22", "--format", "json", cwd=tmp_path)
    assert [problem["code"] for problem in json.loads(ran.out)] == ["F007"]


def test_the_cells_of_such_a_workbook_are_looked_through_for_numbers_of_people(
    tmp_path: Path, inside: Callable[..., Ran]
) -> None:
    data = shutil.copytree(ROOT / "tests/good", tmp_path / "data")
    book = Workbook()
    book.active.append(["Nama", "NIP"])
    book.active.append(["Orang Rekaan", "199001012015011" + "000"])
    (data / "completion").mkdir(exist_ok=True)
    book.save(data / "completion/instansi-rekaan.xlsx")
    ran = inside("check", "--as-of", "2024-09-22", "--format", "json", cwd=tmp_path)
    assert ran.code == 1
    assert [problem["code"] for problem in json.loads(ran.out)] == ["F007", "X001"]
    assert "199001012015011" not in ran.out
