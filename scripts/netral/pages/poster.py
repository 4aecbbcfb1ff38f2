"""`/poster/`: every poster with its picture and files, and what it says as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netral import onposter
from netral.model.agency import Agency
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["SMALL", "Listed", "poster_page"]


#: Width and height of the picture shown for each poster.
SMALL = (216, 306)


@dataclass(frozen=True, slots=True)
class Listed:
    """A poster as the page shows it: whose it is, where its files lie, what it says, how many bytes they have."""

    agency: Agency | None
    folder: str
    sheet: Mapping[str, Any]
    pdf: int
    png: int


def poster_page(edition: Edition, posters: Sequence[Listed]) -> Page:
    """The general poster first, its text in full; of each agency's what it says beside that."""
    dataset, day = edition.dataset, edition.day
    made_up = [listed for listed in posters if listed.agency and dataset.is_made_up(listed.agency)]
    return render_page(
        edition,
        "poster",
        "poster/",
        title=edition.say("poster.title"),
        description=edition.say("poster.description"),
        general=next((listed for listed in posters if listed.agency is None), None),
        of_agencies=[listed for listed in posters if listed.agency and listed not in made_up] + made_up,
        rules=onposter.rules(dataset, day),
        ladders=onposter.ladders(dataset, day),
        deadlines=onposter.deadlines(dataset, day),
        channels=onposter.channels(dataset, day, None),
        size=SMALL,
        claimed=_claimed,
    )


def _claimed(line: onposter.Rule | onposter.Steps | onposter.Line) -> tuple[str, ...]:
    """The sources of all a line rests on, each once."""
    return tuple(dict.fromkeys(source for claim in line.claims for source in claim.sources))
