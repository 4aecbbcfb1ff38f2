"""`/data/pemeriksaan/`: what should have been looked at again by now, what is due soon, which English is behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from netral.model.base import Text
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.wording import cut
from netral.reviews import SOON, Review, overdue, reviews

__all__ = ["ADDRESS", "reviews_page"]

ADDRESS = "data/pemeriksaan/"
#: kind -> where a record is shown, and the key of its name.
_SHOWN: Mapping[str, tuple[str, str]] = {
    "agencies": ("instansi/{id}/", "name"),
    "regulations": ("aturan/{id}/", "citation"),
    "sanctions": ("sanksi/#{id}", "name"),
    "acts": ("boleh-tidak/{id}/", "statement"),
    "pacts": ("pakta/{id}/", "name"),
    "elections": ("kalender/#{id}", "name"),
    "channels": ("lapor/#{id}", "name"),
}
#: Of a text that is behind as many letters are shown; the place says where the rest is.
_PASSAGE = 300


@dataclass(frozen=True, slots=True)
class _Due:
    """One record in a list: where it is shown, its name, which part of it, and its days."""

    address: str
    name: str
    part: str
    checked_on: dt.date
    review_by: dt.date


def reviews_page(edition: Edition) -> Page:
    """What is overdue, the longest overdue first; what is due within two months; which English texts are behind."""
    dataset, day, say = edition.dataset, edition.day, edition.say
    known, late = list(reviews(dataset)), overdue(dataset, day)
    soon = [r for r in known if r not in late and r.look.review_by is not None and r.look.review_by <= day + SOON]
    behind = [(pair.place, cut(pair.en, _PASSAGE), cut(pair.id, _PASSAGE)) for pair in edition.behind]
    return render_page(
        edition,
        "reviews",
        ADDRESS,
        title=say("reviews.title"),
        description=say("reviews.description"),
        searched=False,  # a list of everything, found by any word and no answer to it
        lead=say("reviews.lead", late=len(late), behind=len(behind)) if late or behind else say("reviews.clean"),
        counted=len(known),
        groups=[("late", _listed(edition, late)), ("soon", _listed(edition, soon))],
        behind=behind,
        after=next((site.review_after for site in dataset.site), None),
        until=day + SOON,
    )


def _listed(edition: Edition, found: list[Review]) -> list[_Due]:
    due = []
    for review in found:
        address, key = _SHOWN[review.kind]
        name = getattr(review.record, key)
        part = review.id.removeprefix(review.record.id).lstrip("/")
        checked, by = review.look.checked_on, review.look.review_by
        assert checked is not None
        assert by is not None
        words = getattr(name, edition.lang) if isinstance(name, Text) else str(name)
        due.append(_Due(address.format(id=review.record.id), words, part, checked, by))
    return sorted(due, key=lambda each: (each.review_by, each.address, each.part))
