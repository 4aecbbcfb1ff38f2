"""The feed: an entry for each week's newest figures, with the days of the data, in each language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.site.reading import LANGS
from tests.weekly import edition_of, row, with_rows

from netral.catalogue import labels
from netral.exports.feed import feed_file
from netral.model.completion import Figures, Mark
from netral.problems import Lang

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(lang: Lang, rows: list[Figures], day: dt.date | None = None) -> ET.Element:
    edition = edition_of(with_rows(rows), lang, day) if day else edition_of(with_rows(rows), lang)
    return ET.fromstring(feed_file(edition))


def texts(tree: ET.Element, path: str) -> list[str]:
    return [str(element.text) for element in tree.findall(path, ATOM)]


@pytest.mark.parametrize("lang", LANGS)
def test_news_are_the_newest_first_and_dated_by_their_week(lang: Lang) -> None:
    say = labels(lang)
    rows = [row(26, 100), row(27, 300), row(27, 250, revision=2, status="corrected", note="x"), row(28, Mark.FEW)]
    tree = feed(lang, rows)
    name = "Kabupaten Contoh (data rekaan)" if lang == "id" else "Example Regency (made-up data)"
    assert texts(tree, "a:entry/a:title") == [
        say("feed.new", agency=name, date="8 November 2026"),
        say("feed.corrected", agency=name, date="1 November 2026"),
        say("feed.new", agency=name, date=f"25 {say('months.m10')} 2026"),
    ]
    updated = texts(tree, "a:entry/a:updated")
    assert updated == [f"2026-{day}T23:59:59+07:00" for day in ("11-08", "11-01", "10-25")]
    assert texts(tree, "a:updated") == updated[:1]
    assert "%" not in texts(tree, "a:entry/a:summary")[0]
    assert texts(tree, "a:entry/a:summary")[1].startswith(say("made_up.notice"))
    assert "25%" in texts(tree, "a:entry/a:summary")[1]


def test_a_correction_is_news_of_its_own() -> None:
    before = texts(feed("id", [row(28, 100)]), "a:entry/a:id")
    after = texts(feed("id", [row(28, 100), row(28, 90, revision=2)]), "a:entry/a:id")
    assert len(before) == len(after) == 1
    assert before != after


def test_the_clock_changes_nothing() -> None:
    rows = [row(1, 100)]
    days = (dt.date(2026, 8, 1), dt.date(2026, 11, 22))
    first, later = (feed_file(edition_of(with_rows(rows), "id", day)) for day in days)
    assert first == later


def test_a_feed_without_news_is_still_one() -> None:
    tree = feed("en", [])
    assert tree.findall("a:entry", ATOM) == []
    assert texts(tree, "a:updated")[0].endswith("T23:59:59+07:00")


def test_ids_are_each_their_own(site: Path) -> None:
    for lang in LANGS:
        path = site / ("" if lang == "id" else "en") / "statistik/umpan.xml"
        tree = ET.fromstring(path.read_bytes())
        names = texts(tree, "a:entry/a:id")
        assert len(names) == len(set(names)) > 10
        assert all(name.startswith("https://") for name in names)
