"""A data folder -> the dataset, the texts it was read from, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netral.load.completion import CONTRACT, load_tables
from netral.load.contract import Contract
from netral.load.files import SourceText, read_source
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.dataset import KINDS, OPTIONAL, Dataset, Item
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["DEMO", "Loaded", "load"]

DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder gave: `texts` by shown name, for excerpts and for the search for personal data."""

    dataset: Dataset
    texts: Mapping[str, SourceText]
    problems: tuple[Problem, ...]
    #: How the weekly figures are described to others; None where that description lacks or is broken.
    contract: Contract | None = None


def load(folder: Path, *, demo: bool = False, instead: Mapping[str, Path] | None = None) -> Loaded:
    """Read the YAML and CSV files of `folder`, and with `demo` those of its demo folder.

    `instead` maps a file name ("acts.yaml", "completion/banten.csv") to another file to read in its place: so a draft
    can be checked against the rest before it is put in. A workbook in it is read as rows on top of the others.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    records: dict[str, tuple[Item, ...]] = {}
    unread: set[str] = set()
    made_up: set[str] = set()
    if not folder.is_dir():
        return Loaded(Dataset(), {}, (Problem("F001", Place(str(folder)), {"file": str(folder)}),))
    for kind, model in KINDS.items():
        path = (instead or {}).get(f"{kind}.yaml", folder / f"{kind}.yaml")
        records[kind] = ()
        if kind not in OPTIONAL or path.exists():
            records[kind], broken = _file(path, model, texts, problems)
            if broken:
                unread.add(kind)
        extra = folder / DEMO / f"{kind}.yaml"
        if demo and extra.exists():
            more, broken = _file(extra, model, texts, problems)
            records[kind] += more
            made_up |= {item.id for item in more}
            if broken:
                unread.add(kind)
    folders = (folder, folder / DEMO) if demo else (folder,)
    names = None if "agencies" in unread else {agency.id for agency in records["agencies"]}
    drafts = instead or {}
    tables = load_tables(folders, names, contract=drafts.get(CONTRACT, folder / CONTRACT), instead=drafts)
    texts |= tables.texts
    problems += tables.problems
    dataset = Dataset(
        **records,  # type: ignore[arg-type]
        completion=tables.figures,
        units=tables.units,
        made_up=frozenset(made_up),
        unread=frozenset(unread | tables.broken),
    )
    return Loaded(dataset, texts, tuple(problems), tables.contract)


def _file(
    path: Path, model: type[Item], texts: dict[str, SourceText], problems: list[Problem]
) -> tuple[tuple[Item, ...], bool]:
    """The records of one file, and whether some of them may be missing from the answer."""
    name = path.as_posix()
    source, found = read_source(path, name)
    problems += found
    if source is None:
        return (), True
    texts[name] = source
    document: Any
    document, found = read_nodes(source)
    problems += found
    if document is None:
        if not found:
            problems.append(Problem("F002", Place(name), {"file": name}))
        return (), True
    items, found = read_records(model, document, name)
    told = {problem.place for problem in found}  # a field that says what it wants is a better guide than quotes
    problems[:] = [p for p in problems if p.code != "Y004" or p.place not in told]
    problems += found
    return items, bool(found)
