"""`/data/laporan/`: what was looked at before this site was made, and what was found, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netral.catalogue import code_page, codes, fix, message
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.problems import Problem

__all__ = ["validation_page"]


@dataclass(frozen=True, slots=True)
class _Group:
    """One kind of warning: its code, what it means, and each place with its message and how to mend it."""

    code: str
    title: str
    found: tuple[tuple[str, str, str], ...]


def validation_page(edition: Edition) -> Page:
    """How much was looked at, what is worth a second look, and what would have stopped the site."""
    dataset, say = edition.dataset, edition.say
    problems = edition.looked.problems
    counts = [
        (say("validation.files"), len(edition.looked.files)),
        (say("validation.records"), sum(1 for _ in dataset)),
        (say("validation.agencies"), len(dataset.agencies)),
        (say("validation.publishing"), len({row.agency for row in dataset.completion})),
        (say("validation.rows"), len(dataset.completion)),
        (say("validation.rules"), sum(not code.startswith("I") for code in codes())),  # I: imports, in private
    ]
    clean = say("validation.clean")
    return render_page(
        edition,
        "validation",
        "data/laporan/",
        title=say("validation.title"),
        description=say("validation.description"),
        searched=False,  # messages name examples and made-up records; to readers they would be answers
        lead=say("validation.lead", count=len(problems)) if problems else clean,
        counts=counts,
        groups=_groups(edition, problems),
    )


def _groups(edition: Edition, problems: Sequence[Problem]) -> list[_Group]:
    found = []
    for code in sorted({problem.code for problem in problems}):
        told = [(str(p.place), message(p, edition.lang), fix(p, edition.lang)) for p in problems if p.code == code]
        found.append(_Group(code, code_page(code, edition.lang).title, tuple(told)))
    return found
