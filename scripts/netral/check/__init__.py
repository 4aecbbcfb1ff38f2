"""check: records -> problems. Each rule is a generator; none stops at the first; `RULES` is all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from netral.check.agencies import check_agencies
from netral.check.bodies import check_bodies
from netral.check.chain import check_chain
from netral.check.changes import check_changes
from netral.check.citations import check_citations
from netral.check.counts import check_counts
from netral.check.dates import check_dates
from netral.check.disclosure import check_disclosure
from netral.check.figures import check_figures, check_units, check_versions, check_weeks
from netral.check.forms import check_forms
from netral.check.ids import check_ids
from netral.check.languages import check_languages
from netral.check.law import check_law
from netral.check.link_exceptions import check_link_exceptions
from netral.check.links import check_links
from netral.check.mentions import check_mentions
from netral.check.money import check_money
from netral.check.pacts import check_pacts
from netral.check.poster import check_poster
from netral.check.redirects import check_redirects
from netral.check.references import check_references
from netral.check.reviews import check_reviews
from netral.check.wording import check_wording
from netral.model.dataset import Dataset
from netral.problems import Problem

__all__ = ["RULES", "check"]

Rule = Callable[[Dataset, dt.date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    check_ids,
    check_references,
    check_redirects,
    check_dates,
    check_reviews,
    check_changes,
    check_languages,
    check_links,
    check_link_exceptions,
    check_law,
    check_citations,
    check_mentions,
    check_chain,
    check_bodies,
    check_wording,
    check_money,
    check_pacts,
    check_agencies,
    check_forms,
    check_poster,
    check_units,
    check_figures,
    check_versions,
    check_weeks,
    check_counts,
    check_disclosure,
)


def check(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Every problem of `dataset` as it stands on `as_of`."""
    for rule in RULES:
        yield from rule(dataset, as_of)
