"""Rows of figures onto the end of the CSV they belong to."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from netral.model.completion import COLUMNS, Figures

__all__ = ["with_rows"]


def with_rows(old: bytes, rows: Sequence[Figures]) -> bytes:
    """The content of a file with `rows` at its end; an empty one gets its header. Lines end as in the contract."""
    text = old.decode("utf-8-sig").replace("\r\n", "\n")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not text.strip():
        text = ""
        writer.writerow(COLUMNS)
    elif not text.endswith("\n"):
        out.write("\n")
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in COLUMNS])
    return (text + out.getvalue()).encode()


def _cell(value: object) -> str:
    return "" if value is None else str(value)
