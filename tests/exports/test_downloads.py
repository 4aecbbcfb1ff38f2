"""The tables and their Data Package: what outsiders download passes their tool, and is what the agency published."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.exports.downloads import PACKAGE, download_files
from netral.load import load


def frictionless(package: Path) -> dict[str, object]:
    """The report of the tool that outsiders run."""
    ran = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", package.name, "--json"],
        cwd=package.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    report: dict[str, object] = json.loads(ran.stdout)
    assert (ran.returncode == 0) == report["valid"]
    return report


def test_the_published_package_passes_the_tool_of_outsiders(site: Path) -> None:
    report = frictionless(site / PACKAGE)
    assert report["valid"] is True
    tasks = report["tasks"]
    assert isinstance(tasks, list)
    assert {task["place"] for task in tasks} == {
        "completion/kabupaten-demo.csv",
        "units/kabupaten-demo.csv",
        "pact-versions.csv",
    }


@pytest.mark.parametrize(
    ("good", "bad"),
    [(",2026-04-20,", ",20/04/2026,"), (",all,1,form,1,1318", ",all,1,form,1,1.318"), (",persons,", ",orang,")],
)
def test_that_tool_refuses_a_spoilt_table(good: str, bad: str, site: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(site / "data", tmp_path / "data", ignore=shutil.ignore_patterns("kode", "laporan"))
    table = folder / "completion" / "kabupaten-demo.csv"
    text = table.read_text(encoding="utf-8")
    assert good in text
    table.write_text(text.replace(good, bad, 1), encoding="utf-8")
    assert frictionless(folder / "datapackage.json")["valid"] is False


def test_tables_are_published_as_they_stand_in_the_repository(site: Path) -> None:
    for name in ("completion/kabupaten-demo.csv", "units/kabupaten-demo.csv"):
        assert (site / "data" / name).read_bytes() == (ROOT / "data" / "demo" / name).read_bytes()


def test_made_up_tables_are_called_so(site: Path) -> None:
    package = json.loads((site / PACKAGE).read_text(encoding="utf-8"))
    assert [(r["name"], r["path"]) for r in package["resources"]] == [
        ("completion-kabupaten-demo", "completion/kabupaten-demo.csv"),
        ("units-kabupaten-demo", "units/kabupaten-demo.csv"),
        ("pact-versions", "pact-versions.csv"),
    ]
    assert all("data rekaan" in r["title"] and "made-up data" in r["title_en"] for r in package["resources"][:2])
    assert "{agency}" not in json.dumps(package)


def test_a_made_up_name_that_does_not_say_so_gets_the_words(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    agencies = folder / "demo" / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(text.replace(" (data rekaan)'", "'", 1), encoding="utf-8")
    package = json.loads(download_files(load(folder, demo=True))[PACKAGE])
    assert package["resources"][0]["title"] == "Angka mingguan: Kabupaten Contoh (data rekaan)"


def test_without_tables_there_is_no_package() -> None:
    loaded = load(ROOT / "tests" / "good")
    assert loaded.dataset.completion == ()
    assert download_files(loaded) == {}


def test_every_version_of_a_pact_is_published_with_its_digest(site: Path) -> None:
    with (site / "data" / "pact-versions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = load(ROOT / "data", demo=True).dataset.pacts
    assert [(row["pact"], row["version"]) for row in rows] == [
        (pact.id, each.version) for pact in known for each in (*pact.past, pact)
    ]
    assert [(row["version"], row["digest"][:12], row["until"], row["substantive"]) for row in rows[-2:]] == [
        ("1", "8580146ec540", "2026-07-12", ""),
        ("2", "fd2eb47b5ccc", "", "true"),
    ]


def test_a_contract_without_that_table_publishes_none_and_one_with_other_columns_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    contract = folder / "datapackage.yaml"
    text = contract.read_text(encoding="utf-8")
    before, after = text.split("  - name: pact-versions\n")
    contract.write_text(before, encoding="utf-8")
    assert "data/pact-versions.csv" not in download_files(load(folder, demo=True))
    contract.write_text(
        before + "  - name: pact-versions\n" + after.replace("name: digest", "name: sidik"), encoding="utf-8"
    )
    assert [problem.code for problem in load(folder, demo=True).problems] == ["W026"]
