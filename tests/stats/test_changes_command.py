"""`netral stats changes`: two data folders, a summary, and an exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from netral.cli import main
from netral.model.completion import COLUMNS

GOOD = Path(__file__).parents[1] / "good"
AGENCY = "instansi-rekaan"
DAY = "2020-04-01"
FIRST = "putaran-rekaan,2020-03-02,all,2,any,1,1200,2020-03-01,200,persons,final,Bagian Kepegawaian Rekaan,"
NEXT = "putaran-rekaan,2020-03-09,all,2,any,1,1200,2020-03-01,260,persons,provisional,Bagian Kepegawaian Rekaan,"
THIRD = "putaran-rekaan,2020-03-16,all,2,any,1,1200,2020-03-01,300,persons,final,Bagian Kepegawaian Rekaan,"
MENDED = "putaran-rekaan,2020-03-02,all,2,any,2,1200,2020-03-01,190,persons,corrected,Bagian Kepegawaian Rekaan,salah"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Two:
    """The data as they were published and as they are proposed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.before, self.data, self._capsys = folder / "before" / "data", folder / "data", capsys
        for path in (self.before, self.data):
            shutil.copytree(GOOD, path)

    def publish(self, *rows: str) -> None:
        self.write(self.before, *rows)

    def propose(self, *rows: str) -> None:
        self.write(self.data, *rows)

    @staticmethod
    def write(folder: Path, *rows: str) -> None:
        (folder / "completion").mkdir(exist_ok=True)
        text = "".join(f"{line}\n" for line in (",".join(COLUMNS), *rows))
        (folder / "completion" / f"{AGENCY}.csv").write_text(text, encoding="utf-8", newline="\n")

    def run(self, *options: str, lang: str = "id") -> Ran:
        self._capsys.readouterr()
        where = ["--before", str(self.before), "--data", str(self.data)]
        code = main(["stats", "changes", *where, "--as-of", DAY, "--lang", lang, *options])
        return Ran(code, *self._capsys.readouterr())


@pytest.fixture
def two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Two:
    return Two(tmp_path, capsys)


def test_a_new_week_is_welcome(two: Two) -> None:
    two.publish(FIRST)
    two.propose(FIRST, NEXT)
    ran = two.run()
    assert (ran.code, ran.err) == (0, "")
    assert "### Kota Rekaan\n" in ran.out
    assert "| 9 Maret 2020 \u2013 15 Maret 2020 | seluruh instansi | 1.200 | 260 | +60 | baru, sementara |" in ran.out
    assert "**Tidak ada kesalahan.**" in ran.out
    assert (
        "| 9 March 2020 \u2013 15 March 2020 | whole agency | 1,200 | 260 | +60 | new, provisional |"
        in two.run(lang="en").out
    )


@pytest.mark.parametrize("substantive", [True, False])
def test_the_first_week_after_a_wording_fix_is_told_against_the_week_before(two: Two, *, substantive: bool) -> None:
    for folder in (two.before, two.data):
        path = folder / "pacts.yaml"
        text = path.read_text(encoding="utf-8")
        assert "substantive: true" in text
        path.write_text(text.replace("substantive: true", f"substantive: {str(substantive).lower()}"), encoding="utf-8")
    old = FIRST.replace(",all,2,", ",all,1,")
    two.publish(old)
    two.propose(old, NEXT)
    since = "angka pertama" if substantive else "+60"
    assert f"| 1.200 | 260 | {since} | baru, sementara |" in two.run().out


def test_the_first_file_of_an_agency_is_welcome(two: Two) -> None:
    two.propose(FIRST)
    ran = two.run()
    assert ran.code == 0
    assert "| 200 | angka pertama | baru, tetap |" in ran.out


def test_a_correction_is_welcome(two: Two) -> None:
    two.publish(FIRST, NEXT)
    two.propose(FIRST, MENDED, NEXT)
    ran = two.run()
    assert ran.code == 0
    assert "| 190 | angka pertama | koreksi (revisi 2), semula 200 |" in ran.out


def test_an_altered_row_is_an_error_in_both_languages(two: Two) -> None:
    two.publish(FIRST, NEXT)
    two.propose(FIRST.replace(",200,", ",210,"), NEXT)
    place = f"{two.data.as_posix()}/completion/{AGENCY}.csv"
    ran = two.run()
    assert ran.code == 1
    assert "| 210 | angka pertama | **diubah di tempat: tidak boleh** |" in ran.out
    assert 'Kolom "signed" pada baris yang sudah terbit berubah dari "200" menjadi "210".' in ran.out
    ran = two.run("--format", "text", lang="en")
    assert ran.code == 1
    head, _, line, caret, mend = ran.out.splitlines()[:5]
    assert head == (
        f'{place}:2:55: W029 (error): The column "signed" of a published row was changed from "200" to "210".'
    )
    assert line == f" 2 | {FIRST.replace(',200,', ',210,')}"
    assert caret.index("^") - len("   | ") == FIRST.index(",200,") + 1
    assert mend.startswith("   = fix: Put this row back as it was.")


def test_a_removed_row_is_an_error_and_so_is_a_removed_file(two: Two) -> None:
    two.publish(FIRST, NEXT)
    two.propose(NEXT)
    assert two.run().code == 1
    (two.data / "completion" / f"{AGENCY}.csv").unlink()
    ran = two.run("--format", "json")
    assert ran.code == 1
    assert [(item["code"], item["line"]) for item in json.loads(ran.out)] == [("W030", 1), ("W030", 1)]


def test_a_broken_row_is_told_by_the_check_and_not_called_removed(two: Two) -> None:
    two.publish(FIRST, NEXT)
    two.propose(FIRST.replace(",200,", ",1.200,"), NEXT)
    ran = two.run()
    assert ran.code == 0
    assert "Angka Kota Rekaan belum dapat dibandingkan seluruhnya" in ran.out
    assert (
        'Kolom "signed" berisi "1.200". Pemisah ribuan tidak boleh dipakai.<br>Perbaiki: Tulis tanpa titik' in ran.out
    )
    assert "tidak ada lagi" not in ran.out


@pytest.mark.parametrize("how", ["broken", "gone"])
def test_a_contract_that_cannot_be_read_does_not_make_every_row_a_removed_one(two: Two, how: str) -> None:
    two.publish(FIRST)
    two.propose(FIRST)
    contract = two.data / "datapackage.yaml"
    if how == "gone":
        contract.unlink()
    else:
        contract.write_text("a: [", encoding="utf-8")
    ran = two.run()
    assert ran.code == 0
    assert "belum dapat dibandingkan" in ran.out
    assert "**Ada 1 kesalahan.**" in ran.out


def test_the_made_up_regency_is_nobodys_published_figures(two: Two) -> None:
    for folder, rows in ((two.before, (FIRST, NEXT)), (two.data, (NEXT,))):
        (folder / "demo").mkdir()
        agency = yaml.safe_load((GOOD / "agencies.yaml").read_text(encoding="utf-8"))[0] | {"id": "kota-demo"}
        agency |= {"name": {"id": "Kota Demo", "en": "Demo City"}, "rounds": [], "statements": []}
        (folder / "demo" / "agencies.yaml").write_text(yaml.safe_dump([agency]), encoding="utf-8")
        two.write(folder / "demo", *rows)
        (folder / "demo" / "completion" / f"{AGENCY}.csv").rename(folder / "demo" / "completion" / "kota-demo.csv")
    ran = two.run()
    assert ran.code == 0
    assert "Usulan ini tidak mengubah angka mingguan." in ran.out


def test_the_summary_is_added_to_what_is_there_whatever_is_printed(two: Two, tmp_path: Path) -> None:
    two.publish(FIRST)
    two.propose(FIRST.replace(",200,", ",210,"))
    file = tmp_path / "summary.md"
    file.write_text("sudah ada\n", encoding="utf-8")
    ran = two.run("--format", "github", "--summary", str(file))
    assert ran.code == 1
    assert ran.out.startswith("::error file=")
    assert "title=W029 (kesalahan)::" in ran.out
    text = file.read_text(encoding="utf-8")
    assert text.startswith("sudah ada\n## Angka mingguan: apa yang berubah\n")
    assert text.removeprefix("sudah ada\n") == two.run().out


def test_a_folder_that_is_not_there_is_refused(two: Two, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "changes", "--before", str(tmp_path / "tidak"), "--data", str(two.data), "--lang", "id"]) == 2
    assert capsys.readouterr().err == f"netral: {tmp_path / 'tidak'} bukan folder data\n"
    assert main(["stats", "changes", "--before", str(two.before), "--data", "tidak", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "netral: tidak is not a data folder\n"


def test_a_number_of_a_person_is_never_repeated(two: Two, tmp_path: Path) -> None:
    number = "198001012005010001"[:15] + "000"  # serial 000: nobody's
    two.publish(FIRST)
    two.propose(FIRST, NEXT.replace(",260,", f",{number},"), THIRD + f"dari {number}")
    file = tmp_path / "summary.md"
    for form in ("markdown", "text", "json", "github"):
        assert number not in two.run("--format", form, "--summary", str(file)).out
    assert number not in file.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8").count("X001") == 8
    two.propose(f"{FIRST}dari {number}")
    ran = two.run("--format", "text")
    assert ran.code == 1
    assert "W029 (kesalahan)" in ran.out
    assert number not in ran.out
    assert number not in two.run().out
