"""`netral form export`: the files of an agency's forms, in a folder of their own."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from netral.build import editions
from netral.catalogue import Labels, labels, severity
from netral.cli.build import site_url_of
from netral.cli.check import problems_of
from netral.cli.named import agency_of, round_of
from netral.cli.options import Refused, add_data, add_lang, chosen_day
from netral.exports.form_readme import README
from netral.exports.form_set import form_set, strangers
from netral.exports.store import Store
from netral.model.agency import Round
from netral.model.dataset import Dataset
from netral.report import FORMS
from netral.signable import signable
from netral.versions import PactText
from netral.write import replace_folder

__all__ = ["add", "run"]

#: How many strange files of a folder are named.
_NAMED = 3


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("export", help=say("cli.form_export.help"))
    parser.add_argument("--agency", dest="agency_", required=True, metavar="ID", help=say("cli.import.agency"))
    parser.add_argument("--round", dest="round_", metavar="ID", help=say("cli.form_export.round"))
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help=say("cli.form_export.to"))
    parser.add_argument("--site-url", metavar="URL", help=say("cli.build.site_url"))
    add_data(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 and the whole set in place; else nothing is written: 1 nobody can sign this, 2 it could not run."""
    say = labels(options.lang)
    day = chosen_day(None, options.lang)
    site_url = site_url_of(options.site_url, Path.cwd(), say)
    to = Path(os.path.realpath(options.to))
    _refuse_others(to, options.to, say)
    dataset, texts, problems = problems_of(options.data, day)
    if any(severity(problem.code) == "error" for problem in problems):
        sys.stdout.write(FORMS["text"](problems, texts, options.lang))
        print(say("cli.import.data_wrong"), file=sys.stderr)
        return 1
    agency = agency_of(dataset, options.agency_, say)
    asked = agency.rounds if options.round_ is None else (round_of(agency, options.round_, say),)
    rounds = _signable(dataset, asked, say)
    if not rounds:
        print(f"netral: {say('cli.form_export.nothing')}", file=sys.stderr)
        return 1
    # `texts` holds more than the data files; no file of the set tells their digest.
    both = editions(dataset, day, site_url, texts)
    files = form_set(both, agency, rounds, Store(None))
    try:
        replace_folder(to, files)
    except OSError as fault:
        raise Refused(say("cli.form_export.unwritable", to=options.to, fault=fault.strerror or fault)) from None
    name = getattr(agency.name, options.lang)
    page = README[options.lang]
    print(say("cli.form_export.done", count=len(files), name=name, to=options.to, page=page))
    return 0


def _signable(dataset: Dataset, rounds: tuple[Round, ...], say: Labels) -> list[tuple[Round, PactText]]:
    """The rounds with a text; of the others it is told why they have none, and what to do."""
    found = []
    if not rounds:
        print(f"netral: {say('cli.form_export.no_round')}", file=sys.stderr)
    for round_ in rounds:
        text = signable(dataset, round_)
        if isinstance(text, PactText):
            found.append((round_, text))
            if round_.form is None:
                print(f"netral: {say('cli.form_export.no_notice', round=round_.id)}", file=sys.stderr)
        else:
            why = say(f"cli.form_export.why.{text.replace('-', '_')}", round=round_.id)
            print(f"netral: {why}", file=sys.stderr)
    return found


def _refuse_others(to: Path, named: Path, say: Labels) -> None:
    """A folder with anything in it that this command did not write is left alone."""
    if to.exists() and not to.is_dir():
        raise Refused(say("cli.form_export.no_folder", to=named))
    others = strangers(to) if to.is_dir() else []
    if others:
        names = ", ".join(others[:_NAMED]) + (", …" if len(others) > _NAMED else "")
        raise Refused(say("cli.form_export.others", to=named, names=names))
