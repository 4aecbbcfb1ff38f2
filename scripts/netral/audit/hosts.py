"""Opening a page asks no other host for anything: no fonts, scripts, images, frames or hints from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netral.audit.site import HtmlPage, Site
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["audit_hosts"]

_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_CSS_FETCH = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
#: Elements and attributes that make a browser fetch; a plain `<a href>` does not.
_FETCHES = (
    "//*[not(self::a)]/@src",
    "//*/@srcset",
    "//object/@data",
    "//video/@poster",
    "//form/@action",
    "//*/@formaction",
    "//link[not(@rel='canonical' or @rel='alternate' or @rel='prev' or @rel='next')]/@href",
    "//*[local-name()='use' or local-name()='image']/@href",
)


def audit_hosts(site: Site) -> Iterator[Problem]:
    """Whatever a page or its style sheets fetch lies in the site. A form goes only where its agency's record says."""
    for page in site:
        for query in _FETCHES:
            for value in page.tree.xpath(query):
                sent = site.forms.get(page.path, frozenset()) if query == "//form/@action" else frozenset()
                for link in _addresses(str(value), query):
                    if _ELSEWHERE.match(link) and site.target(page, link) is None and link not in sent:
                        yield page.problem("S006", value.getparent(), target=link)
        for found in _CSS_FETCH.finditer(_styles(page)):
            yield page.problem("S006", None, target=found.group(1))
    for name in sorted(site.files):
        if name.endswith(".css"):
            text = (site.folder / name).read_text(encoding="utf-8")
            for found in _CSS_FETCH.finditer(text):
                line = text.count("\n", 0, found.start()) + 1
                yield Problem("S006", Place(name, line), {"page": name, "target": found.group(1)})


def _addresses(value: str, query: str) -> list[str]:
    if query.endswith("srcset"):
        return [part.strip().split()[0] for part in value.split(",") if part.strip()]
    return [value.strip()]


def _styles(page: HtmlPage) -> str:
    inline = [*page.tree.xpath("//style/text()"), *page.tree.xpath("//@style")]
    return "\n".join(str(part) for part in inline)
