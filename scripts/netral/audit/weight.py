"""What the first view of a page weighs on the line: no page is too heavy for a cheap telephone on a weak line.

Counted is what a browser fetches by itself before anybody does anything: the page, its style sheets and all that these
name, scripts, images and icons, each compressed as a host compresses it. The search's program and index are not in it:
`docs/assets/search-later.js` keeps both back until somebody touches the search. A browser test holds this count
against what a browser does fetch.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netral.audit.site import HtmlPage, Site
from netral.problems import Problem

__all__ = ["FIRST_VIEW", "HTML", "SCRIPT", "ZENSICAL", "Limits", "Part", "audit_weight", "compressed", "first_view"]

#: A page on its own, in bytes: it comes first, and nothing is seen before it. At 0.26 Mbit/s, the edge of a mobile
#: network, this is less than a second.
HTML = 25_000
#: Scripts cost twice, on the line and again in the slow processor of a cheap telephone.
SCRIPT = 50_000
#: All of the first view: about three seconds on that line, and little enough of a small data plan.
FIRST_VIEW = 100_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that may be, in bytes."""

    html: int = HTML
    script: int = SCRIPT
    first_view: int = FIRST_VIEW


#: The script of Zensical 0.0.73 weighs 57 KB by itself, Material's 35. Nothing is published with it yet; a site made
#: with it may weigh as much more as that script does, and each page as much more as its frame: some 2 KB.
ZENSICAL = Limits(HTML + 2_000, SCRIPT + 22_000, FIRST_VIEW + 25_000)
#: A message names this many of the heaviest parts.
_NAMED = 4
_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*([^"')\s;]+)""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCRIPTS = "//script/@src | //link[@rel='modulepreload' or (@rel='preload' and @as='script')]/@href"
#: What else a browser fetches at once; of an image in several sizes, all. Images that wait until they come into view
#: (loading=lazy) are not among it.
_OTHERS = (
    "//link[@rel='stylesheet' or @rel='manifest' or @rel='prefetch' or (@rel='preload' and not(@as='script'))]/@href"
    " | //link[contains(concat(' ', @rel, ' '), ' icon ')]/@href"
    " | //img[not(@loading='lazy')]/@src | //img[not(@loading='lazy')]/@srcset | //source/@src | //source/@srcset"
    " | //video/@poster | //video/@src | //audio/@src | //object/@data | //embed/@src | //iframe/@src"
    " | //*[local-name()='use' or local-name()='image']/@*[contains(name(), 'href')]"
)


class Part(NamedTuple):
    """One file of a first view: its path below the site, and its size on the line."""

    path: str
    size: int


@dataclass(frozen=True)
class _Files:
    """The files of a site, each weighed and read once however many pages share it."""

    site: Site
    sizes: dict[str, int] = field(default_factory=dict)
    named: dict[str, frozenset[str]] = field(default_factory=dict)

    def part(self, path: str) -> Part:
        if path not in self.sizes:
            self.sizes[path] = compressed((self.site.folder / path).read_bytes())
        return Part(path, self.sizes[path])

    def named_by(self, style: str) -> frozenset[str]:
        """The files that a style sheet names, and those that these name."""
        if style not in self.named:
            self.named[style] = frozenset()  # one that names itself ends here
            text = _COMMENT.sub("", (self.site.folder / style).read_text(encoding="utf-8", errors="replace"))
            own = _inside(self.site, style, _IN_STYLE.findall(text))
            self.named[style] = own.union(*(self.named_by(path) for path in own if path.endswith(".css")))
        return self.named[style]


def audit_weight(site: Site) -> Iterator[Problem]:
    """Every page on its own, its scripts together, and its whole first view keep to their limits (S010)."""
    files = _Files(site)
    for page in site:
        limits = _limits(page)
        html, scripts, others = _parts(page, files)
        for what, parts, limit in (
            ("html", [html], limits.html),
            ("script", scripts, limits.script),
            ("", [html, *scripts, *others], limits.first_view),
        ):
            size = sum(part.size for part in parts)
            if size > limit:
                heaviest = sorted(parts, key=lambda part: (-part.size, part.path))[:_NAMED]
                named = ", ".join(f"{part.path} {part.size}" for part in heaviest)
                yield page.problem("S010", None, what, size=str(size), limit=str(limit), parts=named)


def first_view(site: Site, page: HtmlPage) -> list[Part]:
    """Every file that a browser fetches for the first view of `page`, the page itself first."""
    html, scripts, others = _parts(page, _Files(site))
    return [html, *scripts, *others]


def compressed(content: bytes) -> int:
    """The size of a file on the line: hosts send it as it is where compressing only makes it larger."""
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def _parts(page: HtmlPage, files: _Files) -> tuple[Part, list[Part], list[Part]]:
    """The page itself, its scripts, and whatever else comes with it."""
    site = files.site
    scripts = _inside(site, page.path, page.tree.xpath(_SCRIPTS))
    values = page.tree.xpath(_OTHERS)
    links = [link for value in values for link in (_candidates(value) if value.attrname == "srcset" else [str(value)])]
    others = _inside(site, page.path, links)
    others = others.union(*(files.named_by(path) for path in others if path.endswith(".css"))) - scripts - {page.path}
    return files.part(page.path), [files.part(p) for p in sorted(scripts)], [files.part(p) for p in sorted(others)]


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def _inside(site: Site, base: str, links: Iterable[str]) -> frozenset[str]:
    """The files of the site that `links` in the file `base` lead to. What is not there, or elsewhere, others tell."""
    targets = [site.target_from(base, link.strip()) for link in links if not link.startswith(("data:", "#"))]
    return frozenset(target[0] for target in targets if target is not None and target[0] in site.files)


def _limits(page: HtmlPage) -> Limits:
    generator = page.tree.xpath("string(//meta[@name='generator']/@content)")
    return ZENSICAL if generator.startswith("zensical-") else Limits()
