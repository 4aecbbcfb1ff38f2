"""`/pakta/` and a page per pact: the text word for word, its versions and digests, printed texts compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from netral.compare import Part, compare_pacts
from netral.model.pact import Pact
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.versions import PactText, versions

__all__ = ["Version", "pact_page", "pacts_page"]


@dataclass(frozen=True, slots=True)
class Version:
    """A version as its pact's page tells it."""

    text: PactText
    before: PactText | None
    #: Word for word with the version before; empty where one of both was not kept.
    parts: tuple[Part, ...]


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
    comparisons = [(other, list(compare_pacts(pact, other))) for other in (others if compare else ())]
    name = getattr(pact.name, edition.lang)
    return render_page(
        edition,
        "pact",
        f"pakta/{pact.id}/",
        title=name,
        description=edition.say("pacts.page_description", name=name),
        made_up=dataset.is_made_up(pact),
        pact=pact,
        text=versions(pact)[-1],
        signers=[agency for agency in dataset.agencies if any(r.pact == pact.id for r in agency.rounds)],
        comparisons=comparisons,
        versions=_versions(pact),
    )


def _versions(pact: Pact) -> tuple[Version, ...]:
    """The newest first; none where there was only one. What was only retold is compared with nothing."""
    texts = versions(pact)
    found = []
    for before, text in pairwise((None, *texts)):
        assert text is not None
        kept = before is not None and bool(before.points and text.points) and pact.form == "printed"
        parts = tuple(compare_pacts(before, text)) if before is not None and kept else ()
        found.append(Version(text, before, parts))
    return tuple(reversed(found)) if len(found) > 1 else ()
