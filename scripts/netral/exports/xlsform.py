"""The form of a round as an XLSForm: a workbook that KoboToolbox, ODK Central and others make a form of.

Both languages stand in one file, and with them the exact text that is signed and, where the round has a form, what
signers are told about their data. It says nothing of windows: the file of June is the file of December.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from netral.addresses import xlsform_path
from netral.catalogue import LANGS
from netral.exports.odk_text import plain_cell, plain_label, xpath_text
from netral.exports.spreadsheet import file_of
from netral.exports.store import Store
from netral.exports.xlsform_notes import Row, notes
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.problems import Lang
from netral.questions import YES, Question, questions
from netral.signable import signable
from netral.versions import PactText

__all__ = ["LANGUAGES", "xlsform", "xlsform_files"]

#: Lang -> what ODK calls the language: its own name and, in brackets, its code.
LANGUAGES: Mapping[Lang, str] = {"id": "Bahasa Indonesia (id)", "en": "English (en)"}
_FORMAT = "netral xlsform 1"
#: Columns that hold a text per language, then those that hold one for all.
_TOLD = ("label", "hint", "required_message", "constraint_message")
_SURVEY = ("type", "name", "required", "constraint", "readonly", "calculation", "appearance")
_CHOICES = ("list_name", "name")
#: A list longer than this is searched by typing.
_LONG_LIST = 12


def xlsform_files(dataset: Dataset, store: Store) -> dict[str, bytes]:
    """path -> workbook, for every round with a text that can be signed. The same in both languages of the site."""
    found = {}
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            text = signable(dataset, round_)
            if isinstance(text, PactText):
                found[xlsform_path(agency.id, round_.id)] = xlsform(dataset, agency, round_, text, store)
    return found


def xlsform(dataset: Dataset, agency: Agency, round_: Round, text: PactText, store: Store) -> bytes:
    """The workbook of one round. `text` is what is signed (see `signable`)."""
    asked = {lang: questions(dataset, agency, round_, text, lang) for lang in LANGS}
    survey = [*notes(agency, round_, text), *_questions(asked)]
    choices = list(_choices(asked))
    told = json.dumps([_FORMAT, agency.id, round_.id, survey, choices], sort_keys=True)
    key = hashlib.sha256(told.encode()).hexdigest()
    kept = store.get(key)
    if kept is None:
        settings = {
            "form_title": plain_cell(f"{text.pact.name.id} · {agency.name.id}"),
            "form_id": f"pakta-{round_.id}",
            # A service takes a changed form only under another version, whatever was changed.
            "version": f"{text.short}-{key[:8]}",
            "default_language": LANGUAGES["id"],
        }
        kept = file_of(_book(survey, choices, settings))
        store.put(key, kept)
    return kept


def _questions(asked: Mapping[Lang, Sequence[Question]]) -> Iterator[Row]:
    for both in zip(*(asked[lang] for lang in LANGS), strict=True):
        one: Question = both[0]
        row: dict[str, str | Mapping[Lang, str]] = {"name": one.name, "type": "text"}
        texts = {
            "label": [question.label for question in both],
            "hint": [question.hint for question in both],
            "required_message": [question.required for question in both],
            "constraint_message": [question.wrong for question in both],
        }
        for column, told in texts.items():
            if one.kind != "fixed" or column == "label":
                row[column] = dict(zip(LANGS, map(plain_label, told), strict=True))
        if one.required:
            row["required"] = "yes"
        if one.kind == "fixed":
            row |= {"readonly": "yes", "calculation": xpath_text(one.value)}
        elif one.kind == "text":
            row["constraint"] = f"regex(., '^({one.pattern})$')"
            row["appearance"] = "numbers" if one.digits else ""
        else:
            row["type"] = f"select_one {one.name}"
            row["constraint"] = f". = '{YES}'" if one.kind == "confirm" else ""
            row["appearance"] = "minimal autocomplete" if len(one.choices) > _LONG_LIST else ""
        yield row


def _choices(asked: Mapping[Lang, Sequence[Question]]) -> Iterator[Row]:
    for both in zip(*(asked[lang] for lang in LANGS), strict=True):
        for same in zip(*(question.choices for question in both), strict=True):
            told = {lang: plain_label(choice.label) for lang, choice in zip(LANGS, same, strict=True)}
            yield {"list_name": both[0].name, "name": same[0].value, "label": told}


@cache
def _columns(once: tuple[str, ...], told: tuple[str, ...]) -> tuple[tuple[str, str, Lang | None], ...]:
    """Header, the row's key, and the language, of every column."""
    spoken = tuple((f"{name}::{LANGUAGES[lang]}", name, lang) for name in told for lang in LANGS)
    return (*((name, name, None) for name in once[:2]), *spoken, *((name, name, None) for name in once[2:]))


def _book(survey: Sequence[Row], choices: Sequence[Row], settings: Mapping[str, str]) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "survey"
    _fill(sheet, _columns(_SURVEY, _TOLD), survey)
    _fill(book.create_sheet("choices"), _columns(_CHOICES, ("label",)), choices)
    sheet = book.create_sheet("settings")
    for row in (settings.keys(), settings.values()):
        sheet.append(list(row))
    return book


def _fill(sheet: Worksheet, columns: Sequence[tuple[str, str, Lang | None]], rows: Sequence[Row]) -> None:
    sheet.append([header for header, _, _ in columns])
    for row in rows:
        cells = []
        for _, name, lang in columns:
            value = row.get(name, "")
            cells.append(value if isinstance(value, str) else value[lang] if lang else "")
        sheet.append([cell or None for cell in cells])
