"""A made-up record says so on its page, and search engines are told to leave it."""

from __future__ import annotations

from collections.abc import Iterator

from netral.audit.site import Site
from netral.problems import Problem

__all__ = ["audit_made_up"]


def audit_made_up(site: Site) -> Iterator[Problem]:
    """Each page of a made-up record carries the notice and `noindex`, and stands in no site map."""
    path = site.folder / "sitemap.xml"
    listed = path.read_text(encoding="utf-8") if path.is_file() else ""
    for page in site:
        if page.address not in site.made_up:
            continue
        notice = page.tree.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), ' made-up ')]")
        robots = page.tree.xpath("string(//meta[@name='robots']/@content)")
        if not notice or "noindex" not in robots or f"/{page.address}<" in listed:
            yield page.problem("S007", None)
