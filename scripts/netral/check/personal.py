"""Personal data never enter the repository: staff numbers, identity numbers, private e-mail.

They are looked for in every text file of the data and the prose, and in every cell of a workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from netral.load.files import SourceText
from netral.load.workbook import cells_of
from netral.model.place import Place
from netral.personal import Kind, personal_in
from netral.problems import Problem

__all__ = ["check_personal", "check_personal_cells"]

_CODES: Mapping[Kind, str] = {"nip": "X001", "nik": "X002", "email": "X003"}
_CONTACT = re.compile(r"\s*(?:- )?contact:")


def check_personal(source: SourceText) -> Iterator[Problem]:
    """Every staff number, identity number and e-mail address of `source`, without repeating it in the message."""
    for number, line in enumerate(source.text.split("\n"), 1):
        for kind, start, end in personal_in(line):
            if kind != "email" or not _CONTACT.match(line):
                yield Problem(_CODES[kind], Place(source.name, number, start + 1, end - start))


def check_personal_cells(path: Path) -> Iterator[Problem]:
    """The same for every cell of every sheet of a workbook; nothing where the file is none."""
    for cell in cells_of(path, path.as_posix()):
        for problem in check_personal(SourceText(path.as_posix(), cell.text)):
            yield replace(problem, place=cell.place)
