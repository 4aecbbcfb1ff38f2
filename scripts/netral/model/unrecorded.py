"""Unrecorded: an instrument that texts name although the site has no record of it, and why it needs none."""

from __future__ import annotations

from netral.model.base import Phrase, Record, Slug, Text

__all__ = ["Unrecorded"]


class Unrecorded(Record):
    """A record of unrecorded.yaml. Every other instrument that a text names must stand in regulations.yaml."""

    id: Slug
    #: How it is cited: "PP 16/2026".
    cite: Phrase
    reason: Text
