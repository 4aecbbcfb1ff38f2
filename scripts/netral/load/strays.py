"""Files in the data folder that nothing reads: somebody thinks they are published, and no page ever shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from netral.load.contract import TABLES
from netral.load.dataset import DEMO
from netral.load.records import nearest
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["WORKBOOKS", "strays"]

#: What spreadsheets save by themselves. Such a file may hold a sheet of names that nobody sees.
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_TABLE_HEAD = b"round,week"


def strays(folder: Path, names: Collection[str], agencies: Collection[str]) -> Iterator[Problem]:
    """Every file below `folder` that has no place there (F007).

    `names` are those that are read, `agencies` the known ids. Hidden files and notes in Markdown are nobody's data.
    """
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if not path.is_file() or path.suffix == ".md" or any(part.startswith(".") for part in inside.parts):
            continue
        own = inside.relative_to(DEMO) if inside.parts[0] == DEMO else inside
        if _is_read(own, names):
            continue
        name = path.as_posix()
        if path.suffix.lower() in WORKBOOKS:
            yield Problem("F007", Place(name), {"file": name}, "workbook")
        elif (table := _meant_for(path, own, agencies)) is not None:
            example = (folder / table / f"{_agency(path, agencies)}.csv").as_posix()
            yield Problem("F007", Place(name), {"file": name, "example": example}, "figures")
        else:
            yield Problem("F007", Place(name), {"file": name}, "")


def _is_read(own: PurePath, names: Collection[str]) -> bool:
    match own.parts:
        case (name,):
            return name in names
        case (table, _):
            return table in TABLES and own.suffix == ".csv"
    return False


def _meant_for(path: Path, own: PurePath, agencies: Collection[str]) -> str | None:
    """The folder in which the figures or the units of an agency would be read; None where it holds neither."""
    folders = {part.lower() for part in own.parts[:-1]}
    if "units" in folders:
        return "units"
    with path.open("rb") as file:
        looks_so = file.read(len(_TABLE_HEAD)) == _TABLE_HEAD
    return "completion" if looks_so or "completion" in folders or _stem(path) in agencies else None


def _agency(path: Path, agencies: Collection[str]) -> str:
    """Whose file it seems to be; else one of those that there are, as an example."""
    known = sorted(agencies)
    return _stem(path) if _stem(path) in agencies else nearest(_stem(path), known) or (known or ["id-instansi"])[0]


def _stem(path: Path) -> str:
    return path.name.lower().partition(".")[0].replace(" ", "-")
