"""The command `netral`: each subcommand a module with `add(subparsers)` and `run(options) -> exit code`.

Exit codes: 0 clean, 1 the data is wrong, 2 the tool could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from netral import __version__
from netral.catalogue import labels
from netral.cli import audit, build, check, codeowners, form, links, new_agency, pact, serve, stats
from netral.cli.options import Refused, default_lang

__all__ = ["main"]

COMMANDS = (check, build, serve, audit, new_agency, pact, form, stats, codeowners, links)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8 by itself
            stream.reconfigure(encoding="utf-8", errors="replace")
    say = labels(default_lang())
    parser = argparse.ArgumentParser(prog="netral", description=say("cli.about"))
    parser.add_argument("--version", action="version", version=f"netral {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(subparsers, say)
    options = parser.parse_args(argv)
    try:
        return int(options.run(options))
    except Refused as refusal:
        print(f"netral: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 2
    except KeyboardInterrupt:
        return 130
