"""The site generator can be replaced: Zensical makes the same site from the same configuration."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.browser.gate import hold
from tests.conftest import TODAY, copy_project, netral
from tests.full.parity import Difference, Known, differences, known, pages, parity_complaints

pytestmark = pytest.mark.full


def test_zensical_makes_the_same_site_as_mkdocs(tmp_path: Path, site: Path) -> None:
    project = copy_project(tmp_path / "project")
    ran = netral("build", "--demo", "--as-of", TODAY, "--out", "site", "--engine", "zensical", cwd=project)
    assert ran.code == 0, ran.out + ran.err  # it passed the audit, too
    assert len(pages(site)) > 300
    hold(parity_complaints(differences(site, project / "site"), known()))
    switch = 'class="language-switch" href="../../en/instansi/banten/"'
    page = (project / "site" / "instansi" / "banten" / "index.html").read_text(encoding="utf-8")
    assert switch in page.replace("\n", " ")
    for name in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        tags = [told(made / name) for made in (site, project / "site")]
        assert tags[0] == tags[1], name
        assert len(tags[0]) == (0 if name == "404.html" else 15), name


PAGE = """<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body><main><article>
<h1>Judul</h1><p>{text} <a href="{link}">Sanksi</a></p></article></main></body></html>"""
GOOD = {"lang": "id", "title": "Judul", "text": "Baik.", "link": "sanksi/"}


def made(folder: Path, name: str = "index.html", **parts: str) -> Path:
    folder.mkdir()
    (folder / name).write_text(PAGE.format(**GOOD | parts), encoding="utf-8")
    return folder


def test_the_same_site_is_the_same(tmp_path: Path) -> None:
    assert differences(made(tmp_path / "a"), made(tmp_path / "b", link="sanksi/index.html")) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "lain.html"}, [("address", "-"), ("address", "+lain.html")]),
        ({"title": "Lain"}, [("title", "-Judul"), ("title", "+Lain")]),
        ({"lang": "en"}, [("lang", "-id"), ("lang", "+en")]),
        ({"text": "Buruk."}, [("text", "-Baik."), ("text", "+Buruk.")]),
        ({"link": "aturan/"}, [("link", "-/sanksi/"), ("link", "+/aturan/")]),
    ],
)
def test_another_site_is_told(change: dict[str, str], told: list[tuple[str, str]], tmp_path: Path) -> None:
    found = differences(made(tmp_path / "a"), made(tmp_path / "b", **change))
    assert [(each.part, each.here) for each in found] == told


def test_only_what_is_listed_and_still_so_passes() -> None:
    found = [Difference("text", "sanksi/", "+Bagikan")]
    entry = Known("text", "*", "+Bagikan", "Tombol tema baru.")
    assert parity_complaints(found, [entry]) == []
    assert len(parity_complaints(found, [])) == 1
    assert len(parity_complaints([], [entry])) == 1
    assert len(parity_complaints(found, [entry._replace(reason=" ")])) == 1


def told(page: Path) -> list[str]:
    """The tags of a page's preview, its description and its address."""
    text = page.read_text(encoding="utf-8")
    if page.name == "404.html":
        return []
    tags = re.findall(
        r'<meta (?:property="og:|name="twitter:|name="description")[^>]*|<link rel="canonical"[^>]*', text
    )
    return sorted(tag.rstrip(" /") for tag in tags)
