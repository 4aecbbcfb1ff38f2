"""Redirects of renamed records: from an id that is free to one that is there, in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.load.records import nearest
from netral.model.dataset import Dataset
from netral.model.redirect import Redirect
from netral.problems import Problem

__all__ = ["check_redirects"]


def check_redirects(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """An old id told twice (K006), still in use (K013), led on to another old one (K014), or to nothing (K007)."""
    told: dict[tuple[str, str], Redirect] = {}
    for each in dataset.redirects:
        first = told.setdefault((each.kind, each.id), each)
        if first is not each:
            yield Problem("K006", each.at.value("id"), {"id": each.id, "first": str(first.at.value("id"))})
    for each in dataset.redirects:
        known = frozenset(dataset.ids[each.kind])
        if each.id in known:
            yield Problem("K013", each.at.value("id"), {"id": each.id, "file": f"{each.kind}.yaml"})
        next_ = told.get((each.kind, each.to))
        if next_ is not None:
            variant = "loop" if _loops(each, told) else ""
            yield Problem("K014", each.at.value("to"), {"id": each.id, "to": each.to, "next": next_.to}, variant)
        elif each.to not in known and each.kind not in dataset.unread:
            guess = nearest(each.to, known)
            values = {"value": each.to, "file": f"{each.kind}.yaml", "guess": guess or ""}
            yield Problem("K007", each.at.value("to"), values, "guess" if guess else "")


def _loops(start: Redirect, told: dict[tuple[str, str], Redirect]) -> bool:
    seen: set[str] = set()
    each: Redirect | None = start
    while each is not None and each.id not in seen:
        seen.add(each.id)
        each = told.get((each.kind, each.to))
    return each is not None
