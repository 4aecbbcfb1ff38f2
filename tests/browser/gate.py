"""How a gate tells what it found: every complaint on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def hold(complaints: Iterable[object]) -> None:
    """Fail with all the complaints, if there are any."""
    lines = [str(complaint) for complaint in complaints]
    if lines:
        pytest.fail("\n".join([f"{len(lines)} complaints:", *lines]), pytrace=False)
