"""Act x person x stage -> the answer in one word, drawn from the answers of a day.

Pure: answers in, a word out, and None where no answer speaks of that person at that stage; nothing is guessed from
other people's answers. But whoever is something besides being staff (a head of unit, a candidate's spouse) is bound as
staff too: `ALSO` names what they may be, and the answers for those count beside their own. Where these disagree, the
word is that it depends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from netral.model.act import Answer, Verdict
from netral.model.base import Stage, Who
from netral.pages.answers import STAGES, depends_on, spoken_of

__all__ = ["ALSO", "WORDS", "Found", "Word", "coded", "find", "people_of"]

#: A verdict, or what it depends on: who one is, the stage, both, or the case, where one person has several answers.
Word = Verdict | Literal["who", "stage", "both", "case"]
#: In the order in which a page shows them.
WORDS: tuple[Word, ...] = ("tidak", "wajib", "bersyarat", "boleh", "stage", "who", "both", "case", "belum-pasti")
#: What these people are besides, by the names that the data give them ("ASN yang suami atau istrinya calon"). Of the
#: Satpol PP the data say that the rules follow each officer's status.
ALSO: Mapping[Who, tuple[Who, ...]] = {
    "kepala-unit": ("pns", "pppk"),
    "pejabat-asn": ("pns", "pppk"),
    "suami-istri-calon": ("pns", "pppk"),
    "asn-calon": ("pns", "pppk"),
    "satpol-pp": ("pns", "pppk", "non-asn"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The word, the id of the first answer it rests on, and the one stage spoken of, if all were asked for."""

    word: Word
    answer: str
    only: Stage | None = None


def find(current: Sequence[Answer], who: Who | None, stage: Stage = "semua") -> Found | None:
    """What the answers `current` come to for `who` (None: for most readers) at `stage` (`semua`: at any).

    None where there is no answer for them.
    """
    asked = [answer for answer in _for(current, who) if answer.stage in {stage, "semua"} or stage == "semua"]
    if not asked:
        return None
    stages = {answer.stage for answer in asked}
    only = next(iter(stages)) if stage == "semua" and len(stages) == 1 else "semua"
    return Found(_word(asked, who, stage), asked[0].id, None if only == "semua" else only)


def _for(current: Sequence[Answer], who: Who | None) -> list[Answer]:
    if who is None:
        return spoken_of(current)
    own = [answer for answer in current if who in answer.who]
    return own + [a for a in current if a not in own and set(ALSO.get(who, ())) & set(a.who)]


def _word(asked: Sequence[Answer], who: Who | None, stage: Stage) -> Word:
    verdicts = {answer.verdict for answer in asked}
    if len(verdicts) == 1:
        return next(iter(verdicts))
    several = who is None or who in ALSO
    if stage != "semua":
        return "who" if several and depends_on(asked) == "who" else "case"
    if several:
        return depends_on(asked)
    both: tuple[Stage, ...] = ("bakal-calon", "calon")
    at_each = ({answer.verdict for answer in asked if answer.stage in {each, "semua"}} for each in both)
    return "stage" if all(len(each) <= 1 for each in at_each) else "case"


def people_of(answers: Iterable[Answer]) -> tuple[Who, ...]:
    """The people that `answers` speak of, in the order of the model."""
    named = {who for answer in answers for who in answer.who}
    return tuple(who for who in get_args(Who) if who in named)


def coded(current: Sequence[Answer], people: Sequence[Who]) -> str:
    """All that `find` says of one act, for the script of the finder.

    `pns,cpns=tidak@ID tidak@ID tidak@ID`, parted by `;`: people, then their word and answer at each of STAGES, `-`
    where there is none. `semua` stands for None; people without any answer are left out.
    """
    same: dict[str, list[str]] = {}
    for who in (None, *people):
        cells = [find(current, who, stage) for stage in STAGES]
        if any(cells):
            text = " ".join(f"{cell.word}@{cell.answer}" if cell else "-" for cell in cells)
            same.setdefault(text, []).append(who or "semua")
    return ";".join(f"{','.join(names)}={text}" for text, names in same.items())
