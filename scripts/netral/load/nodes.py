"""YAML text -> plain values that know their places.

Mappings become dicts with an `At` under the key `@at`, sequences become tuples. Built from parser events with a
stack of our own: no recursion, so no depth of nesting can bring it down, and no alias is ever followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from netral.load.files import INVISIBLE, SourceText
from netral.load.scalars import BENT, plain_value
from netral.model.place import At, Place
from netral.problems import Problem
from netral.yaml_loader import LOADER

__all__ = ["AT", "Items", "read_nodes"]

#: The key under which a mapping's places travel; `_take_key` lets no file use it.
AT = "@at"
MAX_DEPTH = 40
#: Parts of the parser's own words -> the catalogue's variant of Y001.
_SYNTAX = (
    ("mapping values are not allowed", "colon"),
    ("unexpected end of stream", "quote"),
    ("expected ':'", "no-colon"),
    ("expected key", "indent"),
    ("sequence entries are not allowed", "dash"),
    ("document start>", "indent"),
    ("expected '-' indicator", "indent"),
    ("expected <block end>", "indent"),
    ("cannot start any token", "character"),
    ("unknown escape character", "escape"),
    ("hexdecimal number", "escape"),  # libyaml's spelling: "C:\\Users" in double quotes
    ("hexadecimal numbers", "escape"),
    ("character escape code", "escape"),
    ("expected ',' or ']'", "bracket"),
    ("expected ',' or '}'", "bracket"),
    ("node content", "bracket"),
)
#: Variants whose fault lies where the parser began to read, not where it gave up.
_AT_START = frozenset({"quote", "no-colon", "bracket"})


class Items(tuple[Any, ...]):  # noqa: SLOT001 (slots of a tuple can hold nothing)
    """A list that knows the places of its items."""

    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class _Frame:
    place: Place
    mapping: bool
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, Place] = field(default_factory=dict)
    items: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    key: str | None = None
    sequence: list[Any] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def read_nodes(source: SourceText) -> tuple[Any, list[Problem]]:
    """The document of `source` as plain values, and every problem of its writing.

    A document that cannot be read at all comes back as None with at least one problem.
    """
    problems: list[Problem] = []
    try:
        document = _build(source, problems)
    except (yaml.YAMLError, OverflowError, ValueError) as error:  # the last two: PyYAML without libyaml, at "\\U…"
        return None, [*problems, _syntax_problem(source, error)]
    except _Unreadable as stop:
        return None, [*problems, stop.problem]
    return document, problems


class _Unreadable(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _build(source: SourceText, problems: list[Problem]) -> Any:
    stack: list[_Frame] = []
    documents: list[Any] = []
    for event in yaml.parse(source.text, Loader=LOADER):
        place = _place(source.name, event)
        if isinstance(event, yaml.AliasEvent):
            raise _Unreadable(Problem("Y005", place, {"name": event.anchor or ""}))
        if isinstance(event, yaml.DocumentStartEvent) and documents:
            raise _Unreadable(Problem("Y001", place, {"detail": "---"}, "documents"))
        if isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            if event.tag is not None:
                problems.append(Problem("Y006", place, {"tag": event.tag.replace("tag:yaml.org,2002:", "!!")[:60]}))
            if isinstance(event, yaml.ScalarEvent):
                _add(stack, documents, _scalar(event, place, problems), place, problems)
                continue
            if len(stack) >= MAX_DEPTH:
                raise _Unreadable(Problem("Y007", place, {"limit": str(MAX_DEPTH)}))
            stack.append(_Frame(place, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            frame = stack.pop()
            _add(stack, documents, _close(frame), frame.place, problems, tuple(frame.places))
    return documents[0] if documents else None


def _place(name: str, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(name, start.line + 1, start.column + 1, max(1, width))


def _scalar(event: yaml.ScalarEvent, place: Place, problems: list[Problem]) -> Any:
    if event.style not in (None, ""):
        if INVISIBLE.search(event.value):  # the file itself holds none: a backslash in double quotes made it
            problems.append(Problem("Y001", place, {"detail": "invisible character"}, "escape"))
        return event.value
    value = plain_value(event.value)
    if value is BENT:
        problems.append(Problem("Y004", place, {"value": event.value}))
        return event.value
    return value


def _close(frame: _Frame) -> Any:
    if not frame.mapping:
        items = Items(frame.sequence)
        items.places = tuple(frame.places)
        return items
    return {**frame.data, AT: At(frame.place, frame.keys, frame.values, frame.items)}


def _add(
    stack: list[_Frame],
    documents: list[Any],
    value: Any,
    place: Place,
    problems: list[Problem],
    items: tuple[Place, ...] = (),
) -> None:
    if not stack:
        documents.append(value)
        return
    frame = stack[-1]
    if not frame.mapping:
        frame.sequence.append(value)
        frame.places.append(place)
    elif frame.key is None:
        _take_key(frame, value, place, problems)
    else:
        frame.data[frame.key] = value
        frame.values[frame.key] = place
        if items:
            frame.items[frame.key] = items
        frame.key = None


def _take_key(frame: _Frame, value: Any, place: Place, problems: list[Problem]) -> None:
    if value is None or value == AT or isinstance(value, (dict, tuple)):
        raise _Unreadable(Problem("Y001", place, {"detail": "?"}, "key"))
    key = str(value)
    if key in frame.keys:
        problems.append(Problem("Y003", place, {"key": key[:60], "first": str(frame.keys[key].line)}))
    else:
        frame.keys[key] = place
    frame.key = key


def _syntax_problem(source: SourceText, error: Exception) -> Problem:
    start, end = (_mark_place(source, getattr(error, f"{name}_mark", None)) for name in ("context", "problem"))
    place = end or start or Place(source.name)
    tab = _tab_near(source, place)
    if tab is not None:
        return Problem("Y002", tab)
    detail = str(getattr(error, "problem", None) or error).strip().partition("\n")[0]
    variant = next((name for words, name in _SYNTAX if words in detail), "other")
    if variant in _AT_START:
        place = start or place
    return Problem("Y001", place, {"detail": detail}, variant)


def _mark_place(source: SourceText, mark: Any) -> Place | None:
    return Place(source.name, mark.line + 1, mark.column + 1) if mark else None


def _tab_near(source: SourceText, place: Place) -> Place | None:
    for number in (place.line, place.line - 1):
        line = source.line(number)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent or (number == place.line and line[place.column - 1 : place.column] == "\t"):
            return Place(source.name, number, line.index("\t") + 1)
    return None
