"""`netral stats changes`: what a proposal does to the figures that are published already."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels
from netral.cli.check import problems_of
from netral.cli.comparing import add_comparison, refuse_missing, tell
from netral.cli.options import chosen_day
from netral.load import load
from netral.meanings import meaning_of
from netral.model.completion import Figures
from netral.problems import in_order
from netral.proposal.versions import version_changes
from netral.stats.changes import changes_of, tampering
from netral.stats.summary import summary

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("changes", help=say("cli.changes.help"))
    add_comparison(parser, say, say("cli.changes.format"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what changes; 1 where a published row was altered or removed, else 0. The made-up regency is left out."""
    say = labels(options.lang)
    day = chosen_day(options.as_of, options.lang)
    refuse_missing(options, say)
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
    return tell(options, told, in_order(forbidden), texts)


def _proposed(data: Path, before: tuple[Figures, ...]) -> tuple[tuple[Figures, ...], frozenset[str]]:
    """The rows of `data` without the made-up ones, and the agencies of which some rows cannot be read."""
    loaded = load(data)
    unread = {name.removeprefix("completion/") for name in loaded.dataset.unread if name.startswith("completion/")}
    files = {path.stem for path in (data / "completion").glob("*.csv")}
    if loaded.contract is None:  # then none of the files could be read
        unread |= {row.agency for row in before} & files
    return loaded.dataset.completion, frozenset(unread)
