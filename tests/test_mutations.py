"""Whatever is taken out of the real data, the check misses it, and says where.

Every kind of place in every file is tried, some of each: a claim's sources, a text's translation, a reference, the
record that a reference leads to. The line of each file stays what it was, so the place to be told is known beforehand.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT, TODAY

from netral.check.references import check_references, reference_target
from netral.cli import main
from netral.load import load
from netral.load.files import SourceText
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.base import Record
from netral.model.dataset import KINDS, Dataset, Item
from netral.model.walk import Found, walk
from netral.problems import Problem

#: One worker reads the real data into what the mutations are made from.
pytestmark = pytest.mark.xdist_group("mutations")
DAY = dt.date.fromisoformat(TODAY)
DATA = ROOT / "data"
#: site.yaml makes no claim, names nothing and may be empty, and datapackage.yaml holds no records: tests/bad holds what
#: can be wrong in them.
OTHERS = {"site.yaml", "datapackage.yaml"}
FILES = [path.relative_to(DATA).as_posix() for path in sorted(DATA.rglob("*.yaml")) if path.name not in OTHERS]
#: How many places of one kind are tried.
EACH = 4
OTHER = "-lain"

Node = yaml.Node
Mapping = yaml.MappingNode


@dataclass(frozen=True)
class Mutation:
    """A record's text with something taken out, and what the check should say."""

    file: str
    index: int
    text: str
    code: str
    lines: frozenset[int]
    about: str


@cache
def original() -> Dataset:
    loaded = load(DATA, demo=True)
    assert loaded.problems == ()
    return loaded.dataset


@cache
def text_of(file: str) -> str:
    return (DATA / file).read_text(encoding="utf-8")


@cache
def records_of(file: str) -> tuple[Mapping, ...]:
    """The nodes of a file's records."""
    root = yaml.compose(text_of(file), Loader=yaml.CSafeLoader)
    return tuple(root.value)


def kind_of(file: str) -> str:
    return Path(file).stem


def alone(file: str, index: int) -> str:
    """The text of one record at its own lines, all else blank."""
    nodes = records_of(file)
    lines = text_of(file).split("\n")
    last = nodes[index + 1].start_mark.line if index + 1 < len(nodes) else len(lines)
    first = nodes[index].start_mark.line
    return "\n" * first + "\n".join(lines[first:last])


@dataclass(frozen=True)
class Spot:
    """A key of a mapping somewhere in a record; `shape` is the way to it without the numbers of list items."""

    file: str
    index: int
    shape: str
    parent: Mapping
    key: str


def spots(file: str) -> Iterator[Spot]:
    """Every key of every mapping of a file."""
    for index, node in enumerate(records_of(file)):
        yield from _inside(file, index, node, kind_of(file))


def _inside(file: str, index: int, node: Node, shape: str) -> Iterator[Spot]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _inside(file, index, item, f"{shape}[]")
    if isinstance(node, Mapping):
        for key, value in node.value:
            yield Spot(file, index, f"{shape}.{key.value}", node, key.value)
            yield from _inside(file, index, value, f"{shape}.{key.value}")


def some_of_each_shape(found: list[Spot]) -> list[Spot]:
    shapes: dict[str, list[Spot]] = {}
    for spot in found:
        shapes.setdefault(spot.shape, []).append(spot)
    chance = random.Random(2024)
    return [spot for shape in sorted(shapes) for spot in chance.sample(shapes[shape], min(EACH, len(shapes[shape])))]


def offset(text: str, line: int, column: int) -> int:
    """The place in `text` of a line and column counted from 0."""
    return sum(len(each) + 1 for each in text.split("\n")[:line]) + column


def end_of(node: Node) -> yaml.Mark:
    """Where a value ends. The parser lets a list or mapping of the block style end only where the next key begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
    return node.end_mark


def cut(text: str, start: yaml.Mark, end: yaml.Mark, instead: str = "") -> str:
    """`text` without what stands between two marks; lines stay where they were."""
    first, last = offset(text, start.line, start.column), offset(text, end.line, end.column)
    return text[:first] + instead + "\n" * text.count("\n", first, last) + text[last:]


def without(spot: Spot) -> tuple[str, int]:
    """A record without one key, and the line where its mapping begins then."""
    pairs = spot.parent.value
    number = next(n for n, (key, _) in enumerate(pairs) if key.value == spot.key)
    key, value = pairs[number]
    assert len(pairs) > 1, spot
    start, end = key.start_mark, end_of(value)
    flow = spot.parent.flow_style
    if flow and number + 1 < len(pairs):
        end = pairs[number + 1][0].start_mark
    elif flow:
        start = pairs[number - 1][1].end_mark
    rest = [other for other, _ in pairs if other.value != spot.key]
    line = spot.parent.start_mark.line if flow else rest[0].start_mark.line
    return cut(alone(spot.file, spot.index), start, end), line + 1


def emptied(spot: Spot) -> tuple[str, int]:
    """A record with `[]` instead of the list under one key, and the key's line."""
    key, value = next((key, value) for key, value in spot.parent.value if key.value == spot.key)
    text = alone(spot.file, spot.index)
    return cut(text, key.start_mark, end_of(value), f"{spot.key}: []"), key.start_mark.line + 1


def is_text(node: Mapping) -> bool:
    return {key.value for key, _ in node.value} == {"id", "en"}


def told(mutation: Mutation) -> list[Problem]:
    """What load says of the mutated record and, where it can be read, the check of the data with it in its place."""
    kind, name = kind_of(mutation.file), (DATA / mutation.file).as_posix()
    document, problems = read_nodes(SourceText(name, mutation.text))
    records, more = read_records(KINDS[kind], document, name) if document else ((), [])
    problems = [*problems, *more]
    if not more:
        problems += check_references(mutated(mutation, records), DAY)
    return problems


def mutated(mutation: Mutation, records: tuple[Record, ...]) -> Dataset:
    """The dataset with `records` in the place of the record that was mutated."""
    dataset, kind = original(), kind_of(mutation.file)
    line = records_of(mutation.file)[mutation.index].start_mark.line + 1
    file = (DATA / mutation.file).as_posix()
    own = next(i for i in dataset.of_kind(kind) if (i.at.own.file, i.at.own.line) == (file, line))
    changed: list[Item | Record] = []
    for item in dataset.of_kind(kind):
        changed += list(records) if item is own else [item]
    made_up = dataset.made_up | ({r.id for r in records} if own.id in dataset.made_up else set())  # type: ignore[attr-defined]
    return replace(dataset, **{kind: tuple(changed)}, made_up=made_up)


def wrong(mutation: Mutation) -> str | None:
    """How what was told differs from what should be; None where it does not."""
    file = (DATA / mutation.file).as_posix()
    found = told(mutation)
    lines = {(p.place.file, p.place.line) for p in found if p.code == mutation.code}
    wanted = {(file, line) for line in mutation.lines}
    if lines == wanted:
        return None
    return f"{mutation.about}: {sorted(wanted)}, not {[(p.code, str(p.place)) for p in found]}"


Removal = Callable[[Spot], tuple[str, int]]


def removals(file: str, code: str, remove: Removal, chosen: Callable[[Spot], bool]) -> list[Mutation]:
    found = []
    for spot in some_of_each_shape([spot for spot in spots(file) if chosen(spot)]):
        text, line = remove(spot)
        found.append(Mutation(file, spot.index, text, code, frozenset({line}), spot.shape))
    return found


def names_sources(spot: Spot) -> bool:
    return spot.key.endswith("sources")


def is_language(spot: Spot) -> bool:
    return is_text(spot.parent)


WITHOUT_CLAIMS = {"sources.yaml", "demo/sources.yaml", "disclosure.yaml", "unrecorded.yaml"}


@pytest.mark.parametrize("remove", [without, emptied])
@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CLAIMS])
def test_a_claim_without_its_sources_is_told(file: str, remove: Removal) -> None:
    tried = removals(file, "C001", remove, names_sources)
    assert len({mutation.about for mutation in tried}) >= 1
    assert [fault for mutation in tried if (fault := wrong(mutation))] == []


@pytest.mark.parametrize("file", FILES)
def test_a_text_without_one_of_its_languages_is_told(file: str) -> None:
    tried = removals(file, "B001", without, is_language)
    assert {mutation.about.rsplit(".", 1)[1] for mutation in tried} == {"id", "en"}
    assert [fault for mutation in tried if (fault := wrong(mutation))] == []


@cache
def references() -> list[tuple[str, str, Item, Found]]:
    """Every reference of the data: what it names, the name, the record it is in, its place."""
    return [
        (target, found.value, item, found)
        for _, item in original()
        for found in walk(item)
        if (target := reference_target(found)) is not None and isinstance(found.value, str)
    ]


def place_of(item: Item) -> tuple[str, int]:
    """The file of a record and its number there."""
    file = Path(item.at.own.file).relative_to(DATA).as_posix()
    index = next(n for n, node in enumerate(records_of(file)) if node.start_mark.line + 1 == item.at.own.line)
    return file, index


def renamed(text: str, line: int, old: str) -> str:
    """`text` with the name `old` made another on one line (counted from 1)."""
    lines = text.split("\n")
    pattern = rf"(?<![\w/-]){re.escape(old)}(?![\w/-])"
    lines[line - 1], count = re.subn(pattern, old + OTHER, lines[line - 1], count=1)
    assert count == 1, (lines[line - 1], old)
    return "\n".join(lines)


@cache
def broken_references() -> list[Mutation]:
    """Some references of each sort in each file, made to lead nowhere."""
    by_shape: dict[tuple[str, str, str], list[tuple[Item, Found]]] = {}
    for target, _, item, found in references():
        file, _ = place_of(item)
        by_shape.setdefault((file, type(found.holder).__name__ + "." + found.key, target), []).append((item, found))
    chance = random.Random(2024)
    tried = []
    for (file, shape, _), places in sorted(by_shape.items()):
        for item, found in chance.sample(places, min(EACH, len(places))):
            index = place_of(item)[1]
            text = renamed(alone(file, index), found.place.line, found.value)
            tried.append(Mutation(file, index, text, "K007", frozenset({found.place.line}), f"{shape} {found.value}"))
    return tried


@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CLAIMS])
def test_a_reference_to_nothing_is_told(file: str) -> None:
    tried = [mutation for mutation in broken_references() if mutation.file == file]
    assert tried
    assert [fault for mutation in tried if (fault := wrong(mutation))] == []


#: References that a record may be without: what is silent about them says nothing wrong.
OPTIONAL = {
    "acts.rows[].history",
    "acts.rows[].leads",
    "acts.see_also",
    "acts.stated_by",
    "channels.agency",
    "channels.history",
    "channels.replaced_by",
    "channels.then[].history",
    "regulations.local_to",
    "regulations.provisions[].amended_by",
    "regulations.provisions[].kept_by",
    "regulations.provisions[].replaced_by",
    "sanctions.agency",
    "sanctions.chain.appeal[].see",
    "sanctions.chain.limits[].bodies",
    "sanctions.chain.objection[].see",
    "sanctions.follows",
    "sanctions.led_by",
    "sanctions.levels[].led_by",
    "sanctions.levels[].rungs[].led_by",
}


def test_a_reference_that_is_forgotten_is_told() -> None:
    """The keys that name other records must be written out, be it as `[]` or null."""
    names = {found.key for _, _, _, found in references() if not found.key.endswith("sources")} - {"sources"}
    faults, tried = [], set()
    for file in FILES:
        chosen = removals(file, "K002", without, lambda spot: spot.key in names and spot.shape not in OPTIONAL)
        faults += [fault for mutation in chosen if (fault := wrong(mutation))]
        tried |= {mutation.about for mutation in chosen}
    assert faults == []
    assert len(tried) >= 15
    assert {shape.rsplit(".", 1)[1] for shape in tried | OPTIONAL} == names


#: kind of record -> what references call it, and what they call the records inside it.
CALLED = {
    "sources": ("sources",),
    "regulations": ("law", "regulations"),
    "sanctions": ("sanction", "sanctions"),
    "acts": ("acts",),
    "pacts": ("pacts",),
    "elections": ("elections",),
    "channels": ("channels",),
    "agencies": ("agencies", "statements"),
}


@cache
def targets() -> dict[tuple[str, str], list[tuple[str, Item, Record]]]:
    """(kind, depth) -> reference, top record and record of everything that some reference leads to."""
    named: dict[str, set[str]] = {}
    for target, value, _, _ in references():
        named.setdefault(target, set()).add(value)
    found: dict[tuple[str, str], list[tuple[str, Item, Record]]] = {}
    for kind, item in original():
        known = set().union(*(named.get(target, set()) for target in CALLED.get(kind, ())))
        for reference, record in _named_inside(item):
            if any(value == reference or value.startswith(f"{reference}/") for value in known):
                found.setdefault((kind, "/" * reference.count("/")), []).append((reference, item, record))
    return found


def _named_inside(item: Item) -> Iterator[tuple[str, Record]]:
    yield item.id, item
    for part in (*getattr(item, "provisions", ()), *getattr(item, "statements", ()), *getattr(item, "levels", ())):
        yield f"{item.id}/{part.id}", part
        for rung in getattr(part, "rungs", ()):
            yield f"{item.id}/{part.id}/{rung.id}", rung


#: A record, a part of it, a part of that.
DEPTHS = [
    *((kind, "") for kind in sorted(CALLED)),
    *((kind, "/") for kind in ("agencies", "regulations", "sanctions")),
    ("sanctions", "//"),
]


def left_dangling(kind: str, reference: str, *, but: Item | None = None) -> set[tuple[str, int]]:
    """File and line of every reference to a record or to a part of it; with `but` not those inside that record."""
    return {
        (found.place.file, found.place.line)
        for target, value, item, found in references()
        if target in CALLED[kind] and (value == reference or value.startswith(f"{reference}/")) and item is not but
    }


def dangling_faults(found: list[Problem], wanted: set[tuple[str, int]], reference: str) -> list[str]:
    lines = {(p.place.file, p.place.line) for p in found if p.code == "K007"}
    return [] if lines == wanted else [f"{reference}: {sorted(lines ^ wanted)}"]


def test_every_depth_of_reference_is_tried() -> None:
    assert set(targets()) == set(DEPTHS)


@pytest.mark.parametrize(("kind", "depth"), DEPTHS)
def test_references_to_a_record_of_another_name_are_told(kind: str, depth: str) -> None:
    faults = []
    choices = targets()[kind, depth]
    for reference, item, record in random.Random(2024).sample(choices, min(EACH, len(choices))):
        file, index = place_of(item)
        old = reference.rsplit("/", 1)[-1]
        line = record.at.value("id").line
        mutation = Mutation(file, index, renamed(alone(file, index), line, old), "K007", frozenset(), reference)
        wanted = left_dangling(kind, reference)
        assert wanted
        faults += dangling_faults(told(mutation), wanted, reference)
    assert faults == []


@pytest.mark.parametrize("kind", sorted(CALLED))
def test_references_to_a_record_that_is_gone_are_told(kind: str) -> None:
    faults = []
    choices = targets()[kind, ""]
    for reference, item, _ in random.Random(2023).sample(choices, min(EACH, len(choices))):
        file, index = place_of(item)
        mutation = Mutation(file, index, "", "K007", frozenset(), reference)
        found = list(check_references(mutated(mutation, ()), DAY))
        faults += dangling_faults(found, left_dangling(kind, reference, but=item), reference)
    assert faults == []


def test_a_field_that_its_pact_does_not_have_is_told() -> None:
    """A round names the blanks that its agency's source names, by the pact's ids for them."""
    named = {(r.pact, name) for a in original().agencies for r in a.rounds for name in r.fields}
    assert len(named) >= 4
    faults = []
    for pact in original().pacts:
        for blank in pact.fields:
            file, index = place_of(pact)
            text = renamed(alone(file, index), blank.at.value("id").line, blank.id)
            wanted = {
                (r.at.item("fields", n).file, r.at.item("fields", n).line)
                for a in original().agencies
                for r in a.rounds
                for n, name in enumerate(r.fields)
                if (r.pact, name) == (pact.id, blank.id)
            }
            mutation = Mutation(file, index, text, "K007", frozenset(), blank.id)
            faults += dangling_faults(told(mutation), wanted, f"{pact.id}/{blank.id}")
    assert faults == []


#: One sort of removal for each file, for the command itself: it reads and checks everything, which takes a while.
BY_COMMAND = [
    ("acts.yaml", "C001"),
    ("agencies.yaml", "K007"),
    ("channels.yaml", "B001"),
    ("disclosure.yaml", "B001"),
    ("elections.yaml", "C001"),
    ("pacts.yaml", "K007"),
    ("regulations.yaml", "C001"),
    ("sanctions.yaml", "K007"),
    ("sources.yaml", "B001"),
    ("unrecorded.yaml", "B001"),
]


@pytest.mark.parametrize(("file", "code"), BY_COMMAND)
def test_the_command_tells_the_same(
    file: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`netral check` with the mutated file in the place of the real one: exit 1, file, line, and how to mend it."""
    monkeypatch.chdir(ROOT)
    tried = {
        "B001": lambda: removals(file, "B001", without, is_language),
        "C001": lambda: removals(file, "C001", without, names_sources),
        "K007": lambda: [m for m in broken_references() if m.file == file],
    }
    mutation = random.Random(file).choice(tried[code]())
    lines = text_of(mutation.file).split("\n")
    changed = mutation.text.split("\n")
    first = records_of(mutation.file)[mutation.index].start_mark.line
    lines[first : len(changed)] = changed[first:]
    draft = tmp_path / file
    draft.write_text("\n".join(lines), encoding="utf-8")
    assert main(["check", str(draft), "--as-of", TODAY, "--format", "json"]) == 1
    items = json.loads(capsys.readouterr().out)
    places = [(item["file"], item["line"], item["code"]) for item in items]
    assert places == [(draft.as_posix(), line, code) for line in mutation.lines]
    assert all(item["fix"]["id"].strip() and item["fix"]["en"].strip() for item in items)


def test_enough_was_tried() -> None:
    assert {file for file, _ in BY_COMMAND} == {file for file in FILES if "/" not in file}
    claims = [m for f in FILES if f not in WITHOUT_CLAIMS for m in removals(f, "C001", without, names_sources)]
    languages = [m for f in FILES for m in removals(f, "B001", without, is_language)]
    names = sum(min(EACH, len(found)) for found in targets().values())
    assert len(claims) >= 60
    assert len(languages) >= 120
    assert len(broken_references()) >= 60
    assert names >= 40
    assert {m.file for m in (*claims, *languages)} == set(FILES)
