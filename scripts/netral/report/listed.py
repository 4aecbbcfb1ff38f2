"""Problems as a numbered list in Markdown, for the page of a check: place, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netral.catalogue import Labels, fix, message, severity
from netral.pages.template import heading
from netral.problems import Problem

__all__ = ["MOST_PROBLEMS", "listed"]

#: More is told in the log; mending these often mends others.
MOST_PROBLEMS = 10


def listed(problems: Sequence[Problem], say: Labels) -> Iterator[str]:
    """The paragraphs of the list, errors first; none where nothing is wrong."""
    ordered = sorted(problems, key=lambda problem: severity(problem.code) != "error")
    if not ordered:
        return
    errors = severity(ordered[0].code) == "error"
    yield f"### {say('changes.mend' if errors else 'changes.look_again')}"
    yield "\n".join(
        f"{number}. **{_where(problem, say)}** ({problem.code}, {say(f'report.{severity(problem.code)}')}):"
        f" {heading(message(problem, say.lang))}<br>{say('changes.fix')}: {heading(fix(problem, say.lang))}"
        for number, problem in enumerate(ordered[:MOST_PROBLEMS], 1)
    )
    if len(ordered) > MOST_PROBLEMS:
        yield say("changes.more_problems", count=len(ordered) - MOST_PROBLEMS)


def _where(problem: Problem, say: Labels) -> str:
    place = problem.place
    return say("changes.where", file=heading(place.file), line=place.line, column=place.column)
