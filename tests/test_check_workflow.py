"""The job "data" of check.yml, run here as the host runs it: two commits, the commands of the file, a summary."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.conftest import ROOT
from tests.test_project import WORKFLOWS, workflow

from netral.digest import pact_digest, part_digests
from netral.load import load
from netral.model.completion import COLUMNS

#: One worker makes the repository.
pytestmark = pytest.mark.xdist_group("check-workflow")

FILE = "completion/instansi-rekaan.csv"
HEAD = ",".join(COLUMNS)
FIRST = "putaran-rekaan,2020-03-02,all,2,any,1,1200,2020-03-01,200,persons,final,Bagian Kepegawaian Rekaan,"
NEXT = "putaran-rekaan,2020-03-09,all,2,any,1,1200,2020-03-01,260,persons,final,Bagian Kepegawaian Rekaan,"
#: The commands are asked about a week long past, and say "late"; the day is fixed as the host would not.
DAY = "1584230400"  # 2020-03-15


class Job(NamedTuple):
    """What the steps came to, and the summary on the page of the run."""

    codes: list[int]
    out: str
    summary: str


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Uji", "-c", "user.email=uji", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is published: the made-up data with one week of figures. Look, but change nothing in it."""
    folder = tmp_path_factory.mktemp("published") / "repository"
    shutil.copytree(ROOT / "tests" / "good", folder / "data")
    (folder / "data" / "completion").mkdir()
    (folder / "data" / FILE).write_text(f"{HEAD}\n{FIRST}\n", encoding="utf-8")
    (folder / ".gitignore").write_text("build/\n.venv/\n", encoding="utf-8")
    command = folder / ".venv" / "bin" / "netral"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netral "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    subprocess.run([command, "codeowners", "--write"], cwd=folder, check=True, capture_output=True)
    git(folder, "init", "--initial-branch=main", ".")
    git(folder, "add", ".")
    git(folder, "commit", "--message=terbit")
    return folder


@pytest.fixture
def repository(published: Path, tmp_path: Path) -> Path:
    """A copy of it, to propose something in."""
    return shutil.copytree(published, tmp_path / "repository")


def run_job(repository: Path, tmp_path: Path) -> Job:
    """Commit what was changed, then run the job's own commands but for the one that installs."""
    git(repository, "add", ".")
    git(repository, "commit", "--allow-empty", "--message=usulan")
    summary = tmp_path / "summary.md"
    summary.touch()
    env = os.environ | {"GITHUB_STEP_SUMMARY": str(summary), "SOURCE_DATE_EPOCH": DAY}
    codes: list[int] = []
    out = ""
    for step in workflow(WORKFLOWS[0])["jobs"]["data"]["steps"]:
        if "run" not in step or step["run"].startswith("make "):
            continue
        if any(codes) and step.get("if") != "${{ !cancelled() }}":
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-c", step["run"]],
            cwd=repository,
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        codes.append(done.returncode)
        out += done.stdout + done.stderr
    return Job(codes, out, summary.read_text(encoding="utf-8"))


def propose(repository: Path, *rows: str) -> None:
    (repository / "data" / FILE).write_text("".join(f"{row}\n" for row in (HEAD, *rows)), encoding="utf-8")


def test_a_good_week_is_shown_and_nothing_fails(repository: Path, tmp_path: Path) -> None:
    propose(repository, FIRST, NEXT)
    job = run_job(repository, tmp_path)
    assert job.codes == [0, 0, 0, 0, 0], job.out
    assert "**Tidak ada kesalahan.**" in job.summary
    assert "| seluruh instansi | 1.200 | 260 | +60 | baru, tetap |" in job.summary
    assert "CODEOWNERS" not in job.summary


def test_a_slip_is_told_beside_its_line_and_in_the_summary(repository: Path, tmp_path: Path) -> None:
    propose(repository, FIRST, NEXT.replace(",260,", ",1.260,"))
    job = run_job(repository, tmp_path)
    assert job.codes == [0, 1, 0, 0, 0]
    assert f"::error file=data/{FILE},line=3,col=55,title=W005 (kesalahan)::" in job.out
    assert "**Ada 1 kesalahan.**" in job.summary
    assert f"1. **data/{FILE}, baris 3, mulai huruf ke-55** (W005, kesalahan): " in job.summary


def test_a_published_figure_that_was_changed_fails_the_second_command_alone(repository: Path, tmp_path: Path) -> None:
    propose(repository, FIRST.replace(",200,", ",220,"), NEXT)
    job = run_job(repository, tmp_path)
    assert job.codes == [0, 0, 1, 0, 0]
    assert f"::error file=data/{FILE},line=2,col=55,title=W029 (kesalahan)::" in job.out
    assert "**diubah di tempat: tidak boleh**" in job.summary


def test_a_pact_rewritten_with_its_digest_fails_the_third_command_alone(repository: Path, tmp_path: Path) -> None:
    path = repository / "data" / "pacts.yaml"
    text = path.read_text(encoding="utf-8").replace("Saya bersikap netral.", "Saya selalu netral.")
    path.write_text(text, encoding="utf-8")
    pact = load(path.parent).dataset.pacts[0]
    text = text.replace(pact.digest, pact_digest(pact)).replace(pact.parts[0], part_digests(pact)[0])
    path.write_text(text, encoding="utf-8")
    job = run_job(repository, tmp_path)
    assert job.codes == [0, 0, 0, 1, 0]
    assert "::error file=data/pacts.yaml,line=24,col=11,title=P009 (kesalahan)::" in job.out
    assert "Tidak ada kesalahan" not in job.summary
    assert "| Pakta rekaan | 2 |" in job.summary


def test_maintainers_without_their_rule_are_told_what_to_paste(repository: Path, tmp_path: Path) -> None:
    path = repository / "data" / "agencies.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  contact: ", "  maintainers: ['@kepegawaian-rekaan']\n  contact: ", 1), encoding="utf-8"
    )
    job = run_job(repository, tmp_path)
    assert job.codes == [0, 0, 0, 0, 1]
    assert ".github/CODEOWNERS tidak cocok dengan data." in job.summary
    assert "\n/data/completion/instansi-rekaan.csv @kepegawaian-rekaan\n" in job.summary
