"""`netral translations`: change a text, see it told everywhere, mend or confirm it, see it gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ROOT, Ran

Run = Callable[..., Ran]
#: A text of the made-up data in both languages, as the file writes it.
OWN, ENGLISH = "Bersorak di acara rekaan", "Cheering at a made-up event"


@pytest.fixture
def project(tmp_path: Path, inside: Run) -> Path:
    """The made-up data of the tests, two pages of prose, and the stamps of all that."""
    shutil.copytree(ROOT / "tests" / "good", tmp_path / "data")
    for lang, word in (("id", "Halaman"), ("en", "Page")):
        (tmp_path / "docs" / lang).mkdir(parents=True)
        (tmp_path / "docs" / lang / "a.md").write_text(f"# {word}\n\n## {word} {{#b}}\n\n{word}.\n", encoding="utf-8")
    assert inside("translations", "--stamp", cwd=tmp_path).code == 0
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def stamps(project: Path) -> bytes:
    return (project / "data" / "translations.csv").read_bytes()


def acts(project: Path) -> Path:
    return project / "data" / "acts.yaml"


def line_of(path: Path, words: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if words in line)


def test_a_project_that_was_stamped_has_nothing_to_tell(project: Path, inside: Run) -> None:
    before = stamps(project)
    count = before.count(b",") - 1
    ran = inside("translations", "--lang", "en", cwd=project)
    assert ran == Ran(0, f"0 English texts are behind, 0 are not stamped yet; there are {count}.\n", "")
    assert inside("translations", "--stamp", cwd=project).code == 0
    assert stamps(project) == before


def test_indonesian_that_changed_alone_is_listed_with_place_and_present_text(project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bernyanyi di acara rekaan")
    change(project / "docs" / "id" / "a.md", "Halaman.", "Halaman lain.")
    count = stamps(project).count(b",") - 1
    line = line_of(acts(project), ENGLISH)
    assert inside("translations", "--lang", "en", cwd=project).out == (
        f"data/acts.yaml:{line}\n"
        "  English: Cheering at a made-up event\n"
        "  Indonesian now: Bernyanyi di acara rekaan\n"
        "\n"
        "docs/en/a.md:3\n"
        "  English: ## Page {#b} Page.\n"
        "  Indonesian now: ## Halaman {#b} Halaman lain.\n"
        "\n"
        f"2 English texts are behind, 0 are not stamped yet; there are {count}.\n"
        "Mend the English, or say that it is still right: netral translations --confirm FILE:LINE\n"
    )
    told = inside("translations", "--lang", "id", cwd=project).out
    assert told.startswith(
        f"data/acts.yaml:{line}\n  Inggris: {ENGLISH}\n  Indonesia sekarang: Bernyanyi di acara rekaan\n"
    )
    assert told.endswith(
        f"2 teks Inggris tertinggal, 0 belum dicatat; seluruhnya {count}.\n"
        "Perbaiki teks Inggrisnya, atau nyatakan bahwa teks itu masih tepat:"
        " netral translations --confirm BERKAS:BARIS\n"
    )


def test_stamping_hides_nothing_that_is_behind(project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bernyanyi di acara rekaan")
    before = stamps(project)
    assert "1 English texts are behind" in inside("translations", "--stamp", "--lang", "en", cwd=project).out
    assert stamps(project) == before


def test_english_that_was_mended_is_new_until_it_is_stamped(project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bernyanyi di acara rekaan")
    change(acts(project), ENGLISH, "Singing at a made-up event")
    told = inside("translations", "--lang", "en", cwd=project).out
    assert told.startswith("0 English texts are behind, 1 are not stamped yet;")
    assert told.endswith("Once the English says what the Indonesian says: netral translations --stamp\n")
    assert "0 are not stamped yet" in inside("translations", "--stamp", "--lang", "en", cwd=project).out


@pytest.mark.parametrize("place", ["data/acts.yaml:{line}", "data/acts.yaml", "data/acts.yaml:{line}:9"])
def test_english_that_is_still_right_is_confirmed_by_its_place(place: str, project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bersorak pada acara rekaan")
    change(project / "docs" / "id" / "a.md", "Halaman.", "Halaman lain.")
    wanted = place.format(line=line_of(acts(project), ENGLISH))
    out = inside("translations", "--confirm", wanted, "--lang", "en", cwd=project).out
    assert ENGLISH not in out
    assert "1 English texts are behind, 0 are not stamped yet" in out


def test_the_line_of_the_message_pasted_at_the_end_confirms_as_well(project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bersorak pada acara rekaan")
    told = inside("check", "--lang", "en", "--as-of", "2024-09-22", cwd=project)
    assert told.code == 0
    assert "B003 (warning)" in told.out
    line = told.out.split("add this line at the end of data/translations.csv: ")[1].split("\n")[0]
    with (project / "data" / "translations.csv").open("a") as file:
        file.write(f"{line}\r\n")
    assert inside("check", "--lang", "en", "--as-of", "2024-09-22", cwd=project) == Ran(0, "No problems.\n", "")
    inside("translations", "--stamp", cwd=project)
    assert stamps(project).decode().count(line) == 1


def test_a_place_with_nothing_behind_is_refused_and_nothing_is_written(project: Path, inside: Run) -> None:
    change(acts(project), OWN, "Bersorak pada acara rekaan")
    before = stamps(project)
    ran = inside("translations", "--confirm", "data/acts.yaml", "data/pacts.yaml", "--lang", "en", cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "netral: no English text is behind at data/pacts.yaml; nothing was written. Places are FILE or FILE:LINE, as"
        " the list without --confirm names them\n"
    )
    ran = inside("translations", "--confirm", "data/pacts.yaml", "--lang", "id", cwd=project)
    assert ran.err == (
        "netral: tidak ada teks Inggris yang tertinggal di data/pacts.yaml; tidak ada yang ditulis. Tempat ditulis"
        " BERKAS atau BERKAS:BARIS, seperti dalam daftar tanpa --confirm\n"
    )
    assert stamps(project) == before


@pytest.mark.parametrize(
    ("name", "content"), [("data/acts.yaml", "- id: [\n"), ("data/translations.csv", "en,id\nrusak\n")]
)
def test_where_something_cannot_be_read_no_stamp_is_lost(name: str, content: str, project: Path, inside: Run) -> None:
    (project / name).write_text(content, encoding="utf-8")
    before = stamps(project)
    ran = inside("translations", "--stamp", cwd=project)
    assert ran.code == 1
    assert f"{name}:" in ran.out
    assert stamps(project) == before


def test_check_counts_what_is_not_stamped_in_one_line_and_passes(project: Path, inside: Run) -> None:
    change(acts(project), ENGLISH, "Shouting at a made-up event")
    for lang, told in (
        ("en", "Note: 1 English texts are not stamped yet; whoever looks after the project runs:"),
        ("id", "Catatan: 1 teks Inggris belum dicatat; pengelola proyek menjalankan:"),
    ):
        ran = inside("check", "--lang", lang, "--as-of", "2024-09-22", cwd=project)
        assert ran.code == 0
        assert ran.err == f"{told} netral translations --stamp\n"


def test_a_folder_without_stamps_is_left_in_peace(project: Path, inside: Run) -> None:
    (project / "data" / "translations.csv").unlink()
    change(acts(project), OWN, "Bersorak pada acara rekaan")
    assert inside("check", "--lang", "en", "--as-of", "2024-09-22", cwd=project) == Ran(0, "No problems.\n", "")
