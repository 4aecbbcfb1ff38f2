"""The feed of new figures (Atom), one in each language. Its days are those of the data, never the clock's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from netral.addresses import absolute
from netral.disclose import limits_of
from netral.exports.atom import Entry, atom
from netral.model.completion import Figures
from netral.pages.count import shown
from netral.pages.page import Edition
from netral.pages.wording import date_words
from netral.standing import Standing

__all__ = ["FEED", "feed_file"]

#: Where it lies, below the language's folder.
FEED = "statistik/umpan.xml"
#: A feed holds this many news; what is older stands on the pages.
_MOST = 60


class _News(NamedTuple):
    """A week's newest figures, and whether they took the place of others."""

    figures: Figures
    standing: Standing
    corrected: bool


def feed_file(edition: Edition) -> str:
    """The newest figures of every agency, made-up ones marked, as an Atom feed."""
    say = edition.say
    news = sorted(_news(edition), key=lambda each: (each.figures.week, each.figures.agency, each.figures.round))
    updated = max((each.figures.ends for each in news), default=edition.checked_until)
    return atom(
        edition,
        FEED,
        "statistik/",
        say("feed.title"),
        say("feed.subtitle"),
        _moment(updated),
        [_entry(edition, each) for each in reversed(news[-_MOST:])],
    )


def _news(edition: Edition) -> Iterator[_News]:
    for standing in edition.standings.values():
        for week in standing.lead.weeks:
            if week.figures is not None:
                yield _News(week.figures, standing, bool(week.replaced))


def _entry(edition: Edition, news: _News) -> Entry:
    say, lang, row = edition.say, edition.lang, news.figures
    agency = news.standing.agency
    figure = shown(say, row, limits_of(edition.dataset))
    page = absolute(edition.site_url, lang, f"instansi/{agency.id}/#angka-{row.round}")
    name = f"{page}-{row.week.isoformat()}-{row.pact_version}-{row.revision}".replace(" ", "-")
    told = {"agency": getattr(agency.name, lang), "date": date_words(row.ends, say)}
    title = say("feed.corrected", **told) if news.corrected else say("feed.new", **told)
    text = say("feed.text", figure=figure.words, share=f" ({figure.share})" if figure.share else "")
    if edition.dataset.is_made_up(agency):
        text = f"{say('made_up.notice')} {text}"
    return Entry(name, title, page, _moment(row.ends), text)


def _moment(day: dt.date) -> str:
    """The end of a day in Jakarta, when its counts stand."""
    return f"{day.isoformat()}T23:59:59+07:00"
