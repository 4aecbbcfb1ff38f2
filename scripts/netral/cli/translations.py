"""`netral translations`: which English texts are behind their Indonesian ones; and to say that one is still right."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels, severity
from netral.cli.options import Refused, add_data, add_lang
from netral.load import load
from netral.report import FORMS
from netral.translations import Comparison, Pair, Stamps, all_pairs, compare, confirmed, stamped
from netral.translations.reading import FILE, read_stamps
from netral.translations.texts import placed
from netral.write import replace_file

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("translations", help=say("cli.translations.help"))
    parser.add_argument("--stamp", action="store_true", help=say("cli.translations.stamp"))
    parser.add_argument("--confirm", nargs="+", default=[], metavar="PLACE", help=say("cli.translations.confirm"))
    add_data(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List what is behind and what is new; 0 whatever it finds, 1 where the data cannot be read.

    With `--confirm` the English at those places counts as made from the Indonesian as it is, with `--stamp` so does
    all that is new; the stamps of texts that are gone are dropped. What cannot be read is not dropped: nothing is
    written then.
    """
    say: Labels = labels(options.lang)
    loaded = load(options.data, demo=True)
    path: Path = options.data / FILE
    stamps, unread = read_stamps(path)
    problems = [*(p for p in loaded.problems if severity(p.code) == "error"), *unread]
    if problems:
        print(FORMS["text"](problems, loaded.texts, options.lang), end="")
        return 1
    pairs = all_pairs(loaded.dataset, options.data.parent / "docs")
    known = stamps or Stamps()
    found = compare(pairs, known)
    if options.confirm:
        known = confirmed(known, _chosen(found, options.confirm, say))
        found = compare(pairs, known)
    if options.stamp:
        known = stamped(found)
        found = compare(pairs, known)
    if options.stamp or options.confirm:
        replace_file(path, known.text().encode())
    print(_told(found, len(pairs), say), end="")
    return 0


def _chosen(found: Comparison, places: Sequence[str], say: Labels) -> list[Pair]:
    """The pairs behind at `places`, each a file, or a file and a line. Raises Refused for one with nothing behind."""
    behind = [(placed(pair).place, pair) for pair in found.behind]
    chosen = []
    for wanted in places:
        here = [p for place, p in behind if wanted in {place.file, f"{place.file}:{place.line}", str(place)}]
        if not here:
            raise Refused(say("cli.translations.nothing_there", place=wanted))
        chosen += here
    return list({id(pair): pair for pair in chosen}.values())


def _told(found: Comparison, count: int, say: Labels) -> str:
    lines = []
    for pair in found.behind:
        place = placed(pair).place
        lines += [f"{place.file}:{place.line}"]
        lines += [f"  {say('cli.translations.english')}: {' '.join(pair.en.split())}"]
        lines += [f"  {say('cli.translations.indonesian')}: {' '.join(pair.id.split())}", ""]
    counts = {"behind": len(found.behind), "new": len(found.new), "count": count}
    lines.append(say("cli.translations.summary", **counts))
    if found.behind:
        lines.append(say("cli.translations.how_behind"))
    if found.new:
        lines.append(say("cli.translations.how_new"))
    return "\n".join(lines) + "\n"
