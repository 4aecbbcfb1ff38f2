"""`netral audit`: look through a site that was built."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from netral.audit import audit
from netral.catalogue import Labels, labels
from netral.cli.options import Refused, add_lang
from netral.report import FORMS

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("audit", help=say("cli.audit.help"))
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), metavar="SITE", help=say("cli.audit.site"))
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help=say("cli.check.format"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong with the site; 1 where anything is."""
    if not options.site.is_dir():
        raise Refused(labels(options.lang)("cli.audit.missing", site=options.site))
    problems = audit(options.site)
    sys.stdout.write(FORMS[options.format](problems, {}, options.lang))
    return 1 if problems else 0
