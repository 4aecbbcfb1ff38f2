"""A regulation as schema.org `Legislation`, for search engines: only what its record says without a caveat.

A caveat that a page prints has no place there. So what is unsure (`low`) is left out, a date that comes with a note
(`issued_note`), an official page that nobody has opened, and, where no source confirms it on the day, that a law is in
force.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netral import asof
from netral.addresses import absolute
from netral.model.regulation import Regulation
from netral.pages.page import Edition

__all__ = ["legislation"]

_SCHEMA = "https://schema.org/"


def legislation(edition: Edition, law: Regulation) -> dict[str, Any] | None:
    """The description of `law` on the day of the edition; None of one that is unsure or made up."""
    if law.confidence == "low" or edition.dataset.is_made_up(law):
        return None
    told = _named(edition, law) | {
        "name": getattr(law.title, edition.lang),
        "legislationType": edition.say(f"law.kind.{law.kind.replace('-', '_')}"),
        "inLanguage": "id",  # the text of the law; this page only tells of it
        "legislationJurisdiction": "Indonesia",
    }
    if law.issued is not None and law.issued_note is None:
        told["legislationDate"] = law.issued.text
    force = _force(edition, law)
    if force is not None:
        told["legislationLegalForce"] = f"{_SCHEMA}{force}"
    others = edition.dataset.regulations
    changed = [other for other in others if law.id in other.amended_by and _took_effect(edition, law)]
    repealed = [other for other in others if law.id in _successors(edition, other) and other.ended in (None, "dicabut")]
    for key, found in (("legislationChanges", changed), ("legislationRepeals", repealed)):
        sure = [_named(edition, other) for other in found if other.confidence != "low"]
        if sure:
            told[key] = sure
    if law.official_page is not None and law.official_page.opened:
        told["sameAs"] = law.official_page.url
    return told


def _named(edition: Edition, law: Regulation) -> dict[str, Any]:
    page = absolute(edition.site_url, edition.lang, f"aturan/{law.id}/")
    return {"@type": "Legislation", "@id": page, "url": page, "legislationIdentifier": law.citation}


def _took_effect(edition: Edition, law: Regulation) -> bool:
    return law.in_force is not None and law.in_force.from_.last <= edition.day


def _successors(edition: Edition, law: Regulation) -> Iterator[str]:
    """The regulations that took the place of the whole of `law`, if it has ended by the day."""
    if law.in_force is not None and law.in_force.until is not None and law.in_force.until.last < edition.day:
        yield from (ref for ref in law.replaced_by if "/" not in ref)


def _force(edition: Edition, law: Regulation) -> str | None:
    """InForce, PartiallyInForce or NotInForce on the day; None where that is not known."""
    dataset, day = edition.dataset, edition.day
    whole = asof.holds(law.in_force, day)
    if whole is None:
        return None
    parts = [
        asof.holds(asof.provision_span(law, part), day)
        for part in law.provisions
        if part.confidence != "low" and (part.suspended or part.in_force)
    ]
    if whole:
        if not asof.confirmed(law, day):
            return None
        return "PartiallyInForce" if False in parts else "InForce"
    kept = any(dataset.law_refs.get(part.kept_by or "") for part in law.provisions if part.confidence != "low")
    return "PartiallyInForce" if kept and True in parts else "NotInForce"
