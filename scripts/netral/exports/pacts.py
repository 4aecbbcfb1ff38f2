"""The versions of pacts and their digests, for programs: a table, and what the JSON says of them."""

from __future__ import annotations

import csv
import io
from typing import Any

from netral.catalogue import LANGS
from netral.exports.plain import plain
from netral.load.contract import VERSION_COLUMNS
from netral.model.agency import Round
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.versions import PactText, of_version, versions

__all__ = ["digest_of", "version_values", "versions_table"]


def versions_table(dataset: Dataset) -> str:
    """Every version of every pact with its digest, as CSV."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(VERSION_COLUMNS)
    for pact in dataset.pacts:
        for text in versions(pact):
            meaning = "" if text.change is None else "true" if text.change.substantive else "false"
            table.writerow([pact.id, text.version, text.digest, text.until or "", meaning])
    return out.getvalue()


def version_values(pact: Pact) -> list[dict[str, Any]]:
    """Every version there was, the newest last."""
    return [_version(text) for text in versions(pact)]


def digest_of(dataset: Dataset, round_: Round, version: str | None) -> str | None:
    """The digest of a version of the round's pact; null where the pact has none of that name."""
    pact = dataset.pact_of(round_)
    text = of_version(pact, version) if pact else None
    return text.digest if text else None


def _version(text: PactText) -> dict[str, Any]:
    """One version of a pact; its words are null where they were not kept."""
    kept = bool(text.points)
    return {
        "version": text.version,
        "digest": text.digest,
        "until": plain(text.until),
        "change": plain(text.change),
        "opening": plain(text.opening),
        "points": {lang: [getattr(point, lang) for point in text.points] for lang in LANGS} if kept else None,
        "closing": plain(text.closing),
    }
