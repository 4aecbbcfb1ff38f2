"""A CSV of `lang,question,act` to questions, with everything that is wrong in it at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from netral.catalogue import LANGS
from netral.load.cells import Cell, read_cells
from netral.load.files import read_source
from netral.load.records import nearest
from netral.model.place import Place
from netral.problems import Lang, quotable

__all__ = ["COLUMNS", "Fault", "Kind", "Question", "read_questions"]

#: The columns that must be there. Others may stand beside them, in any order.
COLUMNS = ("lang", "question", "act")
#: What stands between several acts of which each is right.
OR = "|"
#: What may be wrong: the file, its first row, a row, or a cell.
Kind = Literal[
    "empty", "no_text", "large", "closed", "quote", "columns", "column_twice", "no_rows", "cells",
    "lang", "no_question", "no_act", "act", "act_guess", "twice",
]  # fmt: skip
#: What keeps a file from being read as text -> what is told of it.
_UNREAD: Mapping[str, Kind] = {"F002": "empty", "F003": "no_text", "F004": "no_text", "F005": "large", "F006": "closed"}


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, in which language, and the ids of the acts of which any is a right answer."""

    lang: Lang
    words: str
    right: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place. `kind` names its sentence and its mend in the catalogue, `values` fill them."""

    place: Place
    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)


def read_questions(path: Path, acts: Collection[str]) -> tuple[list[Question], list[Fault]]:
    """The questions of the CSV at `path`, and its faults in the order of their places.

    `acts` are the ids that there are. Cells may be separated by commas, semicolons or tabs.
    """
    source, problems = read_source(path, path.as_posix())
    if source is None:
        (why,) = problems
        return [], [Fault(why.place, _UNREAD[why.code], why.values)]
    grid, problems = read_cells(source)
    faults = [Fault(problem.place, "quote") for problem in problems if problem.code == "W001"]
    columns = {cell.text.lower(): index for index, cell in reversed(list(enumerate(grid.header)))}
    start = grid.header[0].place if grid.header else Place(source.name)
    head = list(_header(grid.header, columns, start))
    if head:
        return [], _in_order([*faults, *head])
    questions: list[Question] = []
    for row in grid.rows:
        if len(row) != len(grid.header):
            values = {"cells": str(len(row)), "wanted": str(len(grid.header))}
            faults.append(Fault(row[0].place, "cells", values))
            continue
        lang, words, act = (row[columns[name]] for name in COLUMNS)
        wrong = list(_row(lang, words, act, acts))
        faults += wrong
        if not wrong:
            known: Lang = "en" if lang.text == "en" else "id"
            questions.append(Question(known, words.text, _ids(act), words.place))
    if not grid.rows and not faults:
        faults.append(Fault(start, "no_rows"))
    return questions, _in_order([*faults, *_twice(questions)])


def _header(header: Sequence[Cell], columns: Mapping[str, int], start: Place) -> Iterator[Fault]:
    for index, cell in enumerate(header):
        name = cell.text.lower()
        if name in COLUMNS and columns[name] != index:
            yield Fault(cell.place, "column_twice", {"column": name})
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        yield Fault(start, "columns", {"columns": ", ".join(missing), "header": ",".join(COLUMNS)})


def _row(lang: Cell, words: Cell, act: Cell, acts: Collection[str]) -> Iterator[Fault]:
    if lang.text not in LANGS:
        yield Fault(lang.place, "lang", {"value": quotable(lang.text)})
    if not words.text:
        yield Fault(words.place, "no_question")
    ids = _ids(act)
    if not ids:
        yield Fault(act.place, "no_act", {"some": min(acts, default="")})
    for name in ids:
        if name not in acts:
            guess = nearest(name, frozenset(acts))
            values = {"value": quotable(name), "guess": guess or "", "known": ", ".join(sorted(acts))}
            yield Fault(act.place, "act_guess" if guess else "act", values)


def _twice(questions: Sequence[Question]) -> Iterator[Fault]:
    first: dict[tuple[str, str], Question] = {}
    for question in questions:
        other = first.setdefault((question.lang, question.words.casefold()), question)
        if other is not question:
            yield Fault(question.place, "twice", {"first": str(other.place)})


def _ids(act: Cell) -> tuple[str, ...]:
    return tuple(name for part in act.text.split(OR) if (name := part.strip()))


def _in_order(faults: list[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.place, fault.kind))
