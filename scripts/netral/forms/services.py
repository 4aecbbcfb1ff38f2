"""The services of `services/`, by id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from netral.catalogue import Labels
from netral.load.files import SourceText
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.service import Service

__all__ = ["service_name", "services"]


@cache
def services() -> Mapping[str, Service]:
    """Every service that ships with the program, in alphabetical order of their ids."""
    found: dict[str, Service] = {}
    for file in sorted(files("netral").joinpath("services").iterdir(), key=lambda file: file.name):
        document, problems = read_nodes(SourceText(file.name, file.read_text(encoding="utf-8")))
        records, faults = read_records(Service, document, file.name)
        assert len(records) == 1, (problems, faults)  # the tests read them all
        found[records[0].id] = records[0]
    return found


def service_name(service: Service, say: Labels) -> str:
    """What people call it: its own name, or in their language where it has none."""
    return service.name or say(f"services.name.{service.id}")
