"""Agency (instansi), its rounds of signing, and what its leaders were reported to have said."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from netral.model.base import Claim, Partial, Phrase, Record, Slug, Text, TopRecord, Who, Words
from netral.model.form import Form

__all__ = ["Agency", "AgencyLevel", "Reported", "Round", "Signing", "Speaker", "Statement", "Topic"]

AgencyLevel = Literal["provinsi", "kabupaten", "kota", "kota-administrasi", "kabupaten-administrasi"]
#: A region code of the Ministry of Home Affairs, as text: "36.71".
RegionCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.[0-9]{2})?$")]
#: What a statement is about; pages group by it, in this order.
Topic = Literal[
    "acara",
    "perintah",
    "wajib-tanda-tangan",
    "penandatangan",
    "tenggat",
    "isi-pakta",
    "kemajuan",
    "dasar-hukum",
    "boleh",
    "larangan",
    "sanksi",
    "satgas",
    "kepala-unit",
    "calon-dan-keluarga",
    "nilai",
    "imbauan",
    "konteks",
    "keganjilan",
]


class Speaker(Record):
    """A public official, named only as the source names them in office."""

    name: Phrase | None
    office: Text


class Statement(Claim):
    """What the source states, told in the project's own words; official wording in `quote` is word for word."""

    id: Slug
    topic: Topic
    text: Text
    by: Speaker | None = None
    date: Partial | None = None
    place: Phrase | None = None
    note: Text | None = None


class Reported(Claim):
    """A count somebody reported once; never added to another, never a denominator."""

    id: Slug
    count: int = Field(ge=0)
    what: Text
    date: Partial | None
    note: Text | None = None


class Signing(Record):
    """The window of a round. Either end is null where the source names none."""

    opens: Partial | None
    #: Where no source names the first day: a day by which a source shows the signing under way.
    running: Partial | None = None
    deadline: Partial | None
    #: The deadline as the source states it, or that it states none.
    deadline_text: Text


class Round(Claim):
    """One agency's signing of one pact for one or more elections."""

    id: Slug
    name: Text
    elections: tuple[Slug, ...] = Field(min_length=1)
    pact: Slug | None
    pact_version: Phrase | None
    signing: Signing
    must_sign: tuple[Who, ...]
    must_sign_text: Text
    #: Ids of the pact's fields that this agency's source names.
    fields: tuple[Slug, ...] = ()
    #: Where and when it was signed or read, in a few words.
    held: tuple[Text, ...] = ()
    reported: tuple[Reported, ...] = ()
    #: Where it is signed on the web, where it is.
    form: Form | None = None
    note: Text | None = None


class Agency(TopRecord):
    """A regional government or a part of one."""

    name: Text
    level: AgencyLevel
    region_code: RegionCode
    region_code_sources: tuple[Slug, ...] = Field(min_length=1)
    #: One sentence: what this page can tell.
    about: Text
    instruments: tuple[Slug, ...]
    #: Ladders of kind `stated`; empty = the source states none, and the page says so.
    sanctions_stated: tuple[Slug, ...]
    channels: tuple[Slug, ...]
    rounds: tuple[Round, ...] = ()
    statements: tuple[Statement, ...] = ()
    #: The day the source was printed or posted, where it says.
    source_date: Partial | None = None
    contact: Phrase | None = None
    #: Are figures of single units published? Their rows and `units/<agency>.csv` are refused where they are not.
    units: bool = False
    #: Accounts or teams of the host that may change this agency's figures, as `@name` or `@organisation/team`.
    maintainers: tuple[Phrase, ...] = Field(default=(), exclude=True)
    #: Everyday words people search by.
    words: Words | None = None
