"""`datapackage.yaml`: which columns the weekly figures have and what may stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from netral.load.files import SourceText
from netral.model.completion import COLUMNS
from netral.model.place import Place
from netral.problems import Problem
from netral.yaml_loader import LOADER

__all__ = ["PACT_VERSIONS", "TABLES", "UNIT_COLUMNS", "VERSION_COLUMNS", "Contract", "read_contract"]

UNIT_COLUMNS = ("id", "name_id", "name_en", "merged_into")
VERSION_COLUMNS = ("pact", "version", "digest", "until", "substantive")
#: The table of all versions of the pacts. The program writes it where the contract describes it.
PACT_VERSIONS = "pact-versions"
#: Resource -> the columns the program knows how to read; an adopter may tighten what stands in them, not rename them.
TABLES: Mapping[str, tuple[str, ...]] = {"completion": COLUMNS, "units": UNIT_COLUMNS}


@dataclass(frozen=True)
class Contract:
    """The descriptor as it was read, and the fields of each resource by name."""

    descriptor: Mapping[str, Any]

    def schema(self, resource: str) -> Mapping[str, Any]:
        """The table schema of `completion` or `units`."""
        found: Mapping[str, Any] = next(r["schema"] for r in self.descriptor["resources"] if r["name"] == resource)
        return found

    def field(self, resource: str, name: str) -> Mapping[str, Any]:
        """One field of a resource."""
        found: Mapping[str, Any] = next(f for f in self.schema(resource)["fields"] if f["name"] == name)
        return found


def read_contract(source: SourceText, *, judged: bool = True) -> tuple[Contract | None, list[Problem]]:
    """The contract in `source`, or the one reason why the figures cannot be read by it.

    `judged`: also by frictionless, which takes half a second. Where there are no figures yet, nothing rests on that.
    """
    start = Place(source.name)
    try:
        descriptor = yaml.load(source.text, Loader=LOADER)  # noqa: S506 (a safe one)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(source.name, mark.line + 1, mark.column + 1) if mark else start
        return None, [Problem("W026", place, {"reason": str(error.problem)}, "yaml")]
    except (yaml.YAMLError, ValueError) as error:
        return None, [Problem("W026", start, {"reason": type(error).__name__}, "yaml")]
    for resource, columns in (*TABLES.items(), (PACT_VERSIONS, VERSION_COLUMNS)):
        if resource == PACT_VERSIONS and not _described(descriptor, resource):
            continue
        if _columns(descriptor, resource) != columns:
            values = {"resource": resource, "columns": ", ".join(columns)}
            return None, [Problem("W026", start, values, "columns")]
    reason = _refused(descriptor) if judged else None
    if reason is not None:
        return None, [Problem("W026", start, {"reason": reason}, "form")]
    return Contract(descriptor), []


def _described(descriptor: Any, resource: str) -> bool:
    return any(found.get("name") == resource for found in descriptor["resources"] if isinstance(found, dict))


def _columns(descriptor: Any, resource: str) -> tuple[str, ...] | None:
    try:
        found = next(r for r in descriptor["resources"] if r["name"] == resource)
        return tuple(field["name"] for field in found["schema"]["fields"])
    except (KeyError, TypeError, StopIteration, AttributeError):
        return None


def _refused(descriptor: Any) -> str | None:
    """What frictionless says against the descriptor itself, in its own words; None where it has no objection."""
    from frictionless import FrictionlessException, Package  # noqa: PLC0415 (half a second, only where there is need)

    try:
        Package.from_descriptor(descriptor)
    except FrictionlessException as error:
        first = error.reasons[0] if error.reasons else error.error
        return str(first.note)
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            try:
                re.compile(field.get("constraints", {}).get("pattern", ""))
            except re.error as error:
                return f"{field['name']}: pattern: {error}"
    return None
