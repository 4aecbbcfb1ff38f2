"""The three forms of a report: `text` for people, `json` for programs, `github` for notes on a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from netral.catalogue import LANGS, fix, labels, message, severity
from netral.load.files import SourceText
from netral.personal import masked
from netral.problems import Lang, Problem

__all__ = ["FORMS", "as_github", "as_json", "as_text"]

Texts = Mapping[str, SourceText]
#: A line longer than this is cut around the caret.
EXCERPT = 100


def as_text(problems: Sequence[Problem], texts: Texts, lang: Lang) -> str:
    """Each problem with its line, a caret under the fault and how to mend it; then the count."""
    say = labels(lang)
    blocks = [_block(problem, texts, lang) for problem in problems]
    errors = sum(severity(p.code) == "error" for p in problems)
    files = len({p.place.file for p in problems})
    if not problems:
        return say("report.clean") + "\n"
    count = say("report.count", errors=errors, warnings=len(problems) - errors, files=files)
    return "\n".join([*blocks, count, say("report.pages", code=problems[0].code)]) + "\n"


def _block(problem: Problem, texts: Texts, lang: Lang) -> str:
    say = labels(lang)
    kind = say(f"report.{severity(problem.code)}")
    head = f"{problem.place}: {problem.code} ({kind}): {message(problem, lang)}"
    excerpt = _excerpt(problem, texts)
    mend = f"   = {say('report.fix')}: {fix(problem, lang)}"
    return "\n".join([head, *excerpt, mend, ""])


def _excerpt(problem: Problem, texts: Texts) -> list[str]:
    source = texts.get(problem.place.file)
    line = source.line(problem.place.line) if source else ""
    if not line.strip() or problem.code.startswith("X"):  # a caret below what is left out helps nobody
        return []
    line = masked(line)  # before it is cut: half a staff number is not known for one
    column, width = problem.place.column - 1, problem.place.width
    start = max(0, column - EXCERPT // 2) if len(line) > EXCERPT else 0
    shown = line[start : start + EXCERPT].replace("\t", " ")
    caret = " " * (column - start) + "^" * max(1, min(width, len(shown) - (column - start)))
    number = str(problem.place.line)
    gutter = " " * len(number)
    return [f" {gutter} |", f" {number} | {shown}", f" {gutter} | {caret}"]


def as_json(problems: Sequence[Problem], texts: Texts, lang: Lang) -> str:
    """A list of {file, line, column, (cell, in a workbook,) code, severity, message{id,en}, fix{id,en}}."""
    items = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            **({"cell": p.place.cell} if p.place.cell else {}),
            "code": p.code,
            "severity": severity(p.code),
            "message": {each: message(p, each) for each in LANGS},
            "fix": {each: fix(p, each) for each in LANGS},
        }
        for p in problems
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], texts: Texts, lang: Lang) -> str:
    """Workflow commands: GitHub shows each beside its line in the pull request."""
    say = labels(lang)
    lines = []
    for p in problems:
        where = f"file={_property(p.place.file)},line={p.place.line},col={p.place.column}"
        title = _property(f"{p.code} ({say(f'report.{severity(p.code)}')})")
        body = f"{message(p, lang)}\n{say('report.fix')}: {fix(p, lang)}"
        lines.append(f"::{severity(p.code)} {where},title={title}::{_escape(body)}")
    return "".join(f"{line}\n" for line in lines)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


FORMS: Mapping[str, Callable[[Sequence[Problem], Texts, Lang], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
