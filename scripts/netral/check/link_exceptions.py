"""Exceptions of dead outside links: none after its end, none for an address that is gone, none twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.model.dataset import Dataset
from netral.model.link_exception import LinkException
from netral.outside.addresses import outside_addresses
from netral.problems import Problem, quotable

__all__ = ["check_link_exceptions"]


def check_link_exceptions(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Exceptions whose end is past (L001), whose address is not in the data (L002), and second ones (L003)."""
    known = outside_addresses(dataset)
    told: dict[str, LinkException] = {}
    for each in dataset.links:
        url = quotable(each.url)
        if each.until < as_of:
            yield Problem("L001", each.at.value("until"), {"url": url, "until": each.until.isoformat()})
        if each.url not in known and not dataset.unread:
            yield Problem("L002", each.at.value("url"), {"url": url})
        first = told.setdefault(each.url, each)
        if first is not each:
            yield Problem("L003", each.at.value("url"), {"url": url, "first": str(first.at.value("url"))})
