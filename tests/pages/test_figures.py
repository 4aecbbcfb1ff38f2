"""Weekly figures in words: each language says no more than is known, and adds up nothing that is made up."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from lxml import html
from tests.site.reading import LANGS, visible, with_class, words_of
from tests.weekly import DEMO, edition_of, monday, row, stands, with_rows

from netral.catalogue import labels
from netral.disclose import Limits
from netral.exports.chart import draw
from netral.model.completion import Figures, Mark
from netral.model.dataset import Dataset
from netral.pages.agencies import agency_page
from netral.pages.count import shown
from netral.pages.drawing import PLOT
from netral.pages.figures import panel_of
from netral.pages.statistics import statistics_page, totals_of
from netral.pages.trend import chart_of, spark_of
from netral.pages.wording import percent_words
from netral.problems import Lang

LIMITS = Limits(group=100, cell=5, alone=10)
WORDS: list[tuple[Figures, str, str]] = [
    (row(0, 1234, headcount=2000), "1.234 dari 2.000 orang", "1,234 of 2,000 people"),
    (row(0, 1234, headcount=None), "1.234 orang", "1,234 people"),
    (row(0, 1234, counted="submissions"), "1.234 formulir masuk", "1,234 forms received"),
    (row(0, None), "tidak diketahui", "not known"),
    (row(0, Mark.WITHHELD), "ditahan", "withheld"),
    (row(0, Mark.FEW, headcount=60), "paling banyak 5 dari 60 orang", "at most 5 of 60 people"),
    (row(0, Mark.FEW, headcount=None), "paling banyak 5 orang", "at most 5 people"),
    (row(0, Mark.NEARLY_ALL, headcount=60), "sedikitnya 55 dari 60 orang", "at least 55 of 60 people"),
    (row(0, Mark.NEARLY_ALL, headcount=None), "semua, kecuali paling banyak 5 orang", "all but at most 5 people"),
]


@pytest.mark.parametrize(("figures", "indonesian", "english"), WORDS)
def test_a_figure_says_what_is_known(figures: Figures, indonesian: str, english: str) -> None:
    assert shown(labels("id"), figures, LIMITS).words == indonesian
    assert shown(labels("en"), figures, LIMITS).words == english


@pytest.mark.parametrize("figures", [figures for figures, _, _ in WORDS[1:]])
def test_only_an_exact_count_of_a_known_headcount_has_a_share(figures: Figures) -> None:
    told = shown(labels("id"), figures, LIMITS)
    assert (told.share, told.bar) == ("", None)
    assert told.held is isinstance(figures.signed, Mark)


@pytest.mark.parametrize(
    ("part", "whole", "indonesian", "english"),
    [
        (1011, 1330, "76%", "76%"),
        (1, 3, "33,3%", "33.3%"),
        (2, 3, "66,7%", "66.7%"),
        (1, 2000, "0,1%", "0.1%"),
        (1, 2001, "kurang dari 0,1%", "less than 0.1%"),
        (0, 2001, "0%", "0%"),
        (99_940, 100_000, "99,9%", "99.9%"),
        (99_960, 100_000, "lebih dari 99,9%", "more than 99.9%"),
        (2000, 2000, "100%", "100%"),
    ],
)
def test_percents_are_never_rounded_to_nobody_or_everybody(
    part: int, whole: int, indonesian: str, english: str
) -> None:
    assert percent_words(part, whole, labels("id")) == indonesian
    assert percent_words(part, whole, labels("en")) == english


def as_real(dataset: Dataset, counts: dict[str, Figures]) -> Dataset:
    """`dataset`, in which real agencies, by id, have these figures in a round of their own."""
    rounds, agencies, rows = {}, [], []
    template = next(agency for agency in dataset.agencies if agency.id == DEMO).rounds[0]
    for name in counts:
        rounds[name] = template.model_copy(update={"id": f"{name}-2026"})
    for agency in dataset.agencies:
        own = rounds.get(agency.id)
        agencies.append(agency.model_copy(update={"rounds": (*agency.rounds, own)}) if own else agency)
    rows = [replace(figures, agency=name, round=f"{name}-2026") for name, figures in counts.items()]
    return replace(dataset, agencies=tuple(agencies), completion=(*dataset.completion, *rows))


REAL = {
    "banten": row(28, 300, headcount=400),
    "batang": row(28, 60, headcount=90),
    "cilacap": row(28, 5000, headcount=None),
    "jakarta-utara": row(28, Mark.NEARLY_ALL, headcount=90),
    "jakarta-timur": row(28, 7000, counted="submissions", headcount=9000),
}


def test_the_total_is_over_exact_counts_of_real_agencies_only() -> None:
    dataset = as_real(with_rows([row(28, 900)]), REAL)
    (total,) = totals_of(edition_of(dataset, "id"))
    assert (total.published, total.over, total.signed, total.headcount) == (5, 2, 360, 490)


def test_elections_that_lie_apart_are_not_added_up() -> None:
    dataset = as_real(with_rows([]), {"banten": REAL["banten"], "batang": REAL["batang"]})
    agencies = tuple(
        agency.model_copy(
            update={"rounds": tuple(r.model_copy(update={"elections": ("pilkada-2024",)}) for r in agency.rounds)}
        )
        if agency.id == "batang"
        else agency
        for agency in dataset.agencies
    )
    found = totals_of(edition_of(replace(dataset, agencies=agencies), "id"))
    assert [(t.elections, t.over, t.signed) for t in found] == [
        (("pemilu-nasional-2029",), 1, 300),
        (("pilkada-2024",), 1, 60),
    ]


FILES = [
    "api/v1/index.json",
    "data/completion/banten.csv",
    "data/completion/kabupaten-demo.csv",
    "data/datapackage.json",
]


def page(dataset: Dataset, lang: Lang) -> html.HtmlElement:
    text = statistics_page(edition_of(dataset, lang), FILES, draw).text
    return html.fromstring("<div>" + text.split("\n---\n", 1)[1] + "</div>")


@pytest.mark.parametrize("lang", LANGS)
def test_the_national_picture_says_over_how_many(lang: Lang) -> None:
    say = labels(lang)
    tree = page(as_real(with_rows([row(28, 900)]), REAL), lang)
    real = len([agency for agency in with_rows([]).agencies if agency.id != DEMO])
    assert words_of(with_class(tree, "lead")[0]) == say("statistics.lead_some", count=5, all=real)
    total = say("statistics.total", signed=360, headcount=490, share=percent_words(360, 490, say), over=2, published=5)
    assert total in words_of(tree)
    assert "1.260" not in words_of(tree)  # 360 and the made-up 900


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_has_a_percentage_only_where_there_is_a_share(lang: Lang) -> None:
    tree = page(as_real(with_rows([]), REAL), lang)
    cards = {str(c.xpath(".//a/@href")[0]).rsplit("/", 2)[-2]: c for c in with_class(tree, "cards")[0]}
    percents = {name: re.findall(r"[\d.,]+%", words_of(card)) for name, card in cards.items()}
    bars = {name: len(with_class(card, "share-bar")) for name, card in cards.items()}
    assert {name for name, found in percents.items() if found} == {"banten", "batang"}
    assert {name for name, found in bars.items() if found} == {"banten", "batang"}
    say = labels(lang)
    assert say("figures.submissions_note") in words_of(cards["jakarta-timur"])
    assert say("figures.no_headcount") in words_of(cards["cilacap"])
    assert say("figures.why_withheld") in words_of(cards["jakarta-utara"])
    assert say("figures.late", date="15 November 2026") in words_of(cards["banten"])


@pytest.mark.parametrize("lang", LANGS)
def test_reported_counts_stay_counts(lang: Lang) -> None:
    tree = page(with_rows([]), lang)
    for name, count in (("kepulauan-seribu", "80"), ("kota-tangerang", "4.315" if lang == "id" else "4,315")):
        (card,) = tree.xpath(".//li[.//a[contains(@href, $name)]]", name=f"/{name}/")
        assert words_of(with_class(card, "count")[0]) == count
        assert "%" not in words_of(card)


@pytest.mark.parametrize("lang", LANGS)
def test_made_up_figures_stand_apart_and_say_so(lang: Lang) -> None:
    tree = page(with_rows([row(28, 900)]), lang)
    (heading,) = with_class(tree, "made-up")
    assert words_of(heading) == labels(lang)("statistics.demo_lead")
    (card,) = tree.xpath(".//li[.//a[contains(@href, '/kabupaten-demo/')]]")
    assert "900" in words_of(card)
    assert (
        tree.xpath("count(.//*[contains(@class, 'made-up')]/following::li[. = $card])", card=card.text_content()) == 1
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_description_for_search_engines_holds_no_made_up_table_and_no_markup(lang: Lang) -> None:
    dataset = as_real(with_rows([row(28, 900)]), {"banten": REAL["banten"]})
    (script,) = page(dataset, lang).xpath(".//script[@type='application/ld+json']")
    told = json.loads(script.text)
    assert (told["@type"], told["inLanguage"], told["temporalCoverage"]) == ("Dataset", lang, "2026-11-08/2026-11-08")
    assert [each["contentUrl"] for each in told["distribution"]] == [
        "https://netral.example/data/completion/banten.csv",
        "https://netral.example/api/v1/completion.json",
    ]
    assert not set("<>&") & set(script.text)


def places(svg: str, name: str) -> list[tuple[float, float]]:
    """The corners of the line of a class, in units of the drawing."""
    (path,) = html.fromstring(svg).xpath(".//g[@class=$name]/path/@d", name=f"{name}_marks")
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", path)]


def test_a_week_without_an_exact_count_is_a_gap_in_the_line() -> None:
    rows = [row(n, Mark.WITHHELD if n == 2 else 100 * n) for n in range(6) if n != 4]
    chart = chart_of(edition_of(with_rows(rows), "id", monday(6)), stands(rows, monday(6)), draw)
    assert chart is not None
    svg = str(chart.svg)
    assert [round(1000 * (1 - y / PLOT)) for _, y in places(svg, "signed")] == [0, 100, 300, 500]
    assert [move.count("M") for move in re.findall(r' d="(M0,[^"]*)" stroke', svg)] == [3, 1]
    # The two counts that stand alone are dots: after the withheld week, and after the missing one, which is the newest.
    assert svg.count('<path transform="translate') == 2


def test_lines_mark_the_deadline_and_an_election_day_that_is_near() -> None:
    dataset = with_rows([row(n, 100 * n) for n in range(3)])
    agency = next(a for a in dataset.agencies if a.id == DEMO)
    round_ = agency.rounds[0].model_copy(update={"elections": ("pilkada-2024",)})
    far = chart_of(edition_of(dataset, "id"), stands(dataset.completion), draw)
    assert far is not None
    assert far.marked == (
        "Garis putus-putus: batas waktu, 18 Desember 2026",
        "Pemungutan suara (tanggal belum ditetapkan): 2029, di luar gambar",
    )
    old = tuple(
        replace(each, week=each.week.replace(year=2024, month=9, day=2 + 7 * n))
        for n, each in enumerate(dataset.completion)
    )
    there = replace(
        dataset,
        agencies=(agency.model_copy(update={"rounds": (round_,)}),),
        completion=old,
    )
    edition = edition_of(there, "en", old[-1].ends)
    chart = chart_of(edition, next(iter(edition.standings.values())), draw)
    assert chart is not None
    assert any("27 November 2024" in line and line.startswith("Dashed line") for line in chart.marked)
    assert "event_0_marks" in chart.svg
    assert "event_1_marks" in chart.svg


def test_months_and_counts_are_written_in_the_language_of_the_page() -> None:
    rows = [row(n, 400 * n, headcount=9000) for n in range(20)]
    found = {}
    for lang in LANGS:
        chart = chart_of(edition_of(with_rows(rows), lang), stands(rows), draw)
        assert chart is not None
        found[lang] = [str(text) for text in html.fromstring(str(chart.svg)).xpath(".//g//text/text()")]
    assert {"Mei", "Agu", "Okt", "Des", "2.000", "batas waktu"} <= set(found["id"])
    assert {"May", "Aug", "Oct", "Dec", "2,000", "deadline"} <= set(found["en"])


def test_a_drawing_is_named_and_told_in_words() -> None:
    rows = [row(0, 100), row(1, 250), row(3, 1300, headcount=2000)]
    chart = chart_of(edition_of(with_rows(rows), "id", monday(4)), stands(rows, monday(4)), draw)
    assert chart is not None
    svg = html.fromstring(str(chart.svg))
    assert svg.get("role") == "img"
    (title,), (told,) = svg.xpath("./title"), svg.xpath("./desc")
    assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == (title.get("id"), told.get("id"))
    assert title.text == "Penandatanganan tiap minggu: Kabupaten Contoh (data rekaan)"
    assert told.text == (
        "Dari 100 pada 26 April 2026 menjadi 1.300 pada 17 Mei 2026. 1 minggu tanpa angka pasti digambar sebagai celah."
    )


def test_nothing_is_drawn_where_nothing_exact_is_known() -> None:
    rows = [row(27, Mark.WITHHELD), row(28, None)]
    edition = edition_of(with_rows(rows), "id")
    assert chart_of(edition, stands(rows), draw) is None
    assert spark_of(edition, stands(rows), draw) is None
    panel = panel_of(edition, stands(rows), draw)
    assert (panel.chart, panel.held) == (None, True)


def test_a_single_week_is_a_dot_and_no_small_trend() -> None:
    edition = edition_of(with_rows([row(29, 10)]), "id")
    (standing,) = edition.standings.values()
    chart = chart_of(edition, standing, draw)
    assert chart is not None
    assert "signed_dots_marks" in chart.svg
    assert spark_of(edition, standing, draw) is None
    assert "<desc" in chart.svg
    assert "10 pada 15 November 2026." in chart.svg
    assert "menjadi" not in chart.svg


def test_a_table_shows_both_values_of_a_correction() -> None:
    rows = [
        row(27, 500),
        row(27, 480, revision=2, status="corrected", note="Salah ketik."),
        row(28, 510, status="final"),
        row(28, 505, revision=2, status="final"),
    ]
    panel = panel_of(edition_of(with_rows(rows), "id"), stands(rows), draw)
    ((_, table),) = panel.tables
    assert [(r.signed, r.notes, r.late) for r in table] == [
        ("", (), True),
        ("505", ("semula 510", "tetap"), False),
        ("480", ("koreksi; semula 500",), False),
    ]
    assert panel.notes == ((table[2].sunday, "Salah ketik."),)


def test_several_corrections_and_ways_are_told_in_their_order() -> None:
    rows = [row(28, 500), row(28, Mark.FEW, revision=2), row(28, 480, revision=3)]
    ((_, table),) = panel_of(edition_of(with_rows(rows), "en"), stands(rows), draw).tables
    assert table[1].notes == ("before: 500, then at most 5 of 1,000 people",)
    rows = [row(28, 12, method="paper"), row(28, 10, method="paper", revision=2), row(28, 100, method="form")]
    ((_, table),) = panel_of(edition_of(with_rows(rows), "en"), stands(rows), draw).tables
    assert (table[1].signed, table[1].notes) == ("110", ("before: 12 on paper",))


def test_several_late_weeks_are_one_sentence() -> None:
    panel = panel_of(edition_of(with_rows([row(25, 10)]), "en"), stands([row(25, 10)]), draw)
    assert panel.summary.delay == "Late: the figures of 4 weeks, up to 15 November 2026, have not been published."


def test_text_of_the_data_is_never_markup() -> None:
    nasty = "<script>alert(1)</script>\n\n```\n# h"
    dataset = as_real(with_rows([]), {"banten": row(28, 10, note=nasty, confirmed_by=nasty)})
    agencies = tuple(
        agency.model_copy(update={"name": agency.name.model_copy(update={"id": nasty})})
        if agency.id == "banten"
        else agency
        for agency in dataset.agencies
    )
    edition = edition_of(replace(dataset, agencies=agencies), "id")
    banten = next(agency for agency in edition.dataset.agencies if agency.id == "banten")
    text = agency_page(edition, banten, draw).text
    body = html.fromstring(f"<div>{text}</div>")
    assert body.xpath(".//script") == []
    assert "\n```" not in text
    assert "\n# h" not in text
    assert visible(body).count("<script>alert(1)</script>") >= 3  # the heading, the office and the note
    assert nasty in body.xpath(".//svg/title")[0].text
