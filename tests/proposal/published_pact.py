"""An invented pact as it was published, and as a proposal has it: three points, one past version."""

from __future__ import annotations

import hashlib
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from tests.conftest import ROOT

from netral.load import load
from netral.model.dataset import Dataset

OPENING = {"id": "Dengan ini saya berjanji:", "en": "I hereby promise:"}
CLOSING = {"id": "Demikian janji saya.", "en": "This is my promise."}
FIRST = [{"id": "Saya netral.", "en": "I am neutral."}]
POINTS = [
    {"id": "Saya bersikap netral.", "en": "I stay neutral."},
    {"id": "Saya menjaga rahasia.", "en": "I keep secrets."},
    {"id": "Saya patuh.", "en": "I obey."},
]
NOTE = {"id": "Rekaan.", "en": "Made up."}


class _Whole(yaml.SafeDumper):
    """Writes a value out wherever it stands: the loader takes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (what its parent asks for)
        return True


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Pacts:
    """A data folder whose one pact can be changed key by key; `digests` makes what fits its words."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "tests/good", folder)
        self.folder = folder
        self.file = folder / "pacts.yaml"
        self.pact: dict[str, Any] = yaml.safe_load(self.file.read_text(encoding="utf-8"))[0]
        self.pact |= {"date": "2023", "opening": OPENING, "points": deepcopy(POINTS), "closing": CLOSING}
        (past,) = self.pact["past"]
        past["points"] = deepcopy(FIRST)
        self.digests()

    @property
    def past(self) -> list[dict[str, Any]]:
        """The past versions."""
        found: list[dict[str, Any]] = self.pact["past"]
        return found

    def digests(self) -> None:
        """Every digest as the check wants it: so the check is silent about whatever was rewritten."""
        for record in (self.pact, *self.past):
            points = record.get("points", [])
            texts = [record.get("opening"), *points, record.get("closing")]
            parts = [" ".join(text["id"].split()) for text in texts if text]
            if points:
                first = 1 if record.get("opening") else 0
                numbered = range(first, first + len(points))
                lines = [f"{n - first + 1}. {part}" if n in numbered else part for n, part in enumerate(parts)]
                record["digest"] = _sha("\n".join(lines) + "\n")
            if record is self.pact:
                record["parts"] = [_sha(part)[:12] for part in parts]
        self.write()

    def write(self, records: list[dict[str, Any]] | None = None) -> Dataset:
        """Put the pact into the file, or these records, and read it."""
        what = [self.pact] if records is None else records
        text = yaml.dump(what, Dumper=_Whole, allow_unicode=True, sort_keys=False)
        self.file.write_text(text, encoding="utf-8", newline="\n")
        return load(self.folder).dataset

    def replace(self, words: dict[str, str], **change: Any) -> None:
        """The honest way: the present text goes to `past`, and its first point is other words in version 3."""
        old = {key: deepcopy(self.pact[key]) for key in ("version", "digest", "change", "opening", "points", "closing")}
        self.past.append(old | {"until": "2024-01-01"})
        self.pact |= {"version": "3", "change": {"substantive": True, "note": NOTE} | change}
        self.pact["points"][0] = words
        self.digests()
