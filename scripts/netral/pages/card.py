"""Card: what a chat app shows of a link to a page. Its words, and the tags of the page's head that give them."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from netral.addresses import absolute, other_lang
from netral.catalogue import Labels
from netral.model.act import Verdict
from netral.pages.wording import cut

__all__ = ["DESCRIPTION", "HEIGHT", "KINDS", "WIDTH", "Card", "card_of", "shortened", "tags"]

WIDTH, HEIGHT = 1200, 630
#: A description is cut after this many letters: search pages and chat apps show no more.
DESCRIPTION = 200
#: The parts of the site whose pages say in their picture what they are; any other page is one of prose.
KINDS = ("aturan", "sanksi", "boleh-tidak", "pakta", "kalender", "lapor", "instansi", "statistik", "data", "poster")
#: Pages that people look up rather than send share one picture: (where they lie, the labels of its title and text).
_SHARED = (
    ("data/kode/", "data.codes", "data.codes_lead"),
    ("aturan/", "laws.title", "laws.description"),
    ("boleh-tidak/untuk/", "finder.by_person", "acts.description"),
)
_LOCALES = {"id": "id_ID", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Card:
    """A picture: several pages may share one."""

    #: Its file below the language's folder.
    path: str
    kind: str
    title: str
    text: str
    verdict: Verdict | None = None
    made_up: bool = False


def card_of(
    say: Labels, address: str, title: str, description: str, *, verdict: Verdict | None = None, made_up: bool = False
) -> Card:
    """The picture of the page at `address`. Pages of problem codes share one; so do those of laws, and of people."""
    for place, its_title, its_text in _SHARED:
        if address.startswith(place) and address != place:
            address, title, description = f"{place}semua/", say(its_title), say(its_text)
    part = address.split("/", 1)[0]
    kind = say(f"preview.kind.{part.replace('-', '_')}") if part in KINDS else say("preview.kind.prose")
    name = address.strip("/").replace("/", "--") or "index"
    if not part or kind == title:
        kind = ""
    return Card(f"assets/preview/{name}.png", kind, title, shortened(description), verdict, made_up)


def shortened(text: str) -> str:
    """`text` on one line, cut at a word where it is too long for a description."""
    return cut(text, DESCRIPTION)


def tags(say: Labels, site_url: str, address: str, title: str, description: str, card: Card) -> list[list[str]]:
    """Property and content of each tag, ready to be printed between quotes."""
    lang = say.lang
    found: dict[str, Any] = {
        "og:title": " ".join(title.split()),
        "og:description": shortened(description),
        "og:type": "website" if not address else "article",
        "og:url": absolute(site_url, lang, address),
        "og:site_name": say("site.name"),
        "og:locale": _LOCALES[lang],
        "og:locale:alternate": _LOCALES[other_lang(lang)],
        "og:image": absolute(site_url, lang, card.path),
        "og:image:type": "image/png",
        "og:image:width": WIDTH,
        "og:image:height": HEIGHT,
        "og:image:alt": say("preview.alt", kind=card.kind, title=card.title) if card.kind else card.title,
    }
    return [[name, html.escape(str(content))] for name, content in found.items()]
