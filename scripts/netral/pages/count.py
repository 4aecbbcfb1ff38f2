"""One count of weekly figures in words: exact, a bound, withheld or unknown; and its share, where it may have one."""

from __future__ import annotations

from dataclasses import dataclass

from netral.catalogue import Labels
from netral.disclose import Limits
from netral.model.completion import Figures, Mark
from netral.pages.wording import number_words, percent_words
from netral.standing import share

__all__ = ["Shown", "mark_words", "number_or_nothing", "shown", "words_of_count"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: in words, as a share ("" where there is none), and how long its bar is, in percent."""

    words: str
    share: str
    bar: float | None
    #: Does a mark stand in the place of the number?
    held: bool


def shown(say: Labels, figures: Figures, limits: Limits) -> Shown:
    """A figure as readers see it: a number is never made from a mark."""
    over = share(figures, limits.group)
    percent = percent_words(*over, say) if over else ""
    bar = round(100 * over[0] / over[1], 1) if over else None
    return Shown(words_of_count(say, figures, limits.cell), percent, bar, isinstance(figures.signed, Mark))


def words_of_count(say: Labels, figures: Figures, cell: int) -> str:
    """What is known of a count, and no more."""
    signed, head = figures.signed, figures.headcount
    if signed is None:
        return say("figures.unknown")
    if isinstance(signed, Mark):
        return mark_words(say, signed, head, cell)
    count = number_or_nothing(signed, say)
    if figures.counted == "submissions":
        return say("figures.submissions", signed=count)
    if head is None:
        return say("figures.persons", signed=count)
    return say("figures.persons_of", signed=count, headcount=number_or_nothing(head, say))


def mark_words(say: Labels, mark: Mark, head: int | None, cell: int) -> str:
    """What a mark lets be known, and no more."""
    if mark is Mark.WITHHELD:
        return say("figures.withheld")
    if head is None:
        return say("figures.few", cell=cell) if mark is Mark.FEW else say("figures.nearly_all", cell=cell)
    whole = number_or_nothing(head, say)
    if mark is Mark.FEW:
        return say("figures.few_of", cell=cell, headcount=whole)
    return say("figures.nearly_all_of", least=number_or_nothing(max(head - cell, 0), say), headcount=whole)


def number_or_nothing(number: int | None, say: Labels) -> str:
    """A number in words; "" for none."""
    return "" if number is None else number_words(number, say)
