"""`netral form export`: the whole set or nothing, no file of others lost, the reason where there is no text."""

from __future__ import annotations

import hashlib
import shlex
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import ROOT, manifest, netral
from tests.forms.cases import CASES
from tests.forms.xform import xform_of

from netral.build import editions
from netral.cli import form_export, main, stats_import
from netral.exports.papers import paper_files
from netral.exports.press import Press
from netral.exports.store import Store
from netral.exports.xlsform import xlsform_files
from netral.load import Loaded, load
from netral.personal import personal_in
from netral.render import configured_url

DEMO = "kabupaten-demo-2026"
NAMES = [
    "BACA-SAYA.txt",
    "README.txt",
    "checksums.txt",
    f"lembar-{DEMO}.pdf",
    f"pakta-{DEMO}.en.pdf",
    f"pakta-{DEMO}.pdf",
    f"pakta-{DEMO}.xlsx",
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "data", demo=True)


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was typeset before, so that each paper is typeset once."""
    return tmp_path_factory.mktemp("typeset")


@pytest.fixture
def run(
    loaded: Loaded,
    typeset: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """The command in a folder with the site's configuration, on this project's data, which were found to be right."""
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(form_export, "problems_of", lambda *_: (loaded.dataset, {}, []))
    monkeypatch.setattr(form_export, "Store", lambda _: Store(typeset))

    def go(agency: str, *more: str, lang: str = "id", to: str = "hasil") -> tuple[int, str, str]:
        code = main(["form", "export", "--agency", agency, "--to", to, "--lang", lang, *more])
        told = capsys.readouterr()
        return code, told.out, told.err

    return go


def test_the_set_is_written_whole_and_is_what_the_site_hands_out(run: Run, loaded: Loaded) -> None:
    done = "7 berkas untuk Kabupaten Contoh (data rekaan) ada di hasil. Mulai dari BACA-SAYA.txt.\n"
    assert run("kabupaten-demo") == (0, done, "")
    written = manifest(Path("hasil"))
    assert list(written) == NAMES
    both = editions(loaded.dataset, form_export.chosen_day(None, "id"), f"{configured_url(ROOT).rstrip('/')}/", {})
    alone = replace(loaded.dataset, agencies=(loaded.dataset.rounds[DEMO][0],))
    papers = paper_files(Press(Store(None)), {lang: replace(each, dataset=alone) for lang, each in both.items()})
    folder = "instansi/kabupaten-demo"
    assert written[f"pakta-{DEMO}.pdf"] == papers["id"][f"{folder}/pakta-{DEMO}.pdf"]
    assert written[f"pakta-{DEMO}.en.pdf"] == papers["en"][f"{folder}/pakta-{DEMO}.pdf"]
    assert written[f"lembar-{DEMO}.pdf"] == papers["id"][f"{folder}/lembar-{DEMO}.pdf"]
    assert written[f"pakta-{DEMO}.xlsx"] == xlsform_files(alone, Store(None))[f"{folder}/pakta-{DEMO}.xlsx"]
    told = dict(line.split("  ") for line in written["checksums.txt"].decode().splitlines())
    assert {name: digest for digest, name in told.items()} == {
        name: hashlib.sha256(content).hexdigest() for name, content in written.items() if name != "checksums.txt"
    }


def test_the_page_names_every_file_and_commands_that_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("kabupaten-demo", lang="en") == (
        0,
        "7 files for Example Regency (made-up data) are in hasil. Begin with README.txt.\n",
        "",
    )
    seen = []
    monkeypatch.setattr(stats_import, "run", lambda options: seen.append(options) or 0)
    for page in ("BACA-SAYA.txt", "README.txt"):
        text = Path("hasil", page).read_bytes().decode("utf-8-sig")
        assert text.count("\r\n") == text.count("\n") > 40
        assert [name for name in NAMES[3:] if f"\n{name}\r\n" not in text] == []
        assert "2 · " in text
        assert "fd2eb47b5ccc" in text
        for line in text.splitlines():
            if line.startswith("    netral "):
                assert main(shlex.split(line)[1:]) == 0
        assert max(len(line) for line in text.splitlines() if "netral stats" not in line) <= 78
        assert [found for line in text.splitlines() for found in personal_in(line)] == []
    assert [(each.from_, each.round_) for each in seen] == [("kobotoolbox", DEMO), ("odk-central", DEMO)] * 2


def test_the_same_is_written_each_time_and_takes_the_place_of_an_older_set(run: Run) -> None:
    Path("hasil").mkdir()
    assert run("banten")[0] == 0
    assert run("kabupaten-demo")[0] == 0
    first = manifest(Path("hasil"))
    assert list(first) == NAMES
    assert run("kabupaten-demo", "--round", DEMO)[0] == 0
    assert manifest(Path("hasil")) == first
    assert sorted(path.name for path in Path().iterdir()) == ["hasil", "mkdocs.en.yml", "mkdocs.yml"]


def test_a_round_without_a_notice_is_told(run: Run) -> None:
    code, _, err = run("banten")
    assert (code, err) == (
        0,
        (
            "netral: putaran banten-2023 belum punya pemberitahuan tentang data (form di agencies.yaml), jadi "
            "XLSForm-nya pun belum memuatnya. Lengkapi dan jalankan lagi perintah ini sebelum formulirnya dibuka.\n"
        ),
    )
    _, _, err = run("banten", lang="en")
    assert err == (
        "netral: round banten-2023 has no data notice yet (form in agencies.yaml), so its XLSForm has none either. "
        "Complete it and run this command again before the form is opened.\n"
    )
    assert "NOTE: this round has no data notice yet" in Path("hasil/README.txt").read_text(encoding="utf-8-sig")


#: Agency -> why it has no text, in both languages: how the sentence begins, and how what to do begins.
WHY = {
    "cilacap": (
        (
            "putaran cilacap-2023: tidak ada sumber yang memuat bunyi paktanya, jadi tidak ada naskah yang "
            "dapat ditandatangani. Bila Anda punya naskah tercetaknya, tulis di pacts.yaml bersama "
            "sumbernya, dan sebut id-nya di isian pact putaran ini."
        ),
        (
            "round cilacap-2023: no source has the words of its pact, so there is no text that can be "
            "signed. If you have the printed text, write it in pacts.yaml with its source, and name its id "
            "in the field pact of this round."
        ),
    ),
    "jakarta-timur": (
        (
            "putaran jakarta-timur-2023: bunyi paktanya hanya diceritakan kembali oleh media, dan kalimat "
            "wartawan bukan naskah yang dapat ditandatangani. Bila Anda punya naskah tercetaknya, tulis di "
            "pacts.yaml sebagai pakta tersendiri (form: printed) bersama sumbernya, dan sebut id-nya di "
            "isian pact putaran ini."
        ),
        (
            "round jakarta-timur-2023: the words of its pact are known from the retelling of a paper alone, "
            "and a reporter's sentence is no text that can be signed. If you have the printed text, write it "
            "in pacts.yaml as a pact of its own (form: printed) with its source, and name its id in the "
            "field pact of this round."
        ),
    ),
    "sumatera-barat": (
        (
            "putaran sumatera-barat-2023: naskahnya ikrar, yang dibacakan bersama, dan bukan pakta yang "
            "ditandatangani. Lembar untuk membacakannya ada di halaman instansi. Bila Anda punya naskah "
            "pakta tercetaknya, tulis di pacts.yaml (kind: pakta) bersama sumbernya, dan sebut id-nya di "
            "isian pact putaran ini."
        ),
        (
            "round sumatera-barat-2023: its text is a pledge, which is read aloud together, and no pact that "
            "is signed. The sheet to read it from is on the page of the agency. If you have the printed text "
            "of the pact, write it in pacts.yaml (kind: pakta) with its source, and name its id in the field "
            "pact of this round."
        ),
    ),
    "batang": (
        (
            "instansi ini belum punya putaran penandatanganan. Tulis putarannya di agencies.yaml, lalu "
            "jalankan lagi perintah ini."
        ),
        ("this agency has no signing round yet. Write its round in agencies.yaml, then run this command again."),
    ),
}


@pytest.mark.parametrize("agency", WHY)
def test_without_a_text_nothing_is_written_and_the_reason_told(run: Run, agency: str) -> None:
    one, other = WHY[agency]
    assert run(agency) == (1, "", f"netral: {one}\nnetral: tidak ada yang ditulis.\n")
    assert run(agency, lang="en") == (1, "", f"netral: {other}\nnetral: nothing was written.\n")
    assert not Path("hasil").exists()


def test_a_version_without_words_is_a_reason_too(run: Run, loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    agency, round_ = loaded.dataset.rounds[DEMO]
    lost = agency.model_copy(update={"rounds": (round_.model_copy(update={"pact_version": "9"}),)})
    there = replace(loaded.dataset, agencies=(lost,))
    monkeypatch.setattr(form_export, "problems_of", lambda *_: (there, {}, []))
    why = (
        f"netral: putaran {DEMO}: tidak jelas versi mana yang ditandatangani, atau kata-kata versi itu tidak disimpan. "
        "Isi pact_version dengan versi yang kata-katanya ada di pacts.yaml.\n"
    )
    assert run("kabupaten-demo") == (1, "", f"{why}netral: tidak ada yang ditulis.\n")
    assert run("kabupaten-demo", lang="en")[2].startswith(
        f"netral: round {DEMO}: it is not clear which version is signed, or the words of that version were not kept. "
        "Give pact_version a version whose words stand in pacts.yaml.\n"
    )


def test_rounds_with_a_text_are_written_beside_those_without(
    run: Run, loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency, round_ = loaded.dataset.rounds[DEMO]
    old = round_.model_copy(update={"id": "lama", "pact": None, "pact_version": None})
    there = replace(loaded.dataset, agencies=(agency.model_copy(update={"rounds": (old, round_)}),))
    monkeypatch.setattr(form_export, "problems_of", lambda *_: (there, {}, []))
    code, out, err = run("kabupaten-demo")
    assert (code, out[:8]) == (0, "7 berkas")
    assert err.startswith("netral: putaran lama: tidak ada sumber yang memuat bunyi paktanya")
    assert list(manifest(Path("hasil"))) == NAMES


def test_a_name_that_nobody_bears_is_answered_with_the_nearest(run: Run) -> None:
    assert run("bantn") == (2, "", 'netral: tidak ada instansi "bantn". Mungkin: banten\n')
    assert run("bantn", lang="en") == (2, "", 'netral: there is no agency "bantn". Perhaps: banten\n')
    code, _, err = run("banten", "--round", "banten-2024")
    assert (code, err) == (2, 'netral: instansi itu tidak punya putaran "banten-2024". Yang ada: banten-2023\n')
    assert not Path("hasil").exists()


def others() -> dict[str, Callable[[Path], str]]:
    """What may be in a folder that is not ours, as whoever put it there did: it answers the name that is told."""

    def foreign(folder: Path) -> str:
        (folder / "rahasia.docx").write_text("milik orang lain")
        return "rahasia.docx"

    def changed(folder: Path) -> str:
        with (folder / "README.txt").open("a") as page:
            page.write("catatan saya")
        return "README.txt"

    def deeper(folder: Path) -> str:
        (folder / "arsip").mkdir()
        (folder / "arsip" / "lama.txt").write_text("lama")
        return "arsip"

    def linked(folder: Path) -> str:
        (folder / "README.txt").unlink()
        (folder / "README.txt").symlink_to(folder / "BACA-SAYA.txt")
        return "README.txt"

    def unlisted(folder: Path) -> str:
        (folder / "checksums.txt").write_bytes(b"\xff\xfe")
        return "BACA-SAYA.txt, README.txt, checksums.txt, …"

    return {each.__name__: each for each in (foreign, changed, deeper, linked, unlisted)}


@pytest.mark.parametrize("other", others())
def test_what_is_not_ours_is_left_alone(run: Run, other: str) -> None:
    assert run("kabupaten-demo")[0] == 0
    names = others()[other](Path("hasil"))
    before = manifest(Path("hasil"))
    assert run("kabupaten-demo") == (
        2,
        "",
        (
            f"netral: hasil berisi yang tidak ditulis perintah ini, atau yang sudah diubah: {names}. Tidak ada yang "
            "ditulis; pilih folder lain, atau pindahkan dulu isinya.\n"
        ),
    )
    assert run("kabupaten-demo", lang="en")[2] == (
        f"netral: hasil holds what this command did not write, or what was changed since: {names}. Nothing was "
        "written; choose another folder, or move those away first.\n"
    )
    assert manifest(Path("hasil")) == before


def test_a_file_in_the_place_of_the_folder_is_left_alone(run: Run) -> None:
    Path("hasil").write_text("berkas")
    assert run("kabupaten-demo") == (
        2,
        "",
        "netral: hasil sudah ada dan bukan folder. Tidak ada yang ditulis; sebut folder lain.\n",
    )
    assert run("kabupaten-demo", lang="en")[2] == (
        "netral: hasil exists and is no folder. Nothing was written; name another folder.\n"
    )
    assert Path("hasil").read_text() == "berkas"


def test_stopped_before_the_last_step_it_leaves_the_old_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("banten")[0] == 0
    before = manifest(Path())

    def full(*_: Path) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr("netral.write.swap", full)
    assert run("kabupaten-demo") == (
        2,
        "",
        "netral: hasil tidak dapat ditulis: penuh. Yang lama tetap utuh; pilih folder lain.\n",
    )
    assert run("kabupaten-demo", lang="en")[2] == (
        "netral: hasil cannot be written: penuh. What was there is untouched; choose another folder.\n"
    )
    assert manifest(Path()) == before


def test_wrong_data_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "tests" / "bad" / "P001", tmp_path / "data")
    ran = netral("form", "export", "--agency", "instansi-rekaan", "--to", "hasil", cwd=tmp_path)
    assert ran.code == 1
    assert "P001" in ran.out
    assert "netral: data di folder data masih bermasalah; perbaiki dulu. Tidak ada yang ditulis.\n" in ran.err
    assert not (tmp_path / "hasil").exists()


def test_no_form_holds_personal_data(loaded: Loaded) -> None:
    for make in CASES.values():
        said = xform_of(make(loaded.dataset).workbook()).text
        assert [found for line in said.splitlines() for found in personal_in(line)] == []
