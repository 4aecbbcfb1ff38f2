"""A round -> the blanks that its signers fill in, the same on paper and in every form."""

from __future__ import annotations

from dataclasses import dataclass

from netral.catalogue import Labels
from netral.model.agency import Round
from netral.model.dataset import Dataset

__all__ = ["USUAL", "Blank", "blanks"]

#: What every ASN writes under the pact, where the round's source names no blanks of its own.
USUAL = ("nama", "jabatan", "unit-kerja", "instansi")


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in: the id of the pact's field, and what it is called."""

    id: str
    name: str


def blanks(dataset: Dataset, round_: Round, say: Labels) -> tuple[Blank, ...]:
    """Exactly those the round names, in the pact's order and words; the usual four where it names none."""
    pact = dataset.pact_of(round_)
    fields = pact.fields if pact else ()
    named = tuple(Blank(f.id, getattr(f.name, say.lang)) for f in fields if f.id in round_.fields)
    return named or tuple(Blank(each, say(f"blanks.{each.replace('-', '_')}")) for each in USUAL)
