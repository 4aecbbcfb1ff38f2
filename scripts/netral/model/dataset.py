"""Dataset: every record of a run, and the ways to find one by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from netral.citations.naming import Register, register_of
from netral.model.act import Act
from netral.model.agency import Agency, Round, Statement
from netral.model.base import Record
from netral.model.channel import Channel
from netral.model.completion import Figures, Unit
from netral.model.election import Election
from netral.model.limit import Limit
from netral.model.link_exception import LinkException
from netral.model.pact import Pact
from netral.model.redirect import Redirect
from netral.model.regulation import Provision, Regulation
from netral.model.sanction import Ladder, Level, Rung
from netral.model.site import Site
from netral.model.source import Source
from netral.model.unrecorded import Unrecorded

__all__ = ["KINDS", "OPTIONAL", "Dataset", "Item"]

Item = (
    Site
    | Limit
    | Source
    | Unrecorded
    | Regulation
    | Ladder
    | Act
    | Pact
    | Election
    | Channel
    | Agency
    | Redirect
    | LinkException
)

#: The data files in the order they are read, each with the record it holds.
KINDS: dict[str, type[Item]] = {
    "site": Site,
    "disclosure": Limit,
    "sources": Source,
    "unrecorded": Unrecorded,
    "regulations": Regulation,
    "sanctions": Ladder,
    "acts": Act,
    "pacts": Pact,
    "elections": Election,
    "channels": Channel,
    "agencies": Agency,
    "redirects": Redirect,
    "links": LinkException,
}
#: Those that need not be there.
OPTIONAL = frozenset({"redirects", "links"})


@dataclass(frozen=True)
class Dataset:
    """All records. `made_up` holds the ids of those from the demo folder; `unread` names files that broke."""

    site: tuple[Site, ...] = ()
    disclosure: tuple[Limit, ...] = ()
    sources: tuple[Source, ...] = ()
    #: Instruments that texts name and `regulations` leaves out, each with the reason.
    unrecorded: tuple[Unrecorded, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    sanctions: tuple[Ladder, ...] = ()
    acts: tuple[Act, ...] = ()
    pacts: tuple[Pact, ...] = ()
    elections: tuple[Election, ...] = ()
    channels: tuple[Channel, ...] = ()
    agencies: tuple[Agency, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    links: tuple[LinkException, ...] = ()
    #: Rows of `completion/` and `units/`, as they stand in the files.
    completion: tuple[Figures, ...] = ()
    units: tuple[Unit, ...] = ()
    made_up: frozenset[str] = field(default=frozenset())
    unread: frozenset[str] = field(default=frozenset())

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """The records of one data file."""
        found: tuple[Item, ...] = getattr(self, kind)
        return found

    def __iter__(self) -> Iterator[tuple[str, Item]]:
        for kind in KINDS:
            for item in self.of_kind(kind):
                yield kind, item

    @cached_property
    def ids(self) -> dict[str, dict[str, Item]]:
        """kind -> id -> record."""
        return {kind: {item.id: item for item in self.of_kind(kind)} for kind in KINDS}

    def pact_of(self, round_: Round) -> Pact | None:
        """The pact that is signed or spoken in a round; None where the round names none, or one that is not there."""
        pact = self.ids["pacts"].get(round_.pact or "")
        return pact if isinstance(pact, Pact) else None

    @cached_property
    def provisions(self) -> dict[str, tuple[Regulation, Provision]]:
        """`regulation/provision` -> both."""
        return {f"{law.id}/{part.id}": (law, part) for law in self.regulations for part in law.provisions}

    @cached_property
    def register(self) -> Register:
        """The regulations by what their citations say, to find those that citations name."""
        return register_of(self.regulations)

    @cached_property
    def law_refs(self) -> dict[str, Regulation]:
        """Every way to name a law or a part of one -> its regulation."""
        whole = {law.id: law for law in self.regulations}
        return whole | {ref: law for ref, (law, _) in self.provisions.items()}

    @cached_property
    def sanction_refs(self) -> dict[str, tuple[Ladder, Level | None, Rung | None]]:
        """`ladder`, `ladder/level`, `ladder/level/rung` -> what each names."""
        found: dict[str, tuple[Ladder, Level | None, Rung | None]] = {}
        for ladder in self.sanctions:
            found[ladder.id] = (ladder, None, None)
            for level in ladder.levels:
                found[f"{ladder.id}/{level.id}"] = (ladder, level, None)
                for rung in level.rungs:
                    found[f"{ladder.id}/{level.id}/{rung.id}"] = (ladder, level, rung)
        return found

    @cached_property
    def statements(self) -> dict[str, tuple[Agency, Statement]]:
        """`agency/statement` -> both."""
        return {f"{a.id}/{s.id}": (a, s) for a in self.agencies for s in a.statements}

    @cached_property
    def rounds(self) -> dict[str, tuple[Agency, Round]]:
        """Round id -> its agency and itself."""
        return {r.id: (a, r) for a in self.agencies for r in a.rounds}

    def is_made_up(self, record: Record) -> bool:
        """Does `record` come from the demo folder?"""
        return getattr(record, "id", None) in self.made_up
