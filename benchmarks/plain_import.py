"""What an import is measured against: csv and dict, counting and nothing else. No check, no message, no place."""

import csv
import sys
from collections import Counter

roster, export = sys.argv[1:]
with open(roster, encoding="utf-8", newline="") as handle:  # noqa: PTH123 (as plain as can be)
    units = {row["NIP"]: row["Unit kerja"] for row in csv.DictReader(handle)}
signed = {}
with open(export, encoding="utf-8", newline="") as handle:  # noqa: PTH123
    for row in csv.DictReader(handle):
        number = row["NIP"]
        if number in units and row["Versi pakta"] == "2":
            signed[number] = units[number]
Counter(signed.values())
print(len(signed), "of", len(units))
