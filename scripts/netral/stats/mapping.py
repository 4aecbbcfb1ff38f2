"""A mapping file, or a provider's name -> the mapping with all it extends, or every problem of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from netral.load.files import SourceText, read_source
from netral.load.nodes import read_nodes
from netral.load.records import nearest, read_records
from netral.load.shipped import shipped
from netral.model.mapping import MappingRecord, Signature, TableKind, TimeColumn
from netral.model.place import Place
from netral.problems import Problem, quotable
from netral.stats.moments import is_format

__all__ = ["BASE", "FIELDS", "FormMapping", "providers", "read_mapping"]

#: The mapping that holds the questions of the form this project makes; no provider by itself.
BASE = "pakta"
#: What is counted by, in the order a problem names them.
FIELDS = ("number", "name", "unit", "version")


@dataclass(frozen=True, slots=True)
class FormMapping:
    """How the exports at hand are laid out."""

    id: str
    name: str
    tables: tuple[TableKind, ...]
    delimiters: tuple[str, ...]
    signature: Signature | None
    time: tuple[TimeColumn, ...]
    unfinished: bool
    groups: str | None
    second_header: str | None
    #: Field -> the wordings of its question; a field that is not asked is absent.
    fields: Mapping[str, tuple[str, ...]]

    @property
    def by_number(self) -> bool:
        """Are people told apart by their number? Else by name and unit, and forms are counted, not people."""
        return "number" in self.fields


@cache
def providers() -> Mapping[str, FormMapping]:
    """The mappings that ship with the program, by id, in alphabetical order."""
    records = _shipped()
    return {name: _merged(_chain(record, records)) for name, record in sorted(records.items()) if name != BASE}


def read_mapping(path: Path) -> tuple[FormMapping | None, list[Problem]]:
    """The mapping in the file `path`. A mapping with problems is none."""
    name = path.as_posix()
    source, problems = read_source(path, name)
    record = None
    if source is not None:
        record, problems = _record(source)
    if record is None:
        return None, problems
    known = _shipped()
    if record.extends is not None and record.extends not in known:
        guess = nearest(record.extends, list(known)) or ""
        values = {"value": quotable(record.extends), "known": ", ".join(sorted(known)), "guess": guess}
        return None, [*problems, Problem("I019", record.at.value("extends"), values, "extends")]
    mapping = _merged(_chain(record, known))
    problems += _faults(record, mapping)
    return (None if problems else mapping), problems


@cache
def _shipped() -> Mapping[str, MappingRecord]:
    return {record.id: record for record in shipped("providers", MappingRecord)}


def _record(source: SourceText) -> tuple[MappingRecord | None, list[Problem]]:
    document, problems = read_nodes(source)
    if document is None:
        return None, problems or [Problem("F002", Place(source.name), {"file": source.name})]
    records, found = read_records(MappingRecord, document, source.name)
    problems += found
    if not problems and len(records) != 1:
        problems.append(Problem("I019", Place(source.name), {}, "one"))
    return (None if problems else records[0]), problems


def _chain(record: MappingRecord, known: Mapping[str, MappingRecord]) -> list[MappingRecord]:
    """The record, what it extends, what that extends."""
    chain = [record]
    while chain[-1].extends is not None:
        chain.append(known[chain[-1].extends])
    return chain


def _merged(chain: Sequence[MappingRecord]) -> FormMapping:
    def first(key: str) -> object:
        return next((found for each in chain if (found := getattr(each, key)) is not None), None)

    fields: dict[str, tuple[str, ...]] = {}
    for field in FIELDS:
        given = (r.fields for r in chain if r.fields is not None and field in r.fields.model_fields_set)
        names = getattr(next(given, None), field, None)
        if names is not None:
            fields[field] = names
    return FormMapping(
        id=chain[0].id,
        name=str(first("name") or chain[0].id),
        tables=first("tables") or ("csv", "xlsx"),  # type: ignore[arg-type]
        delimiters=first("delimiters") or (",",),  # type: ignore[arg-type]
        signature=first("signature"),  # type: ignore[arg-type]
        time=first("time") or (),  # type: ignore[arg-type]
        unfinished=bool(first("unfinished")),
        groups=first("groups"),  # type: ignore[arg-type]
        second_header=first("second_header"),  # type: ignore[arg-type]
        fields=fields,
    )


def _faults(record: MappingRecord, mapping: FormMapping) -> Iterator[Problem]:
    at = record.at
    if not mapping.time:
        yield Problem("I019", at.key("time"), {}, "time")
    if not mapping.by_number and not {"name", "unit"} <= set(mapping.fields):
        yield Problem("I019", at.key("fields"), {}, "people")
    for index, sign in enumerate(record.delimiters or ()):
        if len(sign) != 1 or sign in '"\r\n':
            yield Problem("I019", at.item("delimiters", index), {"value": quotable(sign)}, "delimiter")
    for column in record.time or ():
        for index, form in enumerate(column.formats):
            if not is_format(form):
                yield Problem("I019", column.at.item("formats", index), {"value": quotable(form)}, "format")
        try:
            ZoneInfo(column.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            yield Problem("I019", column.at.value("zone"), {"value": quotable(column.zone)}, "zone")
