"""`netral check`: every problem of the data in one run."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import sep
from os.path import realpath
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels, severity
from netral.check import check
from netral.check.personal import check_personal, check_personal_cells
from netral.check.translations import check_translations
from netral.cli.notes import notes
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.load import Loaded, load
from netral.load.completion import CONTRACT
from netral.load.files import SourceText, read_source
from netral.load.strays import strays
from netral.load.workbook import SUFFIX
from netral.model.dataset import KINDS, Dataset
from netral.problems import Problem, in_order
from netral.report import FORMS
from netral.translations.reading import FILE as STAMPS
from netral.translations.reading import compared
from netral.translations.stamps import Comparison

__all__ = ["Checked", "add", "checked", "problems_of", "run"]

_NAMES = frozenset({f"{kind}.yaml" for kind in KINDS} | {CONTRACT, STAMPS})
#: What people write and CI publishes: looked through for personal data.
TEXT_SUFFIXES = frozenset({".yaml", ".yml", ".csv", ".md", ".txt", ".json"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A data folder with its demo as it was looked through once."""

    loaded: Loaded
    #: Every text read, those beside the data among them, by shown name.
    texts: Mapping[str, SourceText]
    #: Its English held against the stamps; None where there are none, or not all could be read.
    comparison: Comparison | None
    #: In order.
    problems: list[Problem]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("check", help=say("cli.check.help"))
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say("cli.check.paths"))
    add_data(parser, say)
    add_as_of(parser, say)
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help=say("cli.check.format"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 where there is an error, 0 where there are at most warnings."""
    day = chosen_day(options.as_of, options.lang)
    _refuse_strangers(options.data, options.paths, labels(options.lang))
    found = checked(options.data, day, options.paths)
    sys.stdout.write(FORMS[options.format](found.problems, found.texts, options.lang))
    if options.format != "json":
        for note in notes(found.loaded.dataset, found.comparison, day, labels(options.lang)):
            print(note, file=sys.stderr)
    return 1 if any(severity(problem.code) == "error" for problem in found.problems) else 0


def problems_of(
    data: Path, day: dt.date, paths: Sequence[Path] = ()
) -> tuple[Dataset, Mapping[str, SourceText], list[Problem]]:
    """The dataset, the texts and the problems that `checked` gives: what most commands need."""
    found = checked(data, day, paths)
    return found.loaded.dataset, found.texts, found.problems


def checked(data: Path, day: dt.date, paths: Sequence[Path] = ()) -> Checked:
    """All that `data` with its demo holds, and every problem of it.

    With `paths` only the problems of those files are told. A path outside `data` that has the name of a data file
    is read in that file's place, a filled-in workbook of weekly figures on top of them.
    """
    inside = {realpath(path) for path in data.rglob("*")} if data.is_dir() else set()
    drafts = [path for path in paths if realpath(path) not in inside]
    instead = {name: path for path in drafts if (name := _name_in_data(path)) is not None}
    loaded = load(data, demo=True, instead=instead)
    texts = dict(loaded.texts)
    found = [*loaded.problems, *check(loaded.dataset, day)]
    comparison, unread = compared(loaded.dataset, data, instead.get(STAMPS))
    found += unread
    if comparison is not None:
        found += check_translations(comparison, (data / STAMPS).as_posix())
    lost = {p.place.file: p for p in strays(data, _NAMES, {agency.id for agency in loaded.dataset.agencies})}
    for path in sorted({*_texts_of_people(data, paths), *map(Path, lost)}):
        name = path.as_posix()
        if name not in texts and not any(problem.place.file == name for problem in found):
            source, unreadable = read_source(path, name)
            found += [p for p in unreadable if p.code != "F002" and name not in lost]
            if source is not None:
                texts[name] = source
    for source in texts.values():
        found += check_personal(source)
    found += lost.values()
    books = [*drafts, *map(Path, lost)]
    found += [problem for path in books if path.suffix == SUFFIX for problem in check_personal_cells(path)]
    if paths:
        wanted = tuple(realpath(path) for path in paths)
        real = {name: realpath(name) for name in {problem.place.file for problem in found}}
        told = {name for name, file in real.items() if any(file == w or file.startswith(w + sep) for w in wanted)}
        found = [problem for problem in found if problem.place.file in told]
    return Checked(loaded, texts, comparison, in_order(found))


def _name_in_data(path: Path) -> str | None:
    """Which file of the data folder a draft stands for; None = of none."""
    if path.name in _NAMES:
        return path.name
    if path.suffix == ".csv":
        return f"{'units' if path.parent.name == 'units' else 'completion'}/{path.name}"
    return path.as_posix() if path.suffix == SUFFIX else None


def _refuse_strangers(data: Path, paths: Sequence[Path], say: Labels) -> None:
    """Raise Refused for a path that no rule would look at: silence about it would read as praise."""
    homes = [realpath(data), realpath(data.parent / "docs")]
    for path in paths:
        file = realpath(path)
        at_home = any(file == home or file.startswith(home + sep) for home in homes)
        if path.exists() and not at_home and _name_in_data(path) is None:
            raise Refused(say("cli.check.stranger", path=path, names=", ".join(sorted(_NAMES))))


def _texts_of_people(data: Path, paths: Sequence[Path]) -> set[Path]:
    folders = [data, data.parent / "docs"]
    found = {p for folder in folders if folder.is_dir() for p in folder.rglob("*") if p.suffix in TEXT_SUFFIXES}
    found |= {path for path in paths if path.suffix not in {"", SUFFIX}}
    return found
