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
from netral.cli.options import Refused, add_data, add_lang, chosen_day
from netral.exports.form_readme import README
from netral.exports.form_set import form_set, strangers
from netral.exports.store import Store
from netral.load import load
from netral.load.records import nearest
from netral.model.agency import Agency, Round
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
    _, texts, problems = problems_of(options.data, day)
    if any(severity(problem.code) == "error" for problem in problems):
        sys.stdout.write(FORMS["text"](problems, texts, options.lang))
        print(say("cli.import.data_wrong"), file=sys.stderr)
        return 1
    loaded = load(options.data, demo=True)
    agency = _agency(loaded.dataset, options.agency_, say)
    rounds = _signable(loaded.dataset, _rounds(agency, options.round_, say), say)
    if not rounds:
        print(f"netral: {say('cli.form_export.nothing')}", file=sys.stderr)
        return 1
    both = editions(loaded.dataset, day, site_url, loaded.texts)
    files = form_set(both, agency, rounds, Store(None))
    try:
        replace_folder(to, files)
    except OSError as fault:
        raise Refused(say("cli.form_export.unwritable", to=options.to, fault=fault.strerror or fault)) from None
    name = getattr(agency.name, options.lang)
    page = README[options.lang]
    print(say("cli.form_export.done", count=len(files), name=name, to=options.to, page=page))
    return 0


def _agency(dataset: Dataset, word: str, say: Labels) -> Agency:
    agencies = {agency.id: agency for agency in dataset.agencies}
    if word not in agencies:
        guess = nearest(word, list(agencies))
        raise Refused(say("cli.import.no_agency", value=word, guess=guess or ", ".join(sorted(agencies))))
    return agencies[word]


def _rounds(agency: Agency, word: str | None, say: Labels) -> tuple[Round, ...]:
    if word is None:
        return agency.rounds
    chosen = tuple(round_ for round_ in agency.rounds if round_.id == word)
    if not chosen:
        known = ", ".join(round_.id for round_ in agency.rounds) or "-"
        raise Refused(say("cli.import.no_round", value=word, known=known))
    return chosen


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
