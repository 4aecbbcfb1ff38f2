"""Inserts: what the data say in the middle of a page written by hand.

A line `<!-- netral: NAME -->` in a file of `docs/` stands for an insert. So each fact has one place that is kept: who
is responsible in `data/site.yaml`, what is not clear in the records themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from netral.model.base import Record
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.pages.page import Edition
from netral.pages.template import fill

__all__ = ["INSERTS", "UnknownInsert", "with_inserts"]

#: The line is a comment, so that other readers of Markdown show nothing of it.
_MARK = re.compile(r"^<!-- netral: (.*?) -->$", re.MULTILINE)


class UnknownInsert(Exception):
    """A page asks for an insert that there is none of; the text is its name."""


def _site(edition: Edition) -> dict[str, Any]:
    """The one record of site.yaml, or None where the file holds none."""
    return {"site": next(iter(edition.dataset.site), None)}


def _nothing(edition: Edition) -> dict[str, Any]:
    """The edition itself says it all."""
    return {}


def _unclear(edition: Edition) -> dict[str, Any]:
    """Every record in which something is marked as not clear, by the page that shows it."""
    dataset = edition.dataset
    groups = [
        ("acts", [(f"boleh-tidak/{a.id}/", a.statement) for a in dataset.acts if _gaps(dataset, a)]),
        ("sanctions", [(f"sanksi/#{s.id}", s.name) for s in dataset.sanctions if _gaps(dataset, s)]),
        ("report", [(f"lapor/#{c.id}", c.name) for c in dataset.channels if _gaps(dataset, c)]),
        ("calendar", [(f"kalender/#{e.id}", e.name) for e in dataset.elections if _gaps(dataset, e)]),
    ]
    return {"groups": groups}


def _gaps(dataset: Dataset, record: Record) -> bool:
    """Does a real record hold a gap, or an answer that is not certain?"""
    if dataset.is_made_up(record):
        return False
    return any(
        (found.key in {"gap", "gaps"} and found.value) or (found.key == "verdict" and found.value == "belum-pasti")
        for found in walk(record)
    )


#: name -> what its template (`insert-NAME.md.j2`) is filled with.
INSERTS: Mapping[str, Callable[[Edition], dict[str, Any]]] = {
    "penanggung-jawab": _site,
    "koreksi": _site,
    "tanggal": _nothing,
    "belum-jelas": _unclear,
}


def with_inserts(text: str, edition: Edition, address: str) -> str:
    """The page `text` with each mark replaced by what it stands for. Raises UnknownInsert."""

    def insert(mark: re.Match[str]) -> str:
        name = mark.group(1).strip()
        if name not in INSERTS:
            raise UnknownInsert(name)
        return fill(edition, f"insert-{name}", address, **INSERTS[name](edition)).rstrip("\n")

    return _MARK.sub(insert, text)
