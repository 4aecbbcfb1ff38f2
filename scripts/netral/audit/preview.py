"""What a chat app or a search page shows of a link: each page that may be found says it, and its picture is there."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from netral.assemble import MARK
from netral.audit.site import HtmlPage, Site
from netral.pages.card import DESCRIPTION, HEIGHT, WIDTH
from netral.problems import Problem

__all__ = ["HEAVIEST", "audit_preview"]

#: Bytes. WhatsApp leaves out pictures of a few hundred kilobytes, and readers pay for each.
HEAVIEST = 100_000
_PNG = b"\x89PNG\r\n\x1a\n"


def audit_preview(site: Site) -> Iterator[Problem]:
    """Title, description, own address and a picture in every page of an assembled site that search may find."""
    if MARK not in site.files:  # loose pages are no site: they have no address to be sent around
        return
    for page in site:
        if "noindex" not in page.tree.xpath("string(//meta[@name='robots']/@content)"):
            yield from _words(site, page)
            yield from _picture(site, page)


def _tag(page: HtmlPage, name: str) -> str:
    return str(page.tree.xpath("string(//head/meta[@property=$name]/@content)", name=name)).strip()


def _words(site: Site, page: HtmlPage) -> Iterator[Problem]:
    if not _tag(page, "og:title") or not page.tree.xpath("string(//head/title)").strip():
        yield page.problem("S015", None, "title")
    description = str(page.tree.xpath("string(//head/meta[@name='description']/@content)"))
    told = _tag(page, "og:description")
    if not description.strip() or len(description) > DESCRIPTION or told != description.strip():
        yield page.problem("S015", None, "description", limit=str(DESCRIPTION))
    own = f"{site.own_url}{page.address}"
    for address in (_tag(page, "og:url"), str(page.tree.xpath("string(//head/link[@rel='canonical']/@href)"))):
        if address != own:
            yield page.problem("S015", None, "address", target=address)


def _picture(site: Site, page: HtmlPage) -> Iterator[Problem]:
    link = _tag(page, "og:image")
    target = site.target(page, link) if link.startswith(("https://", "http://")) else None
    if target is None or target[0] not in site.files:
        yield page.problem("S015", None, "image", target=link)
        return
    content = (site.folder / target[0]).read_bytes()
    told = _tag(page, "og:image:width"), _tag(page, "og:image:height")
    if _size(content) != (WIDTH, HEIGHT) or told != (str(WIDTH), str(HEIGHT)) or not _tag(page, "og:image:alt"):
        yield page.problem("S015", None, "form", target=link)
    if len(content) > HEAVIEST:
        size, limit = -(-len(content) // 1000), HEAVIEST // 1000
        yield page.problem("S015", None, "heavy", size=str(size), limit=str(limit))


def _size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG; None where it is none."""
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24].ljust(8, b"\0"))
    return width, height
