"""What the check of weekly figures is measured against: csv and dict, the plainest rules and nothing else."""

import csv
import pathlib
import sys

wrong = rows = 0
for path in pathlib.Path(sys.argv[1]).glob("demo/completion/*.csv"):
    last = {}
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            rows += 1
            signed = int(row["signed"])
            series = (row["round"], row["unit"], row["pact_version"], row["method"])
            wrong += signed > int(row["headcount"]) or signed < last.get(series, 0)
            last[series] = signed
print(wrong, "wrong of", rows)
sys.exit(wrong > 0)
