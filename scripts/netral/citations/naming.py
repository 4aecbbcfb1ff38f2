"""What a citation says -> the regulation and the provision on record that it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from netral.citations.parts import Instrument, Kind, Pinpoint, register_number, slug
from netral.citations.reading import Fault, read_article, read_item
from netral.model.regulation import Provision, Regulation, RegulationKind

__all__ = ["CODES", "Register", "instrument_of", "one_instrument", "place_of", "register_of"]

#: Codes of law known by their names alone; which of two codes of one name is meant, only the day tells.
CODES: frozenset[Kind] = frozenset({"kuhp", "kuhap", "uud", "ruu"})

_RECORDED: dict[RegulationKind, tuple[Kind, str | None]] = {
    "uu": ("uu", None), "ruu": ("ruu", None), "pp": ("pp", None), "perpres": ("perpres", None),
    "putusan-mk": ("putusan-mk", None), "skb": ("skb", None), "kepmen": ("keputusan", None), "se": ("se", None),
    "surat": ("surat", None), "perbkn": ("peraturan", "BKN"), "pkpu": ("pkpu", None),
    "perbawaslu": ("perbawaslu", None),
}  # fmt: skip


@dataclass(frozen=True)
class Register:
    """The regulations on record, by what their own citations say."""

    named: tuple[tuple[Instrument, Regulation], ...]

    @cached_property
    def _by_number(self) -> Mapping[tuple[Kind, str | None], tuple[tuple[Instrument, Regulation], ...]]:
        found: dict[tuple[Kind, str | None], tuple[tuple[Instrument, Regulation], ...]] = {}
        for known, law in self.named:
            key = (known.kind, known.number)
            found[key] = (*found.get(key, ()), (known, law))
        return found

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, Provision]]:
        """Regulation -> the id that the article of each of its provisions stands for -> the provision."""
        return {
            law.id: {slug(place): part for part in law.provisions if (place := place_of(part.article)) is not None}
            for _, law in self.named
        }

    def find(self, wanted: Instrument) -> Regulation | None:
        """The regulation that `wanted` names; None where none is, or where it could be two."""
        same = ((known, law) for known, law in self._numbered(wanted) if _same(known, wanted))
        found = {law.id: law for known, law in same if known.year == wanted.year}
        return next(iter(found.values())) if len(found) == 1 else None

    def in_other_years(self, wanted: Instrument) -> tuple[str, ...]:
        """How those are cited that differ from `wanted` by their year alone."""
        if wanted.kind == "putusan-mk":
            number = (wanted.number or "").split("/")[0]
            like = (law for known, law in self.named if known.kind == wanted.kind and _begins(known, number))
        else:
            like = (law for known, law in self._numbered(wanted) if _same(known, wanted))
        return tuple(law.citation for law in like)

    def listed(self, law: Regulation, place: Pinpoint) -> Provision | None:
        """The provision of `law` at `place` or, where it is not listed, the nearest one above it."""
        known = self._places.get(law.id, {})
        for length in range(len(place.parts), 0, -1):
            part = known.get(slug(Pinpoint(place.parts[:length], explained=place.explained)))
            if part is not None:
                return part
        return None

    def _numbered(self, wanted: Instrument) -> tuple[tuple[Instrument, Regulation], ...]:
        return self._by_number.get((wanted.kind, wanted.number), ())


def register_of(laws: Iterable[Regulation]) -> Register:
    """The register of `laws`; one whose citation cannot be read is left out, and told of by the check."""
    found = ((one_instrument(law.citation), law) for law in laws)
    return Register(tuple((name, law) for name, law in found if name is not None))


def _begins(known: Instrument, number: str) -> bool:
    return (known.number or "").split("/")[0] == number


def _same(known: Instrument, wanted: Instrument) -> bool:
    """Of one kind and number: one thing, but for the year? A register number is enough; else two issuers must agree."""
    if "/" in (known.number or ""):
        return True
    return known.issuer == wanted.issuer or known.issuer is None or wanted.issuer is None


def one_instrument(text: str) -> Instrument | None:
    """The instrument that `text` names, if that is all it says."""
    found = read_item(text)
    if isinstance(found, Fault) or len(found) != 1 or found[0].pinpoint is not None:
        return None
    return found[0].instrument


def instrument_of(law: Regulation) -> Instrument:
    """What the citation of `law` should say by its kind, number and year. An issuer is not recorded apart."""
    kind, issuer = _RECORDED[law.kind]
    number = law.number
    if number is not None:
        number = str(int(number)) if number.isdigit() else register_number(number)
    if kind == "skb":  # each of its signatories gave it a number; it is known by its year
        return Instrument(kind, None, law.year)
    register = "/" in (number or "")
    return Instrument(kind, number, None if register or (kind == "ruu" and number is None) else law.year, issuer)


@lru_cache(maxsize=5_000)
def place_of(article: str) -> Pinpoint | None:
    """The place a provision's `article` names; None for a section that is known by a name of its own ("Amar")."""
    found = read_article(article)
    return found if isinstance(found, Pinpoint) else None
