"""Regulations named in the middle of texts are on record too, or stand in unrecorded.yaml with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.check.citations import unread, unrecorded
from netral.citations.finding import Broken, mentions
from netral.citations.naming import CODES, Register, one_instrument
from netral.citations.parts import Instrument
from netral.citations.reading import Fault, read_citation
from netral.model.base import Basis, Words
from netral.model.dataset import Dataset
from netral.model.regulation import Provision, Regulation
from netral.model.unrecorded import Unrecorded
from netral.model.walk import Found, walk
from netral.problems import Problem

__all__ = ["check_mentions", "in_text"]

#: Values that are citations themselves: `netral.check.citations` reads these as a whole.
_WHOLE = {
    (Basis, "cite"),
    (Provision, "article"),
    (Regulation, "citation"),
    (Regulation, "number"),
    (Unrecorded, "cite"),
}


def check_mentions(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every regulation that a text names exists in that year; a list of exceptions holds no more than it must."""
    if "regulations" in dataset.unread:
        return
    excepted = frozenset(name for each in dataset.unrecorded if (name := one_instrument(each.cite)) is not None)
    used: set[Instrument] = set()
    for _, item in dataset:
        if isinstance(item, Unrecorded):
            continue
        for found in walk(item):
            if _is_text(found):
                yield from in_text(dataset.register, excepted, used, found)
    yield from _exceptions(dataset, used)


def _is_text(found: Found) -> bool:
    """A citation has a blank in it, so names and addresses need no look."""
    return isinstance(found.value, str) and " " in found.value and (type(found.holder), found.key) not in _WHOLE


def in_text(
    register: Register, excepted: frozenset[Instrument], used: set[Instrument], found: Found
) -> Iterator[Problem]:
    """What is wrong with the citations of the value `found`; those of `excepted` are added to `used`."""
    for mention in mentions(found.value):
        if isinstance(mention, Broken):
            # People may search by half a citation ("PP 53").
            if not isinstance(found.holder, Words):
                yield unread(found.place, found.value, Fault(mention.column, mention.expected), mention.start)
            continue
        for citation in mention.citations:
            name = citation.instrument
            if name is None or name.kind in CODES:
                continue
            if name in excepted:
                used.add(name)
            elif (
                problem := unrecorded(register, found.place.within(found.value, mention.start), citation)
            ) is not None:
                yield problem


def _exceptions(dataset: Dataset, used: set[Instrument]) -> Iterator[Problem]:
    for each in dataset.unrecorded:
        place, values = each.at.value("cite"), {"cite": each.cite}
        name = one_instrument(each.cite)
        if name is None:
            fault = read_citation(each.cite)
            yield unread(place, each.cite, fault if isinstance(fault, Fault) else Fault(0, "start"))
        elif dataset.register.find(name) is not None:
            yield Problem("C037", place, values, "recorded")
        elif name not in used and not dataset.unread:
            yield Problem("C037", place, values, "unused")
