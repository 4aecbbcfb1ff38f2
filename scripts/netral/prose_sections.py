"""A page of prose -> its sections: front matter, what stands before the first lower heading, each heading's part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["FRONT", "Section", "sections"]

#: The key of the front matter, and that of what follows the page's own heading.
FRONT, TOP = "", "#"
_HEADING = re.compile(r"#{1,6} .*?(?:\{#([\w-]+)[^}]*\})?\s*")
_FENCE = re.compile(r"(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page. `key` is the anchor of its heading, the same in both languages; `line` counts from 1."""

    key: str
    line: int
    text: str


def sections(text: str) -> Iterator[Section]:
    """The sections of a page in their order; those without text are left out.

    A heading without an anchor is named by its number among those, so that pages match that have the same headings.
    """
    key, start, unnamed = FRONT, 1, 0
    held: list[str] = []
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line.lstrip())
        if mark and (not fence or line.strip() == fence):
            fence = "" if fence else mark.group(1)
        heading = None if fence else _HEADING.fullmatch(line)
        if heading:
            if "".join(held).strip("- \n"):
                yield Section(key, start, "\n".join(held))
            anchor = heading.group(1)
            unnamed += not anchor
            key = anchor or f"{TOP}{unnamed}"
            start, held = number, []
        held.append(line)
    if "".join(held).strip():
        yield Section(key, start, "\n".join(held))
