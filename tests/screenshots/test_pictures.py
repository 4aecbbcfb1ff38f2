"""The pictures of README and guide: all there, light, of the size the page says, and described in words."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.screenshots.take import HEAVIEST, Picture, pictures

SHOWN = re.compile(r'!\[(?P<alt>[^\]]*)\]\((?P<src>[^)]+)\)\{ width="(?P<w>\d+)" height="(?P<h>\d+)" loading="lazy" \}')


def size(content: bytes) -> tuple[int, int]:
    """Width and height of a WebP picture of the extended kind, as Chromium writes it."""
    assert content[:4] == b"RIFF"
    assert content[8:16] == b"WEBPVP8X"
    width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    return width, height


def faults(root: Path, wanted: list[Picture]) -> list[str]:
    """What is wrong with the pictures of a project, by file."""
    found = []
    for picture in wanted:
        path = root / picture.file
        content = path.read_bytes() if path.is_file() else b""
        if not content:
            found.append(f"{picture.file}: is not there")
            continue
        if len(content) > HEAVIEST:
            found.append(f"{picture.file}: {len(content)} bytes")
        if size(content) != (picture.width * picture.scale, picture.height * picture.scale):
            found.append(f"{picture.file}: is {size(content)}")
    there = {p.relative_to(root).as_posix() for f in FOLDERS for p in (root / f).rglob("*") if p.is_file()}
    found += [f"{name}: is not listed" for name in sorted(there - {picture.file for picture in wanted})]
    for lang in ("id", "en"):
        found += [f"{lang}: {each}" for each in _shown(root, lang, wanted)]
    return found


FOLDERS = (".github/pictures", "docs/assets/panduan")


def _shown(root: Path, lang: str, wanted: list[Picture]) -> list[str]:
    """What is wrong with how one language's guide shows its pictures."""
    text = (root / "docs" / lang / "panduan-admin.md").read_text(encoding="utf-8")
    shown = {match["src"]: match for match in SHOWN.finditer(text)}
    found = [] if len(shown) == text.count("![") else ["a picture without its size, or not lazy"]
    own = {p.file.replace("docs/", "../", 1): p for p in wanted if p.file.startswith(f"docs/assets/panduan/{lang}/")}
    found += [f"{src}: not shown, or of no picture" for src in sorted(own.keys() ^ shown.keys())]
    for src in own.keys() & shown.keys():
        if (shown[src]["w"], shown[src]["h"]) != (str(own[src].width), str(own[src].height)):
            found.append(f"{src}: another size")
        if len(shown[src]["alt"].split()) < 6:
            found.append(f"{src}: not described")
    return found


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / ".github", folder / ".github")
    return folder


def test_all_is_well() -> None:
    assert faults(ROOT, pictures()) == []


def test_both_guides_show_the_same_pictures() -> None:
    names = [{p.file.rsplit("/", 1)[1] for p in pictures() if f"panduan/{lang}/" in p.file} for lang in ("id", "en")]
    assert names[0] == names[1]
    assert len(names[0]) == 5


def test_the_readme_shows_its_three_and_describes_them() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r'<img src="([^"]+)" width="\d+" alt="([^"]+)">', readme))
    assert set(shown) == {p.file for p in pictures() if p.file.startswith(".github/")}
    assert len(shown) == 3
    assert [alt for alt in shown.values() if len(alt.split()) < 8] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (' loading="lazy"', "", "without its size, or not lazy"),
        (' height="640"', "", "without its size, or not lazy"),
        ('width="360"', 'width="300"', "another size"),
        ("kode.webp", "kodek.webp", "not shown, or of no picture"),
    ],
)
def test_a_picture_shown_badly_is_told(old: str, new: str, fault: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / "docs/id/panduan-admin.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert any(each.endswith(fault) for each in faults(root, pictures()))


def test_a_picture_that_is_gone_too_heavy_too_small_or_too_many_is_told(tmp_path: Path) -> None:
    root, wanted = copied(tmp_path), pictures()
    (root / wanted[3].file).unlink()
    heavy = root / wanted[4].file
    heavy.write_bytes(heavy.read_bytes() + bytes(HEAVIEST))
    shutil.copy(root / wanted[7].file, root / wanted[5].file)
    (root / FOLDERS[1] / "lain.png").write_bytes(b"x")
    told = faults(root, wanted)
    assert [each.split(": ")[0] for each in told] == [
        wanted[3].file,
        wanted[4].file,
        wanted[5].file,
        f"{FOLDERS[1]}/lain.png",
    ]


@pytest.mark.full
@pytest.mark.browser
def test_they_can_all_be_taken_again(tmp_path: Path) -> None:
    # Apart: the browser of the other tests in this worker is still open, and one program drives one.
    subprocess.run([sys.executable, "-m", "tests.screenshots.take", tmp_path], cwd=ROOT, check=True)
    for picture in pictures():
        content = (tmp_path / picture.file).read_bytes()
        assert len(content) <= HEAVIEST
        assert size(content) == (picture.width * picture.scale, picture.height * picture.scale)
