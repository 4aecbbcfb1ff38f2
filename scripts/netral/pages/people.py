"""`/boleh-tidak/untuk/<who>/`: every act with its one word for one kind of person, the links that need no script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from netral import asof
from netral.catalogue import Labels
from netral.model.act import Act, Answer
from netral.model.base import Stage, Who
from netral.pages.answers import short_people
from netral.pages.finder import ALSO, WORDS, Found, find, people_of
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["Line", "Person", "answers_on", "people_today", "person_address", "person_page"]

_BOTH: tuple[Stage, ...] = ("bakal-calon", "calon")


@dataclass(frozen=True, slots=True)
class Person:
    """Those whom answers speak of, as the finder shows them."""

    id: Who
    name: str
    address: str
    #: The words people use for them, parted by commas.
    words: str
    #: That answers for others count for them too; empty where that is not so.
    note: str

    @classmethod
    def of(cls, who: Who, say: Labels) -> Person:
        """`who` in the language of `say`."""
        also = ALSO.get(who, ())
        key = who.replace("-", "_")
        name = say(f"person.{key}")
        note = say("finder.also", who=name, also=short_people(also, say)) if also else ""
        return cls(who, name, person_address(who), say(f"words.who.{key}"), note)


@dataclass(frozen=True, slots=True)
class Line:
    """An act with its word for a person, and with the word of each stage where the word alone does not tell it."""

    act: Act
    found: Found
    stages: tuple[tuple[Stage, Found], ...]


def person_address(who: Who) -> str:
    """Where the page for `who` lies."""
    return f"boleh-tidak/untuk/{who}/"


def people_today(edition: Edition) -> tuple[Who, ...]:
    """The people that answers of the edition's day speak of: those who have a page."""
    return people_of(answer for act in edition.dataset.acts for answer in answers_on(act, edition.day))


def person_page(edition: Edition, who: Who) -> Page:
    """What holds for one kind of person, by the word; and plainly for which acts no rule was found."""
    person = Person.of(who, edition.say)
    today = [(act, answers_on(act, edition.day)) for act in edition.dataset.acts]
    lines = [
        Line(act, found, _stages(answers, who, found))
        for act, answers in today
        if (found := find(answers, who)) is not None
    ]
    groups = [(word, [line for line in lines if line.found.word == word]) for word in WORDS]
    told = {line.act.id for line in lines}
    return render_page(
        edition,
        "person",
        person.address,
        title=edition.say("finder.person_title", who=person.name),
        description=edition.say("finder.person_description", who=person.name),
        found_after=True,
        person=person,
        groups=[(word, members) for word, members in groups if members],
        without=[act for act, _ in today if act.id not in told],
    )


def answers_on(act: Act, day: dt.date) -> list[Answer]:
    """The answers of an act that are those of `day`'s law."""
    return [answer for answer in act.answers if asof.holds(answer, day) is not False]


def _stages(answers: Sequence[Answer], who: Who, found: Found) -> tuple[tuple[Stage, Found], ...]:
    at_each = [(stage, there) for stage in _BOTH if (there := find(answers, who, stage)) is not None]
    return tuple(at_each) if len({there.word for _, there in at_each}) > 1 or found.only else ()
