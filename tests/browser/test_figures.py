"""Weekly figures in a browser: drawing, bar and table agree with the CSV, at each width, in each colour, on paper.

Scripts are off: figures must not need any.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Opener, Scheme, Served
from tests.browser.kinds import LANGS, twin
from tests.site.test_figures import AGENCY, newest

from netral.catalogue import labels
from netral.pages.wording import number_words, percent_words, short_date_words
from netral.problems import Lang

pytestmark = pytest.mark.browser

PAGE = f"instansi/{AGENCY}/"
#: The smallest words in a drawing that can be read at arm's length, in pixels.
READABLE = 11
#: WCAG 2.2, 1.4.11: what must be seen of a drawing stands out from its ground by this much; words (1.4.3) by more.
SHAPE, WORDS = 3.0, 4.5
#: (what is drawn, the property that colours it, how much it must stand out)
COLOURED = (
    (".chart .signed_marks path", "stroke", SHAPE),
    (".chart .older_marks path", "stroke", SHAPE),
    (".chart .headcount_marks path", "stroke", SHAPE),
    (".chart [class^=deadline] line", "stroke", SHAPE),
    (".chart .role-axis-label text", "fill", WORDS),
    (".chart [class^=deadline_name] text", "fill", WORDS),
    (".share-bar .done", "fill", SHAPE),
    (".spark .signed_marks path", "stroke", SHAPE),
)
#: Where the weeks of the line were drawn: their height, from the bottom of the scale up, in people.
HEIGHTS = """() => {
  const at = y => new DOMPoint(0, y);
  const path = document.querySelector(".chart .signed_marks path");
  const lines = [...document.querySelectorAll(".chart .role-axis-grid line")].map(l => l.getBoundingClientRect().top);
  const labels = [...document.querySelectorAll(".chart .role-axis-label text")].map(t => t.textContent);
  const matrix = path.getScreenCTM();
  const points = [...path.getAttribute("d").matchAll(/[ML](-?[\\d.]+),(-?[\\d.]+)/g)];
  return {lines, labels, points: points.map(p => at(+p[2]).matrixTransform(matrix).y)};
}"""
CONTRAST = """([selector, property]) => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const element = document.querySelector(selector);
  let ground = element.parentElement;
  while (/, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
  const [a, b] = [getComputedStyle(element)[property], getComputedStyle(ground).backgroundColor].map(light);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


def counts(lang: Lang) -> list[int]:
    return [signed for _, (signed, _) in sorted(newest("2").items())]


def heights(page: Page, lang: Lang) -> list[int]:
    """The counts that a reader with a ruler would take from the drawing and its scale."""
    drawn = page.evaluate(HEIGHTS)
    sign = labels(lang)("number.separator")
    scale = [int(word.replace(sign, "")) for word in drawn["labels"] if re.fullmatch(r"[\d.,]+", word)]
    bottom, top = max(drawn["lines"]), min(drawn["lines"])
    return [round(max(scale) * (bottom - y) / (bottom - top)) for y in drawn["points"]]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [360, 1280])
def test_figure_drawing_and_table_agree_with_the_csv(width: int, lang: Lang, real: Served, opened: Opener) -> None:
    say = labels(lang)
    page, watch = opened(real.url, width, scripts=False)
    page.goto(real.url + twin(lang, PAGE))
    chart = page.locator("svg.chart")
    box = chart.bounding_box()
    assert chart.is_visible()
    assert box is not None
    assert 250 < box["width"] <= width
    assert all(abs(a - b) <= 4 for a, b in zip(heights(page, lang), counts(lang), strict=True))
    sizes = page.locator("svg.chart text").evaluate_all(
        "texts => texts.map(t => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a)"
    )
    assert min(sizes) >= READABLE
    lines = page.locator("table.weeks:not(.units)").first.locator("tbody tr").all_inner_texts()
    known = {short_date_words(sunday, say): both for sunday, both in newest("2").items()}
    told = {line.split("\t")[0].strip(): line for line in lines}
    for when, (signed, headcount) in known.items():
        assert number_words(signed, say) in told[when]
        assert percent_words(signed, headcount, say) in told[when]
    signed, headcount = max(newest("2").items())[1]
    assert page.locator(".figure").first.inner_text() == say(
        "figures.persons_of", signed=number_words(signed, say), headcount=number_words(headcount, say)
    )
    done, all_ = (page.locator(f".share-bar .{part}").first.bounding_box() for part in ("done", "all"))
    assert done is not None
    assert all_ is not None
    assert abs(done["width"] / all_["width"] - signed / headcount) < 0.005
    assert watch.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_stand_out_by_day_and_by_night(scheme: Scheme, real: Served, opened: Opener) -> None:
    found = {}
    for address in (PAGE, "statistik/"):
        page, watch = opened(real.url, 360, scheme=scheme)
        page.goto(real.url + address)
        assert (
            page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
        )
        for selector, name, least in COLOURED:
            if page.locator(selector).count():
                found[selector] = page.evaluate(CONTRAST, [selector, name]) >= least
        assert watch.complaints == []
    assert found == {selector: True for selector, _, _ in COLOURED}


def test_a_drawing_without_the_style_sheet_is_seen_as_faint(real: Served, opened: Opener) -> None:
    """The measure is one that can fail."""
    page, _ = opened(real.url, 360)
    page.set_content(
        '<body style="background: #fff"><svg class="chart"><g class="signed_marks"><path stroke="#eee"/></g></svg>'
    )
    assert page.evaluate(CONTRAST, [".chart .signed_marks path", "stroke"]) < SHAPE


@pytest.mark.parametrize("lang", LANGS)
def test_paper_shows_drawing_and_table(lang: Lang, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, 1280, scripts=False)
    page.goto(real.url + twin(lang, PAGE))
    page.emulate_media(media="print")
    assert page.locator("svg.chart").is_visible()
    assert page.locator("table.weeks").count() == 3
    assert all(table.is_visible() for table in page.locator("table.weeks").all())
    for selector, name, least in COLOURED[:6]:
        assert page.evaluate(CONTRAST, [selector, name]) >= least, selector
    page.emulate_media(media="screen")
