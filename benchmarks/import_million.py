"""Import of a million generated answers, side by side with a plain script that only counts.

`python benchmarks/import_million.py [ROWS]`. Needs no network and leaves nothing behind.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from invented import MONDAY, write_data, write_import
from measured import measured, table

#: What one import may take at its peak.
MEGABYTES = 500
_PLAIN = Path(__file__).with_name("plain_import.py")


def main(rows: int) -> int:
    """Measure both; 1 where the import took too much memory or came to another count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = write_data(folder, agencies=1, weeks=0)
        write_import(folder, rows)
        plain = measured([str(_PLAIN), "roster.csv", "export.csv"], folder)
        ours = measured(
            [
                *("-m", "netral", "stats", "import", "--agency", "rekaan-0", "--round", "rekaan-0-2024"),
                *("--from", "google-forms", "--roster", "roster.csv", "--week", MONDAY.isoformat()),
                *("--confirmed-by", "Kantor Rekaan", "--data", str(data), "--as-of", "2024-09-24", "export.csv"),
                *("--missing", str(folder / "missing.csv"), "--lang", "en"),
            ],
            folder,
        )
    print(f"{rows} answers, a roster of {rows}:")
    print(table(ours, plain, "netral stats import"))
    counted = plain.out.split()[0]
    same = f": {counted} of {rows}\n" in ours.out
    print("same count" if same else f"other counts: {plain.out} / {ours.out}")
    return 0 if same and not ours.megabytes >= MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
