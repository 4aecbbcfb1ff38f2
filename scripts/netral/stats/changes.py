"""What a proposal does to published figures: rows before and rows after -> what is new, corrected, altered, removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from netral import weeks
from netral.model.completion import COLUMNS, KEY, WHOLE, Figures
from netral.model.place import Place
from netral.problems import Problem, quotable

__all__ = ["Change", "Kind", "changes_of", "tampering"]

#: new = a week that had no row; corrected = a next revision; the other two are never allowed.
Kind = Literal["new", "corrected", "altered", "removed"]
#: Columns that a message does not quote: people write sentences there, and a name may be why they are taken back.
_WORDS = frozenset({"confirmed_by", "note"})


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is not as it was published.

    `row` is the row as it stands now, of a removed one as it stood. `published` is what it takes the place of: the
    revision before a correction, or the row itself as it was. `earlier` is the week before it in the same line.
    """

    kind: Kind
    row: Figures
    published: Figures | None
    earlier: Figures | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in which an altered row differs from what was published."""
        if self.kind != "altered":
            return ()
        return tuple(name for name in COLUMNS if getattr(self.row, name) != getattr(self.published, name))


def changes_of(
    before: Sequence[Figures],
    after: Sequence[Figures],
    unread: Collection[str] = (),
    meaning: Callable[[Figures], str] = attrgetter("pact_version"),
) -> list[Change]:
    """Every difference between what was published and what is proposed, by agency, round, week and unit.

    A row is the one that was published only under its own version; but the week before it may be of any version that
    has the same `meaning` (`netral.meanings.meaning_of`): a wording fix begins no new line.

    `unread` are ids of agencies of whose rows `after` lacks some because they cannot be read: nobody can say yet
    whether those were removed.
    """
    published = {(row.agency, *row.key): row for row in before}
    standing = {(row.agency, *row.key): row for row in after}
    lines: dict[tuple[str, ...], list[Figures]] = defaultdict(list)

    def line_of(row: Figures) -> tuple[str, ...]:
        return (row.agency, row.round, row.unit, meaning(row), row.method)

    for row in weeks.current(after):
        lines[line_of(row)].append(row)

    def earlier(row: Figures) -> Figures | None:
        line = lines.get(line_of(row), [])
        return next((other for other in reversed(line) if other.week < row.week), None)

    found: list[Change] = []
    for key, row in standing.items():
        if key not in published:
            old = published.get((*key[:-1], row.revision - 1)) or standing.get((*key[:-1], row.revision - 1))
            found.append(Change("corrected" if old else "new", row, old, earlier(row)))
        elif any(getattr(row, name) != getattr(published[key], name) for name in COLUMNS):
            found.append(Change("altered", row, published[key], earlier(row)))
    found += [
        Change("removed", row, row, earlier(row))
        for key, row in published.items()
        if key not in standing and row.agency not in unread
    ]
    return sorted(found, key=_order)


def tampering(changes: Sequence[Change], folder: str) -> Iterator[Problem]:
    """A problem at every cell that was altered and for every row that was removed; `folder` holds the files' names."""
    gone: dict[str, list[Figures]] = defaultdict(list)
    for change in changes:
        if change.kind == "removed":
            gone[change.row.agency].append(change.row)
        for column in change.columns:
            yield _altered(change, column)
    for agency, rows in gone.items():
        start = Place(f"{folder}/{agency}.csv")
        for row in rows:
            values = {name: str(getattr(row, name)) for name in KEY}
            yield Problem("W030", start, values)


def _altered(change: Change, column: str) -> Problem:
    place = change.row.place(column)
    old, new = (getattr(row, column) for row in (change.published, change.row))
    if column in _WORDS:
        return Problem("W029", place, {"column": column}, "words")
    values = {"column": column, "old": quotable(_text(old)), "new": quotable(_text(new))}
    variant = "filled" if old is None else "emptied" if new is None else ""
    return Problem("W029", place, values, variant)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _order(change: Change) -> tuple[object, ...]:
    row = change.row
    return (row.agency, row.round, row.week, row.unit != WHOLE, row.unit, row.pact_version, row.method, row.revision)
