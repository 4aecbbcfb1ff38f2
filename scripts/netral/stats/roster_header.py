"""The header of a roster: which of its columns hold number, name, unit, or a headcount. Others are never looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from netral.model.place import Place
from netral.problems import Problem
from netral.stats.layout import plain
from netral.stats.tables import Table, is_workbook, opened

__all__ = ["HEADERS", "RosterColumns", "roster_columns", "roster_delimiter"]

#: What the columns of a roster go by, made plain.
HEADERS: Mapping[str, frozenset[str]] = {
    "number": frozenset(
        {"nip", "nip baru", "nip / ni pppk", "nip/ni pppk", "nip atau ni pppk", "ni pppk", "staff number"}
    ),
    "name": frozenset({"nama", "nama lengkap", "nama pegawai", "name", "full name"}),
    "unit": frozenset({"unit", "unit kerja", "unit_kerja", "opd", "perangkat daerah", "skpd", "work unit"}),
    "headcount": frozenset({"jumlah", "jumlah pegawai", "jumlah asn", "wajib", "headcount"}),
}
_SIGNS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class RosterColumns:
    """Columns from 0; None where there is none. `listed`: every row is a person, else a unit and its headcount."""

    width: int
    number: int | None
    name: int | None
    unit: int | None
    headcount: int | None
    listed: bool


def roster_delimiter(path: Path, name: str) -> str:
    """What parts the cells of a roster: the sign by which most of its header is known. Raises Broken."""
    if is_workbook(path):
        return _SIGNS[0]
    known: dict[str, int] = {}
    for sign in _SIGNS:
        with opened(path, name, sign) as table:
            known[sign] = sum(any(plain(cell) in names for names in HEADERS.values()) for cell in table.header)
    return max(_SIGNS, key=lambda sign: known[sign])


def roster_columns(table: Table, *, by_number: bool, with_units: bool) -> tuple[RosterColumns | None, list[Problem]]:
    """The columns of a roster for exports that know people by number, or by name and unit."""
    problems: list[Problem] = []
    at: dict[str, int | None] = {}
    for field, names in HEADERS.items():
        found = [index for index, cell in enumerate(table.header) if plain(cell) in names]
        at[field] = found[0] if found else None
        if len(found) > 1:
            problems.append(Problem("I014", table.place(found[1]), {"names": _told(field)}, "twice"))
    who = ("number",) if by_number else ("name", "unit")
    listed = all(at[field] is not None for field in who)
    wanted = () if listed or at["headcount"] is not None else who
    missing = [field for field in wanted if at[field] is None]
    if with_units and at["unit"] is None and "unit" not in missing:
        missing.append("unit")
    problems += [Problem("I014", Place(table.name), {"names": _told(field)}, field) for field in missing]
    if problems:
        return None, problems
    return RosterColumns(len(table.header), **at, listed=listed), []


def _told(field: str) -> str:
    return '", "'.join(sorted(HEADERS[field]))
