"""`/sanksi/`: every ladder, light to heavy, with its articles; and which agencies state none.

`/sanksi/alur/`: the chain behind each. It has a page of its own because the ladders alone weigh what a page may.
"""

from __future__ import annotations

from netral.model.base import Text
from netral.model.chain import Link, Step
from netral.model.sanction import Ladder
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.sanctioned import about

__all__ = ["chains_page", "sanctions_page"]

ORDER = ("law", "criminal", "process", "stated", "history")


def sanctions_page(edition: Edition) -> Page:
    """All ladders: those in force first, history last."""
    dataset = edition.dataset
    groups = [(kind, [ladder for ladder in dataset.sanctions if ladder.kind == kind]) for kind in ORDER]
    return render_page(
        edition,
        "sanctions",
        "sanksi/",
        title=edition.say("sanctions.title"),
        headline=edition.say("sanctions.headline"),
        description=edition.say("sanctions.description"),
        groups=groups,
        unstated=[agency for agency in dataset.agencies if not agency.sanctions_stated],
    )


def chains_page(edition: Edition) -> Page:
    """Who decides, in what time, and how to object and appeal, for every ladder that has a chain."""
    ladders = [
        ladder
        for kind in ORDER
        for ladder in edition.dataset.sanctions
        if ladder.kind == kind and (ladder.chain is not None or ladder.follows)
    ]
    return render_page(
        edition,
        "chains",
        "sanksi/alur/",
        title=edition.say("chain.page_title"),
        description=edition.say("chain.description"),
        ladders=[(ladder, _steps(ladder)) for ladder in ladders],
    )


def _steps(ladder: Ladder) -> list[tuple[Link, Step, tuple[Text, ...]]]:
    """The whole chain of a ladder."""
    return [(link, step, about(ladder, step)) for link, step in (ladder.chain.steps() if ladder.chain else ())]
