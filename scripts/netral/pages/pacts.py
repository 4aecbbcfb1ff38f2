"""`/pakta/` and a page per pact: the text word for word, its version and digest, printed texts compared."""

from __future__ import annotations

from netral.compare import compare_pacts
from netral.model.pact import Pact
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["pact_page", "pacts_page"]


def pacts_page(edition: Edition) -> Page:
    """The index; printed texts and retold ones are kept apart."""
    groups = []
    for form in ("printed", "reported"):
        members = [pact for pact in edition.dataset.pacts if pact.form == form]
        if members:
            groups.append((form, members))
    return render_page(
        edition,
        "pacts",
        "pakta/",
        title=edition.say("pacts.title"),
        description=edition.say("pacts.description"),
        groups=groups,
    )


def pact_page(edition: Edition, pact: Pact) -> Page:
    """One pact. Only printed, real texts are compared with each other."""
    dataset = edition.dataset
    others = [p for p in dataset.pacts if p is not pact and p.form == "printed" and not dataset.is_made_up(p)]
    compare = pact.form == "printed" and not dataset.is_made_up(pact)
    comparisons = [
        (other, [(part.key, part.number, part.here, part.there) for part in compare_pacts(pact, other)])
        for other in (others if compare else ())
    ]
    name = getattr(pact.name, edition.lang)
    return render_page(
        edition,
        "pact",
        f"pakta/{pact.id}/",
        title=name,
        description=edition.say("pacts.page_description", name=name),
        made_up=dataset.is_made_up(pact),
        pact=pact,
        signers=[agency for agency in dataset.agencies if any(r.pact == pact.id for r in agency.rounds)],
        comparisons=comparisons,
    )
