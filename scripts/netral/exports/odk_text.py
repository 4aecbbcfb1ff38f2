"""Texts of the data -> texts that no ODK client takes for anything else: no markup, reference, formula or expression.

Labels of ODK are Markdown with a little HTML, and `${name}` in them stands for an answer. Four signs can be escaped
with a backslash in every client; the others are held apart by a WORD JOINER, which nobody sees.
"""

from __future__ import annotations

import re

__all__ = ["plain_cell", "plain_label", "xpath_text"]

_JOINER = "\u2060"
#: What neither XML nor a spreadsheet can hold.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: A quotation mark for code has no escape that all clients know; this letter looks the same.
_BACKTICK = str.maketrans({"`": "\u02cb"})
_ESCAPED = re.compile(r"[\\*_#]")
#: `${`, the beginning of a tag or an entity, the middle of a link.
_PAIRS = re.compile(r"\$(?=\{)|<|&(?=[A-Za-z#])|\](?=[(\[:])")
#: What makes a line a list, a quotation, a rule, code or (in a spreadsheet) a formula.
_FIRST = re.compile(r"^(?=[-+=>~@]|[0-9]+[.)])", re.MULTILINE)


def plain_label(text: str) -> str:
    """`text` as a label or hint: read as it stands, its line breaks kept."""
    lines = "\n".join(" ".join(line.split()) for line in _NEVER.sub("", text).split("\n"))
    escaped = _ESCAPED.sub(r"\\\g<0>", lines.translate(_BACKTICK))
    return _FIRST.sub(_JOINER, _PAIRS.sub(rf"\g<0>{_JOINER}", escaped))


def plain_cell(text: str) -> str:
    """`text` as a cell that no client takes for Markdown, such as the title of a form."""
    line = " ".join(_NEVER.sub("", text).split())
    return _FIRST.sub(_JOINER, re.sub(r"\$(?=\{)", rf"\g<0>{_JOINER}", line))


def xpath_text(text: str) -> str:
    """An XPath expression whose value is `text`. XPath has no escapes, so what would end a text is joined to it."""
    line = " ".join(_NEVER.sub("", text).split())
    parts = re.findall(r"'+|\$(?=\{)|(?:(?!'|\$\{).)+", line)
    quoted = [f'"{part}"' if part.startswith("'") else f"'{part}'" for part in parts] or ["''"]
    return quoted[0] if len(quoted) == 1 else f"concat({', '.join(quoted)})"
