"""The kinds of pages, and which page of a built site is of which kind: found in the site, never listed by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

LANGS = ("id", "en")
#: kind -> (the form of its address, where a reader finds the main answer of the page). "Made-up" pages are told apart
#: by the site's own JSON.
KINDS: dict[str, tuple[str, str]] = {
    "home": (r"", "p.lead"),
    "regulations": (r"aturan/", "ul.rows .badge"),
    "regulation": (r"aturan/[^/]+/", ".status .badge"),
    "sanctions": (r"sanksi/", "ol.ladder li"),
    "chains": (r"sanksi/alur/", "ol.chain li"),
    "acts": (r"boleh-tidak/", "ul.rows .verdict"),
    "act": (r"boleh-tidak/[^/]+/", ".answer"),
    "person": (r"boleh-tidak/untuk/[^/]+/", ".counts .verdict"),
    "pacts": (r"pakta/", ".cards a"),
    "pact": (r"pakta/[^/]+/", ".pact-text li"),
    "made-up pact": (r"pakta/[^/]+/", ".made-up"),
    "calendar": (r"kalender/", ".timeline .moment-name"),
    "report": (r"lapor/", ".channel"),
    "agencies": (r"instansi/", ".cards .badge"),
    "agency": (r"instansi/[^/]+/", ".window"),
    "made-up agency": (r"instansi/[^/]+/", ".made-up"),
    "signing": (r"instansi/[^/]+/tanda-tangan/", ".pact-text li"),
    "statistics": (r"statistik/", ".cards .label"),
    "posters": (r"poster/", ".poster-files a[href$=pdf]"),
    "changes": (r"perubahan/", "ul.changes li"),
    "data": (r"data/", "article .facts dd"),
    "validation report": (r"data/laporan/", "article .facts dd"),
    "reviews": (r"data/pemeriksaan/", "article .facts dd"),
    "problem code": (r"data/kode/[^/]+/", "p.lead"),
    "about": (r"tentang/", "article p"),
    "components": (r"komponen/", ".first-word"),
    "admin guide": (r"panduan-admin/", "article p"),
    "not found": (r"404\.html", "article p a"),
}
#: Those that stand in both languages.
TWINNED = tuple(kind for kind in KINDS if kind != "not found")
#: A page of these is of one kind whether its agency is made up or not: only a made-up one has a form so far.
_EITHER = frozenset({"signing"})
_MADE_UP = {"agencies": "instansi", "pacts": "pakta"}


@cache
def all_addresses(site: Path) -> list[str]:
    """The site path of every HTML file: `en/sanksi/`, `404.html`, "" for the home page."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def by_turns(kinds: Iterable[str], first: int = 0) -> list[object]:
    """(kind, language) for `parametrize`: `make test` takes a kind in one language, by turns, `make test-full` in both.

    With another `first` it is the other half, so that gates which differ in it look at every page between them.
    """
    return [
        pytest.param(kind, lang, marks=() if kind not in TWINNED or turn % 2 == place else pytest.mark.full)
        for turn, kind in enumerate(kinds, first)
        for place, lang in enumerate(LANGS if kind in TWINNED else LANGS[:1])
    ]


def twin(lang: str, address: str) -> str:
    """The site path of `address` in `lang`."""
    return address if lang == "id" else f"en/{address}"


def kinds_of(site: Path, address: str) -> list[str]:
    """The kinds that the page at a site path is of: exactly one, if all is well."""
    slug = address.removeprefix("en/")
    made_up = slug in _made_up(site)
    return [
        kind
        for kind, (form, _) in KINDS.items()
        if re.fullmatch(form, slug)
        and (form.count("[") == 0 or kind in _EITHER or kind.startswith("made-up") == made_up)
    ]


@cache
def of_kind(site: Path, kind: str) -> list[str]:
    """The slugs of the Indonesian pages of a kind, the page with most to show first."""
    found = [a for a in all_addresses(site) if not a.startswith("en/") and kinds_of(site, a) == [kind]]
    return sorted(found, key=lambda address: (-_size(site, address), address))


def _size(site: Path, address: str) -> int:
    return (site / address / "index.html").stat().st_size if not address.endswith(".html") else 0


@cache
def _made_up(site: Path) -> set[str]:
    items = {kind: json.loads((site / f"api/v1/{kind}.json").read_text(encoding="utf-8"))["items"] for kind in _MADE_UP}
    return {f"{_MADE_UP[kind]}/{item['id']}/" for kind in items for item in items[kind] if item["demo"]}
