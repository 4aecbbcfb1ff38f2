"""References: whatever names another record names one that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.load.records import nearest
from netral.model.act import Act
from netral.model.agency import Agency, Round
from netral.model.base import Basis
from netral.model.channel import Channel
from netral.model.dataset import Dataset
from netral.model.regulation import Provision, Regulation
from netral.model.sanction import Ladder
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
    (Ladder, "agency"): "agencies",
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
            guess = nearest(found.value, names[target])
            values = {"value": found.value[:80], "file": f"{file_of.get(target, target)}.yaml", "guess": guess or ""}
            yield Problem("K007", found.place, values, "guess" if guess else "")
