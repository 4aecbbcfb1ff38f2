"""Weekly figures: nothing published tells of a few people, by itself, by sums or by weeks."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from netral.check.subtraction import subtraction
from netral.disclose import REST, Breach, Limits, breaches, limits_of, publishable
from netral.meanings import by_meaning
from netral.model.completion import Figures, Mark
from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["check_disclosure"]


#: An agency with more rows to mend than this is told of these first.
MOST = 50


def check_disclosure(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """The rows to change so that no agency's figures prove too much of too few, each with what to type.

    Each as if those before it were mended: so one slip is told once, not in every week and every sum that follows
    from it.
    """
    limits = limits_of(dataset)
    by_agency: dict[str, list[Figures]] = defaultdict(list)
    for row in by_meaning(dataset, dataset.completion):  # versions of one meaning are signed by the same people
        by_agency[row.agency].append(row)
    for rows in by_agency.values():
        left = rows
        for _ in range(MOST):
            found = min(breaches(left, limits), key=_order, default=None)
            if found is None:
                break
            mark = _mark(found.row, left, limits)
            yield _problem(found, mark, left, limits)
            left = _mended(found, mark, left)


def _order(breach: Breach) -> tuple[object, ...]:
    """What rows prove by themselves, early weeks first; then what sums prove, the plainest first.

    A sum of a late week also proves something of the weeks before it, but less: `2` there, `2-60` here. The row to
    change is the late one; the early ones may have been published long ago.
    """
    if breach.kind != "sum":
        return 0, 0, breach.row.week, breach.row.key
    width = math.inf if breach.high is None else breach.high - breach.low
    return 1, width, breach.row.week, breach.row.key


def _mended(breach: Breach, mark: Mark, rows: list[Figures]) -> list[Figures]:
    gone = breach.kind in {"alone", "method"} or breach.row.signed == mark
    new = [] if gone else [replace(breach.row, signed=mark)]
    return [found for row in rows for found in (new if row is breach.row else [row])]


def _problem(breach: Breach, mark: Mark, rows: list[Figures], limits: Limits) -> Problem:
    values, variant = _values(breach, mark, limits), str(breach.kind)
    if breach.kind == "sum":
        plain = subtraction(breach, rows)
        variant = "sum-weeks" if plain is None else "sum-rest" if breach.units == (REST,) else "sum"
        if plain is not None:
            values |= {"sum": plain.sum, "head": str(plain.headcount), "units": '", "'.join(breach.units)}
    return Problem("W023", breach.row.place("signed"), values, variant)


def _values(breach: Breach, mark: Mark, limits: Limits) -> dict[str, str]:
    low, high = breach.low, breach.high
    count = f"{low}" if high == low else f"{low}+" if high is None else f"{low}-{high}"
    return {
        "unit": breach.row.unit,
        "signed": str(breach.row.signed),
        "week": breach.row.week.isoformat(),
        "count": count,
        "group": str(limits.group),
        "alone": str(limits.alone),
        "cell": str(limits.cell),
        "mark": mark,
    }


def _mark(row: Figures, rows: list[Figures], limits: Limits) -> Mark:
    """The mark that tells most without proving too much, in place of the row's number."""
    others = [other for other in rows if other.week <= row.week and other.key != row.key]
    if not isinstance(row.signed, Mark):
        for found in publishable(others, [row], limits):
            if found.key == row.key and isinstance(found.signed, Mark):
                return found.signed
    return Mark.WITHHELD
