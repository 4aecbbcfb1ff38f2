"""Pact (pakta integritas) and Pledge (ikrar): the text that is signed or read aloud, version by version."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from netral.model.base import Claim, Partial, Phrase, Record, Slug, Text, TopRecord, Words

__all__ = ["Change", "Pact", "PactField", "PastVersion", "Variant"]

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
PartDigest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


class PactField(Record):
    """A blank the signer fills, named as the source names it."""

    id: Slug
    name: Text


class Change(Record):
    """How a version differs from the one before it."""

    #: False = a wording fix that changes no meaning: who signed the version before has signed this one too.
    substantive: bool
    note: Text


class PastVersion(Record):
    """A version that was published before, so its text can never be changed under its number."""

    version: Phrase
    digest: Digest
    until: Partial | None = None
    #: Absent for the first version.
    change: Change | None = None
    #: Its text, word for word, where it was kept; then `points` is not empty and the digest is the text's.
    opening: Text | None = None
    points: tuple[Text, ...] = ()
    closing: Text | None = None


class Variant(Claim):
    """A part of the same text as another body printed or told it."""

    id: Slug
    body: Text
    date: Partial | None
    form: Literal["printed", "reported"]
    part: Literal["opening", "closing", "point", "whole"]
    #: The printed words of that part (`id` word for word); null where only a description is known.
    text: Text | None = None
    about: Text


class Pact(TopRecord):
    """One text. `points[].id`, `opening.id`, `closing.id` are word for word where `form` is printed."""

    kind: Literal["pakta", "ikrar"]
    form: Literal["printed", "reported"]
    name: Text
    version: Phrase
    #: SHA-256 of the canonical Indonesian text; `netral.digest.pact_digest` makes it.
    digest: Digest
    #: The beginning of the digest of each part in its order (`netral.digest.part_digests`), so that a changed word is
    #: told at its own line; empty while the text is new.
    parts: tuple[PartDigest, ...]
    #: Published before, the oldest first.
    past: tuple[PastVersion, ...] = ()
    #: How this version differs from the last of `past`.
    change: Change | None = None
    date: Partial | None
    elections: tuple[Slug, ...] = Field(min_length=1)
    opening: Text | None = None
    points: tuple[Text, ...] = Field(min_length=1)
    closing: Text | None = None
    fields: tuple[PactField, ...] = ()
    variants: tuple[Variant, ...] = ()
    #: What is odd in the printed text, said openly.
    oddities: tuple[Text, ...] = ()
    #: Everyday words people search by.
    words: Words | None = None
    note: Text | None = None
