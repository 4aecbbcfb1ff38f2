"""Every link inside the site leads somewhere, and every page is led to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from netral.audit.site import HtmlPage, Site
from netral.problems import Problem

__all__ = ["audit_links"]

_HOME = {"index.html", "en/index.html", "404.html"}


def audit_links(site: Site) -> Iterator[Problem]:
    """Dead links (S003), dead anchors (S004), pages that no page of their language links to (S005).

    Nothing need lead to the old address of a renamed record; where that leads is another rule's matter.
    """
    reached: set[str] = set()
    for page in site:
        for element, link in _links(page):
            target = site.target(page, link)
            if target is None and not _meant_inside(link):
                continue
            path, anchor = target or ("", "")
            if path not in site.files:
                yield page.problem("S003", element, target=link)
                continue
            there = site.pages.get(path)
            if there is not None and anchor and anchor not in there.ids:
                yield page.problem("S004", element, target=link)
            if path != page.path and element.tag == "a" and element.get("hreflang") is None:
                reached.add(path)
    for path in sorted(set(site.pages) - reached - set(site.moved) - _HOME):
        yield site.pages[path].problem("S005", None)


def _meant_inside(link: str) -> bool:
    """Does `link` name no host? Below a sub-path such a link can still lead off the site."""
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc


def _links(page: HtmlPage) -> Iterator[tuple[HtmlElement, str]]:
    for attribute in ("href", "src"):
        for element in page.tree.xpath(f"//*[@{attribute}]"):
            link = element.get(attribute).strip()
            if not link.startswith(("mailto:", "tel:", "data:", "javascript:")):
                yield element, link
