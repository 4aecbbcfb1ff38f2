"""Texts -> the build folder, of which only what changed is written; or a file or folder, put in place whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from netral.assemble import swap

__all__ = ["replace_file", "replace_folder", "write_tree"]


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `folder` hold exactly `files` (path -> content). An equal file keeps its time of change."""
    wanted = {
        folder / name: content.encode() if isinstance(content, str) else content for name, content in files.items()
    }
    for old in sorted(folder.rglob("*"), reverse=True):
        if old.is_file() and old not in wanted:
            old.unlink()
        elif old.is_dir() and not any(old.iterdir()):
            old.rmdir()
    for path, content in wanted.items():
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into the place of `path` in one step: killed at any moment, the old file stands.

    Folders that lack are made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 (os.replace is what the tests stop in the middle)
    finally:
        beside.unlink(missing_ok=True)


def replace_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Put a folder that holds exactly `files` into the place of `folder`, or leave that as it is.

    Folders above it that lack are made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        new = staging / folder.name
        new.mkdir()
        write_tree(new, files)
        swap(new, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
