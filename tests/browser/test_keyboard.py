"""Every journey, walked with Tab, Enter, Escape and the arrows alone; and the walk itself, on pages made to fail it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from tests.browser.conftest import Opener, Served
from tests.browser.gate import hold
from tests.browser.keyboard import Walk
from tests.browser.kinds import KINDS, LANGS, TWINNED, by_turns, of_kind, twin
from tests.browser.visible import MAIN
from tests.browser.watching import heading, language, until

pytestmark = pytest.mark.browser

TELEPHONE, DESK = (360, 640), (1280, 800)
#: Each language on one kind of device here; the whole walk of every page below has both.
WINDOWS = {"id": TELEPHONE, "en": DESK}
#: A journey in one language here; `make test-full` walks it in the other too.
ON_A_TELEPHONE = ("id", pytest.param("en", marks=pytest.mark.full))
ON_A_DESK = (pytest.param("id", marks=pytest.mark.full), "en")
#: What opens the menu of a telephone, and what opens and takes a search.
MENU = ("#__drawer", "[for=__drawer]", "header [aria-controls]")
SEARCH = ("header input[type=search]", "header input[name=query]")
SEARCH_BUTTON = ("#__search", "[for=__search]", "header [aria-controls=__search]", "header [data-md-toggle=search]")


def signing_agency(site: Path) -> tuple[str, str]:
    """A real agency and the pact that its people sign."""
    agencies = json.loads((site / "api/v1/agencies.json").read_text(encoding="utf-8"))["items"]
    return next((a["id"], r["pact"]) for a in agencies if not a["demo"] for r in a["rounds"] if r["pact"])


def first_link(page: Page, part: str) -> str:
    """Where the first link of the page's own text leads whose address holds `part`."""
    links = page.locator(f"{MAIN} a[href]").evaluate_all("links => links.map(link => link.href)")
    return next(link for link in links if part in link)


def begin(
    opened: Opener,
    real: Served,
    lang: str,
    address: str = "",
    window: tuple[int, int] | None = None,
    *,
    new: bool = False,
) -> Walk:
    page, _ = opened(real.url, *(window or WINDOWS[lang]), new=new)
    page.goto(real.url + twin(lang, address))
    page.wait_for_load_state("networkidle")  # the search and the menu are ready
    return Walk(page)


@pytest.mark.parametrize("lang", ON_A_TELEPHONE)
def test_may_i(lang: str, real: Served, opened: Opener) -> None:
    walk, home = begin(opened, real, lang), real.url + twin(lang, "")
    walk.follow(f"{home}boleh-tidak/")
    walk.follow(home + of_kind(real.folder, "act")[0])
    assert heading(walk.page)
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_DESK)
def test_my_agency_and_its_pact(lang: str, real: Served, opened: Opener) -> None:
    walk, home = begin(opened, real, lang), real.url + twin(lang, "")
    agency, pact = signing_agency(real.folder)
    for step in ("instansi/", f"instansi/{agency}/", f"pakta/{pact}/"):
        walk.follow(home + step)
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_TELEPHONE)
def test_a_sanction_and_its_article(lang: str, real: Served, opened: Opener) -> None:
    walk, home = begin(opened, real, lang), real.url + twin(lang, "")
    walk.follow(f"{home}sanksi/")
    walk.follow(first_link(walk.page, f"{home}aturan/"))
    assert heading(walk.page)
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_DESK)
def test_report(lang: str, real: Served, opened: Opener) -> None:
    walk, home = begin(opened, real, lang), real.url + twin(lang, "")
    walk.follow(f"{home}lapor/")
    assert walk.round() > 0
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_TELEPHONE)
def test_the_other_language(lang: str, real: Served, opened: Opener) -> None:
    address = of_kind(real.folder, "act")[0]
    walk, other = begin(opened, real, lang, address), {"id": "en", "en": "id"}[lang]
    walk.follow(real.url + twin(other, address))
    assert language(walk.page) == other
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_DESK)
def test_search(lang: str, real: Served, opened: Opener) -> None:
    walk = begin(opened, real, lang, "sanksi/")
    search(walk)
    home = real.url + twin(lang, "")
    focus = walk.press("ArrowDown")
    assert focus is not None
    assert focus.href is not None
    assert focus.href.startswith(home)
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url(focus.href.partition("?")[0] + "**")
    assert heading(walk.page)
    hold(walk.complaints)


@pytest.mark.parametrize("window", [TELEPHONE, DESK])
def test_search_can_be_left(window: tuple[int, int], real: Served, opened: Opener) -> None:
    walk = begin(opened, real, "id", "sanksi/", window)
    search(walk)
    walk.press("Escape")
    assert walk.page.locator("a.md-search-result__link:visible").count() == 0
    assert walk.press() is not None
    hold(walk.complaints)


def search(walk: Walk) -> None:
    """Come to the search with Tab (and Enter, where a button opens it), type a word, and wait for what it finds."""
    focus = walk.to(lambda focus: bool(focus.fits), "the search", *SEARCH, *SEARCH_BUTTON)
    assert focus is not None, walk.complaints
    if not set(focus.fits) & set(SEARCH):
        walk.page.keyboard.press("Enter")
        walk.page.locator(", ".join(SEARCH)).locator("visible=true").wait_for()
        inside = walk.look(*SEARCH)
        assert inside is not None
        assert inside.fits, f"Enter on {focus.name} leads to {inside.name}"
    walk.page.keyboard.type("netral")
    walk.page.locator("a.md-search-result__link").locator("visible=true").first.wait_for()
    walk.page.wait_for_timeout(500)  # the list is drawn again while more is found, and keys pressed then are lost


@pytest.mark.parametrize(("kind", "lang"), by_turns(["home", "act"]))
def test_skip_link_leads_to_the_answer_and_not_past_it(kind: str, lang: str, real: Served, opened: Opener) -> None:
    walk = begin(opened, real, lang, of_kind(real.folder, kind)[0])
    focus = walk.press()
    assert focus is not None
    assert focus.href is not None
    start, anchor = focus.href.split("#")
    assert start == walk.page.url
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url(f"{start}#{anchor}")
    lost = f"h1 => document.getElementById({json.dumps(anchor)}).compareDocumentPosition(h1) & 2"
    assert walk.page.locator("h1").evaluate(lost) == 0, f"#{anchor} comes after the heading"
    after = walk.press()
    assert after is not None
    assert after.main
    hold(walk.complaints)


@pytest.mark.parametrize("lang", ON_A_TELEPHONE)
def test_menu_of_a_telephone(lang: str, real: Served, opened: Opener) -> None:
    walk = begin(opened, real, lang, "sanksi/", TELEPHONE)
    open_menu(walk)
    walk.follow(f"{real.url}{twin(lang, '')}kalender/")
    hold(walk.complaints)


def test_menu_of_a_telephone_can_be_left(real: Served, opened: Opener) -> None:
    walk = begin(opened, real, "id", "sanksi/", TELEPHONE)
    open_menu(walk)
    walk.press("Escape")
    assert until(walk.page, lambda: not walk.page.locator("#__drawer").is_checked())
    walk.round()
    hold(walk.complaints)


def open_menu(walk: Walk) -> None:
    """Come to the menu's button with Tab, open it, and see the first of its links."""
    link = walk.page.locator(".md-sidebar nav a[href$='kalender/']").first
    assert not on_screen(link)
    focus = walk.to(lambda focus: bool(focus.fits), "the menu", *MENU)
    assert focus is not None, walk.complaints
    walk.press("Enter")
    if not walk.page.locator("#__drawer").is_checked():
        walk.press("Space")  # what a box is ticked with
    assert until(walk.page, walk.page.locator("#__drawer").is_checked)
    assert on_screen(link)


def on_screen(link: Locator) -> bool:
    box = link.bounding_box()
    return link.is_visible() and box is not None and box["x"] >= 0


#: Each kind on a telephone in one language and on a desk in the other, by turns: the stops of both are the same.
WALKS = [
    (kind, LANGS[(turn + place) % 2] if kind in TWINNED else "id", window)
    for turn, kind in enumerate(KINDS)
    for place, window in enumerate((TELEPHONE, DESK))
]


@pytest.mark.full
@pytest.mark.parametrize(("kind", "lang", "window"), WALKS)
def test_whole_page_forth_and_back(kind: str, lang: str, window: tuple[int, int], real: Served, opened: Opener) -> None:
    complaints: list[str] = []
    stops = []
    for key in ("Tab", "Shift+Tab"):
        # A tab used before keeps where its focus was, and a walk back would begin there.
        walk = begin(opened, real, lang, of_kind(real.folder, kind)[0], window, new=True)
        stops.append(walk.round(key))
        complaints += walk.complaints
    hold(complaints)
    assert stops[0] == stops[1] > 0


PAGE = """<!doctype html><html lang="id"><body style="margin: 0"><style>:focus { outline: 3px solid #000 }</style>
<main><article><p><a href="#a" id="a">satu</a></p>%s<p><a href="#b" id="b">dua</a></p></article></main>
</body></html>"""
BROKEN = {
    "cannot be seen": '<a href="#x" style="outline: none">x</a>',
    "something hidden": '<a href="#x" style="opacity: 0">x</a>',
    "outside the window": '<a href="#x" style="position: fixed; left: -900px">x</a>',
    "is covered by": '<a href="#x">x</a><div style="position: fixed; inset: 0; background: #fff"></div>',
    "is caught on": "<button onkeydown=\"event.key === 'Tab' && event.preventDefault()\">x</button>",
    "never leaves": "<a href='#x' onkeydown=\"event.preventDefault(); document.querySelector('#a').focus()\">x</a>",
}


def walked(page: Page, body: str) -> list[str]:
    page.set_content(PAGE % body)
    walk = Walk(page)
    walk.round()
    return walk.complaints


def test_walk_has_nothing_against_a_good_page(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url, *TELEPHONE)
    assert walked(page, "<p>Baik.</p>") == []


@pytest.mark.parametrize("complaint", BROKEN)
def test_walk_tells_of_a_broken_page(
    complaint: str, real: Served, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.browser.keyboard.PATIENCE", 5)
    page, _ = opened(real.url, *TELEPHONE)
    assert [each for each in walked(page, BROKEN[complaint]) if complaint in each] != []


def test_walk_tells_of_a_link_that_is_out_of_reach(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(PAGE % '<a href="https://rekaan.example/" tabindex="-1">x</a>')
    walk = Walk(page)
    walk.follow("https://rekaan.example/")
    assert [each for each in walk.complaints if "does not reach" in each] != []
