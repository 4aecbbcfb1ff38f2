"""What a citation says: which instrument, and which part of it. Frozen values, and the one way to write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Citation", "Instrument", "Kind", "Level", "Part", "Pinpoint", "register_number", "slug", "worded"]

#: The kinds a citation can tell apart. `peraturan`, `keputusan`, `se` and `surat` also need whose they are.
Kind = Literal[
    "uu", "pp", "perpres", "perppu", "pkpu", "perbawaslu", "peraturan", "keputusan", "se", "surat", "skb", "putusan-mk",
    "kuhp", "kuhap", "uud", "ruu",
]  # fmt: skip
Level = Literal["pasal", "ayat", "huruf", "angka", "lampiran", "nomor"]

_SHORT: dict[Kind, str] = {
    "uu": "UU", "pp": "PP", "perpres": "Perpres", "perppu": "Perppu", "pkpu": "PKPU", "perbawaslu": "Perbawaslu",
    "peraturan": "Peraturan", "keputusan": "Keputusan", "se": "SE", "surat": "Surat", "skb": "SKB",
    "putusan-mk": "Putusan MK", "kuhp": "KUHP", "kuhap": "KUHAP", "uud": "UUD 1945", "ruu": "RUU Pemilu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Instrument:
    """A regulation as a citation names it. Numbers have no leading zero; register numbers are kept as printed."""

    kind: Kind
    number: str | None = None
    year: int | None = None
    #: Whose circular, letter, decision or rule it is, where the citation says so.
    issuer: str | None = None

    def __str__(self) -> str:
        name = f"{_SHORT[self.kind]} {self.issuer}" if self.issuer else _SHORT[self.kind]
        register = "/" in (self.number or "")
        tail = "/".join(str(each) for each in (self.number, None if register else self.year) if each is not None)
        return f"{name} {tail}" if tail else name


@dataclass(frozen=True, slots=True)
class Part:
    """One step down into an instrument: ayat 3, huruf i."""

    level: Level
    value: str

    def __str__(self) -> str:
        name = self.level if self.level not in {"pasal", "lampiran"} else self.level.capitalize()
        return f"{name} ({self.value})" if self.level == "ayat" else f"{name} {self.value}"


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place in an instrument, from its article down; `explained` where its official explanation is meant."""

    parts: tuple[Part, ...]
    explained: bool = False

    def __str__(self) -> str:
        return " ".join([*(["Penjelasan"] if self.explained else []), *map(str, self.parts)])


@dataclass(frozen=True, slots=True)
class Citation:
    """One instrument with one place in it; a list or a range of places is several citations.

    Either may be missing: "UU 5/2014" names no place, "Pasal 5 huruf n" leaves the instrument to what it stands in.
    """

    instrument: Instrument | None
    pinpoint: Pinpoint | None = None

    def __str__(self) -> str:
        return " ".join(str(each) for each in (self.instrument, self.pinpoint) if each is not None)


def register_number(text: str) -> str:
    """A number as registers write it ("800/3109 - BKD/2023"), without blanks and with plain hyphens."""
    return "".join(text.split()).replace("\N{EN DASH}", "-")


def slug(pinpoint: Pinpoint) -> str:
    """The id of a place among the provisions of its regulation: `pasal-14-huruf-i-angka-3`."""
    words = [f"{part.level}-{part.value.lower()}" for part in pinpoint.parts]
    return "-".join([*(["penjelasan"] if pinpoint.explained else []), *words])


def worded(citations: tuple[Citation, ...]) -> str:
    """The one way several citations are written together."""
    return " jo. ".join(map(str, citations))
