"""Renamed records: the pages that stand at their old addresses, and the id by which each was known first.

Such a page works without scripts, under the strict policy and below any path: it is a link that a browser follows by
itself. What a record without a page of its own was called stays an anchor of the page that tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from netral.addresses import RECORDS, absolute, relative, site_path
from netral.catalogue import LANGS, labels
from netral.changes import name_of
from netral.model.dataset import Dataset
from netral.model.redirect import Redirect
from netral.problems import Lang

__all__ = ["first_id", "moved_addresses", "moved_files", "old_ids"]


def old_ids(dataset: Dataset, kind: str, record: str) -> tuple[str, ...]:
    """What the record was called before, the earliest first."""
    found = [each for each in dataset.redirects if (each.kind, each.to) == (kind, record)]
    return tuple(each.id for each in sorted(found, key=lambda each: each.since))


def first_id(dataset: Dataset, kind: str, record: str) -> str:
    """The id by which a record was known first: what feeds and calendars name it by, so that a new id is no news."""
    return next(iter(old_ids(dataset, kind, record)), record)


def moved_addresses(kind: str, old: str, new: str, deeper: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(old address, new one) of each page that moved with its record; `deeper` are pages below it."""
    where = RECORDS[kind]
    if "#" not in where:
        yield from ((where.format(id=old) + below, where.format(id=new) + below) for below in ("", *deeper))


def moved_files(dataset: Dataset, site_url: str, addresses: frozenset[str]) -> Mapping[str, str]:
    """Site path -> HTML of the page at each old address, in both languages. `addresses` are those of all pages."""
    files: dict[str, str] = {}
    for each in dataset.redirects:
        base = RECORDS[each.kind].format(id=each.to)
        deeper = tuple(sorted(a.removeprefix(base) for a in addresses if a.startswith(base) and a != base))
        for lang in LANGS:
            for old, new in moved_addresses(each.kind, each.id, each.to, deeper):
                files[f"{site_path(lang, old)}index.html"] = _page(dataset, lang, each, site_url, (old, new))
    return files


def _page(dataset: Dataset, lang: Lang, each: Redirect, site_url: str, way: tuple[str, str]) -> str:
    say, (old, new) = labels(lang), way
    link = escape(relative(site_path(lang, old), site_path(lang, new)))
    name = escape(name_of(dataset.ids[each.kind][each.to], lang))
    reason = f"<p>{escape(getattr(each.reason, lang))}</p>\n" if each.reason else ""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={link}">\n'
        f'<link rel="canonical" href="{escape(absolute(site_url, lang, new))}">\n'
        f"<title>{escape(say('moved.title'))}: {name}</title>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(say('moved.title'))}</h1>\n"
        f'<p>{escape(say("moved.text"))} <a href="{link}">{name}</a></p>\n{reason}</main>\n</body>\n</html>\n'
    )
