"""What was typeset before, so that only what changed is typeset again. Lies below `build/`, which nobody keeps.

An entry says whose it is and what its bytes are: a file that was moved, cut short or spoilt is no entry.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

__all__ = ["Store"]

_HEAD = b"netral typeset 1"


class Store:
    """key -> bytes, in a folder. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The bytes kept for `key`; None where there are none, or none that can be trusted."""
        self._used.add(key)
        if self._folder is None:
            return None
        try:
            entry = (self._folder / key).read_bytes()
        except OSError:
            return None
        head, _, content = entry.partition(b"\n")
        return content if head == _head(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` for `key`. Two builds at once may do so: each writes its own file, then gives it its name."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(_head(key, content) + b"\n" + content)
        Path(name).replace(self._folder / key)

    def tidy(self) -> None:
        """Forget what nobody asked for since this store was opened."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name not in self._used:
                path.unlink(missing_ok=True)


def _head(key: str, content: bytes) -> bytes:
    return b" ".join((_HEAD, key.encode(), hashlib.sha256(content).hexdigest().encode()))
