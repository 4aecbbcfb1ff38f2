"""Digests: which text was signed, and which data a site was built from."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping

from netral.load.files import SourceText
from netral.model.pact import Pact
from netral.versions import PactText

__all__ = ["PART", "canonical_pact", "data_digest", "pact_digest", "part_digests"]

#: How many letters of a part's digest are kept: it tells which part has changed, and proves nothing.
PART = 12


def canonical_pact(pact: Pact | PactText) -> str:
    """The Indonesian text of a pact or of one of its versions, in one form.

    NFC, single spaces, one line for each part, points numbered.
    The English is a translation and takes no part: what is signed is the Indonesian text.
    """
    lines = [pact.opening.id] if pact.opening else []
    lines += [f"{number}. {point.id}" for number, point in enumerate(pact.points, 1)]
    lines += [pact.closing.id] if pact.closing else []
    return "\n".join(map(_line, lines)) + "\n"


def pact_digest(pact: Pact | PactText) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical_pact(pact).encode()).hexdigest()


def part_digests(pact: Pact | PactText) -> tuple[str, ...]:
    """The first letters of the SHA-256 of each part: opening, points without their numbers, closing; those there are.

    A point that is put between others so leaves theirs as they were.
    """
    parts = [text for text in (pact.opening, *pact.points, pact.closing) if text is not None]
    return tuple(hashlib.sha256(_line(part.id).encode()).hexdigest()[:PART] for part in parts)


def _line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def data_digest(texts: Mapping[str, SourceText]) -> str:
    """SHA-256 over the data files by name: the same input has the same digest, whatever the folder is called."""
    digest = hashlib.sha256()
    for name, source in sorted(texts.items(), key=lambda pair: pair[0].rsplit("/", 2)[-2:]):
        digest.update("/".join(name.rsplit("/", 2)[-1:]).encode() + b"\0" + source.text.encode() + b"\0")
    return digest.hexdigest()
