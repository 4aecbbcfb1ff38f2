"""A round and its pact -> the questions of its form, in one language: the same on the web page and in the XLSForm.

The names of the questions are the columns of what the form collects; `providers/pakta.yaml` reads them again. What is
fixed (agency, pact version) is never typed. A number is asked for although no pact has it, to count each person once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from netral.blanks import USUAL
from netral.catalogue import Labels, labels
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.problems import Lang
from netral.versions import PactText

__all__ = ["NO", "YES", "Choice", "Kind", "Question", "questions"]

#: text: typed; choice: one of `choices`; fixed: shown, and sent as it stands; confirm: only the answer YES can be sent.
Kind = Literal["text", "choice", "fixed", "confirm"]
YES, NO = "ya", "tidak"

#: Who has a staff number.
_NUMBERED = frozenset({"pns", "cpns", "pppk", "pppk-paruh-waktu", "kepala-unit", "pejabat-asn", "asn-calon"})
#: Something to read, and not blanks alone.
_WORDS = r".*\S.*"
#: Birth, appointment (PNS: a month; PPPK: a count of 21 or more), sex; the serial follows. Days are roughly judged.
_BORN = "(19|20)[0-9][0-9](0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
_APPOINTED = "(19|20)[0-9][0-9](0[1-9]|1[0-2]|2[1-9]|[3-9][0-9])"
_REAL_SERIAL = "(?!000)"
_AUTOCOMPLETE = {"nama": "name", "jabatan": "organization-title"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be chosen: what is sent, and what people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form, in one language."""

    #: The column of the answers: letters and underscores.
    name: str
    kind: Kind
    label: str
    hint: str = ""
    #: What is said where nothing was answered; empty = it may stay unanswered.
    required: str = ""
    #: What the whole answer must match, without ^ and $: the same for HTML's `pattern` and ODK's `regex()`.
    pattern: str = ""
    #: What is said of an answer that does not match.
    wrong: str = ""
    choices: tuple[Choice, ...] = ()
    #: The answer of a `fixed` question: the same in both languages.
    value: str = ""
    #: HTML's `autocomplete`: `off` where the browser must not remember the answer.
    autocomplete: str = "off"
    #: Are digits typed, so that a phone should show them first?
    digits: bool = False


def questions(dataset: Dataset, agency: Agency, round_: Round, text: PactText, lang: Lang) -> tuple[Question, ...]:
    """The questions in their order. `text` is what is signed (see `signable`)."""
    say = labels(lang)
    found = [_field(dataset, agency, text, field, say) for field in round_.fields or USUAL if field != "nip"]
    found.append(_number(dataset, agency, round_, say))
    return (*found, _version(text, say), _agreement(say))


def _field(dataset: Dataset, agency: Agency, text: PactText, field: str, say: Labels) -> Question:
    name = field.replace("-", "_")
    if field == "instansi":
        # The name as it is in Indonesian, whichever language the form is read in: it is what the answers hold.
        return Question(name, "fixed", say("signing_form.label.instansi"), value=agency.name.id)
    if field == "unit-kerja":
        return _unit(dataset, agency, say)
    if field in USUAL:
        label, hint = say(f"signing_form.label.{name}"), say(f"signing_form.hint.{name}")
        required = say(f"signing_form.required.{name}")
    else:
        asked = next((f.name for f in text.pact.fields if f.id == field), None)
        label, hint = getattr(asked, say.lang) if asked else field, ""
        required = say("signing_form.required_other", label=label)
    autocomplete = _AUTOCOMPLETE.get(name, "off")
    return Question(name, "text", label, hint, required, _WORDS, required, autocomplete=autocomplete)


def _unit(dataset: Dataset, agency: Agency, say: Labels) -> Question:
    label = say("signing_form.label.unit_kerja")
    units = [unit for unit in dataset.units if unit.agency == agency.id] if agency.units else []
    if units:
        required, hint = say("signing_form.choose_unit"), say("signing_form.choose_unit_hint")
        choices = tuple(Choice(unit.id, getattr(unit.name, say.lang)) for unit in units)
        return Question("unit_kerja", "choice", label, hint, required, choices=choices)
    required, hint = say("signing_form.required.unit_kerja"), say("signing_form.hint.unit_kerja")
    return Question("unit_kerja", "text", label, hint, required, _WORDS, required)


def _number(dataset: Dataset, agency: Agency, round_: Round, say: Labels) -> Question:
    who = {*round_.must_sign, *(round_.form.may_sign if round_.form else ())}
    everybody = who <= _NUMBERED
    hint = say("signing_form.hint.nip")
    return Question(
        "nip",
        "text",
        say("signing_form.label.nip"),
        hint if everybody else f"{hint} {say('signing_form.no_number')}",
        say("signing_form.required.nip") if everybody else "",
        _number_pattern(made_up=dataset.is_made_up(agency)),
        say("signing_form.wrong_number"),
        digits=True,
    )


def _number_pattern(*, made_up: bool) -> str:
    """18 digits of the staff number of a PNS or a PPPK, with blanks and dots wherever people put them.

    Nobody has the serial 000; only the people of a made-up agency do.
    """
    serial = ("" if made_up else _REAL_SERIAL) + "[0-9][0-9][0-9]"
    return " *" + re.sub(r"\[[0-9-]+\]|[0-9]", r"\g<0>[ .]*", f"{_BORN}{_APPOINTED}[12]{serial}")


def _version(text: PactText, say: Labels) -> Question:
    return Question("versi_pakta", "fixed", say("signing_form.label.versi_pakta"), value=text.mark)


def _agreement(say: Labels) -> Question:
    return Question(
        "persetujuan",
        "confirm",
        say("signing_form.label.persetujuan"),
        say("signing_form.hint.persetujuan"),
        say("signing_form.required.persetujuan"),
        YES,
        say("signing_form.refused"),
        (Choice(YES, say("signing_form.yes")), Choice(NO, say("signing_form.no"))),
    )
