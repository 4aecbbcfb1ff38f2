"""The iCalendar files, read back: whole days, the same ids and stamps always, nothing vague, made up or unsure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from icalendar import Calendar, Event
from tests.conftest import TODAY
from tests.site.reading import LANGS

from netral.build import editions
from netral.exports.calendar import calendar_days, calendar_file
from netral.model.dataset import Dataset
from netral.pages import Edition
from netral.pages.overview import calendar_page
from netral.problems import Lang

URL = "https://netral.example/"


def edition(dataset: Dataset, lang: Lang, day: str = TODAY, url: str = URL) -> Edition:
    return editions(dataset, dt.date.fromisoformat(day), url, {})[lang]


def events(text: bytes) -> list[Event]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_exact_day_of_real_records_is_in_it_and_ends_on_the_day_after(dataset: Dataset, lang: Lang) -> None:
    wanted = {
        f"{getattr(v.name, lang)} ({getattr(e.name, lang)})": (v.start.first, (v.end or v.start).last)
        for e in dataset.elections
        for v in e.events
        if v.start.exact and (v.end is None or v.end.exact)
    }
    found = {str(e["SUMMARY"]): (e["DTSTART"].dt, e["DTEND"].dt) for e in events(calendar_file(edition(dataset, lang)))}
    assert len(wanted) > 10
    for name, (first, last) in wanted.items():
        assert found[name] == (first, last + dt.timedelta(days=1))
    rounds = [
        (a, d) for a, r in dataset.rounds.values() for d in (r.signing.opens, r.signing.deadline) if d and d.exact
    ]
    real = [(a, d) for a, d in rounds if not dataset.is_made_up(a)]
    assert 0 < len(real) < len(rounds)
    assert len(found) == len(wanted) + len(real)
    for agency, day in real:
        (span,) = [s for n, s in found.items() if n.endswith(f": {getattr(agency.name, lang)}") and s[0] == day.first]
        assert span[1] - span[0] == dt.timedelta(days=1)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_vague_made_up_or_unsure_is_in_it(dataset: Dataset, lang: Lang) -> None:
    vague = [f"{e.id}--{event.id}" for e in dataset.elections for event in e.events if not event.start.exact]
    assert len(vague) > 2
    text = calendar_file(edition(dataset, lang))
    unfolded = text.replace(b"\r\n ", b"").decode()
    assert [name for name in vague if name in unfolded] == []
    assert "kabupaten-demo" not in unfolded
    election = dataset.elections[0]
    unsure = election.events[0].model_copy(update={"confidence": "low"})
    changed = election.model_copy(update={"events": (unsure, *election.events[1:])})
    less = replace(dataset, elections=(changed, *dataset.elections[1:]))
    assert len(events(calendar_file(edition(less, lang)))) == len(events(text)) - 1
    page = calendar_page(edition(dataset, lang)).text
    assert "kalender.ics" in page


def test_ids_and_stamps_follow_the_data_alone(dataset: Dataset) -> None:
    first = calendar_file(edition(dataset, "id"))
    assert calendar_file(edition(dataset, "id", "2030-01-01")) == first
    moved = events(calendar_file(edition(dataset, "id", url="https://lain.example/x/")))
    names = [str(event["UID"]) for event in events(first)]
    assert [str(event["UID"]) for event in moved] == names
    assert len(set(names)) == len(names)
    assert not set(names) & {str(event["UID"]) for event in events(calendar_file(edition(dataset, "en")))}
    checked = [days.claim.checked_on or days.record.checked_on for days in calendar_days(edition(dataset, "id"))]
    stamps = [event["DTSTAMP"].dt for event in events(first)]
    assert [stamp + dt.timedelta(hours=7) for stamp in stamps] == [
        dt.datetime.combine(day, dt.time(), dt.UTC) for day in checked if day
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_its_lines_are_as_the_standard_has_them(dataset: Dataset, lang: Lang) -> None:
    text = calendar_file(edition(dataset, lang))
    assert text.endswith(b"END:VCALENDAR\r\n")
    lines = text.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines
    for line in lines:
        line.decode()  # folded between letters, never inside of one
    required = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"}
    for event in events(text):
        assert required <= set(event)
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert re.match(f"{URL}{'en/' if lang == 'en' else ''}(kalender|instansi)/", str(event["URL"]))
        assert event["TRANSP"] == "TRANSPARENT"
        assert event.errors == []
