"""Pages follow the day they are made for, and say dates, spans and numbers as each language writes them."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, visible, with_class, words_of

from netral import asof
from netral.build import editions
from netral.catalogue import labels
from netral.load import Loaded, load
from netral.model.base import Span
from netral.model.dates import parse_partial
from netral.pages import Edition, all_pages
from netral.pages.wording import date_words, number_words, span_words
from netral.problems import Lang

FILES = ["api/v1/index.json"]
#: Days on which the law differs: the last before the new civil service law, its first, today. `make test-full` goes
#: back further, into the campaign, and far ahead.
DAYS = (
    "2023-10-30",
    "2023-10-31",
    TODAY,
    *(pytest.param(day, marks=pytest.mark.full) for day in ("2022-09-22", "2024-09-22", "2040-01-01")),
)
#: One worker makes the pages of all days.
pytestmark = pytest.mark.xdist_group("pages")


@cache
def real() -> Loaded:
    return load(ROOT / "data", demo=True)


@cache
def edition(day: str, lang: Lang) -> Edition:
    loaded = real()
    return editions(loaded.dataset, dt.date.fromisoformat(day), "https://netral.example/", loaded.texts)[lang]


@cache
def texts(day: str, lang: Lang) -> dict[str, str]:
    return {page.address: page.text for page in all_pages(edition(day, lang), FILES)}


def body(day: str, lang: Lang, address: str) -> HtmlElement:
    """The HTML blocks of a written page; its Markdown headings come along as text."""
    return html.fromstring("<div>" + texts(day, lang)[address].split("\n---\n", 1)[1] + "</div>")


def span(first: str, last: str | None = None) -> Span:
    return Span.model_construct(from_=parse_partial(first), until=parse_partial(last) if last else None)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_every_page_can_be_made_for_every_day(day: str, lang: Lang) -> None:
    made = texts(day, lang)
    assert made.keys() == texts(TODAY, "id").keys()
    assert len(made) == len(all_pages(edition(day, lang), FILES))
    assert all(text.startswith("---\ntitle: ") for text in made.values())


@pytest.mark.parametrize("day", DAYS)
def test_an_act_shows_first_what_holds_on_the_day(day: str) -> None:
    when = dt.date.fromisoformat(day)
    for act in edition(day, "id").dataset.acts:
        tree = body(day, "id", f"boleh-tidak/{act.id}/")
        shown = [claim.get("data-claim") for claim in with_class(tree, "claim")]
        answers = {
            f"{act.id}/{a.id}": a.from_.first <= when and (a.until is None or when <= a.until.last) for a in act.answers
        }
        order = [key for key in shown if key in answers]
        assert sorted(order) == sorted(answers)
        assert [answers[key] for key in order] == sorted((answers[key] for key in order), reverse=True)
        nothing = labels("id")("acts.none_today", date=date_words(when, labels("id")))
        assert (nothing in visible(tree)) == (not any(answers.values()))


def test_the_answer_for_candidates_changes_its_basis_with_the_civil_service_law() -> None:
    before, after = (body(day, "id", "boleh-tidak/memasang-spanduk/") for day in ("2023-10-30", "2023-10-31"))
    bases = []
    for tree, key in ((before, "memasang-spanduk/pns-calon-2022"), (after, "memasang-spanduk/pns-calon")):
        (claim,) = tree.xpath("//*[@data-claim=$key]", key=key)
        bases.append({words_of(item) for item in claim.xpath(".//*[@class='cite']")})
    assert any(cite.startswith("UU 5/2014 Pasal 9") for cite in bases[0])
    assert not any(cite.startswith("UU 20/2023") for cite in bases[0])
    assert any(cite.startswith("UU 20/2023") for cite in bases[1])
    assert not any(cite.startswith("UU 5/2014") for cite in bases[1])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_a_basis_as_printed_is_shown_with_what_became_of_it(day: str, lang: Lang) -> None:
    """Repealed by the day: marked, with its successor or that none is established. In force: not marked."""
    dataset, when, say = edition(day, lang).dataset, dt.date.fromisoformat(day), labels(lang)
    seen = set()
    for act in dataset.acts:
        tree = body(day, lang, f"boleh-tidak/{act.id}/")
        for row in act.rows:
            (claim,) = tree.xpath("//*[@data-claim=$key]", key=f"skb/{row.table}/{row.number}")
            for item, basis in zip(claim.xpath(".//*[@class='cite']"), row.basis, strict=True):
                assert basis.printed
                law, part = dataset.provisions[basis.provision or ""]
                status = asof.provision_status(dataset, law, part, when)
                marks = [words_of(mark) for mark in with_class(item, "replaced")]
                seen.add(status)
                if status in {"berlaku", "diubah"}:
                    assert marks == []
                    continue
                (mark,) = marks
                assert mark.startswith(f"({say(f'law.{status}')}; ")
                follows = part.replaced_by or law.replaced_by
                assert (say("law.successor") in mark) == bool(follows)
                assert (say("law.no_successor") in mark) == (not follows)
                assert len(item.xpath("./span//a")) == len(follows)
    assert ("dicabut" in seen) == (when >= dt.date(2023, 10, 31))


@pytest.mark.parametrize("lang", LANGS)
def test_an_acts_headings_begin_with_a_capital_and_its_lists_have_no_stop_in_the_middle(lang: Lang) -> None:
    pages = [text for address, text in texts(TODAY, lang).items() if address.startswith("boleh-tidak/")]
    headings = [line.removeprefix("## ") for text in pages for line in text.splitlines() if line.startswith("## ")]
    assert len(headings) > 100
    assert [each for each in headings if each[0].islower()] == []
    assert [text for text in pages if ".</a>; " in text] == []


@pytest.mark.parametrize("lang", LANGS)
def test_channels_that_ended_are_never_shown_as_usable(lang: Lang) -> None:
    for day in ("2023-10-31", TODAY):
        tree = html.fromstring(f"<div>{texts(day, lang)['lapor/']}</div>")
        when = dt.date.fromisoformat(day)
        for channel in edition(day, lang).dataset.channels:
            over = channel.valid.until is not None and when > channel.valid.until.last
            not_yet = when < channel.valid.from_.first
            links = tree.xpath("//dd/a[@rel='noopener']/@href")
            assert channel.url is None or not (over or not_yet) or channel.url not in links, channel.id


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("2024-09-22", "22 September 2024", "22 September 2024"),
        ("2024-05-01", "1 Mei 2024", "1 May 2024"),
        ("2024-08", "Agustus 2024", "August 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(text: str, indonesian: str, english: str) -> None:
    assert date_words(parse_partial(text), labels("id")) == indonesian
    assert date_words(parse_partial(text), labels("en")) == english


def test_spans_are_said_in_words() -> None:
    assert span_words(None, labels("id")) == "tidak pernah berlaku"
    assert span_words(span("2021-08-31"), labels("id")) == "sejak 31 Agustus 2021"
    assert span_words(span("2014-01-15", "2023-10-30"), labels("id")) == "15 Januari 2014 sampai 30 Oktober 2023"
    assert span_words(span("2014-01-15", "2023-10"), labels("en")) == "15 January 2014 to October 2023"


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [(0, "0", "0"), (80, "80", "80"), (4315, "4.315", "4,315"), (1234567, "1.234.567", "1,234,567")],
)
def test_numbers_have_each_languages_separator(number: int, indonesian: str, english: str) -> None:
    assert (number_words(number, labels("id")), number_words(number, labels("en"))) == (indonesian, english)


def test_every_regulation_is_in_one_group_of_the_index() -> None:
    tree = body(TODAY, "id", "aturan/")
    listed = [link.strip("/") for link in tree.xpath("//ul[@class='rows']/li/a/@href")]
    assert sorted(listed) == sorted(law.id for law in edition(TODAY, "id").dataset.regulations)


def test_every_act_is_in_one_group_of_the_index() -> None:
    tree = body(TODAY, "id", "boleh-tidak/")
    listed = [link.strip("/") for link in tree.xpath("//ul[@class='rows']/li/a/@href")]
    assert sorted(listed) == sorted(act.id for act in edition(TODAY, "id").dataset.acts)
