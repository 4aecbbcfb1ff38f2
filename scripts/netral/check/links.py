"""Addresses outside the site: whole, https, and of a host that exists as a name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.problems import Problem, quotable

__all__ = ["check_links", "link_fault"]

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)


def check_links(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every `url` (of English forms too), and the address for corrections, is an https address."""
    for _, item in dataset:
        for found in walk(item):
            if found.key in {"url", "url_en", "corrections"} and found.value is not None:
                fault = link_fault(found.value)
                if fault:
                    yield Problem("C002", found.place, {"key": found.key, "url": quotable(found.value)}, fault)


def link_fault(url: str) -> str | None:
    """What is wrong with `url`: `space`, `http`, `form`; None where nothing is."""
    if re.search(r"[\s<>\"'`\\{}|^]", url):
        return "space"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "form"
    if parts.scheme == "http":
        return "http"
    whole = parts.scheme == "https" and _HOST.fullmatch(host) and parts.username is None
    return None if whole else "form"
