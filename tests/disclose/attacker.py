"""The attacker: whatever follows from published figures about groups of fewer than 100 people.

It shares nothing with the code under test but the form of a row. It writes down, for one moment, every number it does
not know as a variable with a lower and an upper bound, and every rule it knows as an equation: the growth between any
two weeks is the difference of the two counts; growth over a longer time is the sum of shorter ones; nobody takes a
signature back; the units and those in no unit add up to the agency, in counts and in growth; so does any group of units
whose counts are held back, with all the others. Then it narrows bounds until nothing moves any more.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from netral.model.completion import Figures

__all__ = ["Finding", "moments", "proven"]

GROUP, CELL = 100, 5
FAR = 10**9
NOBODY = "(no unit)"


class Finding(NamedTuple):
    """At least `low` and at most `high` of `who` signed (or did not) by the end of a week, or between two."""

    who: frozenset[str]
    what: str
    since: dt.date | None
    until: dt.date
    low: int
    high: int


class Equations:
    """Numbers between bounds, and sums of them that are zero."""

    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int] = []
        self.sums: list[list[tuple[int, int]]] = []
        self.within: list[list[int]] = []

    def number(self, low: int = 0, high: int = FAR) -> int:
        self.low.append(low)
        self.high.append(high)
        self.within.append([])
        return len(self.low) - 1

    def zero(self, plus: Sequence[int], minus: Sequence[int]) -> None:
        terms = [(one, 1) for one in plus] + [(one, -1) for one in minus]
        for one, _ in terms:
            self.within[one].append(len(self.sums))
        self.sums.append(terms)

    def solve(self) -> bool:
        """Narrow all bounds; False if no numbers fit."""
        low, high = self.low, self.high
        waiting = deque(range(len(self.sums)))
        queued = bytearray(b"\1") * len(self.sums)
        while waiting:
            index = waiting.popleft()
            queued[index] = 0
            terms = self.sums[index]
            least = sum(low[one] if sign > 0 else -high[one] for one, sign in terms)
            most = sum(high[one] if sign > 0 else -low[one] for one, sign in terms)
            for one, sign in terms:
                a, b = (low[one], high[one]) if sign > 0 else (-high[one], -low[one])
                # The others are at least `least - a` and at most `most - b`; with this one they make zero.
                up, down = a - least, b - most
                if up >= b and down <= a:
                    continue
                new = (max(a, down), min(b, up)) if sign > 0 else (-min(b, up), -max(a, down))
                if new[0] > new[1]:
                    return False
                least += max(a, down) - a
                most += min(b, up) - b
                low[one], high[one] = new
                for other in self.within[one]:
                    if not queued[other]:
                        queued[other] = 1
                        waiting.append(other)
        return True


def moments(batches: Sequence[Sequence[Figures]]) -> Iterator[list[Figures]]:
    """What stood published whenever something was about to be replaced, and at the end."""
    current: dict[tuple[object, ...], Figures] = {}
    for batch in batches:
        if any(row.key[:-1] in current for row in batch):
            yield list(current.values())
        current |= {row.key[:-1]: row for row in batch}
    yield list(current.values())


def _says(row: Figures) -> tuple[int, int]:
    people = FAR if row.headcount is None else row.headcount
    if row.signed == "few":
        return 0, min(CELL, people)
    if row.signed == "nearly-all":
        return people - CELL, people
    return (int(row.signed),) * 2 if isinstance(row.signed, int) else (0, people)  # type: ignore[return-value]


def _points(low: int, high: int, people: int) -> bool:
    """Does it break the promise? Not if 0 and 5 are possible, if it is 5 or more, or if it is no news at all."""
    return not ((low <= 0 and high >= CELL) or low >= CELL or (low <= 0 and high >= people))


class Case:
    """One moment of one agency: its weeks, units and headcounts, and what is known of each."""

    def __init__(self, rows: Sequence[Figures]) -> None:
        self.weeks = sorted({row.week for row in rows})
        self.row = {(row.unit, row.week): row for row in rows}
        self.units = sorted({row.unit for row in rows} - {"all"})
        self.all = any(row.unit == "all" for row in rows)
        self.people = {unit: self._people(unit) for unit in (*self.units, *(["all"] if self.all else []))}
        self.parts = list(self.units)
        if self.units and self.all:
            outside = [
                max(0, self.people["all"][week] - sum(self.people[unit][week] for unit in self.units))
                for week in range(len(self.weeks))
            ]
            if any(outside):
                self.parts.append(NOBODY)
                self.people[NOBODY] = outside

    def _people(self, unit: str) -> list[int]:
        told = [self.row[unit, week].headcount if (unit, week) in self.row else None for week in self.weeks]
        found: list[int] = []
        for people in told:
            found.append(people if people is not None else found[-1] if found else -1)
        later = next(people for people in told if people is not None)
        return [later if people < 0 else people for people in found]

    def mark(self, who: str, week: int) -> str:
        """How much is told of a count: `exact`, a band, or `withheld`."""
        row = self.row.get((who, self.weeks[week]))
        signed = row.signed if row else None
        return "exact" if isinstance(signed, int) else signed or "withheld"

    def says(self, who: str, week: int) -> tuple[int, int]:
        row = self.row.get((who, self.weeks[week]))
        if row is None:
            return (0, self.people[who][week]) if who == NOBODY else (0, FAR)
        return _says(row)


def _equations(case: Case, *, sums: bool) -> tuple[Equations, dict[tuple[frozenset[str], int, int], int]] | None:
    """The numbers by (who, since, until); `since` -1 is the beginning. None if nothing fits."""
    system = Equations()
    number: dict[tuple[frozenset[str], int, int], int] = {}
    count = len(case.weeks)
    names = [*case.parts, *(["all"] if case.all else [])]
    spans = [(since, until) for until in range(count) for since in range(-1, until)]
    for who in names:
        group = frozenset({who})
        for since, until in spans:
            number[group, since, until] = system.number(*(case.says(who, until) if since < 0 else ()))
        for first, second, third in combinations(range(-1, count), 3):
            system.zero([number[group, first, second], number[group, second, third]], [number[group, first, third]])
    if sums and case.all and case.units:
        for since, until in spans:
            together = number[frozenset({"all"}), since, until]
            each = {who: number[frozenset({who}), since, until] for who in case.parts}
            system.zero(list(each.values()), [together])
        for group in _held_back(case, spans):
            for since, until in spans:
                name = number[group, since, until] = system.number()
                system.zero([number[frozenset({who}), since, until] for who in group], [name])
                others = [number[frozenset({who}), since, until] for who in case.parts if who not in group]
                system.zero([name, *others], [number[frozenset({"all"}), since, until]])
            for first, second, third in combinations(range(-1, count), 3):
                system.zero([number[group, first, second], number[group, second, third]], [number[group, first, third]])
    return (system, number) if system.solve() else None


def _held_back(case: Case, spans: Sequence[tuple[int, int]]) -> set[frozenset[str]]:
    """Small groups: units without an exact count at either end of a span; the same without those that have a band."""
    found = set()
    for since, until in spans:
        weeks = [week for week in (since, until) if week >= 0]
        for marks in ({"withheld", "few", "nearly-all"}, {"withheld"}):
            group = frozenset(who for who in case.parts if any(case.mark(who, week) in marks for week in weeks))
            people = (sum(case.people[who][week] for who in group) for week in range(len(case.weeks)))
            if 1 < len(group) < len(case.parts) and min(people) < GROUP:
                found.add(group)
    return found


def proven(rows: Sequence[Figures]) -> list[Finding]:
    """Everything that breaks the promise in what stood published at one moment (one round, version and method)."""
    case = Case(rows)
    if all(min(people) >= GROUP for people in case.people.values()):
        return []
    solved = _equations(case, sums=True) or _equations(case, sums=False)
    if solved is None:
        return []
    system, number = solved
    findings = []
    for (who, since, until), index in number.items():
        at = [until] if since < 0 else [since, until]
        people = min(sum(case.people[name][week] for name in who) for week in at)
        if people >= GROUP:
            continue
        low, high = system.low[index], system.high[index]
        start = None if since < 0 else case.weeks[since]
        if _points(low, high, people):
            findings.append(Finding(who, "grew" if start else "signed", start, case.weeks[until], low, high))
        if since < 0:
            missing = max(0, people - high), max(0, people - low)
            if _points(*missing, people):
                findings.append(Finding(who, "not signed", None, case.weeks[until], *missing))
    return findings
