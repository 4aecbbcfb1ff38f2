"""`netral codeowners`: write, check or show the file that says who may change whose figures."""

from __future__ import annotations

import argparse
from typing import Any

from netral.catalogue import Labels, labels, severity
from netral.check.agencies import check_accounts
from netral.cli.options import add_data, add_lang
from netral.codeowners import FILE, owners_text
from netral.load import load
from netral.problems import in_order
from netral.report import FORMS
from netral.write import replace_file

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("codeowners", help=say("cli.codeowners.help"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help=say("cli.codeowners.write"))
    what.add_argument("--check", action="store_true", help=say("cli.codeowners.check"))
    add_data(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the text, or with `--write` put it in place; 1 where `--check` finds another, or the accounts are wrong.

    Nothing is written from data that cannot be read: an agency left out would lose its owners without a word.
    """
    say = labels(options.lang)
    loaded = load(options.data)
    problems = in_order([*loaded.problems, *check_accounts(loaded.dataset)])
    owned = tuple((options.data / name).as_posix() for name in ("site.yaml", "agencies.yaml"))
    wrong = [p for p in problems if severity(p.code) == "error" and (p.place.file in owned or p.code == "F001")]
    if wrong:
        print(FORMS["text"](wrong, loaded.texts, options.lang), end="")
        return 1
    folder = options.data.resolve()
    path = folder.parent / FILE
    text = owners_text(loaded.dataset, folder.name)
    if options.write:
        replace_file(path, text.encode())
        print(say("cli.codeowners.written", file=FILE))
        return 0
    if not options.check:
        print(text, end="")
        return 0
    if path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == text.encode():
        print(say("cli.codeowners.same", file=FILE))
        return 0
    print(f"{say('cli.codeowners.stale', file=FILE)}\n\n```text\n{text}```")
    return 1
