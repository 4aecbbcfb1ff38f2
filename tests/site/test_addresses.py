"""Every address of the design is there in both languages, and every page knows its own address and its twin's."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml.html import HtmlElement
from tests.conftest import ROOT, SUB_URL
from tests.site.reading import LANGS, addresses, lang_of, page, twin

from netral.catalogue import codes
from netral.model.dataset import Dataset

URL = "https://netral.example/"
FIXED = (
    "",
    "aturan/",
    "sanksi/",
    "sanksi/alur/",
    "boleh-tidak/",
    "pakta/",
    "kalender/",
    "lapor/",
    "instansi/",
    "statistik/",
    "poster/",
    "data/",
    "perubahan/",
    "data/laporan/",
    "data/pemeriksaan/",
    "tentang/",
    "panduan-admin/",
)
SITES = [("site", URL), ("sub_path_site", SUB_URL)]


def expected(dataset: Dataset) -> set[str]:
    records = (
        *(f"aturan/{law.id}/" for law in dataset.regulations),
        *(f"boleh-tidak/{act.id}/" for act in dataset.acts),
        *(f"boleh-tidak/untuk/{who}/" for act in dataset.acts for answer in act.answers for who in answer.who),
        *(f"pakta/{pact.id}/" for pact in dataset.pacts),
        *(f"instansi/{agency.id}/" for agency in dataset.agencies),
        *(f"instansi/{a.id}/tanda-tangan/" for a in dataset.agencies if any(round_.form for round_ in a.rounds)),
        *(f"data/kode/{code}/" for code in codes()),
    )
    return {*FIXED, *records}


def own_url(url: str, address: str) -> str:
    """The full address of a page, as its canonical link should give it."""
    return url + address


def switch(tree: HtmlElement) -> HtmlElement:
    (found,) = tree.xpath("//a[contains(@class, 'language-switch')]")
    return found


@pytest.fixture(params=SITES, ids=["root", "sub-path"])
def built(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A built site and the address it was built for."""
    name, url = request.param
    return request.getfixturevalue(name), url


def test_the_site_has_exactly_the_addresses_of_the_design(site: Path, dataset: Dataset) -> None:
    wanted = expected(dataset)
    prose = {f"{path.stem}/" for path in (ROOT / "docs/id").glob("*.md")}
    assert {"tentang/", "panduan-admin/"} <= prose
    assert set(addresses(site)) == {twin(lang, address) for lang in LANGS for address in wanted | prose}
    assert (site / "404.html").is_file()
    assert not (site / "en" / "404.html").exists()


def test_the_nine_agencies_and_the_demo_have_their_pages(site: Path) -> None:
    ids = {
        *("banten", "kota-tangerang", "batang", "cilacap", "sumatera-barat", "jakarta-timur", "jakarta-utara"),
        *("jakarta-selatan", "kepulauan-seribu", "kabupaten-demo"),
    }
    for lang in LANGS:
        assert {path.name for path in (site / twin(lang, "instansi/")).iterdir() if path.is_dir()} >= ids


def test_each_page_says_its_language(built: tuple[Path, str]) -> None:
    folder, _ = built
    assert {name: page(folder, name).get("lang") for name in addresses(folder)} == {
        name: lang_of(name) for name in addresses(folder)
    }
    assert page(folder, "404.html").get("lang") == "id"


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_pages_of_a_language_share_title_or_description(lang: str, site: Path) -> None:
    names = [name for name in addresses(site) if lang_of(name) == lang]
    titles = Counter(page(site, name).findtext(".//title") for name in names)
    assert [title for title, count in titles.items() if count > 1] == []
    assert all(title and title.strip() for title in titles)
    described = [page(site, name).xpath("string(//meta[@name='description']/@content)") for name in names]
    assert all(text.strip() for text in described)


def test_each_page_has_one_heading_of_the_first_level(site: Path) -> None:
    assert {name: len(page(site, name).xpath("//h1")) for name in addresses(site)} == dict.fromkeys(addresses(site), 1)


def test_canonical_and_hreflang_are_the_pages_own_and_mutual(built: tuple[Path, str]) -> None:
    folder, url = built
    for name in addresses(folder):
        tree = page(folder, name)
        bare = name.removeprefix("en/")
        assert tree.xpath("//link[@rel='canonical']/@href") == [own_url(url, name)]
        alternates = {
            link.get("hreflang"): link.get("href") for link in tree.xpath("//head/link[@rel='alternate'][@hreflang]")
        }
        assert alternates == {
            "id": own_url(url, bare),
            "en": own_url(url, f"en/{bare}"),
            "x-default": own_url(url, bare),
        }, name


def test_the_language_switch_leads_to_the_twin(built: tuple[Path, str]) -> None:
    folder, url = built
    for name in addresses(folder):
        link = switch(page(folder, name))
        other = "en" if lang_of(name) == "id" else "id"
        wanted = twin(other, name.removeprefix("en/"))
        assert urljoin(own_url(url, name), link.get("href")) == own_url(url, wanted)
        assert wanted in addresses(folder)
        assert (link.get("hreflang"), link.get("lang")) == (other, other)
        assert link.text_content().strip()


def test_links_stay_below_the_sub_path_and_lead_to_files(built: tuple[Path, str]) -> None:
    folder, url = built
    root = urlsplit(url)
    seen = 0
    for name in addresses(folder):
        tree = page(folder, name)
        for link in (*tree.xpath("//@href"), *tree.xpath("//@src")):
            assert not link.startswith("/"), (name, link)
            whole = urlsplit(urljoin(own_url(url, name), link))
            if whole.netloc != root.netloc:
                continue
            assert whole.path.startswith(root.path), (name, link)
            path = whole.path.removeprefix(root.path)
            file = path + "index.html" if not path or path.endswith("/") else path
            assert (folder / file).is_file(), (name, link)
            seen += 1
    assert seen > 10 * len(addresses(folder))


def test_the_page_that_is_not_found_leads_home_from_any_depth(built: tuple[Path, str]) -> None:
    folder, url = built
    tree = page(folder, "404.html")
    sections = {part.get("lang"): part.xpath(".//a/@href") for part in tree.xpath("//article//section")}
    assert sections == {"id": [url], "en": [f"{url}en/"]}
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    # A host shows this page at any depth, so nothing on it may be relative to where it lies.
    found = [*tree.xpath("//@href"), *tree.xpath("//@src")]
    base = urlsplit(url).path
    assert [link for link in found if not link.startswith(("#", "https://", base))] == []


def test_the_site_map_lists_each_real_page_once_with_its_twin(site: Path, dataset: Dataset) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ET.parse(site / "sitemap.xml")
    listed = [entry.findtext("s:loc", namespaces=names) for entry in tree.iterfind("s:url", names)]
    hidden = {"instansi/kabupaten-demo/", "instansi/kabupaten-demo/tanda-tangan/", "pakta/pakta-demo/"}
    assert {f"instansi/{a.id}/" for a in dataset.agencies if dataset.is_made_up(a)} <= hidden
    wanted = [own_url(URL, name) for name in addresses(site) if name.removeprefix("en/") not in hidden]
    assert sorted(filter(None, listed)) == sorted(wanted)
    for entry in tree.iterfind("s:url", names):
        links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", names)}
        assert entry.findtext("s:loc", namespaces=names) in links.values()
        assert set(links) == {"id", "en"}
    assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8").splitlines()
