"""Statements published and proposed -> which of them no longer rest on an article that they rested on.

Each article may be right to go, so this is nothing that a rule could refuse; but where one of several goes, nothing
else would say so. A statement that is gone as a whole is the business of the check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netral.model.base import Basis, Record
from netral.model.dataset import Dataset
from netral.model.place import Place

__all__ = ["Lost", "lost_bases"]

#: What tells records of one list apart, in this order: most have an id, steps of a chain the time limit and the rungs
#: that they are about, rows their table and number.
_NAMES = ("id", "of", "only", "table", "number")

#: kind of record, its id, then keys and names down to the statement.
_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Articles that a statement no longer rests on, as they were cited, and those it rests on now.

    `path` names the statement, from its file down; `place` is where it stands in the proposal.
    """

    path: _Path
    place: Place
    lost: tuple[str, ...]
    now: tuple[str, ...]


def lost_bases(before: Dataset, after: Dataset) -> list[Lost]:
    """Every loss, in the order of the proposal. A citation worded anew, of the same provision, is none.

    A record that was renamed, and says so in `redirects.yaml`, is the same record.
    """
    renamed: dict[tuple[str, str], str] = {(each.kind, each.id): each.to for each in after.redirects}
    published: dict[_Path, list[Basis]] = {}
    for (kind, name, *rest), _, bases in _all(before):
        published.setdefault((kind, renamed.get((kind, name), name), *rest), []).extend(bases)
    standing: dict[_Path, tuple[Record, list[Basis]]] = {}
    for path, record, bases in _all(after):
        standing.setdefault(path, (record, []))[1].extend(bases)
    found: list[Lost] = []
    for path, (record, now) in standing.items():
        known = {_means(each) for each in now}
        lost = tuple(each.cite for each in published.get(path, ()) if _means(each) not in known)
        if lost:
            found.append(Lost(path, record.at.own, lost, tuple(each.cite for each in now)))
    return found


def _all(dataset: Dataset) -> Iterator[tuple[_Path, Record, tuple[Basis, ...]]]:
    for kind, item in dataset:
        yield from _statements(item, (kind, item.id))


def _statements(record: Record, path: _Path) -> Iterator[tuple[_Path, Record, tuple[Basis, ...]]]:
    """`record` and every record in it that may rest on articles, with those it rests on."""
    for key in type(record).model_fields:
        value = getattr(record, key)
        items = value if isinstance(value, tuple) else (value,)
        if key == "basis":
            yield path, record, items
            continue
        for item in items:
            if isinstance(item, Record):
                yield from _statements(item, (*path, key, *_names(item)))


def _names(record: Record) -> Iterator[str]:
    for key in _NAMES:
        value = getattr(record, key, None)
        if value:
            yield ",".join(sorted(value)) if isinstance(value, tuple) else str(value)


def _means(basis: Basis) -> str:
    """The provision itself where it is listed, else its citation."""
    return basis.provision or basis.cite
