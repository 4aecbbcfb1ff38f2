"""What every record shares: frozen, typed, knowing its place, and resting on a source.

A value YAML would bend (`no`, `1.200`) never gets here: the loader refuses it first, so each field may be strict.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from netral.model.dates import PartialDate, parse_day, parse_partial
from netral.model.place import At

__all__ = [
    "Basis",
    "Claim",
    "Confidence",
    "Day",
    "Link",
    "OnPoster",
    "Partial",
    "Phrase",
    "Record",
    "RecordChange",
    "Ref",
    "Slug",
    "Span",
    "Stage",
    "Text",
    "TopRecord",
    "Who",
    "Wording",
    "Words",
]

#: Lowercase words joined by single hyphens; it stands in addresses, so it never changes.
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
#: An id, or a path of ids: `pp-94-2021/pasal-14-huruf-i`, `disiplin-pns/berat/pemberhentian`.
Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){0,2}$")]
Phrase = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
#: An address outside the site. Its form is checked by `netral.check.links`, which can say what is wrong with it.
Link = Annotated[str, StringConstraints(min_length=1)]
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
#: As their schema tells editors; whether a month has such a day is left to the loader.
Day = Annotated[
    dt.date,
    BeforeValidator(parse_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^[0-9]{{4}}-{_MONTH}-{_DAY}$"}),
]
Partial = Annotated[
    PartialDate,
    BeforeValidator(parse_partial),
    WithJsonSchema(
        {
            "description": "A day, a month or a year.",
            "anyOf": [
                {"type": "string", "pattern": f"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
        }
    ),
]

#: high = official text or two independent sources; medium = one good source, or our reading; low = never shown as law.
Confidence = Literal["high", "medium", "low"]
#: Whom an answer or a ladder speaks of.
Who = Literal[
    "pns",
    "cpns",
    "pppk",
    "pppk-paruh-waktu",
    "non-asn",
    "kepala-unit",
    "pejabat-asn",
    "ppk",
    "suami-istri-calon",
    "asn-calon",
    "satpol-pp",
    "perangkat-desa",
    "bumn-bumd",
    "tni-polri",
    "pejabat-negara",
    "penyelenggara-pemilu",
    "tim-kampanye",
    "calon",
]
#: Before the candidates are set, after, or whenever.
Stage = Literal["bakal-calon", "calon", "semua"]
#: verbatim = word for word from a printed text; gist = told in the project's own words; reported = as somebody said it.
Wording = Literal["verbatim", "gist", "reported"]


class Record(BaseModel):
    """A mapping of a data file: frozen, no unknown keys, its places kept in `at`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, populate_by_name=False
    )

    at: SkipJsonSchema[At] = Field(alias="@at", exclude=True, repr=False)


class Text(Record):
    """One thing said in both languages; both are equals."""

    id: Phrase
    en: Phrase


class Words(Record):
    """Everyday words people search by, per language. The search knows no word forms, so each in use stands here."""

    id: tuple[Phrase, ...] = Field(min_length=1)
    en: tuple[Phrase, ...] = Field(min_length=1)


class Span(Record):
    """From when until when (the last day included). No `until`: no end is known."""

    from_: Partial = Field(alias="from")
    until: Partial | None = None


class Claim(Record):
    """Something said to be so: by which sources, how surely, and when that was last looked at."""

    sources: tuple[Slug, ...] = Field(min_length=1)
    confidence: Confidence
    #: Where absent, the day of the record that holds this claim.
    checked_on: Day | None = None
    #: The last day by which it is to be looked at again; where absent, `netral.reviews` says which.
    review_by: Day | None = None


class RecordChange(Record):
    """What became of a record on a day; `major` where a reader would now read, or do, something else."""

    #: The day the change was put into the data. (Its key is not `on`, which YAML 1.1 reads as true.)
    day: Day
    kind: Literal["major", "minor"]
    #: What was said before and what is said now; a major change has one (check.changes).
    note: Text | None = None


class TopRecord(Claim):
    """An item of a data file's list."""

    id: Slug
    checked_on: Day
    #: The oldest first; a new one is added at the end, so that the addresses of the others never change.
    changes: tuple[RecordChange, ...] = ()


class Basis(Record):
    """The article a claim rests on: how it is cited, and which listed provision that is.

    `printed` marks a citation kept as an older instrument prints it; it may be repealed, and pages show what
    replaced it. Any other citation must be in force for as long as the claim is.
    """

    cite: Phrase
    #: null = the site lists no such provision; written out, so that a forgotten one is not taken for it.
    provision: Ref | None
    printed: bool = False
    note: Text | None = None


class OnPoster(Record):
    """That a record stands on the rule poster, where, and in which few words.

    Which rules a reader needs most is a choice, so people make it in the data. `cites` names the provisions to print
    beside it, out of those the record itself rests on. What holds is never taken from here but from the record.
    """

    #: Low numbers first; steps of ten leave room.
    order: int = Field(ge=1)
    text: Text
    cites: tuple[Ref, ...] = Field(min_length=1)
