"""What the commands that hold a proposal against what is published have in common: options, folders, how they tell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from netral.catalogue import Labels
from netral.cli.options import Refused, add_as_of, add_data, add_lang
from netral.load.files import SourceText
from netral.problems import Problem
from netral.report import FORMS

__all__ = ["add_comparison", "refuse_missing", "tell"]


def add_comparison(parser: argparse.ArgumentParser, say: Labels, form: str) -> None:
    """The options of a comparison; `form` is the help of its `--format`."""
    parser.add_argument("--before", type=Path, required=True, metavar="DIR", help=say("cli.changes.before"))
    add_data(parser, say)
    add_as_of(parser, say)
    parser.add_argument("--format", choices=("markdown", *FORMS), default="markdown", help=form)
    parser.add_argument("--summary", type=Path, metavar="FILE", help=say("cli.changes.summary"))
    add_lang(parser, say)


def refuse_missing(options: argparse.Namespace, say: Labels) -> None:
    """Raise Refused where one of the two folders is none."""
    for folder in (options.before, options.data):
        if not folder.is_dir():
            raise Refused(say("cli.changes.no_folder", folder=folder))


def tell(options: argparse.Namespace, told: str, forbidden: Sequence[Problem], texts: Mapping[str, SourceText]) -> int:
    """Print `told`, or in another format what is `forbidden`; 1 where anything is, else 0.

    The Markdown goes to the end of `--summary` too, so that it is there whatever is printed.
    """
    if options.summary is not None:
        with options.summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(told)
    if options.format == "markdown":
        sys.stdout.write(told)
    else:
        sys.stdout.write(FORMS[options.format](forbidden, texts, options.lang))
    return 1 if forbidden else 0
