"""The published schemas of the data files hold for every file there is, and refuse what the loader refuses."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.conftest import ROOT

from netral.exports.schemas import schema_files, schema_of
from netral.load.files import SourceText
from netral.load.nodes import AT, read_nodes
from netral.load.records import read_records
from netral.model.dataset import KINDS

URL = "https://netral.example/"
GOOD = ROOT / "tests/good"
FILES = sorted(
    path.relative_to(ROOT)
    for folder in ("data", "data/demo", "tests/good")
    for path in (ROOT / folder).glob("*.yaml")
    if path.stem in KINDS
)
#: A range whose end lies before its beginning (D002) is refused by the loader; a pattern knows nothing of it.
RANGE = "D002"
#: Codes of which a schema sees some at least. The rest is the check's alone: what a name leads to, what law holds, what
#: YAML bends, what stands elsewhere.
SEEN = {"K001", "K002", "K003", "K004", "K005", "B001", "C001", "D001", "D003"}
BAD = sorted(
    path
    for path in (ROOT / "tests/bad").rglob("*.yaml")
    if path.stem in KINDS and path.relative_to(ROOT / "tests/bad").parts[0].split("-")[0][0] in "KBCDPAT"
)


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind, URL))


def plain(value: Any) -> Any:
    """What the loader read, as a program that reads YAML 1.2 has it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != AT}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def read(path: Path) -> Any:
    document, problems = read_nodes(SourceText(path.name, path.read_text(encoding="utf-8")))
    assert problems == []
    return plain(document)


def loads(kind: str, document: Any) -> bool:
    """Does the loader take it? JSON is YAML, and its texts are all in quotes."""
    nodes, problems = read_nodes(SourceText("x.yaml", json.dumps(document, ensure_ascii=False)))
    assert problems == []
    return read_records(KINDS[kind], nodes, "x.yaml")[1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    text = schema_files(URL)[f"schemas/{kind}.json"]
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{URL}schemas/{kind}.json"
    assert schema["description"]
    assert '"@at"' not in text
    for name, part in schema["$defs"].items():
        assert part["additionalProperties"] is False, name
        assert part["description"], name


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_data_file_is_as_its_schema_says(file: Path) -> None:
    found = [error.message for error in validator(file.stem).iter_errors(read(ROOT / file))]
    assert found == []


@pytest.mark.parametrize("file", [file for file in FILES if file.parts[0] == "data"], ids=str)
def test_an_editor_finds_the_schema_of_a_data_file_where_a_build_puts_it(file: Path) -> None:
    first = (ROOT / file).read_text(encoding="utf-8").partition("\n")[0]
    (way,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", first)
    there = (ROOT / file.parent / way).resolve()
    assert there == ROOT.resolve() / "build/id/schemas" / f"{file.stem}.json"


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_schema_and_loader_refuse_the_same_bad_inputs(path: Path) -> None:
    code = path.relative_to(ROOT / "tests/bad").parts[0].split("-")[0]
    nodes, _ = read_nodes(SourceText(path.name, path.read_text(encoding="utf-8")))
    refused = not validator(path.stem).is_valid(plain(nodes))
    told = {problem.code for problem in read_records(KINDS[path.stem], nodes, path.name)[1]} - {RANGE}
    assert told <= SEEN
    assert (code in SEEN) == bool(told)
    # That a month has no 30th day is the one thing that the loader knows of a value and a pattern does not.
    ranged = RANGE in {problem.code for problem in read_records(KINDS[path.stem], nodes, path.name)[1]}
    assert refused == bool(told) or told == {"D001"} or ranged


def test_each_code_that_a_schema_sees_is_seen_in_a_bad_input() -> None:
    seen: set[str] = set()
    for path in BAD:
        nodes, _ = read_nodes(SourceText(path.name, path.read_text(encoding="utf-8")))
        if not validator(path.stem).is_valid(plain(nodes)):
            seen |= {problem.code for problem in read_records(KINDS[path.stem], nodes, path.name)[1]} - {RANGE}
    assert seen == SEEN


WRONG: tuple[Any, ...] = (7, True, None, "", "zzz zzz", [], {}, ["zzz"])


def mutations(value: Any, whole: Any) -> Iterator[Any]:
    """`whole` again and again, each time with one thing in it other than it was."""
    if isinstance(value, dict):
        value["tidak-dikenal"] = 1
        yield whole
        del value["tidak-dikenal"]
        for key in list(value):
            kept = dict(value)
            del value[key]
            yield whole
            for other in WRONG:
                value[key] = other
                yield whole
            value.clear()
            value.update(kept)
            yield from mutations(value[key], whole)
    if isinstance(value, list) and value:
        yield from mutations(value[0], whole)


@pytest.mark.parametrize("kind", [path.stem for path in FILES if path.is_relative_to("tests") and read(ROOT / path)])
def test_schema_and_loader_agree_on_every_mutation(kind: str) -> None:
    record = copy.deepcopy(read(GOOD / f"{kind}.yaml")[:1])
    assert loads(kind, record)
    differ, refused = [], 0
    for mutant in mutations(record, record):
        taken = validator(kind).is_valid(mutant)
        refused += not taken
        if taken != loads(kind, mutant):
            differ.append(json.dumps(mutant, ensure_ascii=False)[:2000])
    assert differ == []
    assert refused > 20
