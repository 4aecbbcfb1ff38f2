"""Files -> text. Whatever a file holds, the answer is its text or problems, never a traceback."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from netral.model.place import Place
from netral.problems import Problem

__all__ = ["INVISIBLE", "MAX_BYTES", "SourceText", "read_source"]

#: No file that people keep by hand comes near this; one that does is an export put in the wrong place.
MAX_BYTES = 50_000_000
#: Signs nobody means to type: control characters, line ends that only some programs see, marks that turn the
#: direction of writing, spaces without width.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class SourceText:
    """A file's text under the name shown to people."""

    name: str
    text: str

    def line(self, number: int) -> str:
        """Line `number` (from 1), without its end; empty past the end."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


def read_source(path: Path, name: str) -> tuple[SourceText | None, list[Problem]]:  # noqa: PLR0911 (a reason each)
    """The text of `path`, or the one reason why it cannot be read."""
    start = Place(name)
    try:
        if path.is_dir() or not path.exists():
            return None, [Problem("F001", start, {"file": name})]
        size = path.stat().st_size
        if size > MAX_BYTES:
            return None, [Problem("F005", start, {"size": _megabytes(size), "limit": _megabytes(MAX_BYTES)})]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem("F006", start, {"reason": error.strerror or type(error).__name__})]
    if not raw.strip():
        return None, [Problem("F002", start, {"file": name})]
    if (nul := raw.find(b"\0")) >= 0 and not raw.startswith(_UTF_16):
        return None, [Problem("F004", _place_of_byte(name, raw, nul))]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        byte = f"0x{raw[error.start]:02X}"
        return None, [Problem("F003", _place_of_byte(name, raw, error.start), {"byte": byte})]
    if sign := INVISIBLE.search(text):
        before = text[: sign.start()]
        return None, [Problem("F004", Place(name, before.count("\n") + 1, sign.start() - before.rfind("\n")))]
    return SourceText(name, text), []


def _place_of_byte(name: str, raw: bytes, offset: int) -> Place:
    before = raw[:offset]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(name, before.count(b"\n") + 1, column)


def _megabytes(size: int) -> str:
    return f"{-(-size // 100_000) / 10:.1f} MB"  # rounded up: what is over the limit also reads so
