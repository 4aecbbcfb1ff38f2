"""What the rows of the joint decree answer on a day: `facts/skb-answers.csv`, reasoned out before the code, holds.

Read from the written pages and the JSON of that day, as people and programs get them, not from the records.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from functools import cache
from typing import Any, NamedTuple

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import ROOT
from tests.site.reading import cited

from netral.build import editions
from netral.catalogue import LANGS, labels
from netral.exports import api_files
from netral.load import Loaded, load
from netral.pages.acts import act_page
from netral.problems import Lang

URL = "https://netral.example/"
DAYS = ("2023-10-01", "2023-12-15", "2024-08-12", "2024-10-01")
WHO = ("pns", "pppk", "non-asn")
with (ROOT / "tests/facts/skb-answers.csv").open(encoding="utf-8", newline="") as _handle:
    EXPECTED = tuple(csv.DictReader(_handle))
#: The criminal articles that stand beside the disciplinary ladder are for those with power only: not part of the table.
BESIDE = "pidana-"
pytestmark = pytest.mark.xdist_group("expected-answers")


class Said(NamedTuple):
    """What is answered: a verdict, the rungs it leads to, the articles it rests on, and what text is missing."""

    verdict: str
    sanctions: tuple[str, ...]
    cites: tuple[str, ...]
    gap: str


@cache
def loaded() -> Loaded:
    return load(ROOT / "data")


@cache
def act_of(table: str, number: int) -> str:
    """The act that holds a row of the decree."""
    (found,) = [
        act.id for act in loaded().dataset.acts if any((row.table, row.number) == (table, number) for row in act.rows)
    ]
    return found


@cache
def blocks(act: str, day: str, lang: Lang) -> tuple[HtmlElement, ...]:
    """The answers that the act's page of `day` gives as those of that day, not as past or coming ones."""
    both = editions(loaded().dataset, dt.date.fromisoformat(day), URL, loaded().texts)
    record = next(each for each in loaded().dataset.acts if each.id == act)
    present = re.split(r"\{#(?:dahulu|kemudian)\}", act_page(both[lang], record).text, maxsplit=1)[0].split(
        "\n---\n", 1
    )[1]
    return tuple(_found(html.fromstring(f"<div>{present}</div>"), "//div[starts-with(@id, 'jawaban-')]"))


def _found(element: HtmlElement, path: str) -> list[Any]:
    """What an XPath finds, which the stubs of lxml cannot tell."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return found


def on_page(row: dict[str, str], lang: Lang) -> list[Said]:
    """What the page says to these people at this stage."""
    say = labels(lang)
    found = []
    for block in blocks(act_of(row["table"], int(row["row"])), row["date"], lang):
        people, stage = [part.strip() for part in _found(block, "p[@class='label']")[0].text_content().split(" · ")][:2]
        if say(f"who.{row['who'].replace('-', '_')}").lower() not in {
            each.strip().lower() for each in people.split(",")
        }:
            continue
        if stage not in {say(f"stage.{each.replace('-', '_')}") for each in (row["stage"], "semua")}:
            continue
        (verdict,) = _found(block, "p[@class='answer']/strong/@class")
        named = f"p[span[@class='label'][.='{say('acts.sanctions')}']]"
        links = _found(block, f"{named}/a[contains(@href, 'sanksi/#')]/@href")
        found.append(
            Said(
                verdict.split("verdict-")[1],
                tuple(link.split("#")[1].replace("--", "/") for link in links if BESIDE not in link),
                tuple(cited(cite) for cite in _found(block, "p[@class='proof']//span[@class='cite']")),
                "".join(gap.text_content() for gap in _found(block, "p[contains(@class, 'gap')]")),
            )
        )
    return found


@cache
def acts_json(day: str) -> dict[str, list[dict[str, object]]]:
    files = api_files(loaded().dataset, dt.date.fromisoformat(day), URL, "0" * 64)
    return {item["id"]: item["answers"] for item in json.loads(files["api/v1/acts.json"])["items"]}


def in_json(row: dict[str, str]) -> list[Said]:
    """What a program reads: the answers whose days hold the day, of these people and this stage."""
    found = []
    for answer in acts_json(row["date"])[act_of(row["table"], int(row["row"]))]:
        first, until = str(answer["from"]), str(answer["until"] or "9999-12-31")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", first), "a day that a program can compare"
        people, stage = answer["who"], answer["stage"]
        assert isinstance(people, list)
        if row["who"] in people and stage in {row["stage"], "semua"} and first <= row["date"] <= until:
            sanctions, basis, gap = answer["sanctions"], answer["basis"], answer["gap"]
            assert isinstance(sanctions, list)
            assert isinstance(basis, list)
            assert isinstance(gap, dict | None)
            found.append(
                Said(
                    str(answer["verdict"]),
                    tuple(ref for ref in sanctions if BESIDE not in ref),
                    tuple(each["cite"] for each in basis),
                    gap["id"] if gap else "",
                )
            )
    return found


def complaints(row: dict[str, str], said: list[Said]) -> list[str]:
    """Where what is said is not what is expected."""
    if len(said) != 1:
        return [f"{len(said)} answers"]
    (one,) = said
    found = []
    if one.verdict != row["verdict"]:
        found.append(f"verdict {one.verdict}")
    if " ".join(one.sanctions) != row["sanctions"]:
        found.append(f"sanctions {' '.join(one.sanctions)}")
    if not any(cite.startswith(row["basis"]) for cite in one.cites):
        found.append(f"basis {'; '.join(one.cites)}")
    if row["not_basis"] and any(cite.startswith(row["not_basis"]) for cite in one.cites):
        found.append(f"not of this day: {row['not_basis']}")
    if one.verdict == "belum-pasti" and not one.gap:
        found.append("does not say what text is missing")
    return found


def test_the_table_is_whole() -> None:
    rows = {(row["table"], int(row["row"]), row["who"], row["date"]) for row in EXPECTED}
    tables = [("kode-etik", number) for number in range(1, 8)] + [("disiplin", number) for number in range(1, 13)]
    assert rows == {(*table, who, day) for table in tables for who in WHO for day in DAYS}
    assert len(EXPECTED) == len(rows) == 228
    assert all(len(row["reason"]) > 20 for row in EXPECTED)


def test_of_pns_only_rows_9_and_10_may_be_uncertain() -> None:
    unsure = {(row["table"], row["row"]) for row in EXPECTED if row["who"] == "pns" and row["verdict"] == "belum-pasti"}
    assert unsure <= {("disiplin", "9"), ("disiplin", "10")}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("who", WHO)
def test_page_and_json_give_the_answer_of_that_days_law(who: str, day: str) -> None:
    wrong = []
    for row in EXPECTED:
        if (row["who"], row["date"]) != (who, day):
            continue
        where = f"{row['table']} {row['row']} {row['stage']}"
        wrong += [f"{where}, page {lang}: {each}" for lang in LANGS for each in complaints(row, on_page(row, lang))]
        wrong += [f"{where}, JSON: {each}" for each in complaints(row, in_json(row))]
    assert wrong == []


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("verdict", "boleh", "verdict tidak"),
        ("sanctions", "disiplin-pns/ringan", "sanctions disiplin-pns/berat"),
        ("not_basis", "UU 5/2014 Pasal 9 ayat (2)", "not of this day: UU 5/2014 Pasal 9 ayat (2)"),
        ("stage", "bakal-calon", "verdict"),
    ],
)
def test_a_wrong_expectation_is_seen(key: str, value: str, complaint: str) -> None:
    (row,) = [
        each
        for each in EXPECTED
        if (each["table"], each["row"], each["who"], each["date"]) == ("disiplin", "1", "pns", "2023-10-01")
    ]
    wrong = row | {key: value}
    for said in (*(on_page(wrong, lang) for lang in LANGS), in_json(wrong)):
        found = complaints(wrong, said)
        assert found if key == "stage" else complaint in found
