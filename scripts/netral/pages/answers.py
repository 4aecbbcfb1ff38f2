"""The answer of an act's page in one word and one sentence, and the table of who and when, drawn from its answers.

Pure: records in, words out. An answer that holds for one person or stage only is never said of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from netral.catalogue import Labels
from netral.model.act import Answer, Verdict
from netral.model.base import Stage, Who
from netral.problems import Lang

__all__ = [
    "CORE",
    "Depends",
    "Matrix",
    "Summary",
    "depends_on",
    "matrix_of",
    "sentence_of",
    "short_people",
    "spoken_of",
    "summarize",
]

#: Those most readers are; where an act speaks of them, the one word is theirs and not that of candidates or soldiers.
CORE: frozenset[Who] = frozenset({"pns", "cpns", "pppk", "pppk-paruh-waktu"})
STAGES: tuple[Stage, ...] = ("bakal-calon", "calon", "semua")
#: What answers that disagree depend on.
Depends = Literal["who", "stage", "both"]


@dataclass(frozen=True, slots=True)
class Summary:
    """`verdict` is a verdict or `tergantung`; `word` and `fact` say it to people."""

    verdict: str
    word: str
    fact: str
    #: The verdict where there is one for all; None where it depends.
    single: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """A row per group of people, a cell per stage, in each the answers that hold there.

    Where no group has both answers of a stage and answers of all, those of all are one cell over the stages.
    """

    stages: tuple[Stage, ...]
    rows: tuple[tuple[str, tuple[tuple[Answer, ...], ...]], ...]


def summarize(current: Sequence[Answer], say: Labels, lang: Lang) -> Summary | None:
    """What the answers of today come to; None where there is none."""
    own = spoken_of(current)
    if not own:
        return None
    verdicts = list(dict.fromkeys(answer.verdict for answer in own))
    first = own[0]
    if len(verdicts) == 1:
        word = say(f"verdict.{_key(first.verdict)}")
        if len(own) == 1:
            sentence = sentence_of(first, say, lang)
            return Summary(first.verdict, word, sentence[:1].upper() + sentence[1:], first.verdict)
        who = short_people([w for answer in own for w in answer.who], say)
        fact = say("acts.same_for", who=who, stage=_stages([answer.stage for answer in own], say))
        return Summary(first.verdict, word, fact, first.verdict)
    dimension = depends_on(own)
    parts = []
    for verdict in verdicts:
        members = [answer for answer in own if answer.verdict == verdict]
        who = short_people([w for answer in members for w in answer.who], say)
        stage = _stages([answer.stage for answer in members], say)
        parts.append(
            say(
                "acts.part",
                verdict=say(f"verdict.{_key(verdict)}"),
                what=who if dimension == "who" else f"{who} {stage}",
            )
        )
    return Summary("tergantung", say(f"acts.depends.{dimension}"), " ".join(parts))


def spoken_of(current: Sequence[Answer]) -> list[Answer]:
    """The answers that the one word of an act is about: those for most readers, or all where there is none."""
    return [answer for answer in current if CORE & set(answer.who)] or list(current)


def depends_on(answers: Sequence[Answer]) -> Depends:
    """What the verdict of `answers` that disagree depends on; on people, where that alone tells it."""
    by_who = all(len({a.verdict for a in answers if a.who == answer.who}) == 1 for answer in answers)
    by_stage = all(len({a.verdict for a in answers if a.stage == answer.stage}) == 1 for answer in answers)
    return "who" if by_who else "stage" if by_stage else "both"


def matrix_of(current: Sequence[Answer], say: Labels) -> Matrix | None:
    """The table of all answers of today; None where there is only one."""
    if len(current) < 2:  # noqa: PLR2004 (one answer needs no table)
        return None
    stages = tuple(stage for stage in STAGES if any(answer.stage == stage for answer in current))
    groups = list(dict.fromkeys(answer.who for answer in current))
    rows = tuple(
        (
            short_people(who, say),
            tuple(tuple(a for a in current if a.who == who and a.stage == stage) for stage in stages),
        )
        for who in groups
    )
    apart = all(not (cells[-1] and any(cells[:-1])) for _, cells in rows)
    if stages == STAGES and apart:
        # Nobody has answers of both kinds: a column for all stages would only be full of dashes.
        own = ((who, (cells[-1],) if cells[-1] else cells[:-1]) for who, cells in rows)
        return Matrix(stages[:-1], tuple(own))
    return Matrix(stages, rows)


def short_people(who: Sequence[Who], say: Labels) -> str:
    """Their names in one phrase, each once, without the remarks in brackets: `PNS, CPNS dan PPPK`."""
    names = [say(f"who.{_key(w)}").split(" (")[0] for w in dict.fromkeys(who)]
    if len(names) == 1:
        return names[0]
    return say("acts.and", first=", ".join(names[:-1]), last=names[-1])


def _stages(stages: Sequence[Stage], say: Labels) -> str:
    found = set(stages)
    key = "semua" if "semua" in found else "both" if len(found) > 1 else next(iter(found))
    return say(f"stage_when.{_key(key)}")


def _key(value: str) -> str:
    return value.replace("-", "_")


def sentence_of(answer: Answer, say: Labels, lang: Lang) -> str:
    """An answer's sentence without the verdict at its beginning, which pages show as a word of its own."""
    sentence: str = getattr(answer.say, lang)
    rest = sentence.removeprefix(say(f"verdict.{_key(answer.verdict)}"))
    return rest.lstrip(".,: ") if rest[:1] in {".", ",", ":", " "} else sentence
