"""A page that only leads on says so to every reader, leads where its record is now, and is the only kind that does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netral.audit.site import HtmlPage, Site
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["audit_moved"]

_REFRESH = "//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"
_AT_ONCE = re.compile(r"0; url=(\S+)")


def audit_moved(site: Site) -> Iterator[Problem]:
    """Renamed records without a page at their old address, or with one that does not lead on; others that do (S011)."""
    for path, target in sorted(site.moved.items()):
        page = site.pages.get(path)
        if page is None:
            yield Problem("S011", Place(path), {"page": path, "target": target}, "missing")
        elif not _leads(site, page, target):
            yield page.problem("S011", None, target=target)
    for page in site:
        if page.path not in site.moved:
            for element in page.tree.xpath(_REFRESH):
                yield page.problem("S011", element, "stray")


def _leads(site: Site, page: HtmlPage, target: str) -> bool:
    """By itself and at once, by a link, and by its canonical address; and search engines are told to leave it."""
    asked = [_AT_ONCE.fullmatch(str(content)) for content in page.tree.xpath(f"{_REFRESH}/@content")]
    links = [match.group(1) for match in asked if match], page.tree.xpath("//body//a/@href")
    whole = f"{site.own_url}{target.removesuffix('index.html')}"
    return (
        all(bool(found) and all(site.target(page, link) == (target, "") for link in found) for found in links)
        and page.tree.xpath("//head/link[@rel='canonical']/@href") == [whole]
        and "noindex" in page.tree.xpath("string(//meta[@name='robots']/@content)")
    )
