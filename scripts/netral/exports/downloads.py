"""The weekly figures below `/data/`: each table as it was published, the versions of pacts, and their Data Package."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from netral.catalogue import labels
from netral.exports.pacts import versions_table
from netral.load import Loaded
from netral.load.contract import PACT_VERSIONS
from netral.model.agency import Agency
from netral.problems import Lang

__all__ = ["PACKAGE", "download_files"]

FOLDER = "data/"
PACKAGE = f"{FOLDER}datapackage.json"
#: What a table's own path is, whatever folder it was read from.
_TABLE = re.compile(r"(?:^|/)((?:completion|units)/[^/]+\.csv)$")


def download_files(loaded: Loaded) -> dict[str, str]:
    """Site path -> text. Nothing where no agency has published figures: a package of no tables is none."""
    if loaded.contract is None:
        return {}
    agencies = {agency.id: agency for agency in loaded.dataset.agencies}
    found = [(_TABLE.search(name), source) for name, source in loaded.texts.items()]
    tables = {match.group(1): source.text for match, source in found if match is not None}
    if not tables:
        return {}
    if any(template["name"] == PACT_VERSIONS for template in loaded.contract.descriptor["resources"]):
        tables[f"{PACT_VERSIONS}.csv"] = versions_table(loaded.dataset)
    resources = [
        resource
        for template in loaded.contract.descriptor["resources"]
        for resource in _resources(loaded, template, agencies, tables)
    ]
    package = dict(loaded.contract.descriptor) | {"resources": resources}
    files = {f"{FOLDER}{path}": text for path, text in sorted(tables.items())}
    return files | {PACKAGE: json.dumps(package, ensure_ascii=False, indent=1) + "\n"}


def _resources(
    loaded: Loaded, template: Mapping[str, Any], agencies: Mapping[str, Agency], tables: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """The resource that the contract describes once, for each agency that has its file, or for all."""
    if template["name"] == PACT_VERSIONS:
        yield dict(template) | {"path": f"{PACT_VERSIONS}.csv"}
        return
    for name, agency in sorted(agencies.items()):
        path = str(template["path"]).replace("{agency}", name)
        if path not in tables:
            continue
        made_up = loaded.dataset.is_made_up(agency)
        yield dict(template) | {
            "name": f"{template['name']}-{name}",
            "path": path,
            "title": _title("id", template["title"], agency.name.id, made_up=made_up),
            "title_en": _title("en", template["title_en"], agency.name.en, made_up=made_up),
        }


def _title(lang: Lang, title: str, agency: str, *, made_up: bool) -> str:
    mark = labels(lang)("made_up.short")
    return f"{title}: {agency} ({mark})" if made_up and mark not in agency else f"{title}: {agency}"
