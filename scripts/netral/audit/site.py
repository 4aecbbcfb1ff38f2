"""A built site as the audit sees it: parsed pages, the other files, and what its own JSON says of made-up records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from netral.addresses import RECORDS
from netral.model.place import Place
from netral.moved import moved_addresses
from netral.problems import Problem

__all__ = ["HtmlPage", "Site", "read_site"]

#: Where an agency's form is, below its page.
_SIGNING = "tanda-tangan/"


@dataclass(frozen=True)
class HtmlPage:
    """One HTML file: its path below the site, its tree, its text."""

    path: str
    tree: HtmlElement
    text: str

    @property
    def address(self) -> str:
        """The path as links spell it: `aturan/` for `aturan/index.html`."""
        return self.path.removesuffix("index.html")

    @property
    def lang(self) -> str:
        """The language its place in the site asks for."""
        return "en" if self.path.startswith("en/") else "id"

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id and name an anchor may lead to."""
        return frozenset(self.tree.xpath("//@id")) | frozenset(self.tree.xpath("//a/@name"))

    def problem(self, code: str, element: HtmlElement | None, variant: str = "", /, **values: str) -> Problem:
        """A problem at the line of `element`."""
        line = (element.sourceline or 1) if element is not None else 1
        return Problem(code, Place(self.path, line), {"page": self.address or "/", **values}, variant)


@dataclass(frozen=True)
class Site:
    """All pages by path, the paths of all files, and the addresses of made-up records."""

    folder: Path
    pages: dict[str, HtmlPage]
    files: frozenset[str]
    made_up: frozenset[str]
    #: The site's own address as its home page gives it, with a slash at the end; empty where it gives none.
    own_url: str
    #: Path of each signing page -> where the form on it may be sent, by what the site's own JSON says of its agency.
    forms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Path of the page at each old address of a renamed record -> the path it leads to, by the site's own JSON.
    moved: Mapping[str, str] = field(default_factory=dict)

    def target(self, page: HtmlPage, link: str) -> tuple[str, str] | None:
        """(path of the file, anchor) that `link` on `page` leads to; None where it leads off the site.

        A link that is no address at all leads to a file that is not there.
        """
        return self.target_from(page.path, link)

    def target_from(self, path_of_base: str, link: str) -> tuple[str, str] | None:
        """The same for a link in any file, such as a style sheet."""
        base = f"{self.own_url or 'https://site.invalid/'}{path_of_base}"
        try:
            whole = urlsplit(urljoin(base, link))
        except ValueError:
            return link, ""
        own = urlsplit(self.own_url or "https://site.invalid/")
        if (whole.scheme, whole.netloc) != (own.scheme, own.netloc) or not whole.path.startswith(own.path):
            return None
        path = unquote(whole.path[len(own.path) :])
        return (path + "index.html" if not path or path.endswith("/") else path), unquote(whole.fragment)

    def __iter__(self) -> Iterator[HtmlPage]:
        return iter(self.pages.values())


def read_site(folder: Path) -> Site:
    """Parse every HTML file below `folder`."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages: dict[str, HtmlPage] = {}
    for name in names:
        if name.endswith(".html"):
            text = (folder / name).read_text(encoding="utf-8", errors="replace")
            pages[name] = HtmlPage(name, _parsed(text), text)
    home = pages.get("index.html")
    canonical = home.tree.xpath("string(//link[@rel='canonical']/@href)") if home else ""
    return Site(
        folder,
        pages,
        frozenset(names),
        frozenset(_made_up(folder)),
        canonical,
        dict(_forms(folder)),
        dict(_moved(folder)),
    )


def _parsed(text: str) -> HtmlElement:
    """The tree of a page; of a page without anything in it, an empty one."""
    raw = text.encode() if text.strip() else b"<html></html>"
    return html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8"))


def _made_up(folder: Path) -> Iterator[str]:
    """The addresses of the pages of records that the site's JSON calls made up."""
    for kind, base in (("agencies", "instansi"), ("pacts", "pakta")):
        for item in _items(folder, kind):
            if item.get("demo"):
                parts = ("", _SIGNING) if kind == "agencies" else ("",)
                yield from (f"{lang}{base}/{item['id']}/{part}" for lang in ("", "en/") for part in parts)


def _forms(folder: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The path of each signing page, and the addresses of the forms that its agency keeps as an endpoint."""
    for item in _items(folder, "agencies"):
        forms = [form for each in item.get("rounds", ()) if (form := each.get("form"))]
        urls = frozenset(form["url"] for form in forms if form.get("service") == "html" and form.get("url"))
        yield from ((f"{lang}instansi/{item['id']}/{_SIGNING}index.html", urls) for lang in ("", "en/") if urls)


def _moved(folder: Path) -> Iterator[tuple[str, str]]:
    """The paths that renamed records and the pages below them had, and those they have now."""
    path = folder / "api" / "v1" / "index.json"
    for each in json.loads(path.read_text(encoding="utf-8")).get("moved", ()) if path.is_file() else ():
        base = RECORDS[each["kind"]].format(id=each["to"])
        pages = (folder / base).rglob("index.html") if "#" not in base else ()
        deeper = tuple(sorted(f"{page.parent.relative_to(folder / base).as_posix()}/" for page in pages))
        for old, new in moved_addresses(each["kind"], each["id"], each["to"], tuple(d for d in deeper if d != "./")):
            yield from ((f"{lang}{old}index.html", f"{lang}{new}index.html") for lang in ("", "en/"))


def _items(folder: Path, kind: str) -> list[dict[str, Any]]:
    path = folder / "api" / "v1" / f"{kind}.json"
    if not path.is_file():
        return []
    items: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["items"]
    return items
