"""Changes of records: on their own pages, on the page of changes, in the feeds and in the JSON, each by its day."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, words_of

from netral.build import editions
from netral.catalogue import labels
from netral.changes import changes_until, name_of
from netral.check.changes import check_changes
from netral.exports.api import api_files
from netral.exports.change_feed import change_feed
from netral.load import load
from netral.model.dataset import Dataset
from netral.pages import Edition, Page
from netral.pages.acts import act_page
from netral.pages.changes import changes_page
from netral.problems import Lang

URL = "https://netral.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
#: The changes of the act of tests/good.
FIRST = "    - {day: 2024-02-01, kind: major, note: {id: 'Dahulu boleh.', en: 'It was allowed.'}}\n"
SMALL = "    - {day: 2024-02-01, kind: minor, note: {id: 'Ejaan.', en: 'Spelling.'}}\n"
SECOND = "    - {day: 2024-02-01, kind: major, note: {id: 'Kini & tidak <lagi>.', en: 'Now & no <more>.'}}\n"
THIRD = "    - {day: 2024-03-01, kind: major, note: {id: 'Pasalnya lain.', en: 'Another article.'}}\n"

Changed = Callable[..., Dataset]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The invented data of tests/good, the act with these changes."""

    def make(*changes: str) -> Dataset:
        shutil.copytree(ROOT / "tests/good", tmp_path / "data", dirs_exist_ok=True)
        path = tmp_path / "data/acts.yaml"
        text = (ROOT / "tests/good/acts.yaml").read_text(encoding="utf-8")
        path.write_text(f"{text}  changes:\n{''.join(changes)}" if changes else text, encoding="utf-8")
        loaded = load(tmp_path / "data")
        assert loaded.problems == ()
        return loaded.dataset

    return make


def edition(dataset: Dataset, lang: Lang, day: str = TODAY) -> Edition:
    return editions(dataset, dt.date.fromisoformat(day), URL, {})[lang]


def body(page: Page) -> HtmlElement:
    return html.fromstring("<div>" + page.text.split("\n---\n", 1)[1] + "</div>")


def entries(dataset: Dataset, lang: Lang, day: str = TODAY) -> list[ET.Element]:
    return ET.fromstring(change_feed(edition(dataset, lang, day))).findall("a:entry", ATOM)


def told(entry: ET.Element, name: str) -> str:
    (found,) = entry.findall(f"a:{name}", ATOM)
    return str(found.text)


@pytest.mark.parametrize("lang", LANGS)
def test_every_real_change_is_on_the_page_by_its_record_and_major_ones_in_the_feed(
    dataset: Dataset, lang: Lang
) -> None:
    made = changes_until(dataset, dt.date.fromisoformat(TODAY))
    assert len(made) > 10
    page = body(changes_page(edition(dataset, lang)))
    shown = [words_of(item) for item in page.xpath(".//ul[contains(@class, 'changes')]/li")]
    assert len(shown) == len(made)
    feed = [f"{told(entry, 'title')} {told(entry, 'summary')}" for entry in entries(dataset, lang)]
    majors = [each for each in made if each.change.kind == "major"]
    assert len(feed) == len(majors)
    for each, entry in zip(majors, feed, strict=True):
        assert each.change.note is not None
        note = str(getattr(each.change.note, lang))
        assert name_of(each.record, lang) in entry
        assert note in entry
        assert any(name_of(each.record, lang) in item and note in item for item in shown)


@pytest.mark.parametrize("lang", LANGS)
def test_the_newest_stand_first_and_minor_ones_apart(changed: Changed, lang: Lang) -> None:
    dataset = changed(FIRST, SMALL, SECOND, THIRD)
    page = body(changes_page(edition(dataset, lang)))
    first, second = page.xpath(".//ul[contains(@class, 'changes')][not(ancestor::details)]")
    assert ("Pasalnya lain." if lang == "id" else "Another article.") in words_of(first)
    assert [words_of(item).split(" ")[-1] for item in second.xpath("li")] == (
        ["<lagi>.", "boleh."] if lang == "id" else ["<more>.", "allowed."]
    )
    (folded,) = page.xpath(".//details")
    assert labels(lang)("record_changes.minor", count="1") in words_of(folded)
    assert ("Ejaan." if lang == "id" else "Spelling.") in words_of(folded)


@pytest.mark.parametrize("lang", LANGS)
def test_a_records_own_page_tells_its_major_changes_of_the_day(changed: Changed, lang: Lang) -> None:
    dataset = changed(FIRST, SMALL, SECOND, THIRD)
    (act,) = dataset.acts
    for day, notes in (
        ("2024-01-31", []),
        ("2024-02-29", ["<lagi>.", "boleh."]),
        (TODAY, ["lain.", "<lagi>.", "boleh."]),
    ):
        page = act_page(edition(dataset, lang, day), act)
        assert (labels(lang)("record_changes.here") in page.text) == bool(notes)
        items = [words_of(item) for item in body(page).xpath(".//ul[@class='changes']/li")]
        assert len(items) == len(notes)
        if lang == "id":
            assert [item.split(" ")[-1] for item in items] == notes


def test_the_site_of_an_earlier_day_does_not_know_later_changes(changed: Changed) -> None:
    dataset = changed(FIRST, SMALL, SECOND, THIRD)
    assert [told(entry, "updated") for entry in entries(dataset, "id")] == [
        f"2024-{day}T00:00:00+07:00" for day in ("03-01", "02-01", "02-01")
    ]
    assert len(entries(dataset, "id", "2024-02-01")) == 2
    assert entries(dataset, "id", "2024-01-31") == []
    for day, count in (("2024-01-31", 0), ("2024-02-01", 3), (TODAY, 4)):
        (item,) = json.loads(api_files(dataset, dt.date.fromisoformat(day), URL, "0")["api/v1/acts.json"])["items"]
        assert [change["kind"] for change in item["changes"]] == ["major", "minor", "major", "major"][:count]


def test_an_entry_keeps_its_id_whatever_comes_after_it_and_wherever_the_site_moves(changed: Changed) -> None:
    before = [told(entry, "id") for entry in entries(changed(FIRST, SECOND), "id")]
    more = changed(FIRST.replace("Dahulu", "Dulu"), SMALL, SECOND, THIRD)
    after = [told(entry, "id") for entry in entries(more, "id")]
    assert after[1:] == before
    assert len(set(after)) == 3
    assert not set(after) & {told(entry, "id") for entry in entries(more, "en")}
    moved = editions(more, dt.date.fromisoformat(TODAY), "https://lain.example/x/", {})["id"]
    feed = ET.fromstring(change_feed(moved))
    assert [told(entry, "id") for entry in feed.findall("a:entry", ATOM)] == after
    (link,) = feed.findall("a:entry[1]/a:link", ATOM)
    assert link.get("href") == "https://lain.example/x/boleh-tidak/bersorak-rekaan/"


@pytest.mark.parametrize("lang", LANGS)
def test_without_changes_the_page_and_the_feed_say_so(changed: Changed, lang: Lang) -> None:
    dataset = changed()
    assert labels(lang)("record_changes.none") in changes_page(edition(dataset, lang)).text
    feed = ET.fromstring(change_feed(edition(dataset, lang)))
    assert feed.findall("a:entry", ATOM) == []
    assert [element.text for element in feed.findall("a:updated", ATOM)] == ["2024-01-02T00:00:00+07:00"]


def test_made_up_changes_are_not_news(changed: Changed) -> None:
    dataset = changed(FIRST)
    made_up = replace(dataset, made_up=frozenset({"bersorak-rekaan"}))
    assert entries(made_up, "id") == []
    assert changes_until(made_up, dt.date.fromisoformat(TODAY)) == ()


def test_to_a_day_gone_by_no_change_is_one_to_come(changed: Changed) -> None:
    dataset = changed(THIRD)
    assert [problem.code for problem in check_changes(dataset, dt.date(2024, 2, 1))] == ["K010"]
    assert list(check_changes(dataset, dt.date(2024, 3, 1))) == []
    # Its records were checked on 2 January 2024: who asks about the day before asks about the past.
    assert list(check_changes(dataset, dt.date(2024, 1, 1))) == []
