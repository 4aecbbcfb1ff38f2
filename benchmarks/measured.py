"""Runs a program as a child and tells how long it took and how much memory it had at its peak."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """Seconds by the clock, seconds of processor time, megabytes at the peak, and what was printed."""

    seconds: float
    cpu: float
    megabytes: float
    out: str


def measured(arguments: Sequence[str], cwd: Path) -> Measured:
    """Run this Python with `arguments`. Raises SystemExit where it does not end well.

    Windows does not tell what a child took: there processor time and memory are nan.
    """
    cpu = megabytes = math.nan
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], cwd=cwd, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdout is not None
        out = child.stdout.read()
        if sys.platform != "win32":
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            cpu = usage.ru_utime + usage.ru_stime
            megabytes = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        child.wait()
    seconds = time.perf_counter() - began
    if child.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {child.returncode}:\n{out[-2000:]}")
    return Measured(seconds, cpu, megabytes, out)


def table(ours: Measured, plain: Measured, name: str) -> str:
    """Both side by side, and how many times as long ours took."""
    lines = [f"{'':24}{'seconds':>10}{'cpu':>10}{'peak MB':>10}"]
    for label, each in ((name, ours), ("plain csv + dict", plain)):
        lines.append(f"{label:24}{each.seconds:10.2f}{each.cpu:10.2f}{each.megabytes:10.0f}")
    lines.append(f"ratio {ours.seconds / plain.seconds:.1f} (by the clock), {ours.cpu / plain.cpu:.1f} (cpu)")
    return "\n".join(lines)
