"""Both languages' HTML -> one site, each page with its policy; then swapped into place whole.

The swap is one step of the file system where that can be had (Linux: renameat2 with RENAME_EXCHANGE), so at every
moment `site/` is the old site or the new one. Elsewhere two renames stand for it; a build that finds the old site
set aside by one that was killed between them puts it back first.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from netral.addresses import absolute, site_path
from netral.catalogue import LANGS
from netral.headers import HEADERS, headers_file
from netral.policy import Policy, policy_of, with_policy

__all__ = ["MARK", "assemble", "recover", "swap"]

#: A file that says that a folder is a site of ours, and may be replaced.
MARK = ".netral"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def assemble(
    site: Path,
    addresses: Iterable[str],
    hidden: Iterable[str],
    site_url: str,
    sent_to: Mapping[str, str] | None = None,
    moved: Mapping[str, str] | None = None,
) -> None:
    """Finish the folder both languages were rendered into: one sitemap, one 404 page, a policy in every page.

    `sent_to` names, by address, the origin that the form on a page is sent to. It comes from the records and is never
    read from a page, so nothing that is written on one can open a way out. `moved` are the pages at the old addresses
    of renamed records, by path; no site map names them.
    """
    for path, text in (moved or {}).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    for leftover in ("sitemap.xml", "sitemap.xml.gz", "en/sitemap.xml", "en/sitemap.xml.gz", "en/404.html"):
        (site / leftover).unlink(missing_ok=True)
    unlisted = set(hidden)
    pages = [address for address in sorted(addresses) if address not in unlisted]
    (site / "sitemap.xml").write_text(_sitemap(pages, site_url), encoding="utf-8")
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8")
    (site / HEADERS).write_text(headers_file(_guard(site, sent_to or {}), site_url), encoding="utf-8")
    (site / ".nojekyll").write_bytes(b"")
    (site / MARK).write_bytes(b"")


def _guard(site: Path, sent_to: Mapping[str, str]) -> Policy:
    """Give every page its policy; what all of them together allow."""
    forms = {f"{site_path(lang, address)}index.html": to for address, to in sent_to.items() for lang in LANGS}
    together = Policy()
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes().decode()
        to = forms.get(path.relative_to(site).as_posix())
        policy = policy_of(text) | Policy(forms=frozenset({to} if to else ()))
        path.write_bytes(with_policy(text, policy).encode())
        together |= policy
    return together


def _sitemap(addresses: list[str], site_url: str) -> str:
    entries = []
    for address in addresses:
        urls = {lang: escape(absolute(site_url, lang, address)) for lang in LANGS}
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{lang}" href="{url}"/>' for lang, url in urls.items())
        entries += [f"<url><loc>{url}</loc>{links}</url>\n" for url in urls.values()]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(entries)}</urlset>\n"
    )


def recover(out: Path) -> None:
    """Put back a site that a killed build had set aside, and clear away what it left half made."""
    aside = _aside(out)
    if aside.exists() and not out.exists():
        aside.rename(out)
    for leftover in out.parent.glob(f".{out.name}.*"):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(new: Path, out: Path) -> None:
    """Put the folder `new` where `out` is; the old one is gone afterwards."""
    if not out.exists():
        new.rename(out)
        return
    if not _exchange(new, out):
        aside = _aside(out)
        out.rename(aside)
        new.rename(out)
        new = aside
    shutil.rmtree(new, ignore_errors=True)


def _aside(out: Path) -> Path:
    return out.parent / f".{out.name}.old"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
