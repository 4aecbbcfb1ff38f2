"""A tenth agency is data only: the command writes its skeleton, and the site shows it everywhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import TODAY, Ran, built_once, copy_project, manifest, netral, small_project
from tests.site.reading import LANGS, article, page, twin, visible, with_class, words_of

#: One worker builds the site of ten; the other need not wait for it.
pytestmark = pytest.mark.xdist_group("tenth-agency")
NEW = (
    *("new", "agency", "--id", "kota-bandung", "--name-id", "Kota Bandung", "--name-en", "Bandung City"),
    *("--level", "kota", "--region-code", "32.73", "--data", "data"),
)
NAMES = {"id": "Kota Bandung", "en": "Bandung City"}
#: SOURCE_DATE_EPOCH of TODAY: the command writes the day on which it was run.
CLOCK = {"SOURCE_DATE_EPOCH": "1795280400"}
#: What the adder writes by hand afterwards: a round of signing.
ROUND = """\
  rounds:
    - id: kota-bandung-2026
      name:
        id: 'Pakta integritas Kota Bandung 2026'
        en: 'Integrity pact of Bandung City 2026'
      elections: [pilkada-2024]
      pact: pakta-banten
      pact_version: '1'
      signing:
        opens: 2026-11-01
        deadline: 2026-11-30
        deadline_text: {id: 'akhir November 2026', en: 'the end of November 2026'}
      must_sign: [pns]
      must_sign_text: {id: 'Semua PNS kota itu.', en: 'All civil servants of the city.'}
      fields: [nama]
      reported:
        - id: penanda-tangan
          count: 1234
          what: {id: 'penanda tangan di Bandung', en: 'signers in Bandung'}
          date: 2026-11-16
          sources: [keterangan-kota-bandung]
          confidence: medium
      sources: [keterangan-kota-bandung]
      confidence: medium
"""


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def new(project: Path, *arguments: str, run: Callable[..., Ran] = netral) -> Ran:
    return run(*(arguments or NEW), cwd=project, env=CLOCK)


@pytest.fixture(scope="session")
def grown(shared: Path, site: Path) -> Path:
    """The real project's site with a tenth agency. What was typeset for the site without it is not typeset again."""

    def build(folder: Path) -> Path:
        project = copy_project(folder)
        before = manifest(project)
        ran = new(project)
        assert ran.code == 0, ran.out + ran.err
        agencies = project / "data/agencies.yaml"
        agencies.write_text(agencies.read_text(encoding="utf-8") + ROUND, encoding="utf-8")
        assert changed(before, manifest(project)) == {"data/agencies.yaml", "data/sources.yaml"}
        shutil.copytree(site.parent / "build" / "typeset", project / "build" / "typeset")
        ran = netral("build", "--as-of", TODAY, "--out", "site", cwd=project)
        assert ran.code == 0, ran.out + ran.err
        own = {name for name in manifest(project) if not name.startswith(("site/", "build/"))}
        assert own == set(before)
        return project / "site"

    return built_once(shared, "grown", build)


def test_the_skeleton_is_valid_as_it_stands(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    before = manifest(project)
    ran = new(project)
    assert (ran.code, ran.err) == (0, "")
    assert "Kota Bandung" in ran.out
    after = manifest(project)
    assert changed(before, after) == {"data/agencies.yaml", "data/sources.yaml"}
    for name in ("data/agencies.yaml", "data/sources.yaml"):
        assert after[name].startswith(before[name].rstrip(b"\n"))
    checked = netral("check", "--as-of", TODAY, "--lang", "en", cwd=project)
    assert (checked.code, checked.out) == (0, "No problems.\n")


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--id", "instansi-rekaan", "K006"),
        ("--id", "Kota Bandung", "K005"),
        ("--id", "kota-contoh", "K008"),
        ("--name-id", "Kota Rekaan", "A001"),
        ("--region-code", "3273", "K004"),
    ],
)
def test_what_the_check_would_refuse_is_not_written(
    option: str, value: str, code: str, tmp_path: Path, inside: Callable[..., Ran]
) -> None:
    project = small_project(tmp_path / "project")
    before = manifest(project)
    arguments = list(NEW)
    arguments[arguments.index(option) + 1] = value
    ran = new(project, *arguments, "--lang", "en", run=inside)
    assert ran.code == 1
    assert f"{code}: " in ran.err
    assert "Traceback" not in ran.err
    assert changed(before, manifest(project)) == set()


def test_an_answer_that_is_missing_is_asked_for_and_nothing_is_written_without_it(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    before = manifest(project)
    ran = new(project, *NEW[:4], "--lang", "en")
    assert ran.code == 2
    assert "no answer; answer every question" in ran.err
    assert changed(before, manifest(project)) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_in_the_list_of_agencies(lang: str, grown: Path) -> None:
    tree = article(page(grown, twin(lang, "instansi/")))
    cards = {
        words_of(card.xpath("./p[@class='card-name']")[0]): card for card in tree.xpath(".//ul[@class='cards']/li")
    }
    assert len(cards) >= 10
    card = cards[NAMES[lang]]
    assert card.xpath("./p[@class='card-name']/a/@href") == ["kota-bandung/"]
    _, place, window = (words_of(line) for line in card.xpath("./p"))
    assert place == {"id": "Kota · Kode wilayah 32.73", "en": "City · Region code 32.73"}[lang]
    assert window.startswith(
        {"id": "Sedang dibuka Penandatanganan dibuka sampai", "en": "Open Signing is open until"}[lang]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_it_has_its_own_page(lang: str, grown: Path) -> None:
    tree = article(page(grown, twin(lang, "instansi/kota-bandung/")))
    assert words_of(tree.xpath(".//h1")[0]) == NAMES[lang]
    assert [window.get("class") for window in with_class(tree, "window")] == ["window window-open"]
    assert all("keterangan-kota-bandung" in claim.get("data-source") for claim in with_class(tree, "claim"))
    twin_link = page(grown, twin(lang, "instansi/kota-bandung/")).xpath("//a[contains(@class, 'language-switch')]")[0]
    assert twin_link.get("hreflang") == {"id": "en", "en": "id"}[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_in_the_statistics(lang: str, grown: Path) -> None:
    tree = article(page(grown, twin(lang, "statistik/")))
    cards = tree.xpath(".//ul[@class='cards']/li")
    rows = [card for card in cards if words_of(card.xpath("./p[@class='card-name']")[0]) == NAMES[lang]]
    assert len(rows) == 1
    assert {"id": "1.234 penanda tangan di Bandung", "en": "1,234 signers in Bandung"}[lang] in words_of(rows[0])


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_in_the_calendar_on_the_home_page_and_on_its_pacts_page(lang: str, grown: Path) -> None:
    for address in ("kalender/", "", "pakta/pakta-banten/"):
        tree = article(page(grown, twin(lang, address)))
        links = [link for link in tree.xpath(".//a") if link.get("href").endswith("instansi/kota-bandung/")]
        assert links, address
        assert [words for link in links if NAMES[lang] not in (words := words_of(link))] == [], address


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_found_by_search(lang: str, grown: Path) -> None:
    index = json.loads((grown / twin(lang, "search/search_index.json")).read_text(encoding="utf-8"))
    found = {entry["location"]: entry["title"] for entry in index["docs"]}
    assert found["instansi/kota-bandung/"] == NAMES[lang]


def test_it_is_in_the_published_data(grown: Path) -> None:
    api = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (grown / "api/v1").iterdir()}
    agencies = {item["id"]: item for item in api["agencies"]["items"]}
    assert len(agencies) >= 10
    item = agencies["kota-bandung"]
    assert (item["name"], item["level"], item["region_code"], item["demo"]) == (NAMES, "kota", "32.73", False)
    assert item["checked_on"] == TODAY
    assert [round_["signing"]["status"] for round_ in item["rounds"]] == ["open"]
    assert item["url"]["en"].endswith("/en/instansi/kota-bandung/")
    assert "kota-bandung-2026" in {entry["id"] for entry in api["completion"]["items"]}


def test_it_is_in_the_site_map(grown: Path) -> None:
    text = (grown / "sitemap.xml").read_text(encoding="utf-8")
    for lang in LANGS:
        assert text.count(f"<loc>https://netral.example/{twin(lang, 'instansi/kota-bandung/')}</loc>") == 1


def test_navigation_and_every_other_page_of_an_agency_stay_as_they_were(grown: Path, site: Path) -> None:
    """The pages of the nine tell the same as before, and no page's navigation knows the tenth."""
    for name in ("banten", "batang", "sumatera-barat"):
        here, there = (article(page(folder, f"instansi/{name}/")) for folder in (grown, site))
        assert visible(here) == visible(there)
    for tree in (page(grown, ""), page(grown, "sanksi/")):
        assert not [link for link in tree.xpath("//nav[contains(@class, 'md-nav')]//a/@href") if "kota-bandung" in link]


def test_a_site_without_the_demo_knows_nothing_of_it(grown: Path) -> None:
    """What is published holds no made-up record, not even in its search index."""
    made_up = (b"kabupaten-demo", b"pakta-demo", b"Kabupaten Contoh", b"Example Regency")
    found = {name for name, content in manifest(grown).items() if any(word in content for word in made_up)}
    assert found == set()
