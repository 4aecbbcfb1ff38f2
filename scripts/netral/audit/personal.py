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
#: Drawings are full of digits, and a public contact is meant to be read.
_SKIPPED = "self::svg or contains(concat(' ', normalize-space(@class), ' '), ' contact ')"


def audit_personal(site: Site) -> Iterator[Problem]:
    """Staff numbers, identity numbers and e-mail in pages (but for a public contact) and in plain files."""
    for page in site:
        for element in page.tree.xpath(f"//*[not(ancestor-or-self::*[{_SKIPPED}])]"):
            yield from _in_element(page, element)
    for name in sorted(site.files):
        if name.endswith(_PLAIN) and not name.endswith(_SEARCHED):
            text = (site.folder / name).read_text(encoding="utf-8")
            # The files say `"contact": "…"` where the data say `contact: …`.
            yield from check_personal(SourceText(name, text.replace('"contact": "', 'contact: "')))


def _in_element(page: HtmlPage, element: HtmlElement) -> Iterator[Problem]:
    tails = (child.tail or "" for child in element)
    for text in (element.text or "", *tails, *map(str, element.attrib.values())):
        if may_be_personal(text):
            for problem in check_personal(SourceText(page.path, text)):
                yield page.problem(problem.code, element)
