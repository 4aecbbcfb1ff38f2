"""`netral links`: try every outside address of the data, and tell which do not answer. It alone asks other hosts."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from netral import __version__
from netral.catalogue import Labels, labels, severity
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.load import load
from netral.outside.addresses import outside_addresses
from netral.outside.asking import ask
from netral.outside.report import Result, as_json, as_markdown
from netral.outside.trying import try_all
from netral.problems import in_order
from netral.report import FORMS

__all__ = ["add", "run"]

#: Seconds: for one answer, and between two questions to one host.
_TIMEOUT, _PAUSE = 20.0, 2.0
_LONGEST = 600


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("links", help=say("cli.links.help"))
    add_data(parser, say)
    add_as_of(parser, say)
    parser.add_argument("--summary", type=Path, metavar="FILE", help=say("cli.changes.summary"))
    parser.add_argument("--json", type=Path, metavar="FILE", help=say("cli.links.json"))
    parser.add_argument("--about", metavar="URL", help=say("cli.links.about"))
    parser.add_argument("--timeout", type=_seconds, default=_TIMEOUT, metavar="S", help=say("cli.links.timeout"))
    parser.add_argument("--pause", type=_seconds, default=_PAUSE, metavar="S", help=say("cli.links.pause"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value <= _LONGEST:
        raise ValueError(text)
    return value


def run(options: argparse.Namespace) -> int:
    """Print the report as Markdown, and write it where asked; 1 where a link is dead that has no exception."""
    day = chosen_day(options.as_of, options.lang)
    loaded = load(options.data)
    wrong = in_order(problem for problem in loaded.problems if severity(problem.code) == "error")
    if wrong:
        sys.stdout.write(FORMS["text"](wrong, loaded.texts, options.lang))
        return 1
    places = outside_addresses(loaded.dataset)
    borne = {each.url: each for each in loaded.dataset.links if each.until >= day}
    agent = f"netral/{__version__} (link check{f'; +{options.about}' if options.about else ''})"
    answers = try_all(places, partial(ask, agent=agent, timeout=options.timeout), partial(time.sleep, options.pause))
    results = [Result(answer, places[answer.url], borne.get(answer.url)) for answer in answers]
    told = as_markdown(results, day, options.lang)
    sys.stdout.write(told)
    try:
        if options.summary is not None:
            with options.summary.open("a", encoding="utf-8", newline="\n") as file:
                file.write(told)
        if options.json is not None:
            options.json.write_text(as_json(results, day), encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(labels(options.lang)("cli.links.unwritten", file=error.filename)) from None
    return 1 if any(result.group == "failed" for result in results) else 0
