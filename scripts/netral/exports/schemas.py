"""`/schemas/`: what may stand in each data file, as JSON Schema (draft 2020-12), for editors and other programs.

Made from the records themselves, so that the loader and the schema refuse the same. What a schema cannot see (whether a
name leads to a record, whether a day exists, what YAML would bend) is left to `netral check`.
"""

from __future__ import annotations

import json
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from netral.model.dataset import KINDS

__all__ = ["SCHEMAS", "schema_files", "schema_of"]

SCHEMAS = "schemas/"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(site_url: str) -> dict[str, str]:
    """Site path -> JSON text of the schema of every data file, named as the file is."""
    return {
        f"{SCHEMAS}{kind}.json": json.dumps(schema_of(kind, site_url), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS
    }


def schema_of(kind: str, site_url: str) -> dict[str, Any]:
    """The schema of `<kind>.yaml`: a list of records."""
    records: Any = GenericAlias(list, (KINDS[kind],))
    found: dict[str, Any] = TypeAdapter(records).json_schema()
    about = (KINDS[kind].__doc__ or "").partition("\n")[0]
    head = {"$schema": _DRAFT, "$id": f"{site_url}{SCHEMAS}{kind}.json", "title": f"{kind}.yaml", "description": about}
    return head | {key: _plain(value) for key, value in found.items()}


def _plain(value: Any, *, names: bool = False) -> Any:
    """Without the titles that only repeat the names of keys; `names` says that the keys of `value` are such names."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _plain(each, names=key in {"properties", "$defs"} and not names)
        for key, each in value.items()
        if names or key != "title"
    }
