"""Pacts published and pacts proposed -> which versions are new, and what may never happen to a published one.

People have signed a published version, so its text stays what it was. Its digest says which text that is; that text
and digest fit each other is the check's business (P001, P003), so here it is enough to hold digests.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from netral.check.pacts import text_changed, text_values
from netral.digest import part_digests
from netral.model.dataset import Dataset
from netral.model.dates import PartialDate
from netral.model.pact import Pact, PastVersion
from netral.model.place import Place
from netral.problems import Problem
from netral.versions import PactText, of_version, versions

__all__ = ["Kind", "VersionChange", "version_changes"]

#: new = a version that nobody could sign before; dated = a day made known, or mended and said so in `changes`;
#: weighed = whether people sign again was decided anew. The other two are never allowed.
Kind = Literal["new", "dated", "weighed", "altered", "removed"]


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One version that is not as it was published, as it stands now; of a removed one, as it stood.

    `problems` is not empty where the change is not allowed.
    """

    kind: Kind
    text: PactText
    problems: tuple[Problem, ...] = ()


def version_changes(before: Dataset, after: Dataset, file: str, as_of: dt.date) -> list[VersionChange]:
    """Every difference, pact by pact in the order of the proposal, removed pacts last. `file` is what holds the pacts.

    A pact that was renamed, and says so in `redirects.yaml`, is the same pact. Where some pacts of the proposal cannot
    be read (`unread`), nobody can say yet whether those that lack were removed.
    """
    renamed = {each.id: each.to for each in after.redirects if each.kind == "pacts"}
    published = {renamed.get(pact.id, pact.id): pact for pact in before.pacts}
    found: list[VersionChange] = []
    for pact in after.pacts:
        old = published.pop(pact.id, None)
        if old is not None:
            found += _published(old, pact, as_of)
        known = set() if old is None else {text.version for text in versions(old)}
        known |= {each.text.version for each in found if each.text.pact is pact}
        found += [VersionChange("new", text) for text in versions(pact) if text.version not in known]
    if "pacts" not in after.unread:
        for pact in published.values():
            problem = Problem("P011", Place(file), {"pact": pact.id, "version": pact.version}, "pact")
            found += [VersionChange("removed", text, (problem,)) for text in versions(pact)]
    return found


def _published(old: Pact, new: Pact, as_of: dt.date) -> Iterator[VersionChange]:
    """What became of each version of a pact that is still there."""
    for was in versions(old):
        now = of_version(new, was.version)
        if now is None:
            yield _gone(was, new)
            continue
        problems = (*_text(was, now, as_of), *_days(was, now, mended=len(new.changes) > len(old.changes)))
        if problems:
            yield VersionChange("altered", now, problems)
        elif _dates(was) != _dates(now) and _comparable(was, now):
            yield VersionChange("dated", now)
        if was.change is not None and now.change is not None and was.change.substantive != now.change.substantive:
            yield VersionChange("weighed", now)


def _gone(was: PactText, new: Pact) -> VersionChange:
    """A version that is not there under its name: it has another one now, or is removed."""
    values = {"version": was.version, "pact": new.id, "was": was.digest}
    same = next((text for text in versions(new) if text.digest == was.digest), None)
    if same is None:
        return VersionChange("removed", was, (Problem("P011", new.at.value("past"), values),))
    problem = Problem("P010", _record(same).at.value("version"), {**values, "now": same.version}, "name")
    return VersionChange("altered", same, (problem,))


def _text(was: PactText, now: PactText, as_of: dt.date) -> Iterator[Problem]:
    """Its digest is the one it was published with, told at the words that changed; and a text that was kept is kept."""
    record = _record(now)
    values = {"version": was.version, "was": was.digest}
    if was.digest == now.digest:
        if was.points and not now.points:
            yield Problem("P010", record.at.value("version"), values, "words")
        return
    published = part_digests(was)
    if not isinstance(record, Pact) or published == part_digests(now):
        yield Problem("P010", record.at.value("digest"), values)
        return
    values = text_values(record, now.digest, was.digest, published, as_of)
    yield from text_changed("P009", published, record, values)


def _days(was: PactText, now: PactText, *, mended: bool) -> Iterator[Problem]:
    """A day that was told stays, but may be told more exactly; `mended` where the pact says what it changed."""
    if mended or not _comparable(was, now):
        return
    for name, old, new in zip(("date", "until"), _dates(was), _dates(now), strict=True):
        if old is None or (new is not None and old.first <= new.first and new.last <= old.last):
            continue
        values = {"version": was.version, "field": name, "old": str(old), "new": "null" if new is None else str(new)}
        yield Problem("P010", _record(now).at.value(name), values, "day")


def _comparable(was: PactText, now: PactText) -> bool:
    """Is it the present text in both, or a past one in both? A text that became a past one has other days."""
    return was.current == now.current


def _dates(text: PactText) -> tuple[PartialDate | None, PartialDate | None]:
    """Its own day, which a pact says of its present text, and its last one."""
    return (text.pact.date if text.current else None), text.until


def _record(text: PactText) -> Pact | PastVersion:
    """The record of a version, which knows its places."""
    return next((each for each in text.pact.past if each.version == text.version), text.pact)
