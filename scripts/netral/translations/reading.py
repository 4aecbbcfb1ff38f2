"""`data/translations.csv` -> stamps, or problems at their lines; and a whole project held against them."""

from __future__ import annotations

import re
from pathlib import Path

from netral.load.files import SourceText, read_source
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.problems import Problem, quotable
from netral.translations.stamps import HEADER, Comparison, Stamps, compare
from netral.translations.texts import LENGTH, all_pairs

__all__ = ["FILE", "compared", "parse_stamps", "read_stamps"]

FILE = "translations.csv"
_LINE = re.compile(rf"([a-p]{{{LENGTH}}}),([a-p]{{{LENGTH}}})")


def read_stamps(path: Path) -> tuple[Stamps | None, list[Problem]]:
    """The stamps of `path`; None where there is no such file, for a folder of data may do without, or it is broken."""
    if not path.exists():
        return None, []
    source, problems = read_source(path, path.as_posix())
    return (None, problems) if source is None else parse_stamps(source)


def parse_stamps(source: SourceText) -> tuple[Stamps, list[Problem]]:
    """The stamps of a file; a line that is none is told and left out. Order means nothing: people add at the end.

    What a spreadsheet makes of it is taken too: blanks, quotes, semicolons, a comma at the end.
    """
    lines: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        plain = line.replace(";", ",").replace('"', "").replace(" ", "").rstrip(",")
        if not plain or plain.startswith("#") or plain == HEADER:
            continue
        if match := _LINE.fullmatch(plain):
            lines.append((match[1], match[2]))
        else:
            place = Place(source.name, number, 1, max(1, len(line)))
            problems.append(Problem("B004", place, {"line": quotable(line)}))
    return Stamps(tuple(lines)), problems


def compared(dataset: Dataset, data: Path, file: Path | None = None) -> tuple[Comparison | None, list[Problem]]:
    """The texts of `dataset`, which was read from `data`, and those beside it, held against the stamps of `data`.

    `file` is read in place of the stamps of `data`. None where there are no stamps, or where not all of the data could
    be read: a text that is missed then is no text that changed.
    """
    stamps, problems = read_stamps(file or data / FILE)
    if stamps is None or dataset.unread:
        return None, problems
    return compare(all_pairs(dataset, data.parent / "docs"), stamps), problems
