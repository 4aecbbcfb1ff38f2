"""What is remembered of translations, and what it says of the texts as they are now. Pure: files are read elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netral.translations.texts import Pair

__all__ = ["HEADER", "Comparison", "Stamps", "compare", "confirmed", "stamped"]

HEADER = "en,id"
_HEAD = (
    "# Dari teks Indonesia mana setiap teks Inggris dibuat; ditulis oleh: netral translations --stamp\n"
    "# Which Indonesian text each English text was made from; written by: netral translations --stamp\n"
    f"{HEADER}\n"
)

Stamp = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stamps:
    """One (digest of the English, digest of the Indonesian) for each text, as often as the pair stands somewhere."""

    lines: tuple[Stamp, ...] = ()

    def text(self) -> str:
        """The file, sorted: two people's stamps then seldom stand on the same lines."""
        return _HEAD + "".join(f"{en},{own}\n" for en, own in sorted(self.lines))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Texts held against stamps: the English that is behind, that of which nothing is remembered, what is kept."""

    behind: tuple[Pair, ...] = ()
    new: tuple[Pair, ...] = ()
    #: Stamps of texts that are there, and those that show that some are behind.
    kept: tuple[Stamp, ...] = ()


def compare(pairs: Sequence[Pair], stamps: Stamps) -> Comparison:
    """Which of `pairs` are behind and which are new.

    The same English may stand for several Indonesian texts, and a pair in several places. So an English text is behind
    only if a stamp of it has lost its Indonesian; else it is one more use of the same words, and new.
    """
    remembered, there = Counter(stamps.lines), Counter(pair.stamp for pair in pairs)
    lost: dict[str, list[Stamp]] = defaultdict(list)
    for stamp, times in (remembered - there).items():
        lost[stamp[0]] += [stamp] * times
    behind, new = [], []
    used: Counter[Stamp] = Counter()
    for pair in pairs:
        used[pair.stamp] += 1
        if pair.stamp not in remembered and pair.stamp[0] in lost:
            behind.append(pair)
        elif used[pair.stamp] > remembered[pair.stamp]:
            new.append(pair)
    late = {pair.stamp[0] for pair in behind}
    kept = [*(remembered & there).elements(), *(stamp for en, held in lost.items() if en in late for stamp in held)]
    return Comparison(tuple(behind), tuple(new), tuple(sorted(kept)))


def stamped(found: Comparison) -> Stamps:
    """The stamps with those of new texts, without those of texts that are gone. What is behind stays so."""
    return Stamps((*found.kept, *(pair.stamp for pair in found.new)))


def confirmed(stamps: Stamps, right: Iterable[Pair]) -> Stamps:
    """The stamps once somebody has said of the pairs `right`, which are behind, that their English is right."""
    return Stamps((*stamps.lines, *(pair.stamp for pair in right)))
