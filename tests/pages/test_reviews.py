"""What is overdue says so beside the day it was checked, and stands in the public list and in `reviews.json`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import TODAY
from tests.site.reading import LANGS, with_class, words_of
from tests.weekly import edition_of

from netral.exports import api_files
from netral.model.base import Claim
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.pages import Page
from netral.pages.acts import act_page
from netral.pages.overview import report_page
from netral.pages.pacts import pact_page
from netral.pages.reviews import reviews_page
from netral.pages.sanctions import sanctions_page
from netral.pages.statistics import statistics_page
from netral.problems import Lang

NOW, LATE = dt.date.fromisoformat(TODAY), dt.date(2028, 1, 1)
#: Of an official text that was checked on 21 November 2026.
OVERDUE = {
    "id": "(terlambat: seharusnya diperiksa lagi paling lambat 21 November 2027)",
    "en": "(overdue: to be checked again by 21 November 2027)",
}
CHECKED = {
    "id": "Isi halaman ini diperiksa pada 21 November 2026.",
    "en": "The content of this page was checked on 21 November 2026.",
}


def tree_of(page: Page) -> HtmlElement:
    return html.fromstring("<div>" + page.text.split("\n---\n", 1)[1] + "</div>")


def marks(page: Page) -> list[str]:
    return [words_of(element) for element in with_class(tree_of(page), "overdue")]


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_that_is_overdue_says_so_beside_the_day_it_was_checked(lang: Lang, dataset: Dataset) -> None:
    act = next(act for act in dataset.acts if act.confidence == "high" and not act.stated_by)
    late = act_page(edition_of(dataset, lang, LATE), act)
    (line,) = [e for e in with_class(tree_of(late), "checked") if CHECKED[lang] in words_of(e)]
    assert words_of(line) == f"{CHECKED[lang]} {OVERDUE[lang]}"
    (link,) = with_class(line, "overdue")
    assert link.get("href") == "../../data/pemeriksaan/"
    assert marks(act_page(edition_of(dataset, lang, NOW), act)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_lists_mark_each_record_that_is_overdue(lang: Lang, dataset: Dataset) -> None:
    for write, count in ((sanctions_page, len(dataset.sanctions) - 1), (report_page, 4)):
        assert len(marks(write(edition_of(dataset, lang, LATE)))) >= count
        assert marks(write(edition_of(dataset, lang, NOW))) == []
    assert OVERDUE[lang] in marks(sanctions_page(edition_of(dataset, lang, LATE)))


@pytest.mark.parametrize("lang", LANGS)
def test_a_claim_of_another_record_is_marked_where_that_is_overdue(lang: Lang, dataset: Dataset) -> None:
    """An agency is due before an act: on the day between, its words are marked on the page of the act."""
    between = dt.date(2027, 6, 1)
    agencies = {agency.id: agency for agency in dataset.agencies}
    act = next(
        act
        for act in dataset.acts
        if act.confidence == "high" and any(agencies[s.split("/")[0]].confidence == "medium" for s in act.stated_by)
    )
    assert len(marks(act_page(edition_of(dataset, lang, between), act))) > 0
    assert marks(act_page(edition_of(dataset, lang, NOW), act)) == []
    reported = marks(statistics_page(edition_of(dataset, lang, between), [], lambda *_: ""))
    assert len(reported) > 0


def test_what_is_made_up_is_never_marked(dataset: Dataset) -> None:
    pact = next(pact for pact in dataset.pacts if dataset.is_made_up(pact))
    assert marks(pact_page(edition_of(dataset, "en", LATE), pact)) == []


def test_a_claim_with_a_day_of_its_own_says_when_it_was_due(dataset: Dataset) -> None:
    act = dataset.acts[0]
    answers = tuple(a.model_copy(update={"review_by": dt.date(2026, 12, 1)}) for a in act.answers)
    changed = act.model_copy(update={"answers": answers})
    after = replace(dataset, acts=(changed, *dataset.acts[1:]))
    found = marks(act_page(edition_of(after, "en", dt.date(2026, 12, 2)), changed))
    assert found == ["(overdue: to be checked again by 1 December 2026)"] * len(answers)
    assert marks(act_page(edition_of(after, "en", dt.date(2026, 12, 1)), changed)) == []


@pytest.mark.parametrize(
    ("lang", "clean", "late"),
    [
        (
            "id",
            "Tidak ada yang terlambat diperiksa lagi, dan tidak ada teks Inggris yang tertinggal dari teks Indonesia.",
            "Terlambat diperiksa lagi: {}. Teks Inggris yang tertinggal: 0.",
        ),
        (
            "en",
            "Nothing is overdue for another check, and no English text is behind the Indonesian.",
            "Overdue for another check: {}. English texts that are behind: 0.",
        ),
    ],
)
def test_the_list_begins_with_how_it_stands(lang: Lang, clean: str, late: str, dataset: Dataset) -> None:
    assert words_of(with_class(tree_of(reviews_page(edition_of(dataset, lang, NOW))), "lead")[0]) == clean
    tree = tree_of(reviews_page(edition_of(dataset, lang, LATE)))
    rows = with_class(tree, "rows")[0]
    assert words_of(with_class(tree, "lead")[0]) == late.format(len(rows))
    assert len(rows) > 100


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_due_within_sixty_days_is_told_before(lang: Lang, dataset: Dataset) -> None:
    first = dt.date(2027, 5, 20)  # of what we are fairly sure of
    for day, count in ((first - dt.timedelta(61), 0), (first - dt.timedelta(60), 1), (first, 1)):
        tree = tree_of(reviews_page(edition_of(dataset, lang, day)))
        assert len(with_class(tree, "rows")) == count
    assert marks(act_page(edition_of(dataset, lang, first), dataset.acts[0])) == []


def test_every_kind_of_record_is_listed_with_its_name_and_a_way_to_it(dataset: Dataset) -> None:
    far = dt.date(2040, 1, 1)
    rows = with_class(tree_of(reviews_page(edition_of(dataset, "en", far))), "rows")[0]
    ways = {str(link).split("/")[2] for link in rows.xpath(".//a/@href")}
    assert ways == {"aturan", "sanksi", "boleh-tidak", "pakta", "kalender", "lapor", "instansi"}
    assert all(words_of(link) for link in rows.xpath(".//a"))


def resources(dataset: Dataset, day: dt.date) -> dict[str, list[dict[str, object]]]:
    files = api_files(dataset, day, "https://netral.example/", "x")
    return {
        name.removeprefix("api/v1/").removesuffix(".json"): json.loads(text).get("items")
        for name, text in files.items()
    }


def claimed(value: object) -> Iterator[tuple[str, str]]:
    """The days of every claim inside a record of the JSON."""
    if isinstance(value, dict):
        if value.get("checked_on") is not None:
            yield value["checked_on"], value["review_by"]
        for each in value.values():
            yield from claimed(each)
    elif isinstance(value, list):
        for each in value:
            yield from claimed(each)


def test_the_json_tells_the_same(dataset: Dataset) -> None:
    for day, most in ((NOW, 0), (LATE, 200)):
        found = resources(dataset, day)
        items = found["reviews"]
        assert all(set(item) == {"kind", "id", "checked_on", "review_by", "overdue"} for item in items)
        assert sum(bool(item["overdue"]) for item in items) <= most
        for item in items:
            assert item["overdue"] == (str(item["review_by"]) < day.isoformat())
            whole, _, part = str(item["id"]).partition("/")
            (record,) = (each for each in found[str(item["kind"])] if each["id"] == whole)
            # What was checked on a day of its own stands somewhere inside.
            days = [*claimed(record)] if part else [(record["checked_on"], record["review_by"])]
            assert (item["checked_on"], item["review_by"]) in days
    assert '"reviews": "reviews.json"' in api_files(dataset, NOW, "https://netral.example/", "x")["api/v1/index.json"]


def test_every_claim_in_the_json_says_by_when_it_is_due(dataset: Dataset) -> None:
    act = dataset.acts[0]
    item = next(each for each in resources(dataset, NOW)["acts"] if each["id"] == act.id)
    text = json.dumps(item)
    claims = 1 + sum(isinstance(found.value, Claim) for found in walk(act)) + len(act.stated_by)
    assert text.count('"checked_on"') == text.count('"review_by"') == claims
    assert '"review_by": null' not in text
    demo = next(each for each in resources(dataset, NOW)["agencies"] if each["demo"])
    assert demo["review_by"] is None
