"""`netral check PATH`: which files it looks at, and what it says of those it does not."""

import shutil
from pathlib import Path

import pytest

from netral.cli import main

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "data")
    return tmp_path / "data"


def test_a_stranger_is_refused_and_not_praised(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("- id: x\n", encoding="utf-8")
    assert main(["check", str(draft), "--data", str(data), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"netral: {draft} is no data file and lies in neither the data nor the docs folder, so there is nothing to"
        " check. Name it one of: acts.yaml, agencies.yaml, channels.yaml, datapackage.yaml, disclosure.yaml,"
        " elections.yaml, links.yaml, pacts.yaml, redirects.yaml, regulations.yaml, sanctions.yaml, site.yaml,"
        " sources.yaml, translations.csv, unrecorded.yaml\n"
    )


def test_a_file_is_the_same_however_its_path_is_spelled(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = data / "acts.yaml"
    acts.write_text(acts.read_text(encoding="utf-8").replace("kind: ", "knd: ", 1), encoding="utf-8")
    monkeypatch.chdir(data.parent)
    reports = []
    for path in ("data/acts.yaml", "./data/../data/acts.yaml", str(acts)):
        assert main(["check", path, "--data", "data", "--lang", "en"]) == 1
        reports.append(capsys.readouterr().out)
    assert "K001" in reports[0]
    assert reports[0] == reports[1] == reports[2]


def test_problems_of_other_files_are_not_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts = data / "acts.yaml"
    acts.write_text(acts.read_text(encoding="utf-8").replace("kind: ", "knd: ", 1), encoding="utf-8")
    assert main(["check", str(data / "pacts.yaml"), "--data", str(data), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_a_file_that_is_a_link_to_itself_is_told_as_missing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts = data / "acts.yaml"
    acts.unlink()
    acts.symlink_to("acts.yaml")
    assert main(["check", str(acts), "--data", str(data), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={acts},line=1,col=1,title=F001")


def test_prose_beside_the_data_is_looked_through_for_personal_data(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = data.parent / "docs" / "id" / "halaman.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Judul\n\nTulis kepada seseorang@contoh.example\n", encoding="utf-8")
    assert main(["check", "--data", str(data), "--format", "github", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"::error file={page},line=3,col=14,title=X003")
    assert "seseorang" not in out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_number_of_a_person_is_not_repeated_by_another_rule(
    data: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    number = "198001012005010" + "000"  # serial 000: nobody's
    row = f"putaran-rekaan,2020-03-02,all,2,any,1,1200,2020-03-01,{number},persons,final,Bagian Kepegawaian,"
    (data / "completion").mkdir()
    head = (
        "round,week,unit,pact_version,method,revision,headcount,headcount_date,signed,counted,status,confirmed_by,note"
    )
    (data / "completion" / "instansi-rekaan.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    assert main(["check", "--data", str(data), "--as-of", "2020-03-20", "--format", form, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "X001" in out
    assert number not in out
