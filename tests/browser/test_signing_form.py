"""The signing form: filled, sent and received with every field; mistakes told; nothing typed is lost or kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route
from tests.browser.axe import SCHEMES, findings, scheme_of
from tests.browser.conftest import Opener, Scheme, Served
from tests.browser.gate import hold
from tests.browser.kinds import LANGS, twin
from tests.browser.layout import layout_complaints
from tests.browser.watching import heading, language, until

pytestmark = pytest.mark.browser

ADDRESS = "instansi/kabupaten-demo/tanda-tangan/"
ENDPOINT = "https://formulir.kabupaten-contoh.example/tanda-tangan"
TELEPHONE, DESK = 360, 1280
#: Made up; nobody has the serial 000.
TYPED = {"nama": "Siapa Rekaan, S.Si.", "jabatan": "Analis & Penyusun", "nip": "19900101 201504 1 000"}
UNIT = "dinas-rekaan-a"
MESSAGES = {
    "id": {
        "title": "Ada 5 isian yang perlu diperbaiki. Belum ada yang dikirim.",
        "one": "Ada 1 isian yang perlu diperbaiki. Belum ada yang dikirim.",
        "nama": "Tulis nama lengkap Anda.",
        "agree": "Beri tanda centang di sini bila Anda menandatangani pakta ini.",
        "nip": "Ini bukan NIP atau NI PPPK.",
    },
    "en": {
        "title": "5 answers need mending. Nothing has been sent yet.",
        "one": "1 answer needs mending. Nothing has been sent yet.",
        "nama": "Write your full name.",
        "agree": "Tick this box if you sign this pact.",
        "nip": "This is no NIP or NI PPPK.",
    },
}


class Endpoint:
    """What a page sends to the form's address, received in its stead."""

    def __init__(self, page: Page) -> None:
        self.received: list[tuple[str, str, dict[str, list[str]]]] = []
        page.route(re.compile("^https://"), self._take)

    def _take(self, route: Route) -> None:
        request = route.request
        body = parse_qs(request.post_data or "", keep_blank_values=True, strict_parsing=True)
        self.received.append((f"{request.method} {request.url}", request.headers.get("content-type", ""), body))
        route.fulfill(content_type="text/html; charset=utf-8", body="<!doctype html><h1>Diterima</h1>")


def begin(real: Served, opened: Opener, lang: str, width: int = TELEPHONE, **options) -> tuple[Page, Endpoint]:
    page, _ = opened(real.url, width, new=True, **options)  # what is answered in its stead stays with the tab
    endpoint = Endpoint(page)
    page.goto(real.url + twin(lang, ADDRESS))
    return page, endpoint


def fill(page: Page) -> None:
    for name, value in TYPED.items():
        page.locator(f"#isian-{name}").fill(value)
    page.locator("#isian-unit_kerja").select_option(UNIT)
    page.locator("#isian-persetujuan").check()


def expected(real: Served, lang: str) -> dict[str, list[str]]:
    """Every field as it must arrive; the version and digest as the site's own data say them."""
    pacts = json.loads((real.folder / "api/v1/pacts.json").read_text(encoding="utf-8"))["items"]
    pact = next(each for each in pacts if each["id"] == "pakta-demo")
    fields = TYPED | {
        "unit_kerja": UNIT,
        "instansi": "Kabupaten Contoh (data rekaan)",
        "versi_pakta": f"{pact['version']} ({pact['digest'][:12]})",
        "persetujuan": "ya",
        "bahasa": lang,
    }
    return {name: [value] for name, value in fields.items()}


def sent(page: Page, endpoint: Endpoint, real: Served, lang: str) -> None:
    """Assert that the form has arrived whole, once, and left no trace here."""
    page.wait_for_url(ENDPOINT)
    assert heading(page) == "Diterima"
    assert endpoint.received == [
        (f"POST {ENDPOINT}", "application/x-www-form-urlencoded", expected(real, lang)),
    ]


@pytest.mark.parametrize("scripts", ["with scripts", ""])
@pytest.mark.parametrize("lang", LANGS)
def test_every_field_arrives(lang: str, scripts: str, real: Served, opened: Opener) -> None:
    page, endpoint = begin(real, opened, lang, scripts=bool(scripts))
    fill(page)
    page.locator("form.signing-form button").click()
    sent(page, endpoint, real, lang)


def go_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the focus is on `selector`."""
    for _ in range(most):
        if page.locator(selector).evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by {most} tabs")


@pytest.mark.parametrize("scripts", ["with scripts", ""])
@pytest.mark.parametrize("lang", LANGS)
def test_it_is_filled_and_sent_by_keyboard_alone(lang: str, scripts: str, real: Served, opened: Opener) -> None:
    page, endpoint = begin(real, opened, lang, scripts=bool(scripts))
    go_to(page, ".first a[href='#formulir']")
    page.keyboard.press("Enter")
    go_to(page, "#isian-nama")
    page.keyboard.type(TYPED["nama"])
    go_to(page, "#isian-jabatan")
    page.keyboard.type(TYPED["jabatan"])
    go_to(page, "#isian-unit_kerja")
    name = page.locator(f"option[value={UNIT}]").inner_text()
    page.keyboard.type(name)
    go_to(page, "#isian-nip")
    page.keyboard.type(TYPED["nip"])
    go_to(page, "#isian-persetujuan")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    sent(page, endpoint, real, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_all_mistakes_are_told_at_once_and_nothing_typed_is_lost(lang: str, real: Served, opened: Opener) -> None:
    page, endpoint = begin(real, opened, lang)
    words = MESSAGES[lang]
    page.locator("form.signing-form button").click()
    summary = page.locator(".summary")
    assert summary.evaluate("each => each === document.activeElement")
    assert summary.get_attribute("role") == "alert"
    assert summary.locator(".summary-title").inner_text() == words["title"]
    links = summary.locator("a")
    assert links.count() == page.locator("[aria-invalid=true]").count() == page.locator(".mistake").count() == 5
    assert links.first.inner_text() == page.locator("#isian-nama-salah").inner_text() == words["nama"]
    assert links.last.inner_text() == words["agree"]
    described = page.locator("#isian-nama").get_attribute("aria-describedby")
    assert described == "isian-nama-salah petunjuk-nama"
    links.first.click()
    assert page.evaluate("document.activeElement.id") == "isian-nama"
    assert page.locator("label[for=isian-nama]").evaluate("each => each.getBoundingClientRect().top >= 0")

    fill(page)
    page.locator("#isian-nip").fill("123")
    page.locator("#isian-jabatan").fill("   ")
    page.locator("form.signing-form button").click()
    assert [link.split("#")[1] for link in links.evaluate_all("all => all.map(each => each.href)")] == [
        "isian-jabatan",
        "isian-nip",
    ]
    assert links.last.inner_text().startswith(words["nip"])
    assert page.locator("#isian-nama").input_value() == TYPED["nama"]
    assert page.locator("#isian-nama").get_attribute("aria-describedby") == "petunjuk-nama"
    page.locator("#isian-jabatan").fill(TYPED["jabatan"])
    page.locator("form.signing-form button").click()
    assert summary.locator(".summary-title").inner_text() == words["one"]
    assert page.locator("#isian-nip").input_value() == "123"
    assert endpoint.received == []
    page.locator("#isian-nip").fill(TYPED["nip"])
    page.locator("form.signing-form button").click()
    sent(page, endpoint, real, lang)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nama", ""),
        ("nama", "   "),
        ("jabatan", ""),
        ("unit_kerja", ""),
        ("nip", ""),
        ("nip", "123"),
        ("persetujuan", ""),
    ],
)
def test_without_scripts_the_browser_holds_back_what_is_missing_or_wrong(
    name: str, value: str, real: Served, opened: Opener
) -> None:
    page, endpoint = begin(real, opened, "id", scripts=False)
    fill(page)
    field = page.locator(f"#isian-{name}")
    if name == "persetujuan":
        field.uncheck()
    elif name == "unit_kerja":
        field.select_option(value)
    else:
        field.fill(value)
    page.locator("form.signing-form button").click()
    assert until(page, lambda: field.evaluate("each => each === document.activeElement"))
    assert page.locator("#isian-jabatan").input_value() == (value if name == "jabatan" else TYPED["jabatan"])
    assert (endpoint.received, page.url) == ([], real.url + ADDRESS)
    if name == "persetujuan":
        field.check()
    elif name == "unit_kerja":
        field.select_option(UNIT)
    else:
        field.fill(TYPED[name])
    page.locator("form.signing-form button").click()
    sent(page, endpoint, real, "id")


def test_pressing_twice_sends_once(real: Served, opened: Opener) -> None:
    page, endpoint = begin(real, opened, "id")
    fill(page)
    told = page.locator("form.signing-form button").evaluate(
        "each => { each.click(); each.click(); return document.querySelector('.sending').textContent; }"
    )
    assert told == "Sedang dikirim. Tunggu sampai halaman berikutnya muncul."
    sent(page, endpoint, real, "id")


def test_nothing_typed_is_stored_or_put_in_an_address(real: Served, opened: Opener) -> None:
    page, watch = opened(real.url, TELEPHONE, new=True)
    page.goto(real.url + ADDRESS)
    kept: Callable[[], list[str]] = lambda: page.evaluate(  # noqa: E731 (asked twice)
        "[JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie, location.href]"
    )
    before = kept()
    fill(page)
    page.locator("#isian-nip").fill("123")
    page.locator("form.signing-form button").click()
    page.locator(".summary").wait_for()
    assert kept() == before
    assert not any(value in text for text in kept() for value in TYPED.values())
    assert watch.complaints == []


def test_the_page_cannot_send_its_form_elsewhere(real: Served, opened: Opener) -> None:
    page, endpoint = begin(real, opened, "id")
    page.locator("form.signing-form").evaluate("each => { each.action = 'https://lain.example/ambil' }")
    fill(page)
    page.locator("form.signing-form button").evaluate("each => each.click()")
    page.wait_for_timeout(500)
    assert (endpoint.received, page.url) == ([], real.url + ADDRESS)


def laid_out(page: Page) -> list[str]:
    """What of the page cannot be read; from its top, where the theme shows no title in its header."""
    page.evaluate("scrollTo(0, 0)")
    until(page, lambda: page.locator("[data-md-component=header-title]").get_attribute("class") == "md-header__title")
    # The theme cuts the site's own name in its header when there is no room.
    return [each for each in layout_complaints(page) if "md-header" not in each]


@pytest.mark.parametrize(
    ("lang", "width", "scheme"),
    [
        ("id", TELEPHONE, "light"),
        ("en", DESK, "dark"),
        pytest.param("id", DESK, "light", marks=pytest.mark.full),
        pytest.param("en", TELEPHONE, "dark", marks=pytest.mark.full),
    ],
)
def test_axe_finds_nothing_while_mistakes_are_shown(
    lang: str, width: int, scheme: Scheme, real: Served, opened: Opener
) -> None:
    page, _ = begin(real, opened, lang, width, scheme=scheme)
    assert findings(page) == []
    page.locator("form.signing-form button").click()
    page.locator(".summary").wait_for()
    assert scheme_of(page) == SCHEMES[scheme]
    assert findings(page) == []
    hold(laid_out(page))


@pytest.mark.parametrize("lang", LANGS)
def test_text_twice_as_large_still_fits(lang: str, real: Served, opened: Opener) -> None:
    # With larger text a browser takes a desk for something narrower, so the theme shows no row of tabs.
    page, _ = begin(real, opened, lang, DESK // 2)
    page.locator("form.signing-form button").click()
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's own size is 125%
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#isian-nama')).fontSize)") >= 30
    hold(laid_out(page))
    assert language(page) == lang


def test_fields_have_names_hints_and_the_right_help_of_the_browser(real: Served, opened: Opener) -> None:
    page, _ = begin(real, opened, "id", scripts=False)
    form = page.locator("form.signing-form")
    told = form.locator("input:not([type=hidden]), select").evaluate_all(
        "all => all.map(each => [each.name, each.labels.length, each.autocomplete, each.required])"
    )
    assert told == [
        ["nama", 1, "name", True],
        ["jabatan", 1, "organization-title", True],
        ["unit_kerja", 1, "off", True],
        ["nip", 1, "off", True],
        ["persetujuan", 1, "", True],
    ]
    hints = form.locator("[aria-describedby]").evaluate_all(
        "all => all.map(each => document.getElementById(each.getAttribute('aria-describedby'))?.innerText)"
    )
    assert len(hints) == 5
    assert all(hints)
    assert form.get_attribute("method") == "post"
