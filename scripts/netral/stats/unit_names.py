"""The units of an agency by every name that people may write for them."""

from __future__ import annotations

from collections.abc import Sequence

from netral.load.records import nearest
from netral.model.completion import Unit
from netral.stats.layout import plain

__all__ = ["UnitNames"]


class UnitNames:
    """Text -> number of a unit (from 1). Without units, every text is the whole agency (0)."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.ids = ("", *(unit.id for unit in units))
        self._known: dict[str, int] = {}
        for number, unit in enumerate(units, 1):
            for name in (unit.id, unit.name.id, unit.name.en):
                self._known.setdefault(plain(name), number)

    @property
    def on(self) -> bool:
        """Has the agency units of its own?"""
        return len(self.ids) > 1

    def find(self, text: str) -> int | None:
        """The unit that bears this name, None where none does."""
        return self._known.get(plain(text)) if self.on else 0

    def like(self, text: str) -> str:
        """The id of the unit whose name is most like this one; empty where none is."""
        guess = nearest(plain(text), list(self._known))
        return self.ids[self._known[guess]] if guess else ""
