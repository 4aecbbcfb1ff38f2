"""Criminal amounts: a rupiah figure or `kurungan` is the original wording, and its record says what changed.

Since 2026-01-02 confinement is abolished and fines follow the categories of the new criminal code (UU 1/2023,
UU 1/2026); to print the old figure alone would be to print repealed law.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["check_money"]

_OLD_WORDING = re.compile(r"\bRp\.?\s?\d(?:[\d.,]*\d)?|\bkurungan\b", re.IGNORECASE)


def check_money(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """In criminal ladders of the election laws every amount carries a `changed` block."""
    for ladder in dataset.sanctions:
        if ladder.kind != "criminal":
            continue
        for level in ladder.levels:
            for rung in level.rungs:
                found = _OLD_WORDING.search(rung.text.id)
                if found and rung.changed is None:
                    yield Problem("C006", rung.text.at.value("id"), {"words": found.group()})
