"""What `netral stats import` says: how far it is, what it counted, and where a fault of the program lies."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from netral.catalogue import Labels
from netral.load.files import SourceText
from netral.model.completion import Figures, Mark
from netral.problems import Problem
from netral.report.forms import as_text
from netral.stats.importing import Request, Week

__all__ = ["fault_of", "progress", "tell"]


def progress(say: Labels) -> Callable[[str, int], None]:
    """What tells how far a long file is, on the side."""

    def told(name: str, rows: int) -> None:
        print(say("cli.import.progress", file=name, rows=f"{rows:,}".replace(",", " ")), file=sys.stderr, flush=True)

    return told


def tell(
    options: argparse.Namespace,
    request: Request,
    week: Week,
    published: list[Figures],
    rows: tuple[Figures, ...],
    target: Path,
    problems: list[Problem],
    say: Labels,
) -> None:
    """Print what was met, what was counted, and the rows that were added."""
    texts: dict[str, SourceText] = {}
    if problems:
        sys.stdout.write(as_text(problems, texts, options.lang))
    counts = week.counts
    print(say("cli.import.read", rows=counts.read, files=len(request.exports)))
    print(
        say(
            "cli.import.passed_by",
            later=counts.later,
            ends=request.ends.isoformat(),
            unfinished=counts.unfinished,
        )
    )
    print(say("cli.import.by_number") if request.mapping.by_number else say("cli.import.by_name"))
    for row in rows:
        print(_row(row, say))
    known = any(row.week == request.week and row.round == request.round.id for row in published)
    file, monday = target.as_posix(), request.week.isoformat()
    if rows:
        print(say("cli.import.written", file=file))
    elif known:
        print(say("cli.import.same", file=file, week=monday))
    else:
        print(say("cli.import.too_small", week=monday))
    if options.missing is not None:
        print(say("cli.import.missing_written", file=options.missing))


def _row(row: Figures, say: Labels) -> str:
    values: dict[str, object] = {"unit": row.unit, "week": row.week.isoformat(), "headcount": row.headcount}
    if isinstance(row.signed, Mark):
        return say("cli.import.marked", **values, mark=say(f"cli.import.marks.{row.signed.value.replace('-', '_')}"))
    if row.revision > 1:
        return say("cli.import.corrected", **values, signed=row.signed, revision=row.revision)
    return say("cli.import.row", **values, signed=row.signed)


def fault_of(error: Exception) -> str:
    """Kind and place of a fault, without its words: they may be somebody's name or number."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}{where}"
