"""What is known of one family while a publication is being put together: tried forms of rows, and what they prove."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from netral.disclose.breaches import Breach, moved
from netral.disclose.groups import Proof, proofs
from netral.disclose.knowledge import Knowledge, Part, apart, known
from netral.disclose.limits import Limits
from netral.disclose.states import State, states
from netral.model.completion import Figures

__all__ = ["Standing", "standing"]


class _Name(NamedTuple):
    """A proof, told in a way that does not change when weeks are added."""

    kind: str
    units: tuple[str, ...]
    since: dt.date | None
    until: dt.date


#: Rows by their keys.
_Forms = Mapping[tuple[str, dt.date, str, str, str, int], Figures]


@dataclass(frozen=True, slots=True)
class Standing:
    """Rows of one family with what each state proves: row by row (`plain`), and sums too (`summed`)."""

    rows: tuple[Figures, ...]
    states: tuple[State, ...]
    plain: tuple[Knowledge, ...]
    summed: tuple[Knowledge, ...]
    limits: Limits
    #: What was proven before; it cannot be taken back, so it is no reason to hold anything back.
    before: frozenset[_Name]

    def parts(self, unit: str) -> Iterator[Part]:
        """The part of a unit in each state."""
        return (part for knowledge in self.plain for part in knowledge.parts if part.unit == unit)

    def exposed(self) -> frozenset[tuple[str, dt.date]]:
        """Units and weeks of which something follows that may not, and did not before."""
        found = {(breach.row.unit, breach.row.week) for breach in self._moves(self.rows)}
        for name in self._fresh(self.summed, None):
            found |= {(unit, name.until) for unit in name.units}
        return frozenset(found)

    def alone(self, forms: Iterable[Figures]) -> bool:
        """Would these forms of its rows do by themselves, if nobody added anything up?"""
        by_key = {form.key: form for form in forms}
        tried = self._with(self.plain, by_key)
        return not any(self._fresh(tried, self.plain)) and not any(self._moves(self._changed(by_key)))

    def trying(self, forms: Iterable[Figures]) -> Standing | None:
        """The same with these forms of its rows, or None if they would prove too much."""
        by_key = {form.key: form for form in forms}
        rows = self._changed(by_key)
        summed = self._with(self.summed, by_key)
        if any(self._fresh(summed, self.summed)) or any(self._moves(rows)):
            return None
        return replace(self, rows=rows, plain=self._with(self.plain, by_key), summed=summed)

    def _changed(self, forms: _Forms) -> tuple[Figures, ...]:
        return tuple(forms.get(row.key, row) for row in self.rows)

    def _with(self, before: Sequence[Knowledge], forms: _Forms) -> tuple[Knowledge, ...]:
        return tuple(_told(knowledge, forms, self.limits) for knowledge in before)

    def _fresh(self, tried: Sequence[Knowledge], judged: Sequence[Knowledge] | None) -> Iterator[_Name]:
        seen: Sequence[Knowledge | None] = judged or [None] * len(tried)
        for state, knowledge, known_before in zip(self.states, tried, seen, strict=True):
            for proof in proofs(knowledge, self.limits, known_before):
                if (name := _name(proof, state)) not in self.before:
                    yield name

    def _moves(self, rows: Sequence[Figures]) -> Iterator[Breach]:
        return moved(rows, self.limits) if len(self.states) > 1 else iter(())


def _name(proof: Proof, state: State) -> _Name:
    since = None if proof.since < 0 else state.weeks[proof.since]
    return _Name(proof.kind, proof.units, since, state.weeks[proof.until])


def _told(knowledge: Knowledge, forms: _Forms, limits: Limits) -> Knowledge:
    """Knowledge once the forms stand in the place of their rows."""
    units = {form.unit for form in forms.values()}
    cells = {
        (part.unit, week): tuple(forms.get(row.key, row) for row in cell)
        for part in knowledge.parts
        if part.unit in units
        for week, cell in enumerate(part.cells)
        if cell is not None and any(row.key in forms for row in cell)
    }
    return (knowledge.with_cells(cells, limits) or knowledge.without_ties(cells, limits)) if cells else knowledge


def standing(published: Sequence[Figures], fresh: Sequence[Figures], limits: Limits) -> Standing:
    """What published rows and fresh ones (as they stand) prove."""
    rows = (*published, *fresh)
    found = tuple(states(rows))
    plain = tuple(apart(state, limits) for state in found)
    stands = Standing(rows, found, plain, tuple(map(known, plain)), limits, frozenset())
    if not stands.exposed():
        return stands
    # Seldom: published rows proved too much already, or the fresh ones do by their headcounts.
    # A correction counts among what fresh rows do: it may untie a contradiction that let published rows prove nothing.
    replaced = {row.key[:-1] for row in published}
    silent = [replace(row, headcount=None, signed=None) for row in fresh if row.key[:-1] not in replaced]
    before = (
        _name(proof, state)
        for state in states([*published, *silent])
        for proof in proofs(known(apart(state, limits)), limits)
    )
    return replace(stands, before=frozenset(before))
