"""English texts whose Indonesian changed after they were made: told beside each, and never an error."""

from __future__ import annotations

from collections.abc import Iterator

from netral.problems import Problem, quotable
from netral.translations import Comparison
from netral.translations.texts import placed

__all__ = ["check_translations"]


def check_translations(found: Comparison, file: str) -> Iterator[Problem]:
    """A problem for every English text that is behind, with the line that, put into `file`, says that it is right."""
    for pair in found.behind:
        values = {"en": quotable(pair.en), "id": quotable(pair.id), "line": pair.line, "file": file}
        yield Problem("B003", placed(pair).place, values)
