"""Gate: two site generators make the same site: addresses, titles, languages, main text and links."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import yaml
from lxml import html

DIFFERENCES = Path(__file__).with_name("zensical-differences.yaml")


class Seen(NamedTuple):
    """What a page is to a reader, whatever markup surrounds it."""

    title: str
    lang: str
    text: tuple[str, ...]
    links: tuple[str, ...]


class Known(NamedTuple):
    """A difference that may be: in which part, on which page (`*`: any), what only one side has, and why."""

    part: str
    page: str
    here: str
    reason: str


class Difference(NamedTuple):
    """What one of the two sites has and the other has not; `here` begins with `+` for the new one, `-` for the old."""

    part: str
    page: str
    here: str


def seen(path: Path, address: str) -> Seen:
    """The page at `path`, which is to be found at the site path `address`."""
    tree = html.fromstring(path.read_bytes().decode("utf-8"))
    (article,) = tree.xpath("//main//article")
    for each in article.xpath(".//*[contains(concat(' ', @class, ' '), ' headerlink ')] | .//script | .//nav"):
        each.drop_tree()
    texts = (" ".join(str(text).split()) for text in article.itertext())
    links = (urljoin(f"/{address}", str(link)) for link in article.xpath(".//a/@href"))
    title = " ".join((tree.findtext(".//title") or "").split())
    return Seen(title, tree.get("lang", ""), tuple(text for text in texts if text), tuple(map(_normal, links)))


def _normal(link: str) -> str:
    """`/sanksi/index.html`, `/sanksi` and `/sanksi/` are one place."""
    parts = urlsplit(link)
    if parts.netloc:
        return link
    path = parts.path.removesuffix("index.html")
    path = path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"
    return path + (f"#{parts.fragment}" if parts.fragment else "")


def pages(site: Path) -> dict[str, Path]:
    """address -> file of every page of a site."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in sorted(site.rglob("*.html"))}


def differences(old: Path, new: Path) -> list[Difference]:
    """Everything in which the site `new` is another than `old`."""
    before, after = pages(old), pages(new)
    found = [Difference("address", address, f"-{address}") for address in before.keys() - after.keys()]
    found += [Difference("address", address, f"+{address}") for address in after.keys() - before.keys()]
    for address in sorted(before.keys() & after.keys()):
        one, other = seen(before[address], address), seen(after[address], address)
        for part in ("title", "lang"):
            if getattr(one, part) != getattr(other, part):
                found.append(Difference(part, address, f"-{getattr(one, part)}"))
                found.append(Difference(part, address, f"+{getattr(other, part)}"))
        # Text is compared as one string: where an element begins is markup, and no reader's business.
        if "".join("".join(one.text).split()) != "".join("".join(other.text).split()):
            found += _lost_and_won("text", address, one.text, other.text)
        found += _lost_and_won("link", address, one.links, other.links)
    return found


def _lost_and_won(part: str, address: str, one: tuple[str, ...], other: tuple[str, ...]) -> list[Difference]:
    lost = [Difference(part, address, f"-{each}") for each in dict.fromkeys(one) if each not in other]
    won = [Difference(part, address, f"+{each}") for each in dict.fromkeys(other) if each not in one]
    if not lost and not won and one != other:
        return [Difference(part, address, "another order or number")]
    return lost + won


def known(path: Path = DIFFERENCES) -> list[Known]:
    """The differences that `path` lists."""
    return [Known(**each) for each in yaml.safe_load(path.read_text(encoding="utf-8")) or []]


def parity_complaints(found: list[Difference], listed: list[Known]) -> list[str]:
    """Differences that nobody listed, listed ones that are none any more, and listed ones without a reason."""
    unlisted = [str(each) for each in found if not any(_covers(entry, each) for entry in listed)]
    over = [f"no longer so: {entry}" for entry in listed if not any(_covers(entry, each) for each in found)]
    bare = [f"no reason: {entry}" for entry in listed if not entry.reason.strip()]
    return unlisted + over + bare


def _covers(entry: Known, found: Difference) -> bool:
    return entry.part == found.part and entry.page in ("*", found.page) and entry.here == found.here
