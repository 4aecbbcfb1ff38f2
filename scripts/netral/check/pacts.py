"""Pacts: a version names one text for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.digest import pact_digest
from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["check_pacts"]


def check_pacts(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """The digest is that of the text; no past version is used again for another text."""
    for pact in dataset.pacts:
        digest = pact_digest(pact)
        if pact.digest != digest:
            yield Problem("P001", pact.at.value("digest"), {"version": pact.version, "digest": digest})
        for past in pact.past:
            if past.version == pact.version:
                yield Problem("P002", past.at.value("version"), {"version": past.version})
