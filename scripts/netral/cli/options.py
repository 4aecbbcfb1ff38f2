"""Options that several commands share."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path

from netral.catalogue import LANGS, Labels, labels
from netral.clock import as_of_day
from netral.problems import Lang

__all__ = ["Refused", "add_as_of", "add_data", "add_lang", "chosen_day", "default_lang"]


class Refused(Exception):
    """The command cannot run as asked; its text is told to the person and the exit code is 2."""


def default_lang() -> Lang:
    """`NETRAL_LANG`, else Indonesian: the people who keep the data read it."""
    return "en" if os.environ.get("NETRAL_LANG") == "en" else "id"


def add_data(parser: argparse.ArgumentParser, say: Labels) -> None:
    """`--data DIR`."""
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=say("cli.data"))


def add_as_of(parser: argparse.ArgumentParser, say: Labels) -> None:
    """`--as-of DATE`."""
    parser.add_argument("--as-of", metavar="DATE", help=say("cli.as_of"))


def add_lang(parser: argparse.ArgumentParser, say: Labels) -> None:
    """`--lang id|en`."""
    parser.add_argument("--lang", choices=LANGS, default=default_lang(), help=say("cli.lang"))


def chosen_day(option: str | None, lang: Lang) -> dt.date:
    """The as-of day of a command. Raises Refused where it is not a date."""
    try:
        return as_of_day(option, os.environ, dt.datetime.now(dt.UTC))
    except (ValueError, OverflowError, OSError):
        value = option if option is not None else f"SOURCE_DATE_EPOCH={os.environ.get('SOURCE_DATE_EPOCH')}"
        raise Refused(labels(lang)("cli.bad_date", value=value)) from None
