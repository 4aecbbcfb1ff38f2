"""Templates -> page text. What comes from data is escaped twice over: never markup, never Markdown.

Templates print only labels of the catalogue and texts of the data. Pages are Markdown headings around HTML blocks:
plain enough for any site generator that reads Markdown.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from netral import asof
from netral.addresses import absolute, other_lang, relative, site_path
from netral.changes import changes_of
from netral.model.act import Verdict
from netral.model.base import Claim, Text
from netral.model.dates import PartialDate
from netral.model.source import Source
from netral.moved import old_ids
from netral.pages.behind import with_notices
from netral.pages.card import card_of, shortened, tags
from netral.pages.citing import linked
from netral.pages.page import Edition, Page
from netral.pages.wording import date_words, number_words, short_date_words, span_words
from netral.reviews import Look, look_of, periods

__all__ = ["fill", "heading", "in_a_block", "render_page"]

#: Writing front matter in Python itself would be a quarter of a small build.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|!])")
#: What a reader of Markdown looks for line by line before it sees that it stands inside an HTML block: a fence of code.
_LINEWISE = str.maketrans({"\n": "&#10;", "`": "&#96;", "~": "&#126;"})


def heading(text: str) -> Markup:
    """Data inside a Markdown heading: neither HTML nor Markdown in it is ever read as such."""
    words = " ".join(html.escape(text, quote=False).split())
    return Markup(_MARKDOWN.sub(r"\\\1", words))  # noqa: S704 (escaped on the line above)


def in_a_block(markup: str) -> str:
    """HTML as it may stand inside an HTML block: on one line of the page's source, and with no fence of code."""
    return markup.translate(_LINEWISE)


def capital(text: str, wanted: bool = True) -> str:  # noqa: FBT001, FBT002 (a filter of templates)
    """`text` with a capital at its beginning, where one is `wanted`; the rest stays as it is."""
    return text[:1].upper() + text[1:] if wanted else text


def _inert(value: Any) -> Any:
    """Text inside an HTML block: escaped, and on one line of the page's source however many it has."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(in_a_block(html.escape(value)))  # noqa: S704 (escaped on this line)
    return value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("netral"),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        comment_start_string="{--",  # `{#` opens an anchor of a Markdown heading
        comment_end_string="--}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["heading"] = heading
    environment.filters["capital"] = capital
    return environment


class _Sources:
    """The numbered list of the sources a page leans on, in the order they are first met."""

    def __init__(self, known: Mapping[str, Source]) -> None:
        self._known = known
        self._numbers: dict[str, int] = {}

    def numbers(self, ids: tuple[str, ...]) -> list[int]:
        return [self._numbers.setdefault(name, len(self._numbers) + 1) for name in ids]

    def listed(self) -> list[tuple[int, Source]]:
        return [(number, self._known[name]) for name, number in self._numbers.items()]


def render_page(
    edition: Edition,
    template: str,
    address: str,
    *,
    title: str,
    description: str,
    headline: str = "",
    made_up: bool = False,
    searched: bool = True,
    found_after: bool = False,
    verdict: Verdict | None = None,
    feed: str | None = None,
    scripts: Sequence[str] = (),
    **view: Any,
) -> Page:
    """The page at `address`: front matter, then the template filled with `view`.

    `title` is what menus call it; `headline`, where one word of a menu says too little, what it calls itself.
    The site's own search leaves out what is not `searched`, and what is made up, as other search engines are told to;
    what is `found_after` others counts half there, for pages that say again what those say.
    `verdict` is the one answer the page gives, where it gives one: its preview shows it. `feed` is the site path of a
    feed of what is new on the page, `scripts` are the site paths of those it runs beside the theme's.
    """
    lang, here = edition.lang, site_path(edition.lang, address)
    own = headline or title
    body = with_notices(edition, address, fill(edition, template, address, title=own, made_up=made_up, **view))
    twin = other_lang(lang)
    card = card_of(edition.say, address, own, description, verdict=verdict, made_up=made_up)
    meta = {
        "title": html.escape(" ".join(title.split())),
        "description": html.escape(shortened(description)),
        "twin": relative(here, site_path(twin, address)),
        "alternates": {each: absolute(edition.site_url, each, address) for each in ("id", "en")},
        "made_up": made_up,
        "search": {"exclude": made_up or not searched} | ({"boost": 0.5} if found_after else {}),
        "preview": tags(edition.say, edition.site_url, address, own, description, card),
    }
    if headline:
        # The home page's own is the name of the site, which other pages say after theirs.
        meta["headline"], meta["home"] = html.escape(headline), not address
    if feed is not None:
        meta["feed"] = relative(here, feed)
    if scripts:
        meta["scripts"] = [relative(here, site_path(lang, script)) for script in scripts]
    front = yaml.dump(meta, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=1000)
    return Page(address, f"---\n{front}---\n\n{body}", card)


def fill(edition: Edition, template: str, address: str, **view: Any) -> str:
    """The Markdown that a template comes to on the page at `address`."""
    say, lang, dataset = edition.say, edition.lang, edition.dataset
    here = site_path(lang, address)
    sources = _Sources({source.id: source for source in dataset.sources})

    def words(text: Text | None) -> str:
        return "" if text is None else str(getattr(text, lang))

    def way(there: str) -> str:
        return relative(here, site_path(lang, there))

    def date(value: PartialDate | dt.date | None) -> str:
        return say("unknown") if value is None else date_words(value, say)

    def look(claim: Claim, record: Claim) -> Look:
        after = periods(dataset, record)
        return look_of(claim, after, look_of(record, after))

    body = (
        _environment()
        .get_template(f"{template}.md.j2")
        .render(
            t=say,
            lang=lang,
            edition=edition,
            dataset=dataset,
            asof=asof,
            address=address,
            words=words,
            linked=lambda text: Markup(in_a_block(linked(dataset.register, words(text), way))),  # noqa: S704 (escaped)
            date=date,
            short_date=lambda value: short_date_words(value, say),
            span=lambda value: span_words(value, say),
            number=lambda value: number_words(value, say),
            link=way,
            file=lambda path: relative(here, path),
            numbers=sources.numbers,
            listed=sources.listed,
            look=look,
            changes_of=changes_of,
            old_ids=old_ids,
            **view,
        )
    )
    return _tidy(body)


def _tidy(body: str) -> str:
    """One blank line at most between blocks: blank lines mean something to Markdown."""
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
