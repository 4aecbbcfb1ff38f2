"""Agencies: each by its own name, each round with a version that exists, each account in the host's form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.codeowners import is_account
from netral.model.base import Record
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.problems import Problem, quotable

__all__ = ["check_accounts", "check_agencies"]


def check_agencies(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """No two agencies share a name; a round's pact version is one that was published; accounts are accounts."""
    yield from check_accounts(dataset)
    seen: dict[tuple[str, str], Place] = {}
    for agency in dataset.agencies:
        for lang in ("id", "en"):
            name = getattr(agency.name, lang)
            place = agency.name.at.value(lang)
            key = (lang, name.casefold())
            if key in seen:
                yield Problem("A001", place, {"name": name, "first": str(seen[key])})
            seen.setdefault(key, place)
        for round_ in agency.rounds:
            pact = dataset.pact_of(round_)
            if round_.pact is not None and round_.pact_version is None:
                yield Problem("A002", round_.at.value("pact_version"), {"pact": round_.pact, "known": ""}, "none")
            if pact is not None and round_.pact_version is not None:
                known = [pact.version, *(past.version for past in pact.past)]
                if round_.pact_version not in known:
                    values = {"version": round_.pact_version, "pact": pact.id, "known": ", ".join(known)}
                    yield Problem("A002", round_.at.value("pact_version"), values)


def check_accounts(dataset: Dataset) -> Iterator[Problem]:
    """Who may change the figures of an agency, or all files, is named as the host names accounts and teams."""
    named: list[tuple[Record, str, tuple[str, ...]]] = [(site, "owners", site.owners) for site in dataset.site]
    named += [(agency, "maintainers", agency.maintainers) for agency in dataset.agencies]
    for record, key, accounts in named:
        for index, account in enumerate(accounts):
            if is_account(account):
                continue
            guess = f"@{account}" if is_account(f"@{account}") else ""
            values = {"key": key, "value": quotable(account), "guess": guess}
            yield Problem("A003", record.at.item(key, index), values, "guess" if guess else "")
