"""The pages that gather: home, calendar, reporting, statistics, data."""

from __future__ import annotations

from netral import asof
from netral.addresses import CALENDAR
from netral.catalogue import code_page, codes
from netral.pages.lines import election_line, elections_line
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.windows import SCRIPT, window_of
from netral.stages import stage_of

__all__ = ["calendar_page", "data_page", "home_page", "report_page"]

#: Home's four doors, and what else there is: address and label.
DOORS = (("boleh-tidak/", "acts"), ("instansi/", "agencies"), ("statistik/", "statistics"), ("lapor/", "report"))
MORE = (("sanksi/", "sanctions"), ("aturan/", "laws"), ("pakta/", "pacts"), ("kalender/", "calendar"))


def home_page(edition: Edition) -> Page:
    """Doors, and what is going on today; made-up rounds are not going on."""
    dataset, day = edition.dataset, edition.day
    real = [(agency, r) for agency, r in dataset.rounds.values() if not dataset.is_made_up(agency)]
    coming = [(e, v) for e in dataset.elections for v in e.events if v.voting and v.start.first > day]
    return render_page(
        edition,
        "home",
        "",
        title=edition.say("home.title"),
        headline=edition.say("site.name"),
        description=edition.say("site.description"),
        doors=DOORS,
        more=MORE,
        agencies=len([agency for agency in dataset.agencies if not dataset.is_made_up(agency)]),
        open_rounds=[(a, w) for a, r in real if (w := window_of(edition, r)).status == "open"],
        scripts=(SCRIPT,),
        running=asof.running_events(dataset.elections, day),
        coming=coming,
    )


def calendar_page(edition: Edition) -> Page:
    """Elections with their dated events, and every round's window."""
    dataset, day = edition.dataset, edition.day
    rounds = [(a, r, window_of(edition, r)) for a, r in dataset.rounds.values()]
    return render_page(
        edition,
        "calendar",
        "kalender/",
        title=edition.say("calendar.title"),
        headline=edition.say("calendar.headline"),
        description=edition.say("calendar.description"),
        overview=elections_line(edition),
        elections=[(election, election_line(edition, election)) for election in dataset.elections],
        running=asof.running_events(dataset.elections, day),
        stage_of=lambda election: stage_of(election, day),
        rounds=rounds,
        calendar_file=CALENDAR,
        scripts=(SCRIPT,),
    )


def report_page(edition: Edition) -> Page:
    """Channels that may be used on the day first; unconfirmed and ended ones apart, never as usable."""
    channels = edition.dataset.channels
    usable = [channel for channel in channels if asof.valid(channel, edition.day)]
    unsure = [channel for channel in usable if not asof.confirmed(channel, edition.day)]
    ended = [channel for channel in channels if channel not in usable]
    sure = [channel for channel in usable if channel not in unsure]
    return render_page(
        edition,
        "report",
        "lapor/",
        title=edition.say("report_page.title"),
        headline=edition.say("report_page.headline"),
        description=edition.say("report_page.description"),
        groups=[("now", sure), ("unsure", unsure), ("ended", ended)],
        first=next(iter(sure), None),
        gaps=[channel for channel in channels if channel.gaps],
    )


def data_page(edition: Edition, files: list[str]) -> Page:
    """Where the data lie for programs, and the list of problem codes."""
    return render_page(
        edition,
        "data",
        "data/",
        title=edition.say("data.title"),
        description=edition.say("data.description"),
        files=[(name.removeprefix("api/v1/"), name) for name in files if name.startswith("api/")],
        tables=[(name.removeprefix("data/"), name) for name in files if name.startswith("data/")],
        schemas=[(name.removeprefix("schemas/"), name) for name in files if name.startswith("schemas/")],
        codes=[(code, code_page(code, edition.lang)) for code in codes()],
    )
