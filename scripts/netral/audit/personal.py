"""The last look for personal data: the pages and the files as they would be published."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from netral.audit.site import HtmlPage, Site
from netral.check.personal import check_personal
from netral.load.files import SourceText
from netral.personal import may_be_personal
from netral.problems import Problem

__all__ = ["audit_personal"]

_PLAIN = (".json", ".csv", ".xml", ".txt", ".ics")
#: The pages' own words once more, without the marks of what is a public contact: by MkDocs, and by Zensical.
_SEARCHED = ("search_index.json", "search.json")


def audit_personal(site: Site) -> Iterator[Problem]:
    """Staff numbers, identity numbers and e-mail in pages (but for a public contact) and in plain files."""
    for page in site:
        elements = list(_looked_at(page.tree))
        # Nearly every page is ruled out as a whole: one look takes less time than one at each of its texts.
        if may_be_personal("\n".join(text for element in elements for text in _texts(element))):
            for element in elements:
                yield from _in_element(page, element)
    for name in sorted(site.files):
        if name.endswith(_PLAIN) and not name.endswith(_SEARCHED):
            text = (site.folder / name).read_text(encoding="utf-8")
            # The files say `"contact": "…"` where the data say `contact: …`.
            yield from check_personal(SourceText(name, text.replace('"contact": "', 'contact: "')))


def _looked_at(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a tree but for drawings, which are full of digits, and public contacts, meant to be read."""
    left = [root]
    while left:
        element = left.pop()
        if isinstance(element.tag, str) and element.tag != "svg" and "contact" not in element.get("class", "").split():
            yield element
            left.extend(reversed(element))


def _texts(element: HtmlElement) -> Iterator[str]:
    """The texts that stand right inside an element, and its attributes'."""
    yield element.text or ""
    yield from (child.tail or "" for child in element)
    yield from map(str, element.attrib.values())


def _in_element(page: HtmlPage, element: HtmlElement) -> Iterator[Problem]:
    for text in _texts(element):
        for problem in check_personal(SourceText(page.path, text)):
            yield page.problem(problem.code, element)
