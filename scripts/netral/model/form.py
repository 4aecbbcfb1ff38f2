"""Form: where one round is signed, what of it the link may fill in, and what signers are told about their data."""

from __future__ import annotations

from netral.model.base import Basis, Link, Phrase, Record, Slug, Text, Who

__all__ = ["GOOD_PRACTICE", "ITEMS", "Form", "Notice", "NoticeItem", "Prefill"]

#: What a notice item's basis cites where no article asks for the item.
GOOD_PRACTICE = "praktik baik"


class Prefill(Record):
    """What this form calls the questions that its link may answer beforehand; null or absent = not by the link.

    There are no others: a name or a staff number never stands in a link.
    """

    agency: Phrase | None = None
    unit: Phrase | None = None
    pact_version: Phrase | None = None
    language: Phrase | None = None


class NoticeItem(Record):
    """One thing that signers are told, and the article that asks for it, or `praktik baik`."""

    text: Text
    basis: Basis

    @property
    def good_practice(self) -> bool:
        """Does it rest on good practice alone?"""
        return self.basis.cite == GOOD_PRACTICE


class Notice(Record):
    """What signers are told about their data before they type anything. Where an item is absent, the check says so."""

    #: Who decides what is done with the data (pengendali).
    controller: NoticeItem | None = None
    #: By which right they are processed; for a pact, a legal duty or an official task and not consent.
    legal_basis: NoticeItem | None = None
    purpose: NoticeItem | None = None
    #: Which kinds of data are asked.
    data: NoticeItem | None = None
    retention: NoticeItem | None = None
    rights: NoticeItem | None = None
    #: An office that answers, never the address of a person.
    contact: NoticeItem | None = None
    #: Who runs the service for the controller (prosesor).
    processor: NoticeItem | None = None
    #: Where the data lie.
    country: NoticeItem | None = None

    @property
    def told(self) -> tuple[tuple[str, NoticeItem], ...]:
        """(name, item) of all that is told, in the order in which people are told."""
        return tuple((name, item) for name in ITEMS if (item := getattr(self, name)) is not None)


#: The items of a notice in the order in which people are told: who and why, what and how long, what they can do.
ITEMS = tuple(name for name in Notice.model_fields if name != "at")


class Form(Record):
    """How one round is signed by a form. When, and who must, is told by the round itself."""

    #: The id of a file of `services/`.
    service: Slug
    #: The form's own address, as the service gives it and without any answer in it; null only on paper.
    url: Link | None
    #: The English form, where the service keeps one form per language.
    url_en: Link | None = None
    prefill: Prefill | None = None
    #: All who may sign; nobody who must is missing.
    may_sign: tuple[Who, ...]
    notice: Notice
