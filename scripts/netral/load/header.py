"""The first row of a table: the columns of the contract, each once, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netral.load.cells import Cell
from netral.load.records import nearest
from netral.model.place import Place
from netral.problems import Problem, quotable

__all__ = ["columns_of"]


def columns_of(
    header: Sequence[Cell], columns: Sequence[str], titles: Mapping[str, str], start: Place
) -> tuple[tuple[str | None, ...], list[Problem]]:
    """The column of the contract that each cell of `header` stands for, or None, and what is wrong with it.

    `titles` maps words people write instead of a column's name, in lower case, to that name.
    """
    words = {cell.text for cell in header} | {cell.text.lower() for cell in header}
    if not words & {*columns, *titles} and any(cell.text[:1].isdigit() for cell in header):
        return (), [
            Problem("W003", start, {"header": ",".join(columns)}, "none")
        ]  # figures: one mend, not one per cell
    if len(header) > len(columns) and [cell.text for cell in header[: len(columns) - 1]] == list(columns[:-1]):
        last = header[len(columns) - 1]
        if last.text != columns[-1] and last.text.startswith(columns[-1]):  # the row of figures was pasted onto it
            rest = quotable(last.text.removeprefix(columns[-1]))
            return (), [Problem("W003", last.place, {"column": columns[-1], "rest": rest}, "glued")]
    problems: list[Problem] = []
    found: list[str | None] = []
    for cell in header:
        name = cell.text if cell.text in columns else None
        if name is None:
            guess = _meant(cell.text, columns, titles)
            values = {"word": quotable(cell.text), "guess": guess or "", "known": ", ".join(columns)}
            problems.append(Problem("W003", cell.place, values, "guess" if guess else "unknown"))
            name = guess if guess not in found else None
        elif name in found:
            problems.append(Problem("W003", cell.place, {"word": name}, "twice"))
            name = None
        found.append(name)
    missing = [name for name in columns if name not in found]
    if missing:
        values = {"columns": ", ".join(missing), "header": ",".join(columns)}
        problems.append(Problem("W003", start, values, "missing"))
    elif not problems and tuple(found) != tuple(columns):
        problems.append(Problem("W003", start, {"header": ",".join(columns)}, "order"))
    return tuple(found), problems


def _meant(text: str, columns: Sequence[str], titles: Mapping[str, str]) -> str | None:
    plain = " ".join(text.lower().replace("_", " ").split())
    joined = plain.replace(" ", "_")
    if joined in columns:
        return joined
    return titles.get(plain) or nearest(joined, tuple(columns))
