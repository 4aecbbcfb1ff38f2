"""A workbook -> the bytes of its file, the same each time."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from openpyxl import Workbook

__all__ = ["file_of"]

#: Zip archives know no earlier day; the same day each time keeps the bytes the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def file_of(book: Workbook, day: dt.date = dt.date(*_EPOCH[:3])) -> bytes:
    """The workbook as a file said to be of `day`: no clock in it."""
    raw = io.BytesIO()
    book.save(raw)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    fixed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", stamp, content)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
