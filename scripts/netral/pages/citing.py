"""The citations inside a text as links to the pages of their regulations; not a word of it changes."""

from __future__ import annotations

import html
from collections.abc import Callable

from markupsafe import Markup

from netral.citations.finding import Mention, mentions
from netral.citations.naming import Register

__all__ = ["linked"]


def linked(register: Register, text: str, link: Callable[[str], str]) -> Markup:
    """`text` escaped, each citation of one recorded regulation led to it, or to its article where that is listed.

    `link` makes the way to an address; `#` alone means that the reader is there already, and no link is made.
    """
    found, after = "", 0
    for mention in mentions(text):
        address = _address(register, mention) if isinstance(mention, Mention) else None
        way = link(address) if address else ""
        if not isinstance(mention, Mention) or way in {"", "./"}:
            continue
        cited = html.escape(text[mention.start : mention.end])
        found += f'{html.escape(text[after : mention.start])}<a href="{html.escape(way)}">{cited}</a>'
        after = mention.end
    return Markup(found + html.escape(text[after:]))  # noqa: S704 (every piece is escaped above)


def _address(register: Register, mention: Mention) -> str | None:
    """Where the page of the regulation lies, at the first place that the mention names; None where it names several."""
    laws = [register.find(each.instrument) if each.instrument else None for each in mention.citations]
    law, place = laws[0], mention.citations[0].pinpoint
    if law is None or any(other is not law for other in laws):
        return None
    part = register.listed(law, place) if place else None
    return f"aturan/{law.id}/" + (f"#{part.id}" if part else "")
