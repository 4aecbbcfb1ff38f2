"""axe-core finds nothing on any kind of page; its exceptions end; and the gate itself, on pages made to fail it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.browser.axe import (
    SCHEMES,
    Excepted,
    Finding,
    exceptions,
    findings,
    listing_complaints,
    not_excepted,
    scheme_of,
    unused,
)
from tests.browser.conftest import Opener, Scheme, Served
from tests.browser.gate import hold
from tests.browser.kinds import KINDS, TWINNED, of_kind, twin

TELEPHONE, DESK = 360, 1280
#: What a page may be seen in, in an order that brings every language, width and colour soon.
VIEWS: tuple[tuple[str, int, Scheme], ...] = (
    ("id", TELEPHONE, "light"),
    ("en", DESK, "dark"),
    ("en", TELEPHONE, "light"),
    ("id", DESK, "light"),
    ("id", TELEPHONE, "dark"),
    ("en", DESK, "light"),
    ("en", TELEPHONE, "dark"),
    ("id", DESK, "dark"),
)
#: Every kind in each of them. `make test` takes one of a kind, by turns.
SIGHTS = [
    pytest.param(kind, *view, marks=() if turn % len(VIEWS) == place else pytest.mark.full)
    for turn, kind in enumerate(KINDS)
    for place, view in enumerate(VIEWS)
    if kind in TWINNED or view[0] == "id" or turn % len(VIEWS) == place
]


def found_on(real: Served, opened: Opener, kind: str, lang: str, width: int, scheme: Scheme) -> list[Finding]:
    """What axe finds on the fullest page of a kind, in the colours that were asked for."""
    address = twin(lang if kind in TWINNED else "id", of_kind(real.folder, kind)[0])
    page, _ = opened(real.url, width, scheme=scheme)
    page.goto(real.url + address)
    found = findings(page)
    if scheme_of(page) != SCHEMES[scheme]:
        found.append(Finding("colour-scheme", "body", f"{scheme} was asked for, {scheme_of(page)} is shown"))
    return [each._replace(target=f"/{address} {width} px {scheme}: {each.target}") for each in found]


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "lang", "width", "scheme"), SIGHTS)
def test_axe_finds_nothing(kind: str, lang: str, width: int, scheme: Scheme, real: Served, opened: Opener) -> None:
    hold(not_excepted(found_on(real, opened, kind, lang, width, scheme), kind, exceptions()))


@pytest.mark.full
@pytest.mark.browser
def test_each_exception_is_needed(real: Served, opened: Opener) -> None:
    listed = exceptions()
    found = {
        kind: [finding for view in VIEWS for finding in found_on(real, opened, kind, *view)]
        for kind in {each.kind for each in listed}
    }
    hold(each for kind in found for each in unused(found[kind], kind, listed))


def test_exceptions_have_a_reason_and_have_not_ended() -> None:
    hold(listing_complaints(exceptions(), set(KINDS), dt.datetime.now(tz=dt.UTC).date()))


PAGE = """<!doctype html><html lang="id"><head><title>Judul</title></head><body data-md-color-scheme="default">
<main><h1>Judul</h1>%s</main></body></html>"""
BROKEN = {
    "color-contrast": '<p style="color: #bbb; background: #fff">Pucat</p>',
    "image-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "link-name": '<p>Ke <a href="#x"></a></p>',
    "label": "<form><input type='text'></form>",
    "heading-order": "<h4>Terlalu dalam</h4>",
    "target-size": '<p style="font-size: 8px; line-height: 9px"><a href="#a">a</a><br><a href="#b">b</a></p>',
}


@pytest.mark.browser
def test_axe_has_nothing_against_a_good_page(real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(PAGE % "<p>Baik.</p>")
    assert findings(page) == []
    assert scheme_of(page) == SCHEMES["light"]


@pytest.mark.browser
@pytest.mark.parametrize("rule", BROKEN)
def test_axe_tells_of_a_broken_page(rule: str, real: Served, opened: Opener) -> None:
    page, _ = opened(real.url)
    page.set_content(PAGE % BROKEN[rule])
    assert rule in {finding.rule for finding in findings(page)}


def test_a_bad_list_of_exceptions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "exceptions.yaml"
    path.write_text(
        "- {rule: label, kind: act, reason: Menunggu tema., until: 2026-01-31}\n"
        "- {rule: label, kind: act, reason: ' ', until: 2027-01-31}\n"
        "- {rule: label, kind: poem, reason: Menunggu tema., until: 2027-01-31}\n",
        encoding="utf-8",
    )
    assert listing_complaints(exceptions(path), {"act"}, dt.date(2026, 11, 22)) == [
        "over since 2026-01-31: label on act",
        "no reason: label on act",
        "no such kind: label on poem",
    ]


def test_an_exception_covers_its_rule_and_its_kind_and_must_be_needed() -> None:
    listed = [Excepted("label", "act", "Menunggu tema.", dt.date(2027, 1, 31))]
    label, other = Finding("label", "input", ""), Finding("link-name", "a", "")
    assert not_excepted([label, other], "act", listed) == [other]
    assert not_excepted([label, other], "pact", listed) == [label, other]
    assert unused([label], "act", listed) == []
    assert unused([other], "act", listed) == listed
    assert unused([other], "pact", listed) == []
