"""One import: a roster and exports -> how many of each unit have signed by the end of a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netral.catalogue import severity
from netral.model.agency import Agency, Round
from netral.model.completion import WHOLE, Unit, holders, sunday_of
from netral.problems import Problem, in_order
from netral.stats.counting import Ledger, Progress, count_export
from netral.stats.mapping import FormMapping
from netral.stats.roster import Roster, read_roster
from netral.stats.tallies import Tallies
from netral.stats.terms import Counts, Terms
from netral.stats.unit_names import UnitNames

__all__ = ["Request", "Week", "count_week"]


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for. `week` is a Monday that is over on the day `today`."""

    agency: Agency
    #: A round with a pact version.
    round: Round
    week: dt.date
    today: dt.date
    mapping: FormMapping
    roster: Path
    exports: tuple[Path, ...]
    #: The agency's units; empty where it publishes none.
    units: tuple[Unit, ...]
    #: Is the agency made up? Then its people may have impossible numbers.
    trial: bool
    #: The pact's versions whose signatures count for the round, each with its digest; the round's own among them.
    digests: Mapping[str, str]

    @property
    def ends(self) -> dt.date:
        """The Sunday that closes the week."""
        return sunday_of(self.week)


@dataclass(frozen=True, slots=True)
class Week:
    """The counts of a week. `headcounts` and `signed`: unit -> number of people, `all` for the whole agency."""

    counts: Counts
    headcounts: Mapping[str, int]
    signed: Mapping[str, int]
    roster: Roster
    names: UnitNames


def count_week(request: Request, progress: Progress) -> tuple[Week | None, list[Problem]]:
    """The counts, and every problem of roster and exports; no counts where the roster cannot be used.

    Figures may be published only where none of the problems is an error.
    """
    names = UnitNames(request.units)
    by_number = request.mapping.by_number
    roster, problems = read_roster(request.roster, names, by_number=by_number, trial=request.trial)
    if roster is None:
        return None, problems
    signing = request.round.signing
    assert request.round.pact_version is not None
    terms = Terms(
        version=request.round.pact_version,
        digests=request.digests,
        ends=request.ends,
        today=request.today,
        opens=signing.opens.first if signing.opens else None,
        deadline=signing.deadline.last if signing.deadline else None,
        trial=request.trial,
    )
    counts, tallies = Counts(), Tallies()
    ledger = Ledger(request.mapping, terms, roster.people, names, tallies, counts)
    problems_of_roster = tuple(problems)
    for path in request.exports:
        problems += count_export(path, ledger, progress)
    # Where rows of the roster could not be read, "not on the roster" says nothing.
    unsure = any(severity(problem.code) == "error" for problem in problems_of_roster)
    problems += [problem for problem in tallies.problems() if not (unsure and problem.code == "I009")]
    headcounts = _merged(roster.headcounts, names, request.units)
    signed = _merged(roster.people.signed(), names, request.units)
    return Week(counts, headcounts, signed, roster, names), in_order(problems)


def _merged(counts: Mapping[int, int], names: UnitNames, units: Sequence[Unit]) -> dict[str, int]:
    """Counts by number of unit -> by id, those of units too small to stand alone within the unit that holds them."""
    held_in = holders(units)
    found = {WHOLE: sum(counts.values())}
    for number, count in counts.items():
        if name := names.ids[number]:
            found[held_in[name]] = found.get(held_in[name], 0) + count
    return found
