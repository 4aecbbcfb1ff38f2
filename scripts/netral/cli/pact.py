"""`netral pact`: what is done with the texts of pacts."""

from __future__ import annotations

import argparse
from typing import Any

from netral.catalogue import Labels
from netral.cli import pact_verify

__all__ = ["add"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the commands below `pact`."""
    pact: argparse.ArgumentParser = subparsers.add_parser("pact", help=say("cli.pact.help"))
    what = pact.add_subparsers(dest="what", required=True, metavar="WHAT")
    pact_verify.add(what, say)
