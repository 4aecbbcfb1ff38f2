"""An Atom feed (RFC 4287) as text: what every feed of the site is made with. Nothing in it comes from the clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from netral.addresses import absolute
from netral.pages.page import Edition

__all__ = ["Entry", "atom"]


class Entry(NamedTuple):
    """One piece of news. `id` never changes once it is published; `updated` is a moment with its offset."""

    id: str
    title: str
    page: str
    updated: str
    text: str


def atom(
    edition: Edition, path: str, page: str, title: str, subtitle: str, updated: str, entries: Iterable[Entry]
) -> str:
    """The feed at `path` of the edition, of what is new on its page at the address `page`."""
    lang, site_url = edition.lang, edition.site_url
    own, there = absolute(site_url, lang, path), absolute(site_url, lang, page)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<title>{escape(title)}</title>\n"
        f"<subtitle>{escape(subtitle)}</subtitle>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(there)}/>\n'
        f"<id>{escape(own)}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(edition.say('site.name'))}</name></author>\n"
        f"{''.join(map(_entry, entries))}</feed>\n"
    )


def _entry(entry: Entry) -> str:
    return (
        f"<entry><title>{escape(entry.title)}</title><id>{escape(entry.id)}</id>"
        f'<link rel="alternate" type="text/html" href={quoteattr(entry.page)}/>'
        f"<updated>{entry.updated}</updated><summary>{escape(entry.text)}</summary></entry>\n"
    )
