"""Every record inside a record, so that a rule about all texts or all dates is written once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from netral.model.base import Record
from netral.model.place import Place

__all__ = ["Found", "walk"]


class Found(NamedTuple):
    """A value inside a record: the record that holds it, the key as the file spells it, its place."""

    holder: Record
    key: str
    value: Any
    place: Place


@cache
def _keys(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The name of every value of a record, and its key in the file."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items() if name != "at")


def walk(record: Record) -> Iterator[Found]:
    """Every value of `record` and of the records inside it, lists item by item, in the order of the model."""
    at = record.at
    for name, key in _keys(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield Found(record, key, item, at.item(key, index))
                if isinstance(item, Record):
                    yield from walk(item)
            continue
        yield Found(record, key, value, at.value(key))
        if isinstance(value, Record):
            yield from walk(value)
