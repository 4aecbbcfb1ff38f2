"""The command `netral`: each subcommand a module with `add(subparsers)` and `run(options) -> exit code`.

Only the module of the command that is called is loaded: a check need not wait for what typesets and reads PDFs.

Exit codes: 0 clean, 1 the data is wrong, 2 the tool could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from netral import __version__
from netral.catalogue import labels
from netral.cli.options import Refused, default_lang

__all__ = ["main"]

#: What is typed -> the module of this package that does it; in this order they are listed.
COMMANDS: Mapping[str, str] = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "audit": "audit",
    "new": "new_agency",
    "pact": "pact",
    "form": "form",
    "stats": "stats",
    "proposal": "proposal",
    "translations": "translations",
    "ask-bench": "ask_bench",
    "links": "links",
    "codeowners": "codeowners",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8 by itself
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if argv is None else list(argv)
    say = labels(default_lang())
    parser = argparse.ArgumentParser(prog="netral", description=say("cli.about"))
    parser.add_argument("--version", action="version", version=f"netral {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in words[:1] if words and words[0] in COMMANDS else COMMANDS:
        import_module(f"{__name__}.{COMMANDS[name]}").add(subparsers, say)
    options = parser.parse_args(words)
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
