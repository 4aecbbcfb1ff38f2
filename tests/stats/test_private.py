"""What is private stays private: in no file of the repository, in no message, in no traceback."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.stats import layouts
from tests.stats.cases import CASES
from tests.stats.people import PEOPLE, SIGNED, TODAY, answers, secrets

from netral import write
from netral.cli import stats_import as stats
from netral.stats import counting


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def held(text):
    return [secret for secret in secrets() if secret in text]


def test_nothing_personal_is_written_or_told(desk_with_units):
    before = everything(desk_with_units.private)
    code, out, err = desk_with_units.run()
    assert code == 0
    assert held(out + err) == []
    for content in everything(desk_with_units.data).values():
        assert held(content.decode()) == []
    assert everything(desk_with_units.private) == before
    assert held(before[desk_with_units.private / "pegawai.csv"].decode())


def test_the_search_for_secrets_finds_one(desk):
    assert held((desk.private / "google.csv").read_text(encoding="utf-8"))


@pytest.mark.parametrize("where", ["count", "write"])
def test_a_fault_of_the_program_shows_no_cell(desk, monkeypatch, where):
    def fail(*given):
        raise ValueError(f"invalid literal: {PEOPLE[0].number} {PEOPLE[0].name} {given}")

    if where == "count":
        monkeypatch.setattr(counting._Row, "_key", fail)
    else:
        monkeypatch.setattr(stats, "replace_file", fail)
    code, out, err = desk.run()
    assert code == 2
    assert held(out + err) == []
    assert "ValueError (test_private.py:" in err
    assert not desk.target.exists()


def run_apart(desk, patch):
    """The import in a process of its own, after the lines `patch`."""
    script = f"import os, sys\nfrom netral.cli import main\n{patch}\nsys.exit(main(sys.argv[1:]))"
    words = ["--agency", "kabupaten-demo", "--round", "kabupaten-demo-2024", "--from", "google-forms", "--roster"]
    words += ["pegawai.csv", "--week", "2024-09-16", "--confirmed-by", "K", "--data", desk.data, "--as-of", TODAY]
    return subprocess.run(
        [sys.executable, "-c", script, "stats", "import", *map(str, words), "google.csv"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_fault_leaves_no_traceback_on_the_way_out(desk):
    fail = "def fail(self, cells): raise ValueError(str(cells))"
    ran = run_apart(desk, f"from netral.stats import counting\n{fail}\ncounting._Row._key = fail")
    assert ran.returncode == 2
    assert held(ran.stdout + ran.stderr) == []
    assert "ValueError" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_run_killed_at_the_last_step_leaves_the_figures_and_hinders_nobody(desk):
    assert desk.run()[0] == 0
    before = desk.target.read_bytes()
    layouts.google_forms(desk.private, answers()[:12])
    patch = "from netral import write\nwrite.os.replace = lambda *given: os._exit(9)"
    assert run_apart(desk, f"{patch}\nsys.argv += ['--note', 'uji']").returncode == 9
    assert desk.target.read_bytes() == before
    assert desk.run(note="uji")[0] == 0
    assert desk.target.read_bytes().startswith(before)
    assert len(desk.target.read_bytes()) > len(before)


@pytest.mark.parametrize("which", ["export", "roster"])
@pytest.mark.parametrize("how", ["inside", "data", "link-in", "link-out", "folder-link"])
def test_private_files_inside_the_repository_are_refused(desk, which, how):
    source = desk.private / ("google.csv" if which == "export" else "pegawai.csv")
    repository = desk.private.parent / "repo"
    inside = repository / ("data" if how == "data" else "docs") / source.name
    inside.parent.mkdir(exist_ok=True)
    path = inside
    if how == "link-out":
        link(inside, source)
    else:
        source.rename(inside)
        if how == "link-in":
            path = source
            link(path, inside)
        elif how == "folder-link":
            link(desk.private / "tautan", inside.parent)
            path = desk.private / "tautan" / source.name
    code, out, err = desk.run(path) if which == "export" else desk.run(roster=path)
    assert code == 2
    assert out == ""
    assert "di dalam repositori" in err
    assert not desk.target.exists()


def link(path, to):
    path.symlink_to(to, target_is_directory=to.is_dir())


def test_the_repository_is_known_by_git_too(desk):
    repository = desk.private.parent / "repo"
    (repository / "mkdocs.yml").unlink()
    (desk.private / "google.csv").rename(repository / "google.csv")
    assert desk.run(repository / "google.csv")[0] == 0
    desk.target.unlink()
    (repository / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    code, _, err = desk.run(repository / "google.csv", lang="en")
    assert code == 2
    assert "lies inside the repository, whose content is open to all" in err


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_who_is_missing_is_written_for_heads_of_units(desk_with_units, suffix):
    path = desk_with_units.private / f"belum.{suffix}"
    code, out, _ = desk_with_units.run(missing=path)
    assert code == 0
    assert held(out) == []
    if suffix == "csv":
        rows = [line.split(",") for line in path.read_text(encoding="utf-8-sig").splitlines() if '"' not in line]
    else:
        rows = [list(row) for row in load_workbook(path).active.iter_rows(values_only=True) if "," not in row[1]]
    signed = {each.number for each in answers() if each.sent.day < 23}
    left = [p for p in PEOPLE if p.number not in signed and p not in (*PEOPLE[:25], PEOPLE[27]) and "," not in p.name]
    assert rows[0] == ["Unit kerja", "Nama", "NIP"]
    assert [row[1] for row in rows[1:]] == [p.name for p in sorted(left, key=lambda p: p.unit)]
    assert all(row[2] in {p.number for p in left} for row in rows[1:])
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_as_many_are_missing_as_have_not_signed(desk):
    path = desk.private / "belum.csv"
    assert desk.run(missing=path)[0] == 0
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1 + len(PEOPLE) - SIGNED


def test_a_name_that_looks_like_a_formula_is_none(desk):
    roster = desk.private / "pegawai.csv"
    text = roster.read_text(encoding="utf-8").replace(PEOPLE[39].name, "=HYPERLINK(1)")
    roster.write_bytes(text.encode())
    assert desk.run(missing=desk.private / "belum.csv")[0] == 0
    assert "'=HYPERLINK(1)" in (desk.private / "belum.csv").read_text(encoding="utf-8-sig")
    assert desk.run(missing=desk.private / "belum.xlsx")[0] == 0
    sheet = load_workbook(desk.private / "belum.xlsx").active
    assert [cell.data_type for row in sheet for cell in row if cell.value == "=HYPERLINK(1)"] == ["s"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (Path("../repo/belum.csv"), "would lie inside the repository"),
        (Path("../repo/data/demo/belum.csv"), "would lie inside the repository"),
        (Path("belum.txt"), "must end in .csv or .xlsx"),
        (Path("pegawai.csv"), "is there already"),
        (Path("tidak-ada/belum.csv"), "its folder is not"),
    ],
)
def test_a_list_of_names_goes_nowhere_else(desk, path, told):
    before = everything(desk.private.parent)
    code, out, err = desk.run(missing=path, lang="en")
    assert (code, out) == (2, "")
    assert told in err
    assert everything(desk.private.parent) == before


def test_a_list_of_names_needs_names(desk):
    CASES["I015-headcount"].change(desk.private)
    roster = desk.private / "pegawai.csv"
    roster.write_bytes(roster.read_bytes().partition(b"Dinas Rekaan Api")[0])
    code, _, err = desk.run(missing=desk.private / "belum.csv", lang="en")
    assert code == 2
    assert "holds headcounts, not people" in err
    assert not desk.target.exists()


@pytest.mark.parametrize("second", [False, True])
def test_a_killed_run_leaves_the_figures_as_they_were(desk, monkeypatch, second):
    if second:
        assert desk.run()[0] == 0
        layouts.google_forms(desk.private, answers()[:12])
    before = everything(desk.data)

    def stop(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr(write.os, "replace", stop)
    assert desk.run(note="uji")[0] == 130
    assert everything(desk.data) == before
