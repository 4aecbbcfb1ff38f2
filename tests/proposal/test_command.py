"""`netral proposal`: two data folders, a summary, and an exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran
from tests.proposal.published_pact import Pacts

from netral.cli import main
from netral.proposal.summary import summary

OTHER = {"id": "Saya selalu netral.", "en": "I always stay neutral."}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Pacts, Pacts]:
    return Pacts(tmp_path / "before"), Pacts(tmp_path / "data")


@pytest.fixture
def run(two: tuple[Pacts, Pacts], inside: Callable[..., Ran]) -> Callable[..., Ran]:
    before, after = two

    def told(*options: str, lang: str = "id") -> Ran:
        where = ["--before", str(before.folder), "--data", str(after.folder), "--as-of", "2024-09-22"]
        return inside("proposal", *where, "--lang", lang, *options, cwd=after.folder.parent)

    return told


def test_nothing_changed(run: Callable[..., Ran]) -> None:
    assert run() == (0, "## Naskah pakta: apa yang berubah\n\nUsulan ini tidak mengubah naskah pakta.\n", "")
    assert run(lang="en").out == "## Texts of pacts: what changes\n\nThis proposal changes no text of a pact.\n"
    assert run("--format", "json") == (0, "[]\n", "")


@pytest.mark.parametrize("substantive", [True, False])
def test_a_new_version_is_told(two: tuple[Pacts, Pacts], run: Callable[..., Ran], *, substantive: bool) -> None:
    _, after = two
    after.replace(OTHER, substantive=substantive)
    row = f"| Pakta rekaan | 3 | `{after.pact['digest'][:12]}` |"
    ran = run()
    assert ran.code == 0
    words = (
        "baru; yang sudah menandatangani versi 2 menandatangani lagi. Rekaan."
        if substantive
        else "baru; hanya kata-katanya, jadi tanda tangan versi 2 tetap berlaku. Rekaan."
    )
    assert ran.out == (
        "## Naskah pakta: apa yang berubah\n\n"
        f"| Pakta | Versi | Sidik | Keterangan |\n| --- | --- | --- | --- |\n{row} {words} |\n\n"
        "Baca naskah yang baru sekali lagi. Sesudah digabung, versi ini tidak dapat diubah atau dihapus lagi;"
        " perubahan apa pun menjadi versi baru.\n"
    )
    words = (
        "new; who signed version 2 signs again. Made up."
        if substantive
        else "new; only its wording, so signatures of version 2 still count. Made up."
    )
    assert f"{row.replace('Pakta rekaan', 'Made-up pact')} {words} |" in run(lang="en").out


def test_a_first_version_a_completed_date_and_a_decision_made_anew_are_told(
    two: tuple[Pacts, Pacts], run: Callable[..., Ran]
) -> None:
    _, after = two
    again = {key: value for key, value in after.pact.items() if key not in {"past", "change"}} | {"id": "pakta-kedua"}
    after.pact |= {"date": "2023-05", "change": after.pact["change"] | {"substantive": False}}
    after.write([after.pact, again])
    ran = run(lang="en")
    assert ran.code == 0
    assert [line.rpartition("` | ")[2] for line in ran.out.splitlines() if "`" in line] == [
        "its date was completed or corrected |",
        "its meaning is now said to be the same: signatures of the version before count |",
        "new; the first version |",
    ]
    after.pact["change"]["substantive"] = True
    two[0].pact["change"]["substantive"] = False
    two[0].write()
    after.write()
    assert "its meaning is now said to have changed: who signed the version before signs again" in run(lang="en").out


def test_a_rewritten_text_is_an_error_at_its_line(two: tuple[Pacts, Pacts], run: Callable[..., Ran]) -> None:
    _, after = two
    after.pact["points"][0] = OTHER
    after.digests()
    ran = run()
    assert ran.code == 1
    assert "**Versi yang sudah terbit tidak boleh diubah atau dihapus**" in ran.out
    assert "### Yang harus diperbaiki\n\n1. **" in ran.out
    assert "(P009, kesalahan): Butir 1 pakta versi" in ran.out
    assert "| **diubah di tempat: tidak boleh** |" in ran.out
    head, _, line, *_ = run("--format", "text", lang="en").out.splitlines()
    assert head.endswith(': P009 (error): Point 1 of version "2" of the pact, which is published, was changed.')
    assert head.startswith(f"{after.file.as_posix()}:")
    assert OTHER["id"] in line


def test_a_removed_version_is_an_error(two: tuple[Pacts, Pacts], run: Callable[..., Ran]) -> None:
    _, after = two
    after.pact["past"] = []
    del after.pact["change"]
    after.write()
    ran = run("--format", "json")
    assert ran.code == 1
    assert [item["code"] for item in json.loads(ran.out)] == ["P011"]
    assert "| Made-up pact | 1 |" in run(lang="en").out
    assert "| **removed: not allowed** |" in run(lang="en").out


def test_made_up_pacts_are_nobodys_promise(two: tuple[Pacts, Pacts], run: Callable[..., Ran]) -> None:
    for pacts, points in zip(two, (two[0].pact["points"], [OTHER]), strict=True):
        (pacts.folder / "demo").mkdir()
        pacts.write([pacts.pact | {"id": "pakta-demo", "points": points}])
        pacts.file.rename(pacts.folder / "demo" / "pacts.yaml")
        pacts.write()
    assert run().code == 0
    assert "Usulan ini tidak mengubah naskah pakta." in run().out


@pytest.mark.parametrize("which", [0, 1])
def test_what_cannot_be_read_is_said_to_be_not_compared(
    two: tuple[Pacts, Pacts], run: Callable[..., Ran], which: int
) -> None:
    two[which].file.write_text("a: [", encoding="utf-8")
    ran = run()
    assert ran.code == 0
    assert "Sebagian pakta belum terbaca, jadi belum semuanya dapat dibandingkan." in ran.out
    assert "tidak mengubah naskah" not in ran.out
    assert "Some pacts cannot be read, so not all could be compared." in summary([], [], "en", unread=True)


def test_the_summary_is_added_to_what_is_there_whatever_is_printed(
    two: tuple[Pacts, Pacts], run: Callable[..., Ran], tmp_path: Path
) -> None:
    two[1].pact["version"] = "9"
    two[1].write()
    file = tmp_path / "summary.md"
    file.write_text("sudah ada\n", encoding="utf-8")
    ran = run("--format", "github", "--summary", str(file))
    assert ran.code == 1
    assert "title=P010 (kesalahan)::" in ran.out
    assert file.read_text(encoding="utf-8") == "sudah ada\n" + run().out


def test_the_summary_of_figures_does_not_say_that_nothing_is_wrong(
    two: tuple[Pacts, Pacts], inside: Callable[..., Ran]
) -> None:
    before, after = two
    after.pact["version"] = "9"
    after.write()
    where = ["--before", str(before.folder), "--data", str(after.folder), "--as-of", "2024-09-22"]
    ran = inside("stats", "changes", *where, "--lang", "en", cwd=after.folder)
    assert ran.code == 0  # it fails for figures alone; `netral proposal` fails for this
    assert "(P010, error): Version " in ran.out
    assert "No errors" not in ran.out


def test_a_folder_that_is_not_there_is_refused(
    two: tuple[Pacts, Pacts], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "tidak"
    assert main(["proposal", "--before", str(gone), "--data", str(two[1].folder), "--lang", "id"]) == 2
    assert capsys.readouterr().err == f"netral: {gone} bukan folder data\n"
