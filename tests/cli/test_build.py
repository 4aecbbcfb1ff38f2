"""What changes in Indonesian alone is told by the build and on its pages, until it is mended or confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.conftest import Ran, small_project

from netral.build import Built
from netral.cli import build
from netral.model.base import TopRecord
from netral.pages import Edition
from netral.pages.acts import act_page
from netral.pages.reviews import reviews_page
from netral.problems import Lang
from netral.prose import prose_pages
from netral.translations import catalogue_pairs
from netral.translations.texts import digest

Run = Callable[..., Ran]
Editions = Mapping[Lang, Edition]
BEHIND = "The English is behind the Indonesian text, which changed."
#: A label of every act's page; the same for all tests, so its stamp is altered and not its text.
LABEL = next(pair for pair in catalogue_pairs() if pair.key == "acts/go_law")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, inside: Run) -> Callable[[Path], tuple[Ran, Editions]]:
    """The command, up to where pages are written: what it printed, and the editions it would write."""

    def run(project: Path, *options: str) -> tuple[Ran, Editions]:
        given: list[Editions] = []

        def keep(root: Path, out: Path, both: Editions, *others: object) -> Built:
            given.append(both)
            return Built(1, ())

        monkeypatch.setattr(build, "build_site", keep)
        ran = inside("build", "--as-of", "2024-09-22", "--lang", "en", *options, cwd=project)
        return ran, given[0]

    return run


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def shown(project: Path, both: Editions) -> tuple[str, str, str]:
    """The English pages of the act and of prose, and the public list."""
    edition = both["en"]
    prose = {page.address: page.text for page in prose_pages(project / "docs", edition)}
    return act_page(edition, edition.dataset.acts[0]).text, prose["tentang/"], reviews_page(edition).text


def test_data_words_of_the_program_and_prose(
    tmp_path: Path, inside: Run, built: Callable[..., tuple[Ran, Editions]]
) -> None:
    project = small_project(tmp_path)
    acts, about = project / "data" / "acts.yaml", project / "docs" / "{}" / "tentang.md"
    stamps = project / "data" / "translations.csv"
    inside("translations", "--stamp", cwd=project)
    ran, both = built(project)
    assert (ran.code, ran.out) == (0, "")
    assert 'class="behind"' not in "".join(shown(project, both))

    gap = next(answer.gap for answer in both["id"].dataset.acts[0].answers if answer.gap is not None)
    change(acts, gap.id, "Rekaan lain yang belum jelas.")
    change(Path(str(about).format("id")), "Halaman rekaan {#metode}", "Cara rekaan {#metode}")
    change(stamps, LABEL.line, f"{digest(LABEL.en)},{digest('Kalimat yang dulu')}")
    ran, both = built(project)
    assert ran.code == 0
    assert ran.out.count(": B003 (warning): ") == 3
    places = [line.split(": B003")[0] for line in ran.out.split("\n") if "B003 (warning)" in line]
    assert [place.split(":")[0] for place in places] == [
        *("data/acts.yaml", "docs/en/tentang.md", "scripts/netral/text/en.yaml")
    ]
    act, prose, listed = shown(project, both)
    assert f'{gap.en} <span class="behind" data-search-exclude>{BEHIND} <a href="../../../boleh-tidak/' in act
    assert "The English of this page is behind the Indonesian text, which changed." in act
    assert "The English of this part is behind the Indonesian text, which changed." in prose
    assert "English texts that are behind: 3." in listed
    assert all(place.rsplit(":", 1)[0] in listed for place in places)
    assert 'class="behind"' not in act_page(both["id"], both["id"].dataset.acts[0]).text

    change(acts, gap.en, "Another made-up thing is not clear.")
    confirm = [place.rsplit(":", 1)[0] for place in places[1:]]
    assert inside("translations", "--confirm", *confirm, cwd=project).code == 0
    ran, both = built(project)
    assert (ran.code, ran.out) == (0, "")
    assert "Note: 1 English texts are not stamped yet" in ran.err
    assert 'class="behind"' not in "".join(shown(project, both))


def test_what_is_overdue_stops_no_build_and_is_counted_in_one_line(
    tmp_path: Path, inside: Run, built: Callable[..., tuple[Ran, Editions]]
) -> None:
    project = small_project(tmp_path)
    periods = "  review_after: {high: 30, medium: 30, low: 30, longest: 30, reason: {id: 'Rekaan.', en: 'Made up.'}}\n"
    with (project / "data" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(periods)
    ran, both = built(project)
    assert (ran.code, ran.out) == (0, "")
    count = sum(isinstance(item, TopRecord) for _, item in both["id"].dataset)
    noted = [line for line in ran.err.split("\n") if line.startswith("Note: ")]
    assert noted == [
        f"Note: {count} parts of the site are overdue for another check; the site lists them at data/pemeriksaan/."
    ]
    ran = inside("check", "--as-of", "2024-09-22", "--lang", "id", cwd=project)
    assert (ran.code, ran.out) == (0, "Tidak ada masalah.\n")
    assert ran.err == (
        f"Catatan: {count} bagian situs terlambat diperiksa lagi; daftarnya ada di situs, di data/pemeriksaan/.\n"
    )
