"""`netral form`: what is done with the forms that pacts are signed by."""

from __future__ import annotations

import argparse
from typing import Any

from netral.catalogue import Labels
from netral.cli import form_check, form_export

__all__ = ["add"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the commands below `form`."""
    form: argparse.ArgumentParser = subparsers.add_parser("form", help=say("cli.form.help"))
    what = form.add_subparsers(dest="what", required=True, metavar="WHAT")
    form_check.add(what, say)
    form_export.add(what, say)
