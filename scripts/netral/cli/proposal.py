"""`netral proposal`: what a proposal does to texts that people may have signed, and to what statements rest on."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.load import load
from netral.problems import in_order
from netral.proposal.bases import lost_bases
from netral.proposal.summary import summary
from netral.proposal.versions import version_changes
from netral.report import FORMS

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("proposal", help=say("cli.proposal.help"))
    parser.add_argument("--before", type=Path, required=True, metavar="DIR", help=say("cli.changes.before"))
    add_data(parser, say)
    add_as_of(parser, say)
    parser.add_argument("--format", choices=("markdown", *FORMS), default="markdown", help=say("cli.proposal.format"))
    parser.add_argument("--summary", type=Path, metavar="FILE", help=say("cli.changes.summary"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what changes; 1 where a published version was altered or removed, else 0. Made-up records are left out.

    The Markdown goes to the end of `--summary` too, so that it is there whatever is printed.
    """
    say = labels(options.lang)
    day = chosen_day(options.as_of, options.lang)
    for folder in (options.before, options.data):
        if not folder.is_dir():
            raise Refused(say("cli.changes.no_folder", folder=folder))
    before, after = load(options.before), load(options.data)
    changes = version_changes(before.dataset, after.dataset, (options.data / "pacts.yaml").as_posix(), day)
    unread = "pacts" in before.dataset.unread | after.dataset.unread
    told = summary(changes, lost_bases(before.dataset, after.dataset), options.lang, unread=unread)
    if options.summary is not None:
        with options.summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(told)
    forbidden = in_order(problem for change in changes for problem in change.problems)
    if options.format == "markdown":
        sys.stdout.write(told)
    else:
        sys.stdout.write(FORMS[options.format](forbidden, after.texts, options.lang))
    return 1 if forbidden else 0
