"""Where private files may not lie: inside the folder whose content is published, also through links."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["is_inside", "repository_of"]

#: What marks the top of a published folder: Git's own, and the configuration of this project's site.
_MARKS = (".git", "mkdocs.yml")


def repository_of(data: Path) -> tuple[Path, ...]:
    """The data folder, and every folder above it that is a Git work tree or holds the site's configuration."""
    real = Path(os.path.realpath(data))
    above = [folder for folder in real.parents if any((folder / mark).exists() for mark in _MARKS)]
    return (real, *above)


def is_inside(path: Path, roots: tuple[Path, ...]) -> bool:
    """Does `path` lie below one of `roots`, by its name or by what its links lead to? It need not exist."""
    named, real = Path(os.path.abspath(path)), Path(os.path.realpath(path))  # noqa: PTH100 (resolve follows links)
    places = {folder for place in (named, real) for folder in (place, *place.parents)}
    return any(_same(place, root) for place in places for root in roots)


def _same(one: Path, other: Path) -> bool:
    if os.path.normcase(one) == os.path.normcase(other):
        return True
    try:
        return one.samefile(other)  # another spelling of one folder, where capitals make no difference
    except OSError:
        return False
