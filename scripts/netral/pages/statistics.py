"""`/statistik/`: what is counted, what it comes to, and where each agency stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from netral.addresses import absolute
from netral.disclose import limits_of
from netral.exports.chart import Draw
from netral.model.agency import Agency
from netral.pages.figures import Summary, summary_of
from netral.pages.json_ld import json_ld
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.wording import number_words, percent_words
from netral.standing import Standing, share

__all__ = ["Total", "statistics_page", "totals_of"]

_CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Total:
    """What the agencies that sign for the same elections come to together."""

    elections: tuple[str, ...]
    published: int
    #: How many of those the sum is made from: with exact figures of people, and a headcount.
    over: int
    signed: int
    headcount: int


def totals_of(edition: Edition) -> tuple[Total, ...]:
    """A total for each set of elections. Made-up figures are in none; forms are never added to people."""
    dataset, group = edition.dataset, limits_of(edition.dataset).group
    groups: dict[tuple[str, ...], list[Standing]] = defaultdict(list)
    for standing in edition.standings.values():
        if not dataset.is_made_up(standing.agency):
            groups[standing.round.elections].append(standing)
    found = []
    for elections, known in groups.items():
        exact = [over for each in known if (over := share(each.lead.newest.figures, group)) is not None]
        signed, heads = sum(part for part, _ in exact), sum(whole for _, whole in exact)
        found.append(Total(elections, len({each.agency.id for each in known}), len(exact), signed, heads))
    return tuple(found)


def statistics_page(edition: Edition, files: Sequence[str], draw: Draw) -> Page:
    """What is known of how far signing has come: weekly figures where published, else counts once reported.

    `files` are the site paths of the data published beside the page.
    """
    dataset, say = edition.dataset, edition.say
    real = [agency for agency in dataset.agencies if not dataset.is_made_up(agency)]
    made_up = [agency for agency in dataset.agencies if dataset.is_made_up(agency)]
    cards = [(agency, _summaries(edition, agency, draw)) for agency in real]
    shown = [(agency, found) for agency in made_up if (found := _summaries(edition, agency, draw))]
    publishing = sum(1 for _, found in cards if found)
    some = say("statistics.lead_some", count=publishing, all=len(real))
    return render_page(
        edition,
        "statistics",
        "statistik/",
        title=say("statistics.title"),
        headline=say("statistics.headline"),
        description=say("statistics.description"),
        feed=_feed(edition),
        lead=some if publishing else say("statistics.lead"),
        totals=[_told(edition, total) for total in totals_of(edition)],
        publishing=publishing,
        rows=cards,
        demo=shown,
        held=any(summary.held for _, found in (*cards, *shown) for summary in found),
        tables=[name for name in files if name.startswith("data/")],
        feed_path=_feed(edition),
        described=_described(edition, files),
    )


def _feed(edition: Edition) -> str:
    return "statistik/umpan.xml" if edition.lang == "id" else "en/statistik/umpan.xml"


def _summaries(edition: Edition, agency: Agency, draw: Draw) -> list[Summary]:
    """The newest figures of each round of an agency."""
    rounds = [edition.standings.get((agency.id, round_.id)) for round_ in agency.rounds]
    return [summary_of(edition, standing, draw) for standing in rounds if standing is not None]


def _told(edition: Edition, total: Total) -> tuple[str, str, float | None]:
    """A total as its name, its sentence, and how long its bar is."""
    say = edition.say
    elections = edition.dataset.ids["elections"]
    names = ", ".join(getattr(elections[name].name, edition.lang) for name in total.elections if name in elections)  # type: ignore[union-attr]
    if not total.over:
        return names, say("statistics.no_total", published=total.published), None
    text = say(
        "statistics.total",
        signed=number_words(total.signed, say),
        headcount=number_words(total.headcount, say),
        share=percent_words(total.signed, total.headcount, say),
        over=total.over,
        published=total.published,
    )
    return names, text, round(100 * total.signed / total.headcount, 1)


def _described(edition: Edition, files: Sequence[str]) -> Markup:
    """The figures as a schema.org `Dataset`, for search engines; made-up ones are not offered to them."""
    say, lang, site = edition.say, edition.lang, edition.site_url
    real = {f"{agency.id}.csv" for agency in edition.dataset.agencies if not edition.dataset.is_made_up(agency)}
    tables = [name for name in files if name.endswith(".csv") and name.rsplit("/", 1)[-1] in real]
    weeks = [
        week.sunday
        for standing in edition.standings.values()
        if not edition.dataset.is_made_up(standing.agency)
        for week in standing.lead.weeks
        if week.figures is not None
    ]
    told: dict[str, Any] = {
        "@type": "Dataset",
        "name": say("statistics.dataset"),
        "description": say("statistics.dataset_about"),
        "url": absolute(site, lang, "statistik/"),
        "inLanguage": lang,
        "license": _CC_BY,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": say("site.name"), "url": absolute(site, lang, "")},
        "spatialCoverage": "Indonesia",
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{site}{name}"}
            for form, names in (("text/csv", tables), ("application/json", ["api/v1/completion.json"]))
            for name in names
        ],
    }
    if weeks:
        told["temporalCoverage"] = f"{min(weeks).isoformat()}/{max(weeks).isoformat()}"
    return json_ld(told)
