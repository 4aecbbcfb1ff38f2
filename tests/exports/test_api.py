"""The published JSON: every key the design promises, and the same answers as the pages give."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, article, page, spaced, twin, with_class, words_of

from netral.catalogue import labels
from netral.digest import data_digest, pact_digest
from netral.exports import api_files
from netral.load import load
from netral.model.dataset import Dataset

URL = "https://netral.example/"
#: The resources of the design, and one more: where each claim was read.
RESOURCES = (
    "agencies",
    "regulations",
    "sanctions",
    "acts",
    "pacts",
    "elections",
    "channels",
    "sources",
    "completion",
)
#: What is said of all records together: no claims of their own. tests/pages/test_reviews.py reads them.
LISTS = ("reviews",)
STATUSES = {"berlaku", "diubah", "dicabut", "tidak_berlaku"}
VERDICTS = {"boleh", "bersyarat", "tidak", "wajib", "belum-pasti"}
SIGNING = {"upcoming", "open", "closed", "none"}
NINE = {
    *("banten", "kota-tangerang", "batang", "cilacap", "sumatera-barat"),
    *("jakarta-timur", "jakarta-utara", "jakarta-selatan", "kepulauan-seribu"),
}

Api = Mapping[str, Any]


@pytest.fixture(scope="session")
def api(site: Path) -> Api:
    """resource -> what the built site publishes."""
    folder = site / "api" / "v1"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


@cache
def _real() -> Dataset:
    return load(ROOT / "data", demo=True).dataset


@cache
def on(day: str) -> Api:
    """resource -> what would be published on `day`."""
    files = api_files(_real(), dt.date.fromisoformat(day), URL, "0" * 64)
    return {Path(name).stem: json.loads(text) for name, text in files.items()}


def by_id(api: Api, resource: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in api[resource]["items"]}


def is_text(value: Any) -> bool:
    return set(value) == {"id", "en"} and all(isinstance(each, str) and each.strip() for each in value.values())


def is_date(value: Any, *, partial: bool = True) -> bool:
    return value is None or (isinstance(value, str) and len(value) in ({4, 7, 10} if partial else {10}))


def test_the_index_names_every_resource(api: Api, site: Path) -> None:
    index = api["index"]
    assert set(index) == {"as_of", "data_digest", "checked_until", "official", "moved", "site", "resources"}
    assert index["as_of"] == TODAY
    assert index["official"] is False
    assert index["resources"] == {name: f"{name}.json" for name in (*RESOURCES, *LISTS)}
    assert set(api) == {"index", *RESOURCES, *LISTS}
    assert {path.name for path in (site / "api" / "v1").iterdir()} == {"index.json", *index["resources"].values()}
    assert not (site / "en" / "api").exists()


def test_the_digest_is_that_of_the_data(api: Api, site: Path) -> None:
    """It follows the content, not the folder, and changes with any byte."""
    texts = load(site.parent / "data", demo=True).texts
    assert api["index"]["data_digest"] == data_digest(texts)
    less = dict(list(texts.items())[1:])
    assert data_digest(less) != data_digest(texts)


def test_a_site_without_the_demo_has_another_digest() -> None:
    assert data_digest(load(ROOT / "data").texts) != data_digest(load(ROOT / "data", demo=True).texts)


@pytest.mark.parametrize("name", RESOURCES)
def test_each_resource_has_the_day_and_its_items(name: str, api: Api, dataset: Dataset) -> None:
    assert set(api[name]) == {"as_of", "items"}
    assert api[name]["as_of"] == TODAY
    ids = [item["id"] for item in api[name]["items"]]
    if name == "completion":
        assert ids == [r.id for a in dataset.agencies for r in a.rounds if not dataset.is_made_up(a)]
    else:
        assert ids == [record.id for record in dataset.of_kind(name)]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("name", [name for name in RESOURCES if name != "sources"])
def test_each_item_names_sources_that_are_published(name: str, api: Api) -> None:
    known = set(by_id(api, "sources"))
    for item in api[name]["items"]:
        assert item["sources"], item["id"]
        assert set(item["sources"]) <= known, item["id"]


def claims_in(value: Any) -> list[dict[str, Any]]:
    """Every mapping with sources inside `value`."""
    if isinstance(value, list):
        return [claim for each in value for claim in claims_in(each)]
    if isinstance(value, dict):
        own = [value] if "sources" in value else []
        return own + [claim for each in value.values() for claim in claims_in(each)]
    return []


@pytest.mark.parametrize("name", [name for name in RESOURCES if name not in {"sources", "completion"}])
def test_each_claim_inside_an_item_has_source_confidence_and_day(name: str, api: Api) -> None:
    known = set(by_id(api, "sources"))
    found = claims_in(api[name]["items"])
    assert len(found) >= len(api[name]["items"])
    for claim in found:
        assert set(claim["sources"]) <= known
        assert claim["sources"]
        assert claim["confidence"] in {"high", "medium", "low"}
        assert is_date(claim["checked_on"], partial=False)
        assert claim["checked_on"] is not None


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("agencies", "instansi/{}/"),
        ("regulations", "aturan/{}/"),
        ("acts", "boleh-tidak/{}/"),
        ("pacts", "pakta/{}/"),
        ("sanctions", "sanksi/#{}"),
        ("elections", "kalender/#{}"),
        ("channels", "lapor/#{}"),
    ],
)
def test_each_item_gives_its_addresses_and_they_are_there(name: str, base: str, api: Api, site: Path) -> None:
    for item in api[name]["items"]:
        where = base.format(item["id"])
        assert item["url"] == {"id": URL + where, "en": f"{URL}en/{where}"}
        for lang in LANGS:
            path, _, anchor = where.partition("#")
            tree = page(site, twin(lang, path))
            assert not anchor or tree.xpath("//*[@id=$name]", name=anchor), where


def test_no_item_has_a_key_of_the_program(api: Api) -> None:
    for name in RESOURCES:
        for item in api[name]["items"]:
            assert not {"at", "@at", "from_"} & set(item)
            assert "null" not in item


def test_agencies_hold_what_the_design_says(api: Api) -> None:
    agencies = by_id(api, "agencies")
    assert set(agencies) >= NINE | {"kabupaten-demo"}
    assert {name for name, item in agencies.items() if item["demo"]} == {"kabupaten-demo"}
    for item in agencies.values():
        assert is_text(item["name"])
        assert item["level"] in {"provinsi", "kabupaten", "kota", "kota-administrasi", "kabupaten-administrasi"}
        assert isinstance(item["region_code"], str)
        assert set(item["instruments"]) <= set(by_id(api, "regulations"))
        for round_ in item["rounds"]:
            assert {"id", "elections", "pact", "pact_version", "signing", "form", "reported"} <= set(round_)
            assert {"status", "opens", "deadline"} <= set(round_["signing"])
            assert round_["signing"]["status"] in SIGNING
            assert is_date(round_["signing"]["opens"])
            assert is_date(round_["signing"]["deadline"])
            assert round_["elections"]
            assert set(round_["elections"]) <= set(by_id(api, "elections"))
            assert round_["pact"] is None or round_["pact"] in by_id(api, "pacts")
            assert (round_["pact"] is None) == (round_["pact_version"] is None)
            assert all(isinstance(count["count"], int) and is_text(count["what"]) for count in round_["reported"])


def test_regulations_hold_what_the_design_says(api: Api) -> None:
    laws = by_id(api, "regulations")
    refs = set(laws) | {f"{law}/{part['id']}" for law, item in laws.items() for part in item["provisions"]}
    for item in laws.values():
        assert item["citation"].strip()
        assert is_text(item["title"])
        assert is_date(item["issued"])
        assert set(item["in_force"]) == {"from", "until"}
        assert is_date(item["in_force"]["from"])
        assert is_date(item["in_force"]["until"])
        assert item["status"] in STATUSES
        assert set(item["replaced_by"]) <= refs
        assert set(item["amended_by"]) <= set(laws)
        for part in item["provisions"]:
            assert part["status"] in STATUSES
            assert {"id", "article", "wording", "text", "sources", "confidence"} <= set(part)


def test_acts_hold_what_the_design_says(api: Api) -> None:
    ladders = by_id(api, "sanctions")
    refs = set(ladders)
    for name, ladder in ladders.items():
        refs |= {f"{name}/{level['id']}" for level in ladder["levels"]}
        refs |= {f"{name}/{level['id']}/{rung['id']}" for level in ladder["levels"] for rung in level["rungs"]}
    for item in api["acts"]["items"]:
        assert is_text(item["statement"])
        assert item["answers"]
        for answer in item["answers"]:
            assert {"who", "stage", "from", "until", "verdict", "sanctions", "basis", "confidence"} <= set(answer)
            assert answer["who"]
            assert answer["stage"] in {"bakal-calon", "calon", "semua"}
            assert is_date(answer["from"])
            assert answer["from"] is not None
            assert is_date(answer["until"])
            assert answer["verdict"] in VERDICTS
            assert set(answer["sanctions"]) <= refs
            assert all(basis["cite"].strip() for basis in answer["basis"])


def test_pacts_hold_what_the_design_says(api: Api, dataset: Dataset) -> None:
    digests = {pact.id: pact_digest(pact) for pact in dataset.pacts}
    for item in api["pacts"]["items"]:
        assert item["version"].strip()
        assert item["digest"] == digests[item["id"]]
        assert item["kind"] in {"pakta", "ikrar"}
        assert set(item["points"]) == {"id", "en"}
        assert len(item["points"]["id"]) == len(item["points"]["en"]) > 0
        assert all(isinstance(point, str) for point in item["points"]["id"] + item["points"]["en"])
        newest = item["versions"][-1]
        assert (newest["version"], newest["digest"], newest["until"]) == (item["version"], item["digest"], None)
        assert newest["points"] == item["points"]
    demo = by_id(api, "pacts")["pakta-demo"]["versions"]
    assert [(each["version"], each["until"], each["change"] and each["change"]["substantive"]) for each in demo] == [
        ("1", "2026-07-12", None),
        ("2", None, True),
    ]
    assert [len(each["points"]["id"]) for each in demo] == [3, 4]


def test_completion_knows_no_figure_that_nobody_published(api: Api) -> None:
    rounds = {r["id"]: (a["id"], r) for a in api["agencies"]["items"] for r in a["rounds"]}
    counts = {}
    for item in api["completion"]["items"]:
        agency, round_ = rounds[item["id"]]
        assert set(item) == {
            *("id", "agency", "pact_version", "weeks", "headcount", "signed", "reported", "sources"),
            *("week", "headcount_date", "mark", "counted", "late", "missing", "pact_digest"),
        }
        assert item["agency"] == agency != "kabupaten-demo"
        pact = by_id(api, "pacts").get(round_["pact"])
        assert item["pact_digest"] == (pact and pact["digest"])
        assert (item["weeks"], item["headcount"], item["signed"]) == ([], None, None)
        assert item["reported"] == round_["reported"]
        counts[agency] = [report["count"] for report in item["reported"]]
    known = {agency: figures for agency, figures in counts.items() if figures and agency in NINE}
    assert known == {"kota-tangerang": [4315], "kepulauan-seribu": [80]}


def badge(tree: Any, start: str) -> str:
    """The value in the class of the first badge of a kind: `status-dicabut` -> dicabut."""
    first = [*with_class(tree, "badge"), *with_class(tree, "verdict")][:1]
    (names,) = {name for e in first for name in e.get("class").split() if name.startswith(start)}
    return str(names).removeprefix(start)


def known_still(law: dict[str, Any]) -> bool:
    """Does nothing say that the last look at this regulation was before today?"""
    seen = law["confirmed_until"]
    return seen is None or seen >= TODAY[: len(seen)]


def test_some_regulation_was_last_seen_in_force_before_today(api: Api) -> None:
    """Its status is what was last known; pages and JSON say until when."""
    assert [law["id"] for law in api["regulations"]["items"] if not known_still(law)]


@pytest.mark.parametrize("lang", LANGS)
def test_pages_of_regulations_say_the_same_status(lang: str, api: Api, site: Path) -> None:
    say = labels("id" if lang == "id" else "en")
    index = article(page(site, twin(lang, "aturan/")))
    listed = {
        row.xpath("string(./a/@href)").strip("/").rsplit("/", 1)[-1]: row
        for row in index.xpath(".//ul[@class='rows']/li")
    }
    assert set(listed) == set(by_id(api, "regulations"))
    for name, item in by_id(api, "regulations").items():
        tree = article(page(site, twin(lang, f"aturan/{name}/")))
        assert badge(tree, "status-") == item["status"]
        assert words_of(with_class(listed[name], "badge")[0]) == say(f"law.{item['status']}")
        stale = item["status"] in {"berlaku", "diubah"} and not known_still(item)
        for element in (listed[name], with_class(tree, "status")[0]):
            assert bool(with_class(element, "last-known")) == stale, name
        for part in item["provisions"]:
            (claim,) = tree.xpath(".//*[@data-claim=$key]", key=f"{name}/{part['id']}")
            assert badge(claim, "status-") == part["status"]
            assert words_of(with_class(claim, "badge")[0]) == say(f"law.{part['status']}")


@pytest.mark.parametrize("lang", LANGS)
def test_pages_of_acts_say_the_same_verdicts(lang: str, api: Api, site: Path) -> None:
    say = labels("id" if lang == "id" else "en")
    for name, item in by_id(api, "acts").items():
        tree = article(page(site, twin(lang, f"boleh-tidak/{name}/")))
        for answer in item["answers"]:
            (claim,) = tree.xpath(".//*[@data-claim=$key]", key=f"{name}/{answer['id']}")
            assert badge(claim, "verdict-") == answer["verdict"]
            assert words_of(with_class(claim, "verdict")[0]) == say(f"verdict.{answer['verdict'].replace('-', '_')}")


@pytest.mark.parametrize("lang", LANGS)
def test_pages_of_agencies_say_the_same_of_signing(lang: str, api: Api, site: Path) -> None:
    say = labels("id" if lang == "id" else "en")
    for name, item in by_id(api, "agencies").items():
        tree = article(page(site, twin(lang, f"instansi/{name}/")))
        shown = [(w.get("class").split()[-1], words_of(w.find("strong"))) for w in with_class(tree, "window")]
        wanted = [round_["signing"]["status"] for round_ in item["rounds"]]
        assert shown == [(f"window-{status}", say(f"signing.{status}")) for status in wanted]
        assert spaced(item["name"][lang]) == words_of(tree.xpath(".//h1")[0])


@pytest.mark.parametrize(
    ("day", "status"),
    [("2014-01-14", "tidak_berlaku"), ("2014-01-15", "berlaku"), ("2023-10-30", "berlaku"), ("2023-10-31", "dicabut")],
)
def test_the_old_civil_service_law_ends_when_the_new_one_begins(day: str, status: str) -> None:
    laws = by_id(on(day), "regulations")
    assert laws["uu-5-2014"]["status"] == status
    assert laws["uu-20-2023"]["status"] == ("berlaku" if day >= "2023-10-31" else "tidak_berlaku")


@pytest.mark.parametrize("day", ["2021-08-31", "2023-10-01", "2024-08-12", TODAY])
def test_one_paragraph_outlives_its_regulation(day: str) -> None:
    law = by_id(on(day), "regulations")["pp-53-2010"]
    parts = {part["id"]: part["status"] for part in law["provisions"]}
    assert law["status"] == "dicabut"
    assert parts["pasal-7-ayat-3"] == "berlaku"
    assert {name for name, status in parts.items() if status == "berlaku"} == {"pasal-7-ayat-3"}


def test_the_regulation_that_was_replaced_was_in_force_before() -> None:
    assert by_id(on("2021-08-30"), "regulations")["pp-53-2010"]["status"] == "berlaku"
    assert by_id(on("2021-08-30"), "regulations")["pp-94-2021"]["status"] == "tidak_berlaku"
    assert by_id(on("2021-08-31"), "regulations")["pp-94-2021"]["status"] == "berlaku"


def signing(day: str) -> dict[str, str]:
    """round -> status of its window on `day`."""
    return {r["id"]: r["signing"]["status"] for a in on(day)["agencies"]["items"] for r in a["rounds"]}


@pytest.mark.parametrize(
    ("round_", "day", "status"),
    [
        ("banten-2023", "2023-09-27", "none"),
        ("banten-2023", "2023-09-28", "open"),
        ("banten-2023", "2023-11-03", "open"),
        ("banten-2023", "2023-11-04", "closed"),
        ("sumatera-barat-2023", "2023-09-29", "none"),
        ("sumatera-barat-2023", "2023-09-30", "open"),
    ],
)
def test_a_window_without_a_first_day_is_open_once_a_source_shows_it_running(
    round_: str, day: str, status: str
) -> None:
    """Banten's source shows it running on 28 September 2023; West Sumatra's names the month alone."""
    assert signing(day)[round_] == status


@pytest.mark.parametrize(
    ("day", "status"),
    [("2024-08-11", "upcoming"), ("2024-08-12", "open"), ("2024-11-27", "open"), ("2024-11-28", "closed")],
)
def test_a_window_without_a_deadline_ends_with_the_vote(day: str, status: str) -> None:
    assert signing(day)["kota-tangerang-2024"] == status


def test_today_only_the_made_up_window_is_open(api: Api) -> None:
    """Of the nine and the made-up one; what an adopter adds may be open on any day."""
    told = {(a["id"], r["id"]): r["signing"]["status"] for a in api["agencies"]["items"] for r in a["rounds"]}
    assert {name: each for (_, name), each in told.items()} == signing(TODAY)
    status = {name: each for (agency, name), each in told.items() if agency in NINE | {"kabupaten-demo"}}
    assert {name for name, each in status.items() if each == "open"} == {"kabupaten-demo-2026"}
    assert {each for name, each in status.items() if name != "kabupaten-demo-2026"} <= {"closed", "none"}
    assert len(status) >= 9


def test_the_files_are_text_that_people_can_read(site: Path) -> None:
    for path in (site / "api" / "v1").iterdir():
        text = path.read_text(encoding="utf-8")
        assert text.endswith("}\n")
        assert "\\u" not in text
