"""`netral stats changes`: what a proposal does to the figures that are published already."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels
from netral.cli.check import problems_of
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.load import load
from netral.meanings import meaning_of
from netral.model.completion import Figures
from netral.problems import in_order
from netral.proposal.versions import version_changes
from netral.report import FORMS
from netral.stats.changes import changes_of, tampering
from netral.stats.summary import summary

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("changes", help=say("cli.changes.help"))
    parser.add_argument("--before", type=Path, required=True, metavar="DIR", help=say("cli.changes.before"))
    add_data(parser, say)
    add_as_of(parser, say)
    parser.add_argument("--format", choices=("markdown", *FORMS), default="markdown", help=say("cli.changes.format"))
    parser.add_argument("--summary", type=Path, metavar="FILE", help=say("cli.changes.summary"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what changes; 1 where a published row was altered or removed, else 0. The made-up regency is left out.

    The Markdown goes to the end of `--summary` too, so that it is there whatever is printed.
    """
    say = labels(options.lang)
    day = chosen_day(options.as_of, options.lang)
    for folder in (options.before, options.data):
        if not folder.is_dir():
            raise Refused(say("cli.changes.no_folder", folder=folder))
    published = load(options.before).dataset
    before = published.completion
    dataset, texts, problems = problems_of(options.data, day)
    after, unread = _proposed(options.data, before)
    changes = changes_of(before, after, unread, meaning_of(dataset))
    forbidden = list(tampering(changes, (options.data / "completion").as_posix()))
    # `netral proposal` tells these at their lines; a summary that left them out would say that nothing is wrong.
    texts_changed = version_changes(published, dataset, (options.data / "pacts.yaml").as_posix(), day)
    rewritten = [each for change in texts_changed for each in change.problems]
    problems = in_order([*forbidden, *rewritten, *problems])
    told = summary(changes, problems, dataset, unread, options.lang)
    if options.summary is not None:
        with options.summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(told)
    if options.format == "markdown":
        sys.stdout.write(told)
    else:
        sys.stdout.write(FORMS[options.format](in_order(forbidden), texts, options.lang))
    return 1 if forbidden else 0


def _proposed(data: Path, before: tuple[Figures, ...]) -> tuple[tuple[Figures, ...], frozenset[str]]:
    """The rows of `data` without the made-up ones, and the agencies of which some rows cannot be read."""
    loaded = load(data)
    unread = {name.removeprefix("completion/") for name in loaded.dataset.unread if name.startswith("completion/")}
    files = {path.stem for path in (data / "completion").glob("*.csv")}
    if loaded.contract is None:  # then none of the files could be read
        unread |= {row.agency for row in before} & files
    return loaded.dataset.completion, frozenset(unread)
