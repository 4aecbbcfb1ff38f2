"""Agencies: each by its own name, each round with a version that exists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["check_agencies"]


def check_agencies(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """No two agencies share a name; a round's pact version is one that was published."""
    seen: dict[tuple[str, str], Place] = {}
    for agency in dataset.agencies:
        for lang in ("id", "en"):
            name = getattr(agency.name, lang)
            place = agency.name.at.value(lang)
            key = (lang, name.casefold())
            if key in seen:
                yield Problem("A001", place, {"name": name, "first": str(seen[key])})
            seen.setdefault(key, place)
        for round_ in agency.rounds:
            pact = dataset.ids["pacts"].get(round_.pact or "")
            if round_.pact is not None and round_.pact_version is None:
                yield Problem("A002", round_.at.value("pact_version"), {"pact": round_.pact, "known": ""}, "none")
            if isinstance(pact, Pact) and round_.pact_version is not None:
                known = [pact.version, *(past.version for past in pact.past)]
                if round_.pact_version not in known:
                    values = {"version": round_.pact_version, "pact": pact.id, "known": ", ".join(known)}
                    yield Problem("A002", round_.at.value("pact_version"), values)
