"""The built site: words, table and drawing of an agency agree with its CSV, in both languages."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml.html import HtmlElement
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, article, page, twin, with_class, words_of

from netral.catalogue import labels
from netral.cli.check import TEXT_SUFFIXES
from netral.disclose import breaches, limits_of
from netral.model.dataset import Dataset
from netral.pages.drawing import PLOT
from netral.pages.wording import date_words, number_words, percent_words, short_date_words
from netral.problems import Lang

AGENCY = "kabupaten-demo"
TABLE = ROOT / "data" / "demo" / "completion" / f"{AGENCY}.csv"
WEEK = dt.timedelta(days=7)


def rows() -> list[dict[str, str]]:
    """The CSV as anybody reads it, without this project's code."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def newest(version: str) -> dict[dt.date, tuple[int, int]]:
    """Sunday -> signed and headcount of the whole: newest revisions, ways of signing added up."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for each in rows():
        if each["unit"] == "all" and each["pact_version"] == version:
            key = each["week"], each["method"]
            if key not in found or int(found[key]["revision"]) < int(each["revision"]):
                found[key] = each
    sums: dict[dt.date, tuple[int, int]] = {}
    for (week, _), each in found.items():
        sunday = dt.date.fromisoformat(week) + dt.timedelta(days=6)
        sums[sunday] = sums.get(sunday, (0, 0))[0] + int(each["signed"]), int(each["headcount"])
    return sums


def own(site: Path, lang: Lang) -> HtmlElement:
    return article(page(site, twin(lang, f"instansi/{AGENCY}/")))


def cells(table: HtmlElement) -> list[list[str]]:
    return [[words_of(cell) for cell in line] for line in table.xpath(".//tbody/tr")]


def test_the_demo_shows_what_there_is_to_show() -> None:
    """Thirty weeks, a correction, a week left out, a late one, small units, two versions of the pact."""
    weeks = {dt.date.fromisoformat(each["week"]) for each in rows()}
    late = dt.date(2026, 11, 9)
    assert min(weeks) == dt.date(2026, 4, 20)
    assert (late - min(weeks)) // WEEK + 1 == 30
    assert {min(weeks) + WEEK * n for n in range(30)} - weeks == {dt.date(2026, 8, 31), late}
    assert [each["note"] for each in rows() if each["revision"] == "2" and each["status"] == "corrected"] != []
    assert {each["pact_version"] for each in rows()} == {"1", "2"}
    assert {"withheld", "few", "nearly-all"} <= {each["signed"] for each in rows()}
    assert all("rekaan" in each["confirmed_by"] for each in rows())


def test_the_demo_points_at_nobody(dataset: Dataset) -> None:
    assert list(breaches(dataset.completion, limits_of(dataset))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_tables_hold_every_week_of_the_csv(lang: Lang, site: Path) -> None:
    say = labels(lang)
    tables = [table for table in with_class(own(site, lang), "weeks") if "units" not in table.get("class").split()]
    assert len(tables) == 2
    for version, table in zip(("2", "1"), tables, strict=True):
        known = newest(version)
        shown = {line[0]: line[1:] for line in cells(table)}
        for sunday, (signed, headcount) in known.items():
            count, head, share = shown[short_date_words(sunday, say)]
            assert count.startswith(number_words(signed, say))
            assert head == number_words(headcount, say)
            assert share == percent_words(signed, headcount, say)
        gaps = [when for when, line in shown.items() if len(line) == 1]
        assert len(shown) == len(known) + len(gaps)
        assert len(gaps) == (2 if version == "2" else 0)


@pytest.mark.parametrize("lang", LANGS)
def test_a_correction_shows_both_values_and_its_note(lang: Lang, site: Path) -> None:
    say = labels(lang)
    corrected = [each for each in rows() if each["status"] == "corrected"]
    for each in corrected:
        before = next(old for old in rows() if old["week"] == each["week"] and old["revision"] == "1")
        told = say("figures.row_corrected", before=number_words(int(before["signed"]), say))
        assert told in [words_of(note) for note in with_class(own(site, lang), "cell-note")]
        (note,) = own(site, lang).xpath(".//q[@lang='id']")
        assert words_of(note) == each["note"]


@pytest.mark.parametrize("lang", LANGS)
def test_missing_and_late_weeks_are_told(lang: Lang, site: Path) -> None:
    say = labels(lang)
    text = f"{say('figures.late', date=date_words(dt.date(2026, 11, 15), say))} {say('figures.missing', count=1)}"
    for address in (f"instansi/{AGENCY}/", "statistik/"):
        assert text in [words_of(p) for p in with_class(article(page(site, twin(lang, address))), "delay")]
    lines = {line[0]: line[1] for line in cells(with_class(own(site, lang), "weeks")[0])}
    assert lines[short_date_words(dt.date(2026, 11, 15), say)] == say("figures.row_late")
    assert lines[short_date_words(dt.date(2026, 9, 6), say)] == say("figures.row_missing")


@pytest.mark.parametrize("lang", LANGS)
def test_the_drawing_agrees_with_the_csv(lang: Lang, site: Path) -> None:
    (chart,) = with_class(own(site, lang), "chart")
    for version, name in (("2", "signed_marks"), ("1", "older_marks")):
        known = newest(version)
        (path,) = chart.xpath(".//*[@class=$name]/path/@d", name=name)
        drawn = [float(y) for _, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", path)]
        wanted = [signed for _, (signed, _) in sorted(known.items())]
        assert len(drawn) == len(wanted)
        top = 1330
        assert all(abs(top * (1 - y / PLOT) - count) < 1 for y, count in zip(drawn, wanted, strict=True))
    say = labels(lang)
    first, last = min(newest("2").items()), max(newest("2").items())
    (told,) = chart.xpath(".//desc")
    assert told.text.startswith(
        say(
            "figures.chart.told",
            first=date_words(first[0], say),
            low=number_words(first[1][0], say),
            last=date_words(last[0], say),
            high=number_words(last[1][0], say),
        )
    )


@pytest.mark.parametrize("lang", LANGS)
def test_both_pages_say_the_newest_figure(lang: Lang, site: Path) -> None:
    say = labels(lang)
    sunday, (signed, headcount) = max(newest("2").items())
    words = say("figures.persons_of", signed=number_words(signed, say), headcount=number_words(headcount, say))
    for address in (f"instansi/{AGENCY}/", "statistik/"):
        tree = article(page(site, twin(lang, address)))
        (figure,) = with_class(tree, "figure")
        assert words_of(figure) == words
        assert words_of(figure.getparent()).startswith(f"{words} ({percent_words(signed, headcount, say)})")
        assert date_words(sunday, say) in words_of(figure.getparent())
        assert say(
            "figures.headcount_at", headcount=number_words(headcount, say), date=f"1 {say('months.m07')} 2026"
        ) in (words_of(tree))


@pytest.mark.parametrize("lang", LANGS)
def test_units_are_told_in_bands_and_never_by_a_percentage_of_one(lang: Lang, site: Path) -> None:
    say = labels(lang)
    (table,) = with_class(own(site, lang), "units")
    last = max(each["week"] for each in rows())
    csv_rows = {each["unit"]: each for each in rows() if each["week"] == last and each["unit"] != "all"}
    assert len(cells(table)) == len(csv_rows) == 7
    for (_, figure, share), each in zip(cells(table), csv_rows.values(), strict=True):
        head = number_words(int(each["headcount"]), say)
        if each["signed"].isdigit():
            signed = int(each["signed"])
            assert figure == say("figures.persons_of", signed=number_words(signed, say), headcount=head)
            assert share == percent_words(signed, int(each["headcount"]), say)
            continue
        assert share == ""
        least = number_words(int(each["headcount"]) - 5, say)
        assert (
            figure
            == {
                "withheld": say("figures.withheld"),
                "few": say("figures.few_of", cell=5, headcount=head),
                "nearly-all": say("figures.nearly_all_of", least=least, headcount=head),
            }[each["signed"]]
        )
    assert "Balai Contoh H" in words_of(table) if lang == "id" else "Example Centre H" in words_of(table)


@pytest.mark.parametrize("lang", LANGS)
def test_whoever_is_withheld_something_learns_why(lang: Lang, site: Path, dataset: Dataset) -> None:
    say = labels(lang)
    tree = own(site, lang)
    (link,) = tree.xpath(".//a[contains(@href, 'statistik/#batas')]")
    assert words_of(link.getparent()) == f"{say('figures.why_withheld')} {say('figures.limits_link')}"
    shown = words_of(article(page(site, twin(lang, "statistik/"))))
    for limit in dataset.disclosure:
        assert str(limit.value) in say(f"statistics.limit.{limit.id}", value=limit.value)
        assert say(f"statistics.limit.{limit.id}", value=limit.value) in shown
        assert " ".join(getattr(limit.reason, lang).split()) in shown


@pytest.mark.parametrize("lang", LANGS)
def test_figures_can_be_downloaded_from_the_pages(lang: Lang, site: Path) -> None:
    for address in (f"instansi/{AGENCY}/", "statistik/", "data/"):
        here = f"/{twin(lang, address)}"
        found = article(page(site, here.removeprefix("/"))).xpath(".//a/@href")
        links = {urljoin(here, str(href)).removeprefix("/") for href in found}
        assert {f"data/completion/{AGENCY}.csv", f"data/units/{AGENCY}.csv"} <= links, address
    (feed,) = page(site, twin(lang, "statistik/")).xpath("//link[@type='application/atom+xml']/@href")
    assert (site / twin(lang, "statistik/") / feed).resolve() == site / twin(lang, "statistik/umpan.xml")


def test_made_up_figures_are_in_no_total(site: Path) -> None:
    items = json.loads((site / "api/v1/completion.json").read_text(encoding="utf-8"))["items"]
    assert AGENCY not in {item["agency"] for item in items}
    for lang in LANGS:
        say = labels(lang)
        tree = article(page(site, twin(lang, "statistik/")))
        assert say("statistics.no_national") in words_of(tree)
        assert words_of(with_class(tree, "lead")[0]) == say("statistics.lead")


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_tells_how_much_was_looked_at(lang: Lang, site: Path, dataset: Dataset) -> None:
    say = labels(lang)
    tree = article(page(site, twin(lang, "data/laporan/")))
    facts = dict(zip(map(words_of, tree.xpath(".//dt")), map(words_of, tree.xpath(".//dd")), strict=True))
    assert facts[say("validation.rows")] == str(len(rows()))
    assert facts[say("validation.agencies")] == str(len(dataset.agencies))
    assert facts[say("validation.publishing")] == "1"
    files = [p for folder in ("data", "docs") for p in (ROOT / folder).rglob("*") if p.suffix in TEXT_SUFFIXES]
    assert facts[say("validation.files")] == str(len(files))
    assert date_words(dt.date.fromisoformat(TODAY), say) in words_of(tree)
