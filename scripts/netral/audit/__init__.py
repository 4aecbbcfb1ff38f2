"""audit: built HTML -> problems. Each rule is a generator over the whole site; the build fails on any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from netral.audit.claims import audit_claims
from netral.audit.hosts import audit_hosts
from netral.audit.language import audit_language
from netral.audit.links import audit_links
from netral.audit.made_up import audit_made_up
from netral.audit.moved import audit_moved
from netral.audit.personal import audit_personal
from netral.audit.policy import audit_policy
from netral.audit.preview import audit_preview
from netral.audit.site import Site, read_site
from netral.audit.weight import audit_weight
from netral.problems import Problem, in_order

__all__ = ["AUDITS", "audit"]

AUDITS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    audit_claims,
    audit_language,
    audit_links,
    audit_hosts,
    audit_made_up,
    audit_moved,
    audit_personal,
    audit_policy,
    audit_weight,
    audit_preview,
)


def audit(folder: Path) -> list[Problem]:
    """Every problem of the site in `folder`, files named below it."""
    site = read_site(folder)
    return in_order(problem for rule in AUDITS for problem in rule(site))
