"""What the papers of a round say, as plain values: the pact of one person, the sheet of a unit, the pledge read aloud.

What is signed or spoken is the Indonesian text, so every paper holds it word for word, in either language of the site.
The English pact adds a translation to read by, marked as one. Nothing here knows the day: a paper printed in
June is the paper of December; whether people may still sign is told by the page it leads to.
"""

from __future__ import annotations

import re
from typing import Any

from netral.blanks import Blank, blanks
from netral.exports.sheet import home_of, shown_address
from netral.model.agency import Agency, Round
from netral.model.base import Text
from netral.model.source import Source
from netral.pages.page import Edition
from netral.pages.wording import cut, number_words
from netral.versions import PactText

__all__ = ["ROWS", "pact_sheet", "paper_address", "pledge_sheet", "signing_sheet"]

#: How many people sign one sheet of a unit, on one page; and where the text leaves too little room, on two.
ROWS, ROWS_ON_TWO = 20, 32
#: The running head and the name of a source are cut after so many letters; the text of a pact never is.
_HEAD, _SOURCE = 96, 150
#: A word this long is no word of any language; it may then break in many places, so that it stays on the paper.
_ENDLESS = re.compile(r"[^\s/-]{40,}")
#: Blanks which stand once in the head of a unit's sheet, and the one which never stands on it: a sheet passes from
#: hand to hand, and a staff number tells the day of birth and the sex.
_NO_COLUMN = ("unit-kerja", "instansi", "nip")


def paper_address(edition: Edition, agency: Agency, text: PactText) -> str:
    """Where a paper leads: the agency's page, at the place that names this very text."""
    return f"{home_of(edition, agency)}#{text.anchor}"


def pact_sheet(edition: Edition, agency: Agency, round_: Round, text: PactText) -> dict[str, Any]:
    """The pact for one person: the text, the blanks of the round, place, date, signature."""
    say = edition.say
    name = _words(text.pact.name, edition)
    own = [
        {"name": _label(blank.name), "known": _words(agency.name, edition) if blank.id == "instansi" else ""}
        for blank in blanks(edition.dataset, round_, say)
    ]
    foot = [say("papers.decides")]
    if edition.lang != "id":
        foot.insert(0, say("papers.original"))
    return _sheet(edition, agency, text, say("papers.document.pact", name=name), foot) | {
        "title": name,
        "text_title": say("papers.text_title"),
        "translated": say("papers.translated"),
        "opening": _part(text.opening, edition),
        "points": [_part(point, edition) for point in text.points],
        "closing": _part(text.closing, edition),
        "signer_title": say("papers.signer"),
        "blanks": own,
        "place": say("papers.place"),
        "date": say("papers.date"),
        "signature": say("papers.signature"),
    }


def signing_sheet(edition: Edition, agency: Agency, round_: Round, text: PactText) -> dict[str, Any]:
    """The sheet of a unit: the text in small above as many rows as `ROWS`."""
    say = edition.say
    name = _words(text.pact.name, edition)
    named = [blank for blank in blanks(edition.dataset, round_, say) if blank.id not in _NO_COLUMN]
    columns = named or [Blank("nama", say("blanks.nama"))]
    return _sheet(edition, agency, text, say("papers.document.signing", name=name), [say("papers.decides")]) | {
        "kicker": say("papers.signing_title"),
        "title": name,
        "text_title": say("papers.text_title"),
        "translated": "",
        "opening": _original(text.opening),
        "points": [_original(point) for point in text.points],
        "closing": _original(text.closing),
        "declared": say("papers.declared"),
        "unit": say("papers.unit"),
        "place_date": say("papers.place_date"),
        "number": say("papers.number"),
        "columns": [_label(blank.name) for blank in columns],
        "signature": say("papers.signature"),
        "rows": ROWS,
        "rows_on_two": ROWS_ON_TWO,
        "keeper": say("papers.keeper"),
        "private": say("papers.private"),
    }


def pledge_sheet(edition: Edition, agency: Agency, text: PactText) -> dict[str, Any]:
    """The pledge for who reads it aloud: each part is one that the others repeat."""
    say = edition.say
    name = _words(text.pact.name, edition)
    parts = [{"number": f"{number}.", "text": _broken(point.id)} for number, point in enumerate(text.points, 1)]
    if text.opening:
        parts.insert(0, {"number": "", "text": _broken(text.opening.id)})
    if text.closing:
        parts.append({"number": "", "text": _broken(text.closing.id)})
    foot = [say("papers.decides_pledge")]
    return _sheet(edition, agency, text, say("papers.document.pledge", name=name), foot) | {
        "title": name,
        "text_title": say("papers.pledge_title"),
        "parts": parts,
        "reader": say("papers.reader"),
        "place_date": say("papers.place_date"),
        "how": say("papers.how"),
        "reads": say("papers.reads"),
        "repeats": say("papers.repeats"),
        "repeating": say("papers.repeating"),
    }


def _sheet(edition: Edition, agency: Agency, text: PactText, document: str, own: list[str]) -> dict[str, Any]:
    """What every paper says: which text this is, where to compare it, and what the paper is not."""
    say = edition.say
    address, name = paper_address(edition, agency, text), _words(agency.name, edition)
    identity = say("identity.told", version=text.version, digest=text.short)
    running = f"{cut(getattr(text.pact.name, edition.lang), _HEAD)} · {identity}"
    foot = [say("papers.source", source=_source(edition, text))]
    if text.pact.confidence == "medium":
        foot.append(say("papers.medium"))
    foot += [say("papers.unofficial", site=say("site.short"), agency=name), *own]
    made_up = edition.dataset.is_made_up(agency) or edition.dataset.is_made_up(text.pact)
    return {
        "lang": edition.lang,
        "site": say("site.short"),
        "document": document,
        "kicker": "",
        # For programs: which text a file in hand is, without reading it.
        "mark": text.mark,
        "about": f"{name}. {say('identity.told', version=text.version, digest=text.digest)}",
        "agency": name,
        "identity": identity,
        "running": _broken(running),
        "made_up": {"word": say("poster.made_up"), "text": say("poster.made_up_text")} if made_up else None,
        "qr_alt": say("poster.qr", address=shown_address(address)),
        "where": say("papers.where"),
        "link": address,
        "address": _broken(shown_address(address)),
        "foot": foot,
    }


def _source(edition: Edition, text: PactText) -> str:
    """The source the text was copied from, which stands first, and how many others there are."""
    first, *others = text.pact.sources
    source = edition.dataset.ids["sources"].get(first)
    told = first
    if isinstance(source, Source):
        title = getattr(source.title, edition.lang) if source.title else first
        told = f"{source.publisher}, {title}" if source.publisher else title
    told = _broken(cut(told, _SOURCE))
    return (
        edition.say("papers.more_sources", source=told, count=number_words(len(others), edition.say))
        if others
        else told
    )


def _part(text: Text | None, edition: Edition) -> dict[str, str | None] | None:
    """The Indonesian words, and outside the Indonesian edition their translation."""
    original = _original(text)
    if text is None or original is None or edition.lang == "id":
        return original
    return original | {"translation": _broken(getattr(text, edition.lang))}


def _original(text: Text | None) -> dict[str, str | None] | None:
    return {"text": _broken(text.id), "translation": None} if text else None


def _words(text: Text, edition: Edition) -> str:
    return _broken(getattr(text, edition.lang))


def _broken(text: str) -> str:
    """`text` on one line, its endless words made breakable."""
    return _ENDLESS.sub(lambda word: re.sub(r".{10}", "\\g<0>\u200b", word[0]), " ".join(text.split()))


def _label(name: str) -> str:
    """A blank's name at the beginning of its line."""
    return _broken(name[:1].upper() + name[1:])
