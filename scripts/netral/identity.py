"""Which text was signed, in a few letters: for the link, the form, the paper, the code on it, and the table of figures.

A version alone could be given twice by mistake, a digest alone says nothing to people; the two stand together.
"""

from __future__ import annotations

import re

__all__ = ["SHORT", "anchor", "mark"]

#: How many letters of a digest are printed: enough that no two texts anybody writes share them.
SHORT = 12


def mark(version: str, digest: str) -> str:
    """As people and exports write it: `2 (fd2eb47b5ccc)`."""
    return f"{version} ({digest[:SHORT]})"


def anchor(version: str, digest: str) -> str:
    """The same as the end of an address: `pakta-2-fd2eb47b5ccc`."""
    plain = re.sub(r"[^a-z0-9]+", "-", version.lower()).strip("-")
    return "-".join(part for part in ("pakta", plain, digest[:SHORT]) if part)
