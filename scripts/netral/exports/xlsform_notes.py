"""What stands above the questions of an XLSForm: the text that is signed, word for word, and the data notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netral.catalogue import LANGS, Labels, labels
from netral.exports.odk_text import plain_label
from netral.model.agency import Agency, Round
from netral.model.base import Text
from netral.model.form import Notice
from netral.problems import Lang
from netral.versions import PactText

__all__ = ["Row", "notes"]

#: A row of the workbook: column -> cell, or a cell for each language.
Row = Mapping[str, str | Mapping[Lang, str]]
#: A cell holds 32,767 letters; this leaves room for both languages and every escape.
_CELL = 6_000


def notes(agency: Agency, round_: Round, text: PactText) -> Iterator[Row]:
    """The text that is signed, in as many notes as it needs; then what is told about the data."""
    names = {lang: getattr(text.pact.name, lang) for lang in LANGS}
    identity = {lang: labels(lang)("identity.told", version=text.version, digest=text.short) for lang in LANGS}
    yield _note("pakta", {lang: f"{names[lang]}\n\n{identity[lang]}" for lang in LANGS})
    for number, block in enumerate(_blocks(_parts(text)), 1):
        original = "\n\n".join(one for one, _ in block)
        say = labels("en")
        translation = "\n\n".join((say("papers.original"), say("papers.translated"), *(other for _, other in block)))
        yield _note(f"teks_{number}", {"id": original, "en": f"{original}\n\n{translation}"})
    if round_.form is not None:
        told = {lang: _told(round_.form.notice, labels(lang)) for lang in LANGS}
        yield _note("data_anda", told)
    yield _note(
        "tentang",
        {
            lang: labels(lang)("xlsform.unofficial", site=labels(lang)("site.short"), agency=getattr(agency.name, lang))
            for lang in LANGS
        },
    )


def _parts(text: PactText) -> Iterator[tuple[str, str]]:
    """Each part of the text in Indonesian and English, points numbered."""
    numbered = [(f"{number}. ", point) for number, point in enumerate(text.points, 1)]
    for before, part in [("", text.opening), *numbered, ("", text.closing)]:
        if part is not None:
            yield from _pieces(before, part)


def _pieces(before: str, part: Text) -> Iterator[tuple[str, str]]:
    """A part, cut between words where no cell could hold it."""
    one, other = part.id.split(), part.en.split()
    count = max(1, *(-(-len(" ".join(words)) // _CELL) for words in (one, other)))
    for each in range(count):
        cut = [" ".join(words[len(words) * each // count : len(words) * (each + 1) // count]) for words in (one, other)]
        mark = before if each == 0 else ""
        yield f"{mark}{cut[0]}", f"{mark}{cut[1]}"


def _blocks(parts: Iterator[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Parts that fit into one cell together."""
    blocks: list[list[tuple[str, str]]] = [[]]
    room = _CELL
    for part in parts:
        need = max(map(len, part))
        if need > room and blocks[-1]:
            blocks.append([])
            room = _CELL
        blocks[-1].append(part)
        room -= need
    return blocks


def _told(notice: Notice, say: Labels) -> str:
    """The data notice: each item with what asks for it."""
    lines = [say("xlsform.notice"), say("xlsform.notice_lead")]
    for name, item in notice.told:
        basis = say("signing_page.good_practice") if item.good_practice else item.basis.cite
        what = say(f"signing_page.notice.{name}")
        lines.append(say("xlsform.notice_item", what=what, text=getattr(item.text, say.lang), basis=basis))
    return "\n\n".join(lines)


def _note(name: str, told: Mapping[Lang, str]) -> Row:
    return {"type": "note", "name": name, "label": {lang: plain_label(text) for lang, text in told.items()}}
