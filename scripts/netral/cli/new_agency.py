"""To come."""

from typing import Any

from netral.catalogue import Labels


def add(subparsers: Any, say: Labels) -> None:
    """Nothing yet."""
