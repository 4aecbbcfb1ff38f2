"""Bodies that have ended do not act: no channel, no step and no text of today has them receive, examine or decide."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from netral import asof
from netral.model.act import Act, Answer
from netral.model.agency import Agency
from netral.model.base import Claim, Record, Text
from netral.model.channel import Channel
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.sanction import Ladder
from netral.problems import Problem

__all__ = ["check_bodies"]

Ended = Mapping[str, Channel]


def check_bodies(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """An ended channel is neither used nor led to, and its body is named only where a record says: as history.

    Each record is judged on the day it was last checked, or on `as_of` where that is later: a site of an earlier day is
    built from the same data.
    """
    for _, item in dataset:
        if isinstance(item, (Agency, Channel, Ladder, Act)):
            day = max(as_of, item.checked_on)
            ended = {c.id: c for c in dataset.channels if asof.holds(c.valid, day) is False}
            yield from _used(item, ended, day)
            if _presents_law(item, day):
                yield from _told(item, ended, day)


def _presents_law(item: Agency | Channel | Ladder | Act, day: dt.date) -> bool:
    """Does the record speak of what holds today? Statements of agencies are told as they were made."""
    if isinstance(item, Channel):
        return asof.valid(item, day)
    return isinstance(item, Act) or (isinstance(item, Ladder) and item.kind in {"law", "criminal", "process"})


def _used(item: Agency | Channel | Ladder | Act, ended: Ended, day: dt.date) -> Iterator[Problem]:
    for place, name, variant in _uses(item, day):
        if name in ended:
            channel = ended[name]
            successors = [*(channel.body.successors if channel.body else ()), *channel.replaced_by]
            values = {"channel": name, "until": _until(channel), "where": item.id}
            yield Problem("C014", place, values | {"successor": ", ".join(successors) or "?"}, variant)


def _uses(item: Agency | Channel | Ladder | Act, day: dt.date) -> Iterator[tuple[Place, str, str]]:
    """Where a record has a channel or its body act, which one, and how."""
    if isinstance(item, Agency):
        for index, name in enumerate(item.channels):
            yield item.at.item("channels", index), name, "channel"
    if isinstance(item, Channel):
        for index, name in enumerate(item.replaced_by):
            yield item.at.item("replaced_by", index), name, "replaced"
    if isinstance(item, Ladder) and item.chain is not None:
        for _, step in item.chain.steps():
            if step.in_force is None or asof.holds(step.in_force, day) is not False:
                for index, name in enumerate(step.bodies):
                    yield step.at.item("bodies", index), name, "step"


def _told(record: Record, ended: Ended, day: dt.date, known: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Texts inside `record` that name an ended body; `known` are those that the claim they are in names as history."""
    if isinstance(record, Claim):
        known = frozenset(getattr(record, "history", ()))
    if isinstance(record, Answer) and asof.holds(record, day) is False:
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        parts = value if isinstance(value, tuple) else (value,)
        for part in parts:
            if isinstance(part, Text):
                yield from _text(part, ended, known)
            elif isinstance(part, Record):
                yield from _told(part, ended, day, known)


def _text(text: Text, ended: Ended, known: frozenset[str]) -> Iterator[Problem]:
    for channel in ended.values():
        if channel.body is None or channel.id in known:
            continue
        for lang in ("id", "en"):
            for name in channel.body.names:
                if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", " ".join(getattr(text, lang).split())):
                    successors = ", ".join(channel.body.successors)
                    values = {"body": name, "until": _until(channel), "successor": successors, "channel": channel.id}
                    yield Problem("C014", text.at.value(lang), values, "text")
                    break


def _until(channel: Channel) -> str:
    return channel.valid.until.text if channel.valid.until else ""
