"""Each page says which language it is in, and is in it."""

from __future__ import annotations

from collections.abc import Iterator

from netral.audit.site import Site
from netral.problems import Problem

__all__ = ["audit_language"]


def audit_language(site: Site) -> Iterator[Problem]:
    """`<html lang>` is the language of the page's place; official wording is marked as the Indonesian it is."""
    for page in site:
        got = page.tree.get("lang") or ""
        if got != page.lang:
            yield page.problem("S002", page.tree, got=got, want=page.lang)
        for quote in page.tree.xpath("//blockquote[contains(@class, 'official')]"):
            if quote.get("lang") != "id":
                yield page.problem("S002", quote, got=quote.get("lang") or "", want="id")
