"""A claim without its source is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from netral.audit.site import Site
from netral.problems import Problem, quotable

__all__ = ["audit_claims"]


def _of_class(*names: str) -> str:
    tests = (f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)
    return f"//*[{' or '.join(tests)}]"


_CLAIMS = _of_class("claim")
#: What only a claim may show: official wording, an answer, a count.
_ONLY_IN_CLAIMS = _of_class("official", "answer", "count")


def audit_claims(site: Site) -> Iterator[Problem]:
    """Every claim names its sources and links to them on its page; what only claims may show stands inside one."""
    for page in site:
        for claim in page.tree.xpath(_CLAIMS):
            links = [href for href in claim.xpath(".//a/@href") if href.startswith("#sumber-")]
            if not (claim.get("data-source") or "").strip() or not links:
                yield page.problem("S001", claim, text=quotable(claim.text_content()))
        for shown in page.tree.xpath(_ONLY_IN_CLAIMS):
            if not any((outer.get("data-source") or "").strip() for outer in shown.iterancestors()):
                yield page.problem("S001", shown, text=quotable(shown.text_content()))
