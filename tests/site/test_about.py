"""The page about the site says who answers for it, as of when it holds, and names every page with something unclear."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, article, page, twin, visible

from netral.catalogue import labels
from netral.cli.check import problems_of
from netral.clock import dt
from netral.load import load
from netral.model.dataset import Dataset
from netral.pages import Edition
from netral.pages.inserts import INSERTS, UnknownInsert, with_inserts

GOOD = ROOT / "tests" / "good"
DAY = dt.date.fromisoformat(TODAY)
#: What the page must answer, in this order.
PARTS = (
    *("bukan-resmi", "penanggung-jawab", "metode", "keyakinan", "belum-diketahui", "tanggal", "koreksi", "lambang"),
    *("lisensi", "privasi", "aksesibilitas", "jawaban", "mengutip", "data"),
)


def told(dataset: Dataset, lang: Any, name: str) -> str:
    edition = Edition(dataset, DAY, lang, "https://contoh.example/", DAY, "")
    return with_inserts(f"<!-- netral: {name} -->", edition, "tentang/")


@pytest.mark.parametrize("lang", LANGS)
def test_it_answers_in_this_order(lang: str, site: Path) -> None:
    headings = article(page(site, twin(lang, "tentang/"))).xpath(".//h2/@id")
    assert [each for each in headings if each in PARTS] == list(PARTS)


@pytest.mark.parametrize(
    "content",
    ["- {id: situs, name: null, contact: null, corrections: null, answer_days: null}\n", "[]\n"],
    ids=["nulls", "nothing"],
)
def test_what_is_not_set_is_said_to_be_unknown(content: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for path in (ROOT / "data").glob("*.yaml"):
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "data" / "site.yaml").write_text(content, encoding="utf-8")
    assert problems_of(tmp_path / "data", DAY)[2] == []
    dataset = load(tmp_path / "data").dataset
    for lang in LANGS:
        say = labels(lang)
        responsible = told(dataset, lang, "penanggung-jawab")
        assert responsible.count(say("responsible.unset")) == 2
        assert say("responsible.nobody") in responsible
        assert say("responsible.without") in responsible
        assert told(dataset, lang, "koreksi").count(say("responsible.unset")) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_set_is_shown_and_nothing_is_said_to_be_unknown(lang: Any) -> None:
    dataset = load(GOOD).dataset
    found = told(dataset, lang, "penanggung-jawab") + told(dataset, lang, "koreksi")
    (site,) = dataset.site
    assert site.name is not None
    assert getattr(site.name, lang) in found
    for value in (site.contact, f'href="{site.corrections}"', labels(lang)("responsible.days", days=site.answer_days)):
        assert str(value) in found
    for key in ("unset", "nobody", "without"):
        assert labels(lang)(f"responsible.{key}") not in found


def unclear(value: Any) -> bool:
    """Does an item of the published data hold a gap, or an answer that is not settled?"""
    if isinstance(value, list):
        return any(map(unclear, value))
    if not isinstance(value, dict):
        return False
    return any(value.get(key) for key in ("gap", "gaps")) or (
        value.get("verdict") == "belum-pasti" or any(map(unclear, value.values()))
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_record_with_something_unclear_is_linked(lang: str, site: Path) -> None:
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    items = [
        item
        for kind in index["resources"]
        if kind != "completion"
        for item in json.loads((site / f"api/v1/{kind}.json").read_text(encoding="utf-8"))["items"]
    ]
    root = re.sub(r"/(en/)?$", "/", items[0]["url"]["id"]).split("/instansi/")[0] + "/"
    wanted = {item["url"][lang].removeprefix(root) for item in items if unclear(item) and not item.get("demo")}
    assert len(wanted) > 20
    here = twin(lang, "tentang/")
    hrefs = article(page(site, here)).xpath(".//ul[@class='unclear']//a/@href")
    assert {normpath(f"{here}{href}").replace("/#", "#") for href in hrefs} == {
        normpath(each).replace("/#", "#") for each in wanted
    }


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_of_prose_asks_for_what_there_is_not(lang: Any, site: Path) -> None:
    asked = [
        name
        for path in (ROOT / "docs" / lang).rglob("*.md")
        for name in re.findall(r"<!-- netral: (.*?) -->", path.read_text(encoding="utf-8"))
    ]
    assert set(asked) == set(INSERTS)
    with pytest.raises(UnknownInsert, match="tangal"):
        told(load(GOOD).dataset, lang, "tangal")
    assert "<!-- netral" not in (site / twin(lang, "tentang/") / "index.html").read_text(encoding="utf-8")
    assert visible(article(page(site, twin(lang, "tentang/"))))
