"""How the tests read a built site: as a reader sees it, not as it is marked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

LANGS = ("id", "en")
#: Not shown, or not text.
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "head"})


def spaced(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def page(site: Path, address: str) -> HtmlElement:
    """The parsed page at a site path: `en/sanksi/`, `404.html`, "" for the home page."""
    path = site / (address if address.endswith(".html") else f"{address}index.html")
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def twin(lang: str, address: str) -> str:
    """The site path of `address` in `lang`."""
    return address if lang == "id" else f"en/{address}"


@cache
def addresses(site: Path) -> tuple[str, ...]:
    """The site path of every page but the 404 page."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return tuple(sorted(name.removesuffix("index.html") for name in found if name != "404.html"))


def lang_of(address: str) -> str:
    """The language of the page at a site path."""
    return "en" if address.startswith("en/") else "id"


def article(tree: HtmlElement) -> HtmlElement:
    """The page's own content, without header, navigation and footer."""
    (found,) = tree.xpath("//article")
    return found


def words_of(element: HtmlElement) -> str:
    """All text of an element, in one line."""
    return spaced(element.text_content())


def cited(element: HtmlElement) -> str:
    """What a citation says aloud: one right after another of the same instrument writes only its article."""
    spoken = element.xpath(".//a/@aria-label")
    text = words_of(element)
    return f"{spoken[0]}{text.removeprefix(words_of(element.find('.//a')))}" if spoken else text


def visible_texts(element: HtmlElement, lang: str | None = None) -> Iterator[str]:
    """Each run of visible text; with `lang` only what is marked as that language."""
    for node in element.iter():
        if not isinstance(node.tag, str) or _silent(node):
            continue
        if node.text and _speaks(node, lang):
            yield node.text
        for child in node:
            if child.tail and _speaks(node, lang):
                yield child.tail


def visible(element: HtmlElement, lang: str | None = None) -> str:
    """The visible text of an element in one line; with `lang` only what is marked as that language."""
    return spaced(" ".join(visible_texts(element, lang)))


def _silent(node: HtmlElement) -> bool:
    return any(each.tag in _SILENT for each in (node, *node.iterancestors()))


def _speaks(node: HtmlElement, lang: str | None) -> bool:
    if lang is None:
        return True
    said = next((each.get("lang") for each in (node, *node.iterancestors()) if each.get("lang")), None)
    return said == lang


def sources_of(element: HtmlElement) -> set[str]:
    """The sources that an element and all it stands in are said to rest on."""
    named = (each.get("data-source") for each in (element, *element.iterancestors()))
    return {source for value in named if value for source in value.split()}


def holders(root: HtmlElement, text: str) -> list[HtmlElement]:
    """The innermost elements whose text holds `text`."""
    wanted = spaced(text)
    if wanted not in words_of(root):
        return []
    inner = [holder for child in root if isinstance(child.tag, str) for holder in holders(child, wanted)]
    return inner or [root]


def with_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """Every element of that class."""
    return root.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def slug_words(text: str) -> set[str]:
    """Words of small letters and digits joined by hyphens, as ids are."""
    return set(re.findall(r"(?<![\w/.:-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/-])", text))
