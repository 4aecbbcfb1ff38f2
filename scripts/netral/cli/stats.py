"""`netral stats`: what is done with weekly figures."""

from __future__ import annotations

import argparse
from typing import Any

from netral.catalogue import Labels
from netral.cli import stats_changes, stats_import

__all__ = ["add"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the commands below `stats`."""
    stats: argparse.ArgumentParser = subparsers.add_parser("stats", help=say("cli.stats.help"))
    what = stats.add_subparsers(dest="what", required=True, metavar="WHAT")
    stats_changes.add(what, say)
    stats_import.add(what, say)
