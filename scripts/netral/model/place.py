"""Where a value stands in a file a person edits: the ground of every message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

__all__ = ["At", "Place"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1
    #: How many characters the caret underlines; 1 where the value has no width.
    width: int = field(default=1, compare=False)
    #: In a workbook: sheet and cell, as "Angka!C5". People see this instead of line and column.
    cell: str = field(default="", compare=False)

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}:{self.cell}"
        return f"{self.file}:{self.line}:{self.column}"

    def within(self, text: str, column: int) -> Place:
        """Where character `column` (from 0) of the value `text` stands; the value itself where it has several lines."""
        quotes = self.width - len(text)
        if self.cell or quotes not in {0, 2}:
            return self
        return replace(self, column=self.column + quotes // 2 + min(column, len(text)), width=1)


@dataclass(frozen=True, slots=True, eq=False)
class At:
    """The places of one mapping of a YAML file: its own, its keys', its values' and its lists' items'."""

    own: Place
    keys: Mapping[str, Place]
    values: Mapping[str, Place]
    items: Mapping[str, tuple[Place, ...]]

    def key(self, name: str) -> Place:
        """The place of the key `name`; the mapping's own place where the key is absent."""
        return self.keys.get(name, self.own)

    def value(self, name: str) -> Place:
        """The place of the value under `name`; the mapping's own place where it is absent."""
        return self.values.get(name, self.own)

    def item(self, name: str, index: int) -> Place:
        """The place of item `index` of the list under `name`, or of the value itself."""
        items = self.items.get(name, ())
        return items[index] if index < len(items) else self.value(name)
