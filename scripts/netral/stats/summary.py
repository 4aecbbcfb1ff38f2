"""What a proposal changes, told to somebody who has never seen a terminal: Markdown for the summary of a check."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from netral.catalogue import Labels, labels, severity
from netral.disclose.limits import limits_of
from netral.model.completion import WHOLE, Figures, Mark, Signed
from netral.model.dataset import Dataset
from netral.pages.count import mark_words
from netral.pages.template import heading
from netral.pages.wording import date_words, number_words
from netral.problems import Lang, Problem
from netral.report.listed import listed
from netral.stats.changes import Change
from netral.ways import exact

__all__ = ["summary"]

#: The host shows a megabyte at most; nobody reads more rows than this.
MOST_ROWS = 300


def summary(
    changes: Sequence[Change], problems: Sequence[Problem], dataset: Dataset, unread: Collection[str], lang: Lang
) -> str:
    """The summary: first what has to be mended, then a table for each agency whose figures change.

    `problems` are those of the whole check, `unread` the agencies whose files cannot be compared until they are mended.
    """
    say = labels(lang)
    parts = [f"## {say('changes.title')}", *_mend(problems, say, changed=bool(changes))]
    parts += [say("changes.unread", agency=_agency(dataset, agency, say)) for agency in sorted(unread)]
    if not changes and not unread:
        parts.append(say("changes.none"))
    for agency, rows in groupby(changes[:MOST_ROWS], lambda change: change.row.agency):
        parts += [f"### {_agency(dataset, agency, say)}", _table(list(rows), dataset, say)]
    if len(changes) > MOST_ROWS:
        parts.append(say("changes.more_rows", count=number_words(len(changes) - MOST_ROWS, say)))
    if changes:
        parts.append(say("changes.look"))
    return "\n\n".join(parts) + "\n"


def _mend(problems: Sequence[Problem], say: Labels, *, changed: bool) -> Iterator[str]:
    errors = sum(severity(problem.code) == "error" for problem in problems)
    clean = say("changes.clean") if changed else say("changes.clean_alone")
    yield say("changes.errors", count=errors) if errors else clean
    yield from listed(problems, say)


def _table(changes: Sequence[Change], dataset: Dataset, say: Labels) -> str:
    columns = ("week", "unit", "headcount", "signed", "since", "status")
    head = " | ".join(say(f"changes.{name}") for name in columns)
    lines = [f"| {head} |", "| --- | --- | ---: | ---: | ---: | --- |"]
    shown = [change.row for change in changes]
    several = {name for name in ("round", "pact_version") if len({getattr(row, name) for row in shown}) > 1}
    for change in changes:
        row = change.row
        cells = (
            say("span.moment", first=date_words(row.week, say), last=date_words(row.ends, say)),
            _unit(row, several, dataset, say),
            say("unknown") if row.headcount is None else number_words(row.headcount, say),
            _signed(row.signed, dataset, say),
            _since(row, change.earlier, say),
            _status(change, dataset, say),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _unit(row: Figures, several: Collection[str], dataset: Dataset, say: Labels) -> str:
    """Of whom the row speaks, and what else tells it from the others of its table."""
    name = next((unit.name for unit in dataset.units if (unit.agency, unit.id) == (row.agency, row.unit)), None)
    words = [say("changes.whole") if row.unit == WHOLE else heading(getattr(name, say.lang) if name else row.unit)]
    if "round" in several:
        words.append(say("changes.round", round=heading(row.round)))
    if "pact_version" in several:
        words.append(say("changes.version", version=heading(row.pact_version)))
    if row.method != "any":
        words.append(say(f"changes.method.{row.method}"))
    return ", ".join(words)


def _signed(signed: Signed, dataset: Dataset, say: Labels) -> str:
    """As the pages say it."""
    if signed is None:
        return say("unknown")
    if isinstance(signed, Mark):
        return mark_words(say, signed, None, limits_of(dataset).cell)
    return number_words(signed, say)


def _since(row: Figures, earlier: Figures | None, say: Labels) -> str:
    """How many more than the week before, where both are told."""
    if earlier is None:
        return say("changes.first")
    now, before = exact(row), exact(earlier)
    if now is None or before is None:
        return say("changes.untold")
    more = now - before
    words = f"{'+' if more > 0 else '−' if more < 0 else ''}{number_words(abs(more), say)}"  # noqa: RUF001 (a minus sign)
    if _weeks_between(earlier, row) == 1:
        return words
    return say("changes.since_week", more=words, week=date_words(earlier.week, say))


def _weeks_between(earlier: Figures, row: Figures) -> int:
    """How many weeks lie from one row to the other; 1 = they follow each other."""
    return (row.week - earlier.week).days // 7


def _status(change: Change, dataset: Dataset, say: Labels) -> str:
    if change.kind == "corrected" and change.published is not None:
        was = _signed(change.published.signed, dataset, say)
        return say("changes.kind.corrected", revision=change.row.revision, was=was)
    words = say(f"changes.kind.{change.kind}")
    if change.kind != "new":
        return f"**{words}**"
    return f"{words}, {say(f'changes.status_word.{change.row.status}')}"


def _agency(dataset: Dataset, agency: str, say: Labels) -> str:
    name = next((each.name for each in dataset.agencies if each.id == agency), None)
    return heading(getattr(name, say.lang) if name else agency)
