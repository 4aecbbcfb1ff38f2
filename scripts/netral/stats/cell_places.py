"""Where in its line a cell of a CSV stands: looked for only when a problem is told, so that reading stays fast."""

from __future__ import annotations

from pathlib import Path

__all__ = ["offset_of", "undecodable"]


def offset_of(record: str, delimiter: str, column: int) -> tuple[int, int, int]:
    """How many lines down, at which character (from 0), and how wide cell `column` (from 0) of `record` is.

    A cell beyond the record's last one is where the record ends.
    """
    at = start = 0
    quoted = False
    for index, sign in enumerate(record):
        if sign == '"':
            quoted = not quoted
        elif not quoted and (sign == delimiter or sign in "\r\n"):
            if at == column:
                return _told(record, start, index)
            if sign != delimiter:
                return _told(record, index, index)
            at, start = at + 1, index + 1
    return _told(record, start if at == column else len(record), len(record))


def _told(record: str, start: int, end: int) -> tuple[int, int, int]:
    before = record[:start]
    width = len(record[start:end].partition("\n")[0])
    return before.count("\n"), start - (before.rfind("\n") + 1), max(1, width)


def undecodable(path: Path) -> tuple[int, int]:
    """The line and column (from 1) of the first byte of `path` that is not UTF-8; the beginning where all are."""
    with path.open("rb") as handle:
        for number, line in enumerate(handle, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                return number, len(line[: error.start].decode("utf-8")) + 1
    return 1, 1
