"""Check of 650 agencies with 52 weeks of figures each, side by side with a plain script.

`python benchmarks/check_650.py [AGENCIES] [WEEKS]`. Needs no network and leaves nothing behind.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from invented import write_data
from measured import measured, table

MEGABYTES = 500
_PLAIN = Path(__file__).with_name("plain_check.py")


def main(agencies: int, weeks: int) -> int:
    """Measure both; 1 where the check took too much memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = write_data(folder, agencies=agencies, weeks=weeks)
        plain = measured([str(_PLAIN), str(data)], folder)
        ours = measured(["-m", "netral", "check", "--data", str(data), "--as-of", "2024-09-24"], folder)
    print(f"{agencies} agencies, {weeks} weeks:")
    print(table(ours, plain, "netral check"))
    return 1 if ours.megabytes >= MEGABYTES else 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*given) if given else main(650, 52))
