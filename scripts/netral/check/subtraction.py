"""The sum by which anybody works out a group whose number was held back, as a line of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netral.disclose import REST, Breach
from netral.model.completion import WHOLE, Figures

__all__ = ["Subtraction", "subtraction"]


@dataclass(frozen=True, slots=True)
class Subtraction:
    """The whole less the units that are told, in one week: what is left is the group's, in persons."""

    whole: int
    others: tuple[int, ...]
    headcount: int

    @property
    def left(self) -> int:
        """How many of the group have signed."""
        return self.whole - sum(self.others)

    @property
    def sum(self) -> str:
        """As people write it, with the sign of minus: `700 - 300 - 398 = 2`."""
        return " \N{MINUS SIGN} ".join(map(str, (self.whole, *self.others))) + f" = {self.left}"


def subtraction(breach: Breach, rows: Sequence[Figures]) -> Subtraction | None:
    """The plain sum behind a breach by sums; None where it takes more than one week or one subtraction to see it."""
    if REST in breach.units and len(breach.units) > 1:
        return None
    row = breach.row
    newest = {
        each.unit: each
        for each in sorted(rows, key=lambda each: each.revision)
        if (each.round, each.week, each.pact_version, each.method) == (row.round, row.week, row.pact_version, "any")
    }
    whole = newest.pop(WHOLE, None)
    others = [each for unit, each in sorted(newest.items()) if unit not in breach.units]
    if whole is None or not others or not isinstance(whole.signed, int) or whole.headcount is None:
        return None
    counts = [each.signed for each in others if isinstance(each.signed, int)]
    sizes = [each.headcount for each in others if each.headcount is not None]
    if not len(counts) == len(sizes) == len(others):
        return None
    found = Subtraction(whole.signed, tuple(counts), whole.headcount - sum(sizes))
    proven = {found.left, found.headcount - found.left}
    return found if breach.low == breach.high and breach.low in proven else None
