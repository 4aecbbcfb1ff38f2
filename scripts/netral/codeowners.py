"""CODEOWNERS: who has to agree before an agency's figures change. Records in, the file's text out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netral.catalogue import LANGS, labels
from netral.load.contract import TABLES
from netral.model.dataset import Dataset

__all__ = ["FILE", "is_account", "owners_text"]

#: Where the host looks for it, below the folder of the project.
FILE = ".github/CODEOWNERS"
#: `@account`, or `@organisation/team`. The host also takes e-mail addresses; those are personal data.
_ACCOUNT = re.compile(r"@[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(/[A-Za-z0-9][A-Za-z0-9_-]*)?")


def is_account(text: str) -> bool:
    """Is `text` an account or a team in the form the host reads?"""
    return _ACCOUNT.fullmatch(text) is not None


def owners_text(dataset: Dataset, folder: str) -> str:
    """The whole file. `folder` is the data folder's path below the project's.

    The last rule that fits a file counts, so the owners of everything stand first. An agency without maintainers has
    no rule and falls to them.
    """
    owners = [owner for site in dataset.site for owner in site.owners]
    rules = [_rule("*", owners)] if owners else []
    for agency in sorted(dataset.agencies, key=lambda each: each.id):
        if agency.maintainers and not dataset.is_made_up(agency):
            rules += [_rule(f"/{folder}/{table}/{agency.id}.csv", agency.maintainers) for table in TABLES]
    notes = ["made", *([] if owners else ["nobody" if not rules else "no_owners"])]
    lines = [f"# {labels(lang)(f'codeowners.{note}')}" for note in notes for lang in LANGS]
    return "\n".join([*lines, *rules]) + "\n"


def _rule(pattern: str, accounts: Sequence[str]) -> str:
    return f"{pattern} {' '.join(dict.fromkeys(accounts))}"
