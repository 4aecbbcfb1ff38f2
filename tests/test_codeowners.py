"""Who may change whose figures: one file, made from the data, that the host reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.cli import main
from netral.codeowners import FILE, is_account

GOOD = ROOT / "tests" / "good"
MADE = """\
# Dibuat dari data/agencies.yaml dan data/site.yaml dengan: netral codeowners --write. Jangan diubah dengan tangan.
# Made from data/agencies.yaml and data/site.yaml by: netral codeowners --write. Do not change it by hand.
"""
NOBODY = """\
# Belum ada akun yang ditetapkan, jadi belum ada aturan. Isi "maintainers" sebuah instansi, atau "owners" di site.yaml.
# No account is set yet, so there is no rule. Fill in "maintainers" of an agency, or "owners" in site.yaml.
"""
NO_OWNERS = """\
# Berkas lain belum ada penanggung jawabnya. Isi "owners" di site.yaml.
# Nobody is set for the other files. Fill in "owners" in site.yaml.
"""
RULES = """\
/data/completion/instansi-rekaan.csv @bagian-kepegawaian @pemkot-rekaan/kepegawaian
/data/units/instansi-rekaan.csv @bagian-kepegawaian @pemkot-rekaan/kepegawaian
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "data")
    return tmp_path / "data"


def set_maintainers(data: Path, accounts: str) -> None:
    path = data / "agencies.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  contact: ", f"  maintainers: {accounts}\n  contact: ", 1), encoding="utf-8")


def set_owners(data: Path, accounts: str) -> None:
    with (data / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"  owners: {accounts}\n")


def shown(data: Path, capsys: pytest.CaptureFixture[str], *options: str, lang: str = "id") -> tuple[int, str]:
    code = main(["codeowners", "--data", str(data), "--lang", lang, *options])
    return code, capsys.readouterr().out


def test_with_nobody_set_it_says_so_and_rules_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(data, capsys) == (0, MADE + NOBODY)


def test_an_agency_has_a_line_for_each_of_its_files(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_maintainers(data, "['@bagian-kepegawaian', '@pemkot-rekaan/kepegawaian', '@bagian-kepegawaian']")
    assert shown(data, capsys) == (0, MADE + NO_OWNERS + RULES)


def test_the_owners_of_everything_stand_first_because_the_last_rule_counts(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_owners(data, "['@pengelola-rekaan']")
    assert shown(data, capsys) == (0, f"{MADE}* @pengelola-rekaan\n")
    set_maintainers(data, "['@bagian-kepegawaian', '@pemkot-rekaan/kepegawaian']")
    assert shown(data, capsys) == (0, f"{MADE}* @pengelola-rekaan\n{RULES}")


def test_what_was_written_passes_and_what_was_changed_by_hand_does_not(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = data.parent / FILE
    code, out = shown(data, capsys, "--check")
    assert code == 1
    assert out == (
        ".github/CODEOWNERS tidak cocok dengan data. Jalankan: netral codeowners --write. Lewat peramban: buka berkas"
        f" itu, hapus seluruh isinya, lalu tempel isi ini:\n\n```text\n{MADE}{NOBODY}```\n"
    )
    assert not path.exists()
    assert shown(data, capsys, "--write") == (0, ".github/CODEOWNERS ditulis.\n")
    assert path.read_bytes() == (MADE + NOBODY).encode()
    assert shown(data, capsys, "--check", lang="en") == (0, ".github/CODEOWNERS fits the data.\n")
    path.write_bytes((MADE + NOBODY).replace("\n", "\r\n").encode())
    assert shown(data, capsys, "--check")[0] == 0
    set_maintainers(data, "['@bagian-kepegawaian']")
    code, out = shown(data, capsys, "--check", lang="en")
    assert code == 1
    assert out.startswith(
        ".github/CODEOWNERS does not fit the data. Run: netral codeowners --write. In the browser: open that file,"
        " delete all it holds, and paste this:\n\n```text\n"
    )
    assert "/data/completion/instansi-rekaan.csv @bagian-kepegawaian\n" in out


@pytest.mark.parametrize("option", ["--write", "--check"])
def test_nothing_is_made_from_data_that_cannot_be_read(
    data: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    set_owners(data, "['@pengelola-rekaan']")
    assert shown(data, capsys, "--write")[0] == 0
    before = (data.parent / FILE).read_bytes()
    set_maintainers(data, "[bagian-kepegawaian]")
    code, out = shown(data, capsys, option)
    assert code == 1
    assert 'A003 (kesalahan): Isian "maintainers" memuat "bagian-kepegawaian" tanpa tanda @ di depannya.' in out
    (data / "agencies.yaml").write_text("- id: x\n", encoding="utf-8")
    code, out = shown(data, capsys, option)
    assert code == 1
    assert "K002 (kesalahan)" in out
    assert (data.parent / FILE).read_bytes() == before


def test_the_made_up_regency_has_no_rule(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "demo").mkdir()
    (data / "agencies.yaml").rename(data / "demo" / "agencies.yaml")
    (data / "agencies.yaml").write_text("[]\n", encoding="utf-8")
    set_maintainers(data / "demo", "['@bagian-kepegawaian']")
    assert shown(data, capsys) == (0, MADE + NOBODY)


def test_this_projects_own_file_fits_its_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(ROOT / "data", capsys, "--check") == (0, ".github/CODEOWNERS cocok dengan data.\n")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("@a", True),
        ("@pemkot-rekaan", True),
        ("@pemkot-rekaan/kepegawaian_1", True),
        ("pemkot-rekaan", False),
        ("@", False),
        ("@-a", False),
        ("@a-", False),
        ("@a--b", False),
        ("@a b", False),
        ("@a/", False),
        ("@a/b/c", False),
        ("@a #", False),
        ("@a\n* @b", False),
        ("@" + "a" * 40, False),
    ],
)
def test_what_is_an_account(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_account(text) is is_one
