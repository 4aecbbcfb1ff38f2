"""The feed of major changes (Atom), one in each language. Its days are those of the changes, never the clock's."""

from __future__ import annotations

import datetime as dt
from base64 import urlsafe_b64encode
from hashlib import sha256

from netral.addresses import CHANGE_FEED, RECORDS, absolute
from netral.catalogue import Labels
from netral.changes import Told, changes_until, name_of
from netral.exports.atom import Entry, atom
from netral.moved import first_id
from netral.pages.page import Edition

__all__ = ["change_feed"]

#: A feed holds this many changes; what is older stands on the page.
_MOST = 60


def change_feed(edition: Edition) -> str:
    """The newest major changes of real records by the day of the edition."""
    say = edition.say
    told = [each for each in changes_until(edition.dataset, edition.day) if each.change.kind == "major"]
    updated = told[0].change.day if told else edition.checked_until
    return atom(
        edition,
        CHANGE_FEED,
        "perubahan/",
        say("record_changes.feed_title"),
        say("record_changes.feed_subtitle"),
        _moment(updated),
        [_entry(edition, say, each) for each in told[:_MOST]],
    )


def _entry(edition: Edition, say: Labels, told: Told) -> Entry:
    lang, change = edition.lang, told.change
    kind = say(f"record_changes.kind.{told.resource}")
    known = first_id(edition.dataset, told.resource, told.record.id)
    # Of what never changes: neither of the site's address, which may move, nor of the words, which may be mended.
    name = f"netral/{lang}/{told.resource}/{known}/{change.day.isoformat()}/{told.number}"
    return Entry(
        # RFC 6920. Groups of hexadecimal digits (a UUID) may look like somebody's identity number.
        id=f"ni:///sha-256;{urlsafe_b64encode(sha256(name.encode()).digest()).decode().rstrip('=')}",
        title=say("record_changes.entry", kind=kind, name=name_of(told.record, lang)),
        page=absolute(edition.site_url, lang, RECORDS[told.resource].format(id=told.record.id)),
        updated=_moment(change.day),
        text=getattr(change.note, lang) if change.note else "",
    )


def _moment(day: dt.date) -> str:
    """The beginning of a day in Jakarta."""
    return f"{day.isoformat()}T00:00:00+07:00"
