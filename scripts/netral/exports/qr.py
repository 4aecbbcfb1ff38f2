"""The QR code of an address as a drawing for the typesetter."""

from __future__ import annotations

import re
from functools import lru_cache

import segno

__all__ = ["qr_drawing"]


@lru_cache(64)
def qr_drawing(address: str) -> str:
    """The dark modules of the QR code of `address` as SVG; the template leaves the margin."""
    rows = segno.make(address, micro=False).matrix
    runs = [
        f"M{run.start()} {y}h{run.end() - run.start()}v1H{run.start()}z"
        for y, row in enumerate(rows)
        for run in re.finditer(rb"\x01+", bytes(row))
    ]
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(runs)}"/></svg>'
