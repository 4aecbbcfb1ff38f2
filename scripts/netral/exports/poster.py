"""The rule posters and the preview pictures: sheets -> bytes. The caller writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from netral.addresses import absolute
from netral.exports.press import Press
from netral.exports.sheet import poster_sheet, shown_address
from netral.model.agency import Agency
from netral.pages.card import Card
from netral.pages.page import Edition
from netral.problems import Lang

__all__ = ["HEIGHT", "WIDTH", "Poster", "card_pictures", "poster_files", "posters"]

#: An A4 page as a picture for chats: this many points wide, so that small print can be read when it is enlarged.
WIDTH, HEIGHT = 1080, 1527
#: The picture on the page that lists the posters is so many times smaller; `netral.pages.poster.SMALL` is its size.
_TIMES = 5
_PPI = WIDTH / 210 * 25.4


@dataclass(frozen=True, slots=True)
class Poster:
    """One poster in one language: of an agency, or the general one."""

    lang: Lang
    agency: Agency | None
    sheet: Mapping[str, Any]
    pdf: bytes
    png: bytes
    small: bytes

    @property
    def folder(self) -> str:
        """Where its files lie, below the language's folder."""
        return f"instansi/{self.agency.id}/" if self.agency else "poster/"


def posters(press: Press, editions: Iterable[Edition]) -> list[Poster]:
    """The general poster and one per agency, in each language."""
    wanted = [(edition, agency) for edition in editions for agency in (None, *edition.dataset.agencies)]

    def made(pair: tuple[Edition, Agency | None]) -> Poster:
        edition, agency = pair
        sheet = poster_sheet(edition, agency)
        pdf, png = press.pdf("poster.typ", sheet), press.png("poster.typ", sheet, _PPI)
        small = press.small("poster.typ", sheet, _PPI, _TIMES)
        return Poster(edition.lang, agency, sheet, pdf, png, small)

    return press.each(made, wanted)


def poster_files(made: Iterable[Poster], lang: Lang) -> dict[str, bytes]:
    """path below the folder of `lang` -> bytes."""
    files: dict[str, bytes] = {}
    for poster in made:
        if poster.lang == lang:
            files[f"{poster.folder}poster.pdf"] = poster.pdf
            files[f"{poster.folder}poster.png"] = poster.png
            files[f"{poster.folder}poster-small.png"] = poster.small
    return files


def card_pictures(press: Press, wanted: Mapping[Lang, tuple[Edition, list[Card]]]) -> dict[Lang, dict[str, bytes]]:
    """For each language: path below its folder -> picture, each made once however many pages share it."""
    cards = [(lang, card) for lang, (_, found) in wanted.items() for card in dict.fromkeys(found)]
    sheets = [_card_sheet(wanted[lang][0], card) for lang, card in cards]
    files: dict[Lang, dict[str, bytes]] = {lang: {} for lang in wanted}
    for (lang, card), picture in zip(cards, press.pngs("preview.typ", sheets, 72), strict=True):
        files[lang][card.path] = picture
    return files


def _card_sheet(edition: Edition, card: Card) -> dict[str, Any]:
    say = edition.say
    return {
        "lang": edition.lang,
        "kind": card.kind,
        "title": card.title,
        "text": card.text,
        "verdict": card.verdict,
        "made_up": say("poster.made_up") if card.made_up else None,
        "address": shown_address(absolute(edition.site_url, edition.lang, "")),
        "unofficial": say("preview.unofficial"),
    }
