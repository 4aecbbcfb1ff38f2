"""Rows of figures onto the end of a CSV, whole or not at all: killed at any moment, the old file stands."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from netral.model.completion import COLUMNS, Figures

__all__ = ["replace_file", "with_rows"]


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


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into the place of `path` in one step. Folders that lack are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 (os.replace is what the tests stop in the middle)
    finally:
        beside.unlink(missing_ok=True)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
