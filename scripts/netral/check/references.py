"""References: whatever names another record names one that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.load.records import nearest
from netral.model.act import Act, Row
from netral.model.agency import Agency, Round
from netral.model.base import Basis, OnPoster
from netral.model.chain import Limit, Step
from netral.model.channel import Channel
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.regulation import Provision, Regulation
from netral.model.sanction import Ladder, Level, Rung
from netral.model.walk import Found, walk
from netral.problems import Problem

__all__ = ["check_references", "reference_target"]

#: (record type, key) -> what the key names. `sources` keys name sources in every record.
_TARGETS: dict[tuple[type, str], str] = {
    (Regulation, "replaced_by"): "law",
    (Regulation, "amended_by"): "regulations",
    (Regulation, "local_to"): "agencies",
    (Provision, "replaced_by"): "law",
    (Provision, "amended_by"): "law",
    (Provision, "kept_by"): "law",
    (Basis, "provision"): "law",
    (OnPoster, "cites"): "law",
    (Ladder, "agency"): "agencies",
    (Ladder, "follows"): "sanctions",
    (Ladder, "led_by"): "law",
    (Level, "led_by"): "law",
    (Rung, "led_by"): "law",
    (Step, "bodies"): "channels",
    (Limit, "bodies"): "channels",
    (Step, "see"): "sanction",
    (Limit, "see"): "sanction",
    (Row, "leads"): "sanction",
    (Act, "stated_by"): "statements",
    (Act, "see_also"): "acts",
    (Channel, "replaced_by"): "channels",
    (Channel, "agency"): "agencies",
    (Agency, "instruments"): "regulations",
    (Agency, "sanctions_stated"): "sanctions",
    (Agency, "channels"): "channels",
    (Round, "pact"): "pacts",
}


def reference_target(found: Found) -> str | None:
    """What the value at `found` names: a kind of record, `law`, `sanction`, `statements`; None if nothing."""
    if found.key in {"sources", "region_code_sources"}:
        return "sources"
    if found.key == "elections":
        return "elections"
    if found.key == "sanctions":
        return "sanction"
    if found.key == "history":
        return "channels"
    return _TARGETS.get((type(found.holder), found.key))


def check_references(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """A name of another record exists; where its file could not be read, nothing is said twice."""
    names: dict[str, frozenset[str]] = {kind: frozenset(ids) for kind, ids in dataset.ids.items()}
    names["law"] = frozenset(dataset.law_refs)
    names["sanction"] = frozenset(dataset.sanction_refs)
    names["statements"] = frozenset(dataset.statements)
    file_of = {"law": "regulations", "sanction": "sanctions", "statements": "agencies"}
    for _, item in dataset:
        for found in walk(item):
            target = reference_target(found)
            if target is None or not isinstance(found.value, str) or found.value in names[target]:
                continue
            if file_of.get(target, target) in dataset.unread:
                continue
            yield _missing(found.value, names[target], file_of.get(target, target), found.place)
    yield from _blanks(dataset)


def _blanks(dataset: Dataset) -> Iterator[Problem]:
    """A round names the blanks of its pact; where its pact is not known, nothing is said twice."""
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            pact = dataset.pact_of(round_)
            if round_.pact is not None and pact is None:
                continue
            known = frozenset(blank.id for blank in pact.fields) if pact else frozenset[str]()
            for index, name in enumerate(round_.fields):
                if name not in known:
                    yield _missing(name, known, "pacts", round_.at.item("fields", index))


def _missing(value: str, known: frozenset[str], kind: str, place: Place) -> Problem:
    guess = nearest(value, known)
    values = {"value": value[:80], "file": f"{kind}.yaml", "guess": guess or ""}
    return Problem("K007", place, values, "guess" if guess else "")
