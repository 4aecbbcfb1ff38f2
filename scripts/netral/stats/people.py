"""People: who may sign, who has, and in which unit; as numbers in flat arrays, so that a million fit."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Literal

__all__ = ["NOWHERE", "Key", "Outcome", "People", "name_key"]

#: A staff number, or name and unit as one text.
Key = int | str
Outcome = Literal["counted", "again", "stranger"]
#: The unit of somebody whose unit is not asked for.
NOWHERE = 0


def name_key(name: str, unit: str) -> str:
    """Name and unit, both already made plain, as one key."""
    return f"{name}\n{unit}"


class People:
    """Distinct people. `closed`: only those enrolled may sign; else whoever signs is enrolled by it."""

    def __init__(self, *, closed: bool) -> None:
        self.closed = closed
        self._at: dict[Key, int] = {}
        self._units = array("i")
        self._signed = bytearray()

    def __len__(self) -> int:
        return len(self._units)

    def __contains__(self, key: Key) -> bool:
        return key in self._at

    def enrol(self, key: Key, unit: int) -> bool:
        """Take somebody in; False where they are in already."""
        if key in self._at:
            return False
        self._at[key] = len(self._units)
        self._units.append(unit)
        self._signed.append(0)
        return True

    def sign(self, key: Key, unit: int = NOWHERE) -> Outcome:
        """Note that somebody has signed. `unit` counts only where no roster says theirs; the last one named holds."""
        at = self._at.get(key)
        if at is None:
            if self.closed:
                return "stranger"
            self.enrol(key, unit)
            self._signed[-1] = 1
            return "counted"
        if not self.closed:
            self._units[at] = unit
        if self._signed[at]:
            return "again"
        self._signed[at] = 1
        return "counted"

    def has_signed(self, key: Key) -> bool:
        """Has this person signed?"""
        at = self._at.get(key)
        return at is not None and bool(self._signed[at])

    def enrolled(self) -> dict[int, int]:
        """Unit -> how many people are in it."""
        return _counts(iter(self._units))

    def signed(self) -> dict[int, int]:
        """Unit -> how many of its people have signed."""
        return _counts(unit for unit, signed in zip(self._units, self._signed, strict=True) if signed)


def _counts(units: Iterator[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for unit in units:
        found[unit] = found.get(unit, 0) + 1
    return found
