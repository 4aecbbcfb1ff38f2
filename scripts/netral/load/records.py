"""Plain values -> typed records, or problems at the place of each value that does not fit."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from netral.load.nodes import AT
from netral.model.base import Text, Words
from netral.model.place import At, Place
from netral.problems import Problem, quotable

__all__ = ["nearest", "read_records"]

R = TypeVar("R", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "bool_type": "true-false",
    "tuple_type": "list",
    "model_type": "mapping",
    "dict_type": "mapping",
}
_PATTERNS = {
    r"\S": "blank",
    r"^[0-9]{2}(\.[0-9]{2})?$": "region",
    r"^[0-9a-f]{64}$": "digest",
    r"^[0-9a-f]{12}$": "part",
}


def read_records(model: type[R], document: Any, name: str) -> tuple[tuple[R, ...], list[Problem]]:
    """Each item of the list `document` as a `model`; items that do not fit are left out and told of."""
    if not isinstance(document, tuple):
        place = document[AT].own if isinstance(document, dict) else Place(name)
        return (), [Problem("K003", place, {"name": name, "got": _kind(document)}, "file-list")]
    records: list[R] = []
    problems: list[Problem] = []
    places = getattr(document, "places", ())
    for index, item in enumerate(document):
        if not isinstance(item, dict):
            place = places[index] if places else Place(name)
            problems.append(Problem("K003", place, {"name": name, "got": _kind(item)}, "file-list"))
            continue
        try:
            records.append(model.model_validate(item))
        except ValidationError as error:
            problems += [_problem(model, item, d) for d in error.errors(include_url=False) if not _follows(d)]
    return tuple(records), problems


def nearest(word: str, known: Iterator[str] | list[str] | tuple[str, ...] | frozenset[str]) -> str | None:
    """The known word most like `word`, if any is like it at all; `PNS` is like `pns`."""
    words = sorted(known)
    found = [each for way in (word, word.casefold()) for each in difflib.get_close_matches(way, words, n=1, cutoff=0.6)]
    return found[0] if found else None


def _follows(details: ErrorDetails) -> bool:
    """Is this only told because the items of the list do not fit, each of which is told already?"""
    return details["type"] == "too_short" and bool(details.get("input"))


def _problem(model: type[BaseModel], item: dict[str, Any], details: ErrorDetails) -> Problem:
    loc = tuple(part for part in details["loc"])
    kind, value = details["type"], details.get("input")
    parent, at = _parent(item, loc)
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    place = at.item(key, loc[-1]) if loc and isinstance(loc[-1], int) else at.value(key)
    if kind == "extra_forbidden":
        return _unknown_key(model, loc, key, at)
    if kind == "missing":
        return _missing(model, loc, parent, at, key)
    if _is_empty(kind, value, details):
        return _missing(model, loc, parent, at, key, "empty")
    if kind == "literal_error":
        return _not_allowed(model, loc, key, value, place)
    return _bad_value(kind, key, value, place, details)


def _unknown_key(model: type[BaseModel], loc: tuple[Any, ...], key: str, at: At) -> Problem:
    known = sorted(_aliases(_model_at(model, loc[:-1])))
    guess = nearest(key, known)
    values = {"key": _quoted(key), "known": ", ".join(known), "guess": guess or ""}
    return Problem("K001", at.key(key), values, "guess" if guess else "")


def _is_empty(kind: str, value: Any, details: ErrorDetails) -> bool:
    """Is there nothing where something should be: no value, an empty list, or a text of blanks?"""
    blank = isinstance(value, str) and not value.strip()
    return value is None or blank or kind == "too_short" or _form(kind, details) == "blank"


def _form(kind: str, details: ErrorDetails) -> str:
    return _PATTERNS.get(str((details.get("ctx") or {}).get("pattern", "")), "") if "string" in kind else ""


def _bad_value(kind: str, key: str, value: Any, place: Place, details: ErrorDetails) -> Problem:
    values = {"key": key, "value": _quoted(value)}
    if kind == "date_order":
        first, _, last = str(values["value"]).partition("/")
        return Problem("D002", place, {"first": first, "last": last})
    if kind in {"date_form", "date_impossible"}:
        return Problem("D003" if kind == "date_form" else "D001", place, values)
    if kind == "string_type" and isinstance(value, (int, bool)):
        return Problem("Y004", place, {"value": str(value).lower()})
    if kind in _TYPES:
        return Problem("K003", place, values, _TYPES[kind])
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        form = _form(kind, details)
        return Problem("K004", place, values, form) if form else Problem("K005", place, values)
    return Problem("K004", place, values, "range")


def _missing(model: type[BaseModel], loc: tuple[Any, ...], parent: Any, at: At, key: str, variant: str = "") -> Problem:
    place = at.key(key)
    if _model_at(model, loc[:-1]) in {Text, Words}:
        return Problem("B001", place, {"lang": key}, key)
    if key.endswith("sources"):
        return Problem("C001", place, {"key": key})
    name = parent.get("id") if isinstance(parent, dict) else None
    record = name if isinstance(name, str) else ""
    return Problem("K002", place, {"key": key, "record": record}, variant or ("record" if record else ""))


def _not_allowed(model: type[BaseModel], loc: tuple[Any, ...], key: str, value: Any, place: Place) -> Problem:
    allowed = _choices(_annotation(model, loc))
    guess = nearest(str(value), allowed)
    values = {"key": key, "value": _quoted(value), "allowed": ", ".join(allowed), "guess": guess or ""}
    return Problem("K004", place, values, "guess" if guess else "choice")


def _parent(item: dict[str, Any], loc: tuple[Any, ...]) -> tuple[Any, At]:
    """The mapping that holds the last key of `loc`, and its places."""
    node: Any = item
    holder: dict[str, Any] = item
    for part in loc:
        if isinstance(node, dict):
            holder = node
        if (isinstance(node, dict) and part in node) or (
            isinstance(node, tuple) and isinstance(part, int) and part < len(node)
        ):
            node = node[part]
        else:
            break
    return holder, holder[AT]


def _annotation(model: type[BaseModel], loc: tuple[Any, ...]) -> Any:
    found: Any = model
    for part in loc:
        found = _strip(found)
        if isinstance(part, int):
            found = next((a for a in get_args(found) if a is not Ellipsis), None)
        elif isinstance(found, type) and issubclass(found, BaseModel):
            found = next((f.rebuild_annotation() for n, f in found.model_fields.items() if part in (n, f.alias)), None)
    return _strip(found)


def _strip(annotation: Any) -> Any:
    """The annotation without `Annotated[...]` and `| None`."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation


def _model_at(model: type[BaseModel], loc: tuple[Any, ...]) -> type[BaseModel] | None:
    found = _annotation(model, loc)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _aliases(model: type[BaseModel] | None) -> list[str]:
    fields: Mapping[str, Any] = model.model_fields if model else {}
    return [f.alias or name for name, f in fields.items() if f.alias != AT]


def _choices(annotation: Any) -> list[str]:
    return [str(choice) for choice in get_args(annotation)]


def _kind(value: Any) -> str:
    kinds = ((dict, "mapping"), (tuple, "list"), (bool, "true-false"), (int, "number"), (str, "text"))
    return next((name for cls, name in kinds if isinstance(value, cls)), "nothing")


def _quoted(value: Any) -> str:
    text = "…" if isinstance(value, (dict, tuple)) else str(value).lower() if isinstance(value, bool) else str(value)
    return quotable(text)
