"""What somebody holds of a pact, a text or a PDF -> its words, or why there are none to read."""

from __future__ import annotations

import codecs
import io
import logging
import re
from typing import Literal

from pypdf import PdfReader
from pypdf.errors import DependencyError

__all__ = ["MAX_BYTES", "MAX_PAGES", "Reason", "Unreadable", "text_of"]

#: Why there is nothing to read. empty: no words; scanned: pages, but no text in them; locked: a password is needed;
#: damaged: no reader makes sense of it; long: more than any pact; binary: neither text nor PDF.
Reason = Literal["empty", "scanned", "locked", "damaged", "long", "binary"]

#: More bytes than this are no pact, even with pictures in them.
MAX_BYTES = 20_000_000
#: A pact has one page or two; one that stands in a decree has more.
MAX_PAGES = 100
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unreadable(Exception):
    """There are no words to be had; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def text_of(content: bytes) -> str:
    """The words of a PDF or of a text file. Raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable("long")
    if b"%PDF-" in content[:1024]:
        return _pdf(content)
    if not content.strip():
        raise Unreadable("empty")
    if b"\0" in content and not content.startswith(_UTF_16):
        raise Unreadable("binary")
    try:
        return content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("binary") from None


def _pdf(content: bytes) -> str:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends by itself is of no use to people
    pages: list[str] | Reason
    try:
        pages = _pages(PdfReader(io.BytesIO(content)))
    except DependencyError:  # a kind of lock that only more software opens
        pages = "locked"
    except Exception:  # noqa: BLE001 (a broken PDF breaks its reader in ways that nobody has listed)
        pages = "damaged"
    if isinstance(pages, str):
        raise Unreadable(pages)
    if not any(page.strip() for page in pages):
        raise Unreadable("scanned")
    return "\n".join(_without_margins([page.split("\n") for page in pages]))


def _pages(reader: PdfReader) -> list[str] | Literal["locked", "long"]:
    if reader.is_encrypted and not reader.decrypt(""):
        return "locked"
    if len(reader.pages) > MAX_PAGES:
        return "long"
    return [page.extract_text() for page in reader.pages]


def _without_margins(pages: list[list[str]]) -> list[str]:
    """The lines of all pages, without those that every page begins or ends with, page numbers aside."""
    for edge in (0, -1):
        while len(pages) > 1 and all(pages) and len({_alike(page[edge]) for page in pages}) == 1:
            for page in pages:
                del page[edge]
    return [line for page in pages for line in page]


def _alike(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))
