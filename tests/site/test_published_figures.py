"""A site of an agency that publishes: what the made-up demo may not show is shown of it, and what is late is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.conftest import TODAY, built_once, netral, small_project
from tests.site.reading import LANGS, article, page, twin, with_class, words_of

from netral.catalogue import code_page, labels
from netral.problems import Lang

AGENCY, ROUND = "instansi-rekaan", "putaran-rekaan"
HEAD = "round,week,unit,pact_version,method,revision,headcount,headcount_date,signed,counted,status,confirmed_by,note"
#: A window from 1 to 31 March 2020: the week of the deadline is that of 30 March, and it is not there.
ROWS = (
    f"{ROUND},2020-03-02,all,2,any,1,800,2020-02-28,150,persons,provisional,Kantor rekaan,",
    f"{ROUND},2020-03-09,all,2,any,1,800,2020-02-28,320,persons,provisional,Kantor rekaan,",
    f"{ROUND},2020-03-23,all,2,any,1,800,2020-02-28,640,persons,final,Kantor rekaan,",
)


@pytest.fixture(scope="module")
def published(shared: Path) -> Path:
    """The small project's site with a table of figures, built from a folder named by its whole path."""

    def build(folder: Path) -> Path:
        project = small_project(folder)
        table = project / "data" / "completion" / f"{AGENCY}.csv"
        table.parent.mkdir()
        table.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
        ran = netral("build", "--as-of", TODAY, "--data", project / "data", "--out", "site", cwd=project)
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    return built_once(shared, "published", build)


def completion(site: Path) -> dict[str, Any]:
    items = json.loads((site / "api/v1/completion.json").read_text(encoding="utf-8"))["items"]
    (item,) = [each for each in items if each["id"] == ROUND]
    return dict(item)


def test_the_json_holds_the_weeks_and_the_newest_by_itself(published: Path) -> None:
    item = completion(published)
    assert [(week["week"], week["signed"]) for week in item["weeks"]] == [
        ("2020-03-02", 150),
        ("2020-03-09", 320),
        ("2020-03-23", 640),
    ]
    assert (item["week"], item["signed"], item["headcount"], item["mark"]) == ("2020-03-23", 640, 800, None)
    assert (item["missing"], item["late"]) == (["2020-03-16"], ["2020-03-30"])
    assert item["weeks"][-1] == {
        "week": "2020-03-23",
        "until": "2020-03-29",
        "pact_version": "2",
        "pact_digest": "d594a11a5f3c9730d6fe8416bf695b4ba351a48d5f84e3102238af4c2864706b",
        "headcount": 800,
        "headcount_date": "2020-02-28",
        "signed": 640,
        "mark": None,
        "counted": "persons",
        "status": "final",
        "revision": 1,
        "replaced": [],
        "confirmed_by": "Kantor rekaan",
        "note": None,
    }


@pytest.mark.parametrize("lang", LANGS)
def test_the_national_picture_is_made_of_it(lang: Lang, published: Path) -> None:
    say = labels(lang)
    tree = article(page(published, twin(lang, "statistik/")))
    assert words_of(with_class(tree, "lead")[0]) == say("statistics.lead_some", count=1, all=1)
    total = say("statistics.total", signed="640", headcount="800", share="80%", over=1, published=1)
    assert total in words_of(tree)
    assert with_class(tree, "made-up") == []


@pytest.mark.parametrize("lang", LANGS)
def test_search_engines_are_offered_the_table(lang: Lang, published: Path) -> None:
    (script,) = page(published, twin(lang, "statistik/")).xpath("//script[@type='application/ld+json']")
    told = json.loads(script.text)
    urls = [each["contentUrl"] for each in told["distribution"]]
    assert f"data/completion/{AGENCY}.csv" in urls[0]
    assert all((published / url.removeprefix("https://netral.example/")).is_file() for url in urls)
    assert told["temporalCoverage"] == "2020-03-08/2020-03-29"


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_tells_of_late_weeks_by_the_name_of_the_file_in_the_project(lang: Lang, published: Path) -> None:
    say = labels(lang)
    tree = article(page(published, twin(lang, "data/laporan/")))
    places = [words_of(code) for code in tree.xpath(".//*[@class='found']//code")]
    assert [place.split(":")[0] for place in places] == [f"data/completion/{AGENCY}.csv"] * 2
    assert words_of(with_class(tree, "lead")[0]) == say("validation.lead", count=2)
    assert code_page("W019", lang).title in words_of(tree)
    assert str(published.parent) not in words_of(tree)


def test_the_feed_tells_of_each_week(published: Path) -> None:
    for lang in LANGS:
        tree = etree.fromstring((published / twin(lang, "statistik/umpan.xml")).read_bytes())
        assert len(tree.findall("{*}entry")) == 3
