"""Every English text beside its Indonesian one: of the data, of the program's own words, of the prose."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import yaml

from netral.catalogue import catalogue
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.walk import walk
from netral.prose_sections import sections
from netral.yaml_loader import LOADER

__all__ = ["CATALOGUES", "Kind", "Pair", "all_pairs", "catalogue_pairs", "data_pairs", "digest", "prose_pairs"]

#: data: a record. label: what the program says. code: the page of a problem code. prose: a section of a page in docs/.
Kind = Literal["data", "label", "code", "prose"]
#: The catalogues of the program, where they lie in the project: {} is the language.
CATALOGUES: Mapping[Kind, str] = {
    "label": "scripts/netral/text/{}.yaml",
    "code": "scripts/netral/text/problems.{}.yaml",
}
#: Letters of a digest that are kept: 48 bits tell a few thousand texts apart.
LENGTH = 12
#: Digits are written as letters: a spreadsheet takes "1234e5" for a number, and no run of them looks like a NIK.
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True)
class Pair:
    """An English text and the Indonesian one it stands for.

    `place` is that of the English; `key` says which text of its catalogue or page it is, and is empty for data.
    """

    kind: Kind
    id: str
    en: str
    place: Place
    key: str = ""

    @cached_property
    def stamp(self) -> tuple[str, str]:
        """The digests of both: of the English, then of the Indonesian."""
        return digest(self.en), digest(self.id)

    @property
    def line(self) -> str:
        """How `data/translations.csv` remembers that this English is made from this Indonesian."""
        return ",".join(self.stamp)


def digest(text: str) -> str:
    """Twelve letters that stand for `text`, however its lines are broken and its signs composed."""
    one = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(one.encode()).hexdigest()[:LENGTH].translate(_LETTERS)


def all_pairs(dataset: Dataset, docs: Path) -> list[Pair]:
    """Every pair that has a stamp: `dataset`, the catalogues of the program, the pages of `docs`."""
    return [*data_pairs(dataset), *catalogue_pairs(), *prose_pairs(docs)]


def data_pairs(dataset: Dataset) -> Iterator[Pair]:
    """The pairs of the data, in the order of the files."""
    for _, item in dataset:
        for found in walk(item):
            if isinstance(found.value, Text):
                yield Pair("data", found.value.id, found.value.en, found.value.at.value("en"))


def catalogue_pairs() -> Iterator[Pair]:
    """The pairs of labels and of problem codes, each at the beginning of its file.

    Where a text stands exactly is found by `placed`, for the few that are told: it takes a second look at the file.
    """
    for kind, name in CATALOGUES.items():
        file = name.rsplit("/", 1)[-1]
        own, other = (_leaves(catalogue(file.format(lang))) for lang in ("id", "en"))
        for key, text in other.items():
            if key in own:
                yield Pair(kind, own[key], text, Place(name.format("en")), key)


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            found |= _leaves(value, f"{name}/")
        else:
            found[name] = str(value)
    return found


@cache
def _composed(path: Path) -> Any:
    """A catalogue as nodes that know their lines."""
    return yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)


def placed(pair: Pair) -> Pair:
    """`pair` with the line of its key, where it comes from a catalogue that lies where the project keeps it."""
    if pair.kind not in CATALOGUES or not Path(pair.place.file).is_file():
        return pair
    node = _composed(Path(pair.place.file).resolve())
    line = 0
    for part in pair.key.split("/"):
        key, node = next((key, value) for key, value in node.value if key.value == part)
        line = key.start_mark.line
    return replace(pair, place=Place(pair.place.file, line + 1))


def prose_pairs(docs: Path) -> Iterator[Pair]:
    """The sections of each page of `docs/en` that have a twin in `docs/id`, by anchor."""
    for path in sorted((docs / "en").rglob("*.md")):
        name = path.relative_to(docs / "en").as_posix()
        twin = docs / "id" / name
        if not twin.is_file():
            continue
        own = {section.key: section for section in sections(twin.read_text(encoding="utf-8"))}
        for section in sections(path.read_text(encoding="utf-8")):
            if section.key in own:
                place = Place(f"{docs.as_posix()}/en/{name}", section.line)
                yield Pair("prose", own[section.key].text, section.text, place, section.key)
