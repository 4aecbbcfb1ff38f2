"""Gate: whoever hears a page is told its answer in one word right after the heading."""

from __future__ import annotations

import re
from collections.abc import Collection

from playwright.sync_api import Page
from tests.browser.visible import MAIN

#: A line of the accessibility tree that says something: its text, or the name of what it is.
_SAID = re.compile(r"""^\s*- (?:[a-z]+(?: \[[^\]]*\])*: (?P<text>.+)|[a-z]+ "(?P<name>(?:[^"\\]|\\.)*)".*)$""")


def after_heading(page: Page) -> str:
    """What stands in the accessibility tree of the open page right after the heading of the first level."""
    lines = iter(page.locator(MAIN).aria_snapshot().splitlines())
    for line in lines:
        if "heading" in line and "[level=1]" in line:
            break
    for line in lines:
        said = _SAID.match(line)
        if said:
            return (said["text"] or said["name"]).strip('"')
    return ""


def first_word_complaints(page: Page, words: Collection[str]) -> list[str]:
    """Complaints unless what follows the heading is one of `words`, alone or with a number."""
    said = after_heading(page)
    fits = any(re.fullmatch(rf"{re.escape(word)}(?: \d+)?", said) for word in words)
    return [] if fits else [f"{page.url} says first: «{said}»"]
