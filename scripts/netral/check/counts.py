"""Weekly figures: no count above its headcount, none that falls, no total that its parts contradict."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from netral import weeks
from netral.disclose import Limits, claim, limits_of
from netral.meanings import by_meaning
from netral.model.completion import WHOLE, Figures, Mark
from netral.model.dataset import Dataset
from netral.problems import Problem
from netral.ways import exact

__all__ = ["check_counts"]


def check_counts(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every agency's figures agree with themselves, over time and between whole and parts."""
    limits = limits_of(dataset)
    with_units = {agency.id for agency in dataset.agencies if agency.units}
    by_agency: dict[str, list[Figures]] = defaultdict(list)
    for row in by_meaning(dataset, dataset.completion):
        by_agency[row.agency].append(row)
    for agency, rows in by_agency.items():
        yield from _revisions(rows)
        for line in weeks.series(rows).values():
            for row in line:
                yield from _of_headcount(row)
            yield from _falls(line, limits)
        own = {unit.id for unit in dataset.units if unit.agency == agency and unit.merged_into is None}
        yield from _totals(weeks.current(rows), own if agency in with_units else set())


def _revisions(rows: Sequence[Figures]) -> Iterator[Problem]:
    known = {row.key for row in rows}
    for row in rows:
        place = row.place("revision")
        if row.revision > 1 and (*row.key[:-1], row.revision - 1) not in known:
            values = {"revision": str(row.revision), "before": str(row.revision - 1)}
            yield Problem("W017", place, values, "gap")
        if row.revision > 1 and row.status != "corrected":
            yield Problem("W017", row.place("status"), {"revision": str(row.revision)}, "status")
        if row.revision == 1 and row.status == "corrected":
            yield Problem("W017", place, {}, "first")
        if (row.revision > 1 or row.status == "corrected") and not row.note:
            yield Problem("W017", row.place("note"), {}, "note")


def _of_headcount(row: Figures) -> Iterator[Problem]:
    if row.counted == "persons" and isinstance(row.signed, int) and row.signed > (row.headcount or row.signed):
        values = {"signed": str(row.signed), "headcount": str(row.headcount)}
        yield Problem("W015", row.place("signed"), values)


def _falls(line: Sequence[Figures], limits: Limits) -> Iterator[Problem]:
    told = [row for row in line if row.signed not in {None, Mark.WITHHELD}]
    for before, row in pairwise(told):
        least, _ = claim((before,), before.headcount, limits)
        _, most = claim((row,), row.headcount, limits)
        if most < least and not (row.status == "corrected" and row.note):
            values = {"signed": str(row.signed), "before": str(before.signed), "week": before.week.isoformat()}
            yield Problem("W016", row.place("signed"), values)


def _totals(rows: Sequence[Figures], units: set[str]) -> Iterator[Problem]:
    """Whole and units of one week, and all ways of signing and each of them."""
    by_week: dict[tuple[object, ...], dict[tuple[str, str], Figures]] = defaultdict(dict)
    for row in rows:
        by_week[row.round, row.week, row.pact_version][row.unit, row.method] = row
    for found in by_week.values():
        whole = found.get((WHOLE, "any"))
        parts = [row for (unit, method), row in found.items() if unit in units and method == "any"]
        if whole is not None and parts:
            yield from _parts(whole, parts, complete={row.unit for row in parts} >= units)
        for (unit, method), row in found.items():
            total = found.get((unit, "any"))
            part, most = exact(row), exact(total)
            if method == "any" or total is None or part is None or most is None:
                continue
            if part > most:
                values = {"method": method, "signed": str(part), "total": str(most)}
                yield Problem("W018", total.place("signed"), values, "method")


def _parts(whole: Figures, parts: Sequence[Figures], *, complete: bool) -> Iterator[Problem]:
    """`complete`: is every unit of the agency among `parts`?"""
    heads = [row.headcount for row in parts if row.headcount is not None]
    values = {"sum": str(sum(heads)), "total": str(whole.headcount)}
    if whole.headcount is not None:
        all_known = complete and len(heads) == len(parts)
        if sum(heads) > whole.headcount or (all_known and sum(heads) != whole.headcount):
            yield Problem("W018", whole.place("headcount"), values, "headcount")
    counts = [count for row in parts if (count := exact(row)) is not None]
    total = exact(whole)
    if total is not None:
        all_known = complete and len(counts) == len(parts)
        if sum(counts) > total or (all_known and sum(counts) != total):
            yield Problem("W018", whole.place("signed"), {"sum": str(sum(counts)), "total": str(total)}, "units")
