"""What the guide for administrators tells people to copy, and this project with it put in as the guide says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

#: The day on which the guide's made-up agency is looked at.
DAY = "2028-04-10"


class Records(NamedTuple):
    """The YAML blocks of the guide, in their order."""

    site: str
    source: str
    agency: str
    past: str
    form: str
    reported: str


def blocks(lang: str, kind: str) -> list[str]:
    """The fenced blocks of a kind in one language's guide."""
    guide = (ROOT / "docs" / lang / "panduan-admin.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)


def records(lang: str) -> Records:
    """The records to copy."""
    return Records(*blocks(lang, "yaml"))


def put_in(data: Path, found: Records, *, slip: bool = False) -> None:
    """Follow the guide in the folder `data`; with `slip`, spell `deadline` as in the guide's example of a message."""
    agency = found.agency.replace("deadline: ", "dedline: ") if slip else found.agency
    agency = agency.replace("      fields: []\n", f"      fields: []\n{found.reported}")
    (data / "site.yaml").write_text(found.site, encoding="utf-8")
    for name, record in (("sources.yaml", found.source), ("agencies.yaml", agency)):
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{record}")
