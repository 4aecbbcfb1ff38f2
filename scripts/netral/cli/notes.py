"""What is worth knowing and no problem: a line each, which changes no exit code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.catalogue import Labels
from netral.model.dataset import Dataset
from netral.reviews import overdue
from netral.translations import Comparison

__all__ = ["notes"]


def notes(dataset: Dataset, comparison: Comparison | None, day: dt.date, say: Labels) -> Iterator[str]:
    """How many records are overdue for another check on `day`, and how many English texts are not stamped; or nothing.

    A record falls overdue by waiting alone, so that may stop no build. A text without a stamp is right as far as
    anybody knows; whoever wrote it in the browser cannot stamp it, and need not.
    """
    if late := overdue(dataset, day):
        yield say("cli.overdue", count=len(late))
    if comparison is not None and comparison.new:
        yield say("cli.translations.unstamped", new=len(comparison.new))
