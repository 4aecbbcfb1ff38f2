"""Mapping: how a provider of web forms lays out its export. Those of `providers/` ship; an agency may add its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netral.model.base import Day, Phrase, Record, Slug

__all__ = ["FieldNames", "MappingRecord", "Signature", "TableKind", "TimeColumn"]

TableKind = Literal["csv", "xlsx"]
Names = Annotated[tuple[Phrase, ...], Field(min_length=1)]


class Signature(Record):
    """The columns by which an export is known; each is a list of the names it goes by, in several languages."""

    #: The names that the very first column goes by; empty = whatever stands first.
    first: tuple[Phrase, ...] = ()
    columns: tuple[Names, ...] = ()


class TimeColumn(Record):
    """A column with the time an answer was sent, and how that is written."""

    column: Phrase
    #: `iso`, or parts as in `%d/%m/%Y %H:%M:%S`; the first that fits is taken, so no two may fit one text.
    formats: Names
    #: The zone of times that name none.
    zone: Phrase = "Asia/Jakarta"


class FieldNames(Record):
    """The question behind each thing that is counted by, in every wording it goes by; null = the form has none."""

    number: Names | None = None
    name: Names | None = None
    unit: Names | None = None
    version: Names | None = None


class MappingRecord(Record):
    """A mapping file's one record. What is left out is taken from the mapping it extends."""

    id: Slug
    extends: Slug | None = None
    #: The provider's own name: the same in every language.
    name: Phrase | None = None
    #: Public source or example that the layout was taken from, and when.
    layout: tuple[Phrase, ...] = ()
    checked_on: Day | None = None
    tables: Annotated[tuple[TableKind, ...], Field(min_length=1)] | None = None
    #: What may stand between the cells of a CSV; the header says which it is.
    delimiters: Names | None = None
    signature: Signature | None = None
    time: Annotated[tuple[TimeColumn, ...], Field(min_length=1)] | None = None
    #: Does the export hold answers that were begun and never sent? Their time is empty.
    unfinished: bool | None = None
    #: What stands between a group of questions and the question, in the header.
    groups: Phrase | None = None
    #: A second row of headers has this in the column of the time.
    second_header: Phrase | None = None
    fields: FieldNames | None = None
