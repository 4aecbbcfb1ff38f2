"""Every record inside a record, so that a rule about all texts or all dates is written once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from netral.model.base import Record
from netral.model.place import Place

__all__ = ["Found", "walk"]


@dataclass(frozen=True, slots=True)
class Found:
    """A value inside a record: the record that holds it, the key as the file spells it, its place."""

    holder: Record
    key: str
    value: Any
    place: Place


def walk(record: Record) -> Iterator[Found]:
    """Every value of `record` and of the records inside it, lists item by item, in the order of the model."""
    for name, info in type(record).model_fields.items():
        if name == "at":
            continue
        key = info.alias or name
        value = getattr(record, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield Found(record, key, item, record.at.item(key, index))
                if isinstance(item, Record):
                    yield from walk(item)
            continue
        yield Found(record, key, value, record.at.value(key))
        if isinstance(value, Record):
            yield from walk(value)
