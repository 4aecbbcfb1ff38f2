"""Addresses of the built site: Indonesian at the root, English below `en/`, the same slugs in both.

An address is a path without a leading slash: `""` is the home page, `aturan/pp-94-2021/` a page, `api/v1/index.json`
a file. Links are written relative to the page they stand on, so the site works under any sub-path.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from netral.problems import Lang

__all__ = [
    "CALENDAR",
    "CHANGE_FEED",
    "RECORDS",
    "absolute",
    "other_lang",
    "pact_paper_path",
    "pledge_sheet_path",
    "relative",
    "signing_address",
    "signing_sheet_path",
    "site_path",
    "template_path",
    "xlsform_path",
]

#: Where the calendar lies as iCalendar, below the folder of each language.
CALENDAR = "kalender.ics"
#: Where the feed of changes lies, below the folder of each language.
CHANGE_FEED = "perubahan/umpan.xml"
#: Kind of record -> where one of it is told.
RECORDS: Mapping[str, str] = {
    "agencies": "instansi/{id}/",
    "regulations": "aturan/{id}/",
    "sanctions": "sanksi/#{id}",
    "acts": "boleh-tidak/{id}/",
    "pacts": "pakta/{id}/",
    "elections": "kalender/#{id}",
    "channels": "lapor/#{id}",
}


def other_lang(lang: Lang) -> Lang:
    """The other language."""
    return "en" if lang == "id" else "id"


def site_path(lang: Lang, address: str) -> str:
    """Where `address` of `lang` lies in the whole site."""
    return address if lang == "id" else f"en/{address}"


def relative(here: str, there: str) -> str:
    """The link from the page at site path `here` to the site path `there` (which may end in `#anchor`)."""
    path, hash_, anchor = there.partition("#")
    if path == here and anchor:
        return f"#{anchor}"
    start = here if here.endswith("/") or not here else posixpath.dirname(here) + "/"
    way = posixpath.relpath("/" + path, "/" + start)
    if path.endswith("/") or not path:
        way += "/"
    return f"{way}{hash_}{anchor}"


def absolute(site_url: str, lang: Lang, address: str) -> str:
    """The full address of a page at `site_url` (which ends in a slash)."""
    return f"{site_url}{site_path(lang, address)}"


def signing_address(agency: str) -> str:
    """The page to sign at, of an agency."""
    return f"instansi/{agency}/tanda-tangan/"


def template_path(agency: str) -> str:
    """Where the template of an agency's weekly figures lies, on the site of either language."""
    return f"data/templat/{agency}.xlsx"


def pact_paper_path(agency: str, round_: str) -> str:
    """Where the pact of a round lies as a PDF to sign, in the site of each language."""
    return f"instansi/{agency}/pakta-{round_}.pdf"


def signing_sheet_path(agency: str, round_: str) -> str:
    """Where the sheet lies that a whole unit signs."""
    return f"instansi/{agency}/lembar-{round_}.pdf"


def pledge_sheet_path(agency: str, round_: str) -> str:
    """Where the pledge of a round lies as a sheet to read aloud from."""
    return f"instansi/{agency}/ikrar-{round_}.pdf"


def xlsform_path(agency: str, round_: str) -> str:
    """Where the form of a round lies as an XLSForm, both languages in one file."""
    return f"instansi/{agency}/pakta-{round_}.xlsx"
