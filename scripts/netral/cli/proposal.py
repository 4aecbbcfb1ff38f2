"""`netral proposal`: what a proposal does to texts that people may have signed, and to what statements rest on."""

from __future__ import annotations

import argparse
from typing import Any

from netral.catalogue import Labels, labels
from netral.cli.comparing import add_comparison, refuse_missing, tell
from netral.cli.options import chosen_day
from netral.load import load
from netral.problems import in_order
from netral.proposal.bases import lost_bases
from netral.proposal.summary import summary
from netral.proposal.versions import version_changes

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("proposal", help=say("cli.proposal.help"))
    add_comparison(parser, say, say("cli.proposal.format"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what changes; 1 where a published version was altered or removed, else 0. Made-up records are left out."""
    say = labels(options.lang)
    day = chosen_day(options.as_of, options.lang)
    refuse_missing(options, say)
    before, after = load(options.before), load(options.data)
    changes = version_changes(before.dataset, after.dataset, (options.data / "pacts.yaml").as_posix(), day)
    unread = "pacts" in before.dataset.unread | after.dataset.unread
    told = summary(changes, lost_bases(before.dataset, after.dataset), options.lang, unread=unread)
    forbidden = in_order(problem for change in changes for problem in change.problems)
    return tell(options, told, forbidden, after.texts)
