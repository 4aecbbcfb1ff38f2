"""`/perubahan/`: what changed in the records, the newest day first; minor changes folded up."""

from __future__ import annotations

from itertools import groupby

from netral.addresses import CHANGE_FEED, RECORDS, site_path
from netral.changes import changes_until, name_of
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["changes_page"]


def changes_page(edition: Edition) -> Page:
    """Every change of a real record by the day of the edition."""
    told = changes_until(edition.dataset, edition.day)
    major = [each for each in told if each.change.kind == "major"]
    feed = site_path(edition.lang, CHANGE_FEED)
    return render_page(
        edition,
        "changes",
        "perubahan/",
        searched=False,  # people look for the record, not for what became of it
        title=edition.say("record_changes.title"),
        description=edition.say("record_changes.description"),
        feed=feed,
        feed_path=feed,
        days=[(day, list(those)) for day, those in groupby(major, key=lambda each: each.change.day)],
        minor=[each for each in told if each.change.kind == "minor"],
        name=lambda each: name_of(each.record, edition.lang),
        there=lambda each: RECORDS[each.resource].format(id=each.record.id),
    )
