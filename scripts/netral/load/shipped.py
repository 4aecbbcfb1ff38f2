"""A folder of YAML files that ships with the program -> its records, one of each file."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

from netral.load.files import SourceText
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.base import Record

__all__ = ["shipped"]

R = TypeVar("R", bound=Record)


def shipped(folder: str, model: type[R]) -> tuple[R, ...]:
    """The records of `folder` of the package, in the order of the names of their files."""
    found: list[R] = []
    for file in sorted(files("netral").joinpath(folder).iterdir(), key=lambda file: file.name):
        document, problems = read_nodes(SourceText(file.name, file.read_text(encoding="utf-8")))
        records, faults = read_records(model, document, file.name)
        assert len(records) == 1, (problems, faults)  # the tests read them all
        found += records
    return tuple(found)
