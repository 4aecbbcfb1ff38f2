"""Ids: each once, and none that looks like a trial outside the demo folder."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from netral.model.base import Record, Text, Words
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.walk import walk
from netral.problems import Problem

__all__ = ["check_ids"]

_TRIAL = re.compile(r"(^|-)(test|tes|testing|tset|demo|contoh|coba|percobaan|example|sample|dummy|foo|asdf|xxx)(-|$)")


def check_ids(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """An id stands once in its file, an inner id once in its record; trial ids stay in the demo folder."""
    for kind in dataset.ids.keys() - {"redirects"}:  # records of two kinds may have had one name
        yield from _repeated(dataset.of_kind(kind))
    yield from _repeated([r for agency in dataset.agencies for r in agency.rounds])
    for _, item in dataset:
        inside: dict[tuple[int, str], list[Record]] = {}
        for found in walk(item):
            if isinstance(found.value, Record):
                inside.setdefault((id(found.holder), found.key), []).append(found.value)
        for records in inside.values():
            yield from _repeated(records)
        if not dataset.is_made_up(item) and _TRIAL.search(item.id):
            yield Problem("K008", item.at.value("id"), {"id": item.id})


def _repeated(records: Iterable[Record]) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for record in records:
        name = getattr(record, "id", None)
        if name is None or isinstance(record, (Text, Words)):  # there `id` is a language, not a name
            continue
        place = record.at.value("id")
        if name in seen:
            yield Problem("K006", place, {"id": name, "first": str(seen[name])})
        else:
            seen[name] = place
