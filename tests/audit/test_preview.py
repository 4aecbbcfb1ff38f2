"""Previews: each way in which one can be wrong is told on a site that is otherwise whole; the real ones are right."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.conftest import SUB_URL

from netral.assemble import MARK
from netral.audit.preview import HEAVIEST, audit_preview
from netral.audit.site import read_site
from netral.pages.card import DESCRIPTION, HEIGHT, WIDTH

Change = Callable[[str], str]


def picture(width: int, height: int, form: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(made, form)
    return made.getvalue()


#: A page of each sort; the whole site would take seconds to read, each time.
NAMES = ("lapor/index.html", "en/sanksi/index.html", "data/kode/A001/index.html")


@pytest.fixture
def broken(sub_path_site: Path, tmp_path: Path) -> Path:
    """A few pages of a built site, with all pictures, to be broken."""
    site = tmp_path / "site"
    for name in (MARK, "index.html", *NAMES):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sub_path_site / name, site / name)
    for folder in ("assets/preview", "en/assets/preview"):
        shutil.copytree(sub_path_site / folder, site / folder)
    return site


def told(site: Path) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.variant, problem.place.file) for problem in audit_preview(read_site(site))]


def test_a_built_site_has_none(sub_path_site: Path, broken: Path) -> None:
    assert told(sub_path_site) == []
    assert told(broken) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("variants", "change"),
    [
        ({"title"}, lambda t: t.replace('property="og:title"', 'property="x"')),
        ({"title"}, lambda t: t.replace("<title>", "<title></title><x>")),
        ({"description"}, lambda t: t.replace('name="description"', 'name="x"')),
        ({"description"}, lambda t: t.replace('property="og:description"', 'property="x"')),
        (
            {"description"},
            lambda t: t.replace('name="description" content="', f'name="description" content="{"a " * 101}'),
        ),
        (
            {"address"},
            lambda t: t.replace('property="og:url" content="', 'property="og:url" content="http://x.example/'),
        ),
        ({"image"}, lambda t: t.replace('property="og:image"', 'property="x"')),
        ({"image"}, lambda t: t.replace("assets/preview/", "assets/hilang/")),
        ({"image"}, lambda t: t.replace(f'content="{SUB_URL}', 'content="https://lain.example/')),
        ({"image"}, lambda t: t.replace('property="og:image" content="https:', 'property="og:image" content="')),
        ({"form"}, lambda t: t.replace('content="1200"', 'content="600"')),
        ({"form"}, lambda t: t.replace('property="og:image:alt"', 'property="x"')),
    ],
)
def test_what_is_missing_or_wrong_in_a_page_is_told(
    name: str, variants: set[str], change: Change, broken: Path
) -> None:
    page = broken / name
    text = page.read_text(encoding="utf-8")
    assert change(text) != text
    page.write_text(change(text), encoding="utf-8")
    found = told(broken)
    assert variants <= {variant for code, variant, _ in found if code == "S015"}
    assert {file for _, _, file in found} == {name}


@pytest.mark.parametrize(
    ("variant", "content"),
    [
        ("form", picture(WIDTH, HEIGHT - 1)),
        ("form", picture(WIDTH, HEIGHT, "JPEG")),
        ("form", b""),
        ("form", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0"),
        ("heavy", picture(WIDTH, HEIGHT) + b"\0" * HEAVIEST),
    ],
)
def test_a_wrong_picture_is_told(variant: str, content: bytes, broken: Path) -> None:
    (broken / "assets/preview/lapor.png").write_bytes(content)
    assert told(broken) == [("S015", variant, "lapor/index.html")]


def test_a_picture_that_is_gone_is_told_on_every_page_that_shares_it(sub_path_site: Path, tmp_path: Path) -> None:
    whole = Path(shutil.copytree(sub_path_site, tmp_path / "site"))
    (whole / "en/assets/preview/data--kode--semua.png").unlink()
    found = told(whole)
    assert {(code, variant) for code, variant, _ in found} == {("S015", "image")}
    pages = {path.relative_to(whole).as_posix() for path in (whole / "en/data/kode").glob("*/index.html")}
    assert {name for _, _, name in found} == pages
    assert len(pages) > 10


def test_pages_that_search_may_not_find_need_none(broken: Path) -> None:
    page = broken / "lapor/index.html"
    text = page.read_text(encoding="utf-8")
    tag = '<meta name="robots" content="noindex">'
    page.write_text(text.replace('property="og:', 'property="').replace("<head>", f"<head>{tag}"), encoding="utf-8")
    assert told(broken) == []


def test_every_picture_of_the_real_site_is_light_and_used(site: Path) -> None:
    for base in (site, site / "en"):
        pictures = sorted((base / "assets/preview").iterdir())
        assert len(pictures) > 50
        for path in pictures:
            assert path.stat().st_size < HEAVIEST
            with Image.open(path) as found:
                assert (found.format, found.size) == ("PNG", (WIDTH, HEIGHT))
        used = {
            part.split('"')[0]
            for page in base.rglob("index.html")
            for part in page.read_text(encoding="utf-8").split("/assets/preview/")[1:]
        }
        assert {path.name for path in pictures} <= used


def test_each_page_says_what_it_is_in_its_preview(site: Path) -> None:
    page = (site / "en/boleh-tidak/menggunakan-hak-pilih/index.html").read_text(encoding="utf-8")
    for tag in (
        '<meta property="og:title" content="Voting at the polling station">',
        '<meta property="og:type" content="article">',
        '<meta property="og:url" content="https://netral.example/en/boleh-tidak/menggunakan-hak-pilih/">',
        '<meta property="og:locale" content="en_GB">',
        '<meta property="og:locale:alternate" content="id_ID">',
        '<meta property="og:image" content="https://netral.example/en/assets/preview/boleh-tidak--menggunakan-hak-pilih.png">',
        '<meta property="og:image:alt" content="Allowed or not?: Voting at the polling station">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<link rel="canonical" href="https://netral.example/en/boleh-tidak/menggunakan-hak-pilih/">',
    ):
        assert tag in page
    assert DESCRIPTION == 200
