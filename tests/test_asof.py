"""What holds on a day, at every boundary that the data have: the day before and the day of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest
from tests.conftest import ROOT

from netral import asof
from netral.catalogue import labels
from netral.load import load
from netral.model.act import Answer
from netral.model.base import Span
from netral.model.dataset import Dataset
from netral.model.dates import parse_partial
from netral.model.election import Election, Event
from netral.model.sanction import Ladder
from netral.pages.acts import act_page
from netral.pages.laws import law_page
from netral.pages.overview import calendar_page, report_page
from netral.pages.page import Edition
from netral.pages.wording import date_words, span_words
from netral.stages import stage_of

DAY = dt.timedelta(days=1)


@cache
def data() -> Dataset:
    return load(ROOT / "data").dataset


def edition(day: dt.date, lang: str = "id") -> Edition:
    return Edition(data(), day, lang, "https://contoh.example/", asof.checked_until(data()), "")


def spans() -> Iterator[tuple[str, Span | Answer]]:
    """Everything that holds from a day or until one."""
    yield from _of_law()
    for act in data().acts:
        yield from ((f"{act.id}/{answer.id}", answer) for answer in act.answers)
    for ladder in data().sanctions:
        yield from _of_ladder(ladder)
    yield from ((channel.id, channel.valid) for channel in data().channels)


def _of_law() -> Iterator[tuple[str, Span]]:
    for law in data().regulations:
        if law.in_force is not None:
            yield law.id, law.in_force
        for part in law.provisions:
            if (span := asof.provision_span(law, part)) is not None:
                yield f"{law.id}/{part.id}", span


def _of_ladder(ladder: Ladder) -> Iterator[tuple[str, Span]]:
    parts = [ladder, *ladder.levels, *(step for _, step in (ladder.chain.steps() if ladder.chain else ()))]
    parts += [past for level in ladder.levels for rung in level.rungs for past in rung.past]
    yield from ((ladder.id, part.in_force) for part in parts if part.in_force is not None)


def boundaries() -> list[dt.date]:
    """Every day on which something begins to hold or has just ended, once."""
    found = set()
    for _, span in spans():
        found.add(span.from_.first)
        if span.until is not None and span.until.last < dt.date.max:
            found.add(span.until.last + DAY)
    return sorted(found)


def test_everything_holds_from_its_first_day_to_its_last() -> None:
    tried = list(spans())
    assert len(tried) >= 400
    for name, span in tried:
        begin, end = span.from_, span.until
        assert asof.holds(span, begin.first - DAY) is False, name
        wanted = True if end is None or end.exact or begin.last < end.first else None
        assert asof.holds(span, begin.last) is wanted, name
        if not begin.exact:
            assert asof.holds(span, begin.first) is None, name
        if end is not None:
            assert asof.holds(span, end.last + DAY) is False, name
            assert asof.holds(span, end.last) is (True if end.exact and begin.exact else None), name


def test_no_answer_of_a_day_presents_what_was_not_in_force() -> None:
    days = boundaries()
    assert len(days) >= 40
    tried = 0
    for day in sorted({day - DAY for day in days} | set(days)):
        for act in data().acts:
            for answer in act.answers:
                if asof.holds(answer, day) is False:
                    continue
                for basis in answer.basis:
                    if basis.printed or basis.provision is None:
                        continue
                    law = data().law_refs[basis.provision]
                    part = data().provisions.get(basis.provision)
                    span = asof.provision_span(*part) if part else law.in_force
                    assert asof.holds(span, day) is not False, (day, act.id, answer.id, basis.cite)
                    tried += 1
    assert tried >= 5000


def test_the_status_of_each_provision_turns_on_its_day() -> None:
    for law in data().regulations:
        for part in law.provisions:
            span = asof.provision_span(law, part)
            if span is None:
                assert asof.provision_status(data(), law, part, dt.date(2026, 11, 22)) == "tidak_berlaku"
                continue
            status = [asof.provision_status(data(), law, part, span.from_.first - n * DAY) for n in (1, 0)]
            assert (status[0], status[1] in {"berlaku", "diubah"}) == ("tidak_berlaku", True), part.id
            if span.until is not None:
                last = [asof.provision_status(data(), law, part, span.until.last + n * DAY) for n in (0, 1)]
                assert (last[0] in {"berlaku", "diubah"}, last[1]) == (True, law.ended or "dicabut"), part.id


def openings() -> list[tuple[Election, Event]]:
    return [(e, event) for e in data().elections for event in e.events if event.opens_stage is not None]


def test_a_stage_begins_on_the_day_of_its_event() -> None:
    assert len(openings()) >= 4
    for election, event in openings():
        before, _ = stage_of(election, event.start.first - DAY)
        stage, by = stage_of(election, event.start.last)
        assert (stage, by) == (event.opens_stage, event)
        earlier = [e for e in election.events if e.opens_stage and e.start.first < event.start.first]
        assert before == (max(earlier, key=lambda e: e.start.first).opens_stage if earlier else "before")
    for election in data().elections:
        votes = [(event.end or event.start).last for event in election.events if event.voting]
        assert stage_of(election, max(votes))[0] != "over"
        assert stage_of(election, max(votes) + DAY) == ("over", None)


@pytest.mark.parametrize(
    ("day", "lang", "sentence"),
    [
        (dt.date(2024, 8, 26), "id", "Pada 26 Agustus 2024 belum ada tahap yang dibuka."),
        (dt.date(2024, 8, 27), "id", "Pada 27 Agustus 2024: tahap bakal calon, sejak 27 Agustus 2024."),
        (dt.date(2024, 9, 21), "en", "On 21 September 2024: the stage of would-be candidates, since 27 August 2024."),
        (dt.date(2024, 9, 22), "id", "Pada 22 September 2024: tahap calon, sejak 22 September 2024."),
        (dt.date(2024, 9, 22), "en", "On 22 September 2024: the stage of candidates, since 22 September 2024."),
        (dt.date(2024, 11, 28), "id", "Pada 28 November 2024 pemungutan suaranya sudah lewat."),
    ],
)
def test_the_calendar_says_in_which_stage_an_election_is(day: dt.date, lang: str, sentence: str) -> None:
    text = calendar_page(edition(day, lang)).text
    own = text.split("{#pilkada-2024}")[1].split("\n## ")[0]
    assert f'<p class="stage-now">{sentence}</p>' in own


def test_a_round_opens_and_closes_on_its_days() -> None:
    tried = 0
    for _, round_ in data().rounds.values():
        opens, closes = round_.signing.opens, asof.closing_day(data(), round_)
        if opens is not None and (closes is None or opens.first <= closes):
            status = [asof.signing_status(data(), round_, opens.first - n * DAY) for n in (1, 0)]
            assert status == ["upcoming", "open"], round_.id
            tried += 1
        if closes is not None:
            assert asof.signing_status(data(), round_, closes + DAY) == "closed", round_.id
            assert asof.signing_status(data(), round_, closes) in {"open", "none"}, round_.id
            tried += 1
    assert tried >= 5


@pytest.mark.parametrize(
    ("day", "group"),
    [
        (dt.date(2014, 1, 14), "ended"),
        (dt.date(2014, 1, 15), "now"),
        (dt.date(2023, 12, 31), "now"),
        (dt.date(2024, 1, 1), "now"),
        (dt.date(2025, 1, 1), "ended"),
    ],
)
def test_reports_go_to_whoever_received_them_on_the_day(day: dt.date, group: str) -> None:
    text = report_page(edition(day)).text
    heads = [line for line in text.split("\n") if line.startswith(("## ", "### "))]
    place = next(n for n, line in enumerate(heads) if line.endswith("{#kasn}"))
    above = next(line for line in reversed(heads[:place]) if line.startswith("## "))
    assert above.endswith(f"{{#{group}}}")


def test_inside_a_blur_the_page_says_that_it_is_a_transition() -> None:
    inside = report_page(edition(dt.date(2024, 6, 1))).text
    assert "Masa peralihan (2024): hari tepatnya tidak diketahui" in inside
    assert (
        "Transition period (2024): the exact day is not known" in report_page(edition(dt.date(2024, 6, 1), "en")).text
    )
    for day in (dt.date(2023, 12, 31), dt.date(2025, 1, 1)):
        own = report_page(edition(day)).text.split("{#kasn}")[1].split("\n### ")[0]
        assert "Masa peralihan" not in own
    law = data().law_refs["perpres-92-2024"]
    assert "Masa peralihan (2024)" in law_page(edition(dt.date(2024, 6, 1)), law, {}).text
    assert "Masa peralihan" not in law_page(edition(dt.date(2025, 6, 1)), law, {}).text


def test_a_range_of_days_is_a_blur_of_its_own() -> None:
    act = data().acts[0]
    blurred = act.answers[0].model_copy(update={"from_": parse_partial("2024-07-19/2024-09-30"), "until": None})
    assert [asof.holds(blurred, dt.date(2024, *day)) for day in ((7, 18), (7, 19), (9, 29), (9, 30))] == [
        False,
        None,
        None,
        True,
    ]
    assert date_words(blurred.from_, labels("id")) == "antara 19 Juli 2024 dan 30 September 2024"
    assert span_words(blurred, labels("en")) == "since between 19 July 2024 and 30 September 2024"
    new = act.model_copy(update={"answers": (blurred,)})
    text = act_page(edition(dt.date(2024, 8, 1)), new).text
    assert "Masa peralihan (antara 19 Juli 2024 dan 30 September 2024)" in text
    assert "Masa peralihan" not in act_page(edition(dt.date(2024, 10, 1)), new).text


def test_every_repealed_text_shows_the_way_to_what_replaced_it() -> None:
    day, tried = dt.date(2026, 11, 22), 0
    for law in data().regulations:
        text = law_page(edition(day), law, {}).text
        for part in law.provisions:
            status = asof.provision_status(data(), law, part, day)
            if status not in {"dicabut", "tidak_berlaku"} or part.suspended:
                continue
            own = text.split(f"{{#{part.id}}}")[1].split("\n### ")[0]
            assert 'class="replaced"' in own, (law.id, part.id)
            for ref in part.replaced_by or law.replaced_by:
                assert f"#{ref.split('/')[1]}" in own if "/" in ref else ref in own
            tried += 1
    assert tried >= 20
