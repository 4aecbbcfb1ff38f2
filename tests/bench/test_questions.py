"""A list of questions: read whatever separates its cells, and every fault told at its place, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from tests.bench.small_site import ACTS

from netral.bench import questions
from netral.bench.questions import Fault, Kind, read_questions
from netral.load.files import MAX_BYTES

HEAD = "lang,question,act\n"
#: A file -> its faults as `line:column kind`.
WRONG: dict[str, tuple[str | bytes, list[str]]] = {
    "empty": ("\n \n", ["1:1 empty"]),
    "latin": (HEAD.encode() + b"id,caf\xe9,foto-bersama\n", ["2:7 no_text"]),
    "workbook": (b"PK\x03\x04\x00\x00", ["1:5 no_text"]),
    "no columns": ("bahasa,tanya,jawab\nid,foto,foto-bersama\n", ["1:1 columns"]),
    "one column less": ("act,lang\nfoto-bersama,id\n", ["1:1 columns"]),
    "a column twice": ("lang,question,act,lang\nid,foto,foto-bersama,id\n", ["1:19 column_twice"]),
    "nothing below": (HEAD, ["1:1 no_rows"]),
    "quote": (HEAD + 'id,"foto\nbareng",foto-bersama\n', ["2:4 quote", "3:1 cells"]),
    "cells": (HEAD + "id,foto, bareng,foto-bersama\nid,spanduk\n", ["2:1 cells", "3:1 cells"]),
    "language": (HEAD + "jv,foto,foto-bersama\n,foto lagi,foto-bersama\n", ["2:1 lang", "3:1 lang"]),
    "question": (HEAD + "id, ,foto-bersama\n", ["2:5 no_question"]),
    "no act": (HEAD + "id,foto,\nid,spanduk, | \n", ["2:9 no_act", "3:13 no_act"]),
    "unknown acts": (HEAD + "id,foto,foto-bersma|terbang\n", ["2:9 act", "2:9 act_guess"]),
    "twice": (HEAD + "id,Foto,foto-bersama\nen,foto,foto-bersama\nid,foto,satpol-pp\n", ["4:4 twice"]),
    "several at once": (
        HEAD + "xx,,terbang\nid,foto,satpol-p\n",
        ["2:1 lang", "2:4 no_question", "2:5 act", "3:9 act_guess"],
    ),
}


def told(faults: list[Fault]) -> list[str]:
    return [f"{fault.place.line}:{fault.place.column} {fault.kind}" for fault in faults]


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "questions.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("name", WRONG)
def test_every_fault_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    text, wanted = WRONG[name]
    _, faults = read_questions(written(tmp_path, text), ACTS)
    assert told(faults) == wanted
    assert {fault.place.file for fault in faults} == {(tmp_path / "questions.csv").as_posix()}


def test_a_file_that_is_too_large_or_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, HEAD)
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert told(read_questions(path, ACTS)[1]) == ["1:1 large"]

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path.write_text(HEAD, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (fault,) = read_questions(path, ACTS)[1]
    assert (fault.kind, fault.values) == ("closed", {"reason": "Permission denied"})


def test_every_kind_of_fault_is_raised_here() -> None:
    raised = {wanted.split()[1] for _, each in WRONG.values() for wanted in each}
    assert raised | {"large", "closed"} == set(get_args(Kind))
    assert set(questions._UNREAD) == {"F002", "F003", "F004", "F005", "F006"}


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_may_stand_in_any_order_beside_others_and_between_any_signs(sign: str, tmp_path: Path) -> None:
    rows = [["Act", "source", "QUESTION", "lang"], ["foto-bersama | satpol-pp", "", "foto, bareng?", "id"]]
    text = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows) + "\r\n\r\n"
    (question,), faults = read_questions(written(tmp_path, b"\xef\xbb\xbf" + text.encode()), ACTS)
    assert faults == []
    assert (question.lang, question.words) == ("id", "foto, bareng?")
    assert question.right == ("foto-bersama", "satpol-pp")
    assert question.place.line == 2
