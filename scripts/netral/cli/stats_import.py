"""`netral stats import`: exports of a web form -> rows of weekly figures. Run where the private data are.

No message, log or traceback of it ever repeats a cell of an export or a roster.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from netral.catalogue import Labels, labels, severity
from netral.cli.check import problems_of
from netral.cli.import_report import fault_of, progress, tell
from netral.cli.importing import draft_problems, mapping_of, request_of, target_of
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.meanings import by_meaning
from netral.model.completion import Figures, Method
from netral.model.dataset import Dataset
from netral.problems import Problem
from netral.report.forms import as_text
from netral.stats.appending import with_rows
from netral.stats.importing import Request, count_week
from netral.stats.missing_list import missing_people, write_missing
from netral.stats.repository import is_inside, repository_of
from netral.stats.revising import Publish, Telling, as_begun, exact_rows, rows_to_add
from netral.write import replace_file

__all__ = ["add", "run"]

#: How the rows to add are made fit to be published; None = by `netral.disclose`.
Publisher = Callable[[Dataset], Publish]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("import", help=say("cli.import.help"))
    parser.add_argument("exports", nargs="+", type=Path, metavar="EXPORT", help=say("cli.import.exports"))
    parser.add_argument("--agency", dest="agency_", required=True, metavar="ID", help=say("cli.import.agency"))
    parser.add_argument("--round", dest="round_", required=True, metavar="R", help=say("cli.import.round"))
    parser.add_argument(
        "--from", dest="from_", required=True, metavar="PROVIDER|mapping.yaml", help=say("cli.import.from")
    )
    parser.add_argument("--week", dest="week_", required=True, metavar="DATE", help=say("cli.import.week"))
    parser.add_argument("--roster", required=True, type=Path, metavar="FILE", help=say("cli.import.roster"))
    parser.add_argument("--roster-date", metavar="DATE", help=say("cli.import.roster_date"))
    parser.add_argument("--missing", type=Path, metavar="FILE", help=say("cli.import.missing"))
    parser.add_argument("--confirmed-by", metavar="OFFICE", help=say("cli.import.confirmed_by"))
    parser.add_argument(
        "--status", choices=("provisional", "final"), default="provisional", help=say("cli.import.status")
    )
    parser.add_argument("--method", choices=get_args(Method), default="any", help=say("cli.import.method"))
    parser.add_argument("--note", default="", metavar="TEXT", help=say("cli.import.note"))
    add_data(parser, say)
    add_as_of(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count, tell what was met, add the rows. A fault of the program is told without what it was working on."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what reads workbooks warns with the content of cells
            return _import(options)
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001 (a traceback ends in the value that failed: somebody's name or number)
        raise Refused(labels(options.lang)("cli.import.fault", fault=fault_of(error))) from None


def _import(options: argparse.Namespace) -> int:
    say = labels(options.lang)
    today = chosen_day(options.as_of, options.lang)
    _refuse_inside(options, say)
    mapping, problems = mapping_of(options.from_, say)
    if mapping is None:
        return _report(problems, {}, options)
    dataset, texts, problems = problems_of(options.data, today)
    if _errors(problems):
        print(say("cli.import.data_wrong"), file=sys.stderr)
        return _report(problems, texts, options)
    request = request_of(options, dataset, mapping, today, say)
    published = [row for row in dataset.completion if row.agency == request.agency.id]
    telling = _telling(options, request, published, say)
    week, problems = count_week(request, progress(say))
    if week is None or _errors(problems):
        return _report(problems, {}, options)
    if options.missing is not None and not week.roster.columns.listed:
        raise Refused(say("cli.import.nobody_listed", file=options.roster))
    fresh = as_begun(published, exact_rows(request, week, telling), request.digests)
    rows = rows_to_add(published, fresh, publisher(dataset))
    if any(row.revision > 1 for row in rows) and not options.note.strip():
        raise Refused(say("cli.import.note_needed", week=request.week.isoformat()))
    target = target_of(options.data, dataset, request.agency.id)
    content = with_rows(target.read_bytes() if target.exists() else b"", rows)
    found, texts = draft_problems(options.data, target, content, today) if rows else ([], {})
    if _errors(found):
        print(say("cli.import.rows_wrong"), file=sys.stderr)
        return _report(found, texts, options)
    if rows:
        _write(lambda: replace_file(target, content), target, say)
    if options.missing is not None:
        header = (
            say("cli.import.list_unit"),
            say("cli.import.list_name"),
            say("cli.import.list_number"),
        )
        people = missing_people(request, week)
        _write(lambda: write_missing(options.missing, header, people), options.missing, say)
    tell(options, request, week, published, rows, target, problems, say)
    return 0


def publisher(dataset: Dataset) -> Publish:
    """Disclosure control with this dataset's limits."""
    from netral.disclose import limits_of, publishable  # noqa: PLC0415 (tests put others in its place)

    limits = limits_of(dataset)

    def publish(published: Sequence[Figures], fresh: Sequence[Figures]) -> tuple[Figures, ...]:
        merged = by_meaning(dataset, fresh)  # versions of one meaning are signed by the same people
        own = {row.key: each.pact_version for row, each in zip(merged, fresh, strict=True)}
        found = publishable(by_meaning(dataset, published), merged, limits)
        return tuple(replace(row, pact_version=own[row.key]) for row in found)

    return publish


def _refuse_inside(options: argparse.Namespace, say: Labels) -> None:
    roots = repository_of(options.data)
    for path in (*options.exports, options.roster):
        if is_inside(path, roots):
            raise Refused(say("cli.import.inside", file=path))
    if options.missing is not None:
        if is_inside(options.missing, roots):
            raise Refused(say("cli.import.missing_inside", file=options.missing))
        if options.missing.suffix.lower() not in {".csv", ".xlsx"}:
            raise Refused(say("cli.import.missing_kind", file=options.missing))
        if options.missing.is_symlink() or options.missing.exists() or not options.missing.parent.is_dir():
            raise Refused(say("cli.import.missing_exists", file=options.missing))


def _telling(options: argparse.Namespace, request: Request, published: list[Figures], say: Labels) -> Telling:
    before = max(published, key=lambda row: (row.week, row.revision), default=None)
    office = options.confirmed_by or (before.confirmed_by if before else "")
    if not office.strip():
        raise Refused(say("cli.import.no_office"))
    day = request.ends
    if options.roster_date is not None:
        day = chosen_day(options.roster_date, options.lang)
        if day > request.today:
            raise Refused(say("cli.import.roster_later", value=options.roster_date))
    return Telling(options.method, options.status, day, " ".join(office.split()), " ".join(options.note.split()))


def _write(write: Callable[[], None], target: Path, say: Labels) -> None:
    try:
        write()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(say("cli.import.unwritable", file=target, reason=reason)) from None


def _errors(problems: list[Problem]) -> bool:
    return any(severity(problem.code) == "error" for problem in problems)


def _report(problems: list[Problem], texts: Any, options: argparse.Namespace) -> int:
    sys.stdout.write(as_text(problems, texts, options.lang))
    return 1
