"""pages: records -> page text, one function per page kind, the language in the edition."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from netral.catalogue import codes
from netral.exports.chart import Draw, draw
from netral.pages.acts import act_page, acts_page
from netral.pages.agencies import agencies_page, agency_page
from netral.pages.changes import changes_page
from netral.pages.laws import law_page, laws_page, users_of_provisions
from netral.pages.overview import calendar_page, data_page, home_page, report_page
from netral.pages.pacts import pact_page, pacts_page
from netral.pages.page import Edition, Looked, Page
from netral.pages.people import people_today, person_page
from netral.pages.poster import Listed, poster_page
from netral.pages.problem_codes import problem_code_page
from netral.pages.reviews import reviews_page
from netral.pages.sanctions import chains_page, sanctions_page
from netral.pages.signing import signing_page
from netral.pages.statistics import statistics_page
from netral.pages.validation import validation_page

__all__ = ["Edition", "Listed", "Looked", "Page", "all_pages"]


def all_pages(
    edition: Edition,
    files: list[str],
    posters: Sequence[Listed] = (),
    drawn: Draw = draw,
    papers: Collection[str] = (),
) -> list[Page]:
    """Every written page of an edition.

    `files` are the site paths of the data published beside it, `posters` are those made for it; `drawn` makes charts.
    `papers` are the paths, below the language's folder, of the papers made for rounds.
    """
    dataset = edition.dataset
    signing = [page for agency in dataset.agencies if (page := signing_page(edition, agency)) is not None]
    uses = users_of_provisions(dataset)
    return [
        home_page(edition),
        laws_page(edition),
        *(law_page(edition, law, uses) for law in dataset.regulations),
        sanctions_page(edition),
        chains_page(edition),
        acts_page(edition),
        *(act_page(edition, act) for act in dataset.acts),
        *(person_page(edition, who) for who in people_today(edition)),
        pacts_page(edition),
        *(pact_page(edition, pact) for pact in dataset.pacts),
        calendar_page(edition),
        report_page(edition),
        agencies_page(edition),
        *(agency_page(edition, agency, drawn, papers) for agency in dataset.agencies),
        *signing,
        statistics_page(edition, files, drawn),
        poster_page(edition, posters),
        changes_page(edition),
        data_page(edition, files),
        validation_page(edition),
        reviews_page(edition),
        *(problem_code_page(edition, code) for code in codes()),
    ]
