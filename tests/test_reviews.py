"""By when a claim is to be checked again, and which are overdue on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.conftest import TODAY

from netral.model.base import Claim, Confidence
from netral.model.dataset import Dataset
from netral.model.site import ReviewAfter
from netral.reviews import Look, look_of, overdue, periods, reviews

AFTER = ReviewAfter.model_construct(high=365, medium=180, low=90, longest=1825)
CHECKED = dt.date(2026, 11, 21)
RECORD = Look(CHECKED, dt.date(2027, 11, 21))


def claim(confidence: Confidence, checked: str | None = None, review: str | None = None) -> Claim:
    days = [dt.date.fromisoformat(day) if day else None for day in (checked, review)]
    return Claim.model_construct(sources=("a",), confidence=confidence, checked_on=days[0], review_by=days[1])


@pytest.mark.parametrize(
    ("confidence", "due"), [("high", "2027-11-21"), ("medium", "2027-05-20"), ("low", "2027-02-19")]
)
def test_a_check_is_good_for_as_long_as_we_are_sure(confidence: Confidence, due: str) -> None:
    found = look_of(claim(confidence, "2026-11-21"), AFTER)
    assert found == Look(CHECKED, dt.date.fromisoformat(due))


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (claim("low"), RECORD),
        (claim("low", None, "2027-01-01"), Look(CHECKED, dt.date(2027, 1, 1))),
        (claim("low", "2026-10-01"), Look(dt.date(2026, 10, 1), dt.date(2026, 12, 30))),
        (claim("high", "2026-10-01", "2029-10-01"), Look(dt.date(2026, 10, 1), dt.date(2029, 10, 1))),
    ],
)
def test_a_claim_has_its_own_days_or_those_of_its_record(of: Claim, found: Look) -> None:
    assert look_of(of, AFTER, RECORD) == found


def test_without_a_period_only_what_says_so_falls_due() -> None:
    assert look_of(claim("low", "2026-10-01"), None) == Look(dt.date(2026, 10, 1), None)
    assert not Look(CHECKED, None).overdue(dt.date(2999, 1, 1))


def test_the_last_day_is_not_overdue_and_the_next_one_is() -> None:
    assert [RECORD.overdue(dt.date(2027, 11, day)) for day in (20, 21, 22)] == [False, False, True]


def test_today_nothing_of_the_project_is_overdue(dataset: Dataset) -> None:
    assert overdue(dataset, dt.date.fromisoformat(TODAY)) == []


def test_in_2028_most_is_the_longest_overdue_first_and_what_is_over_waits(dataset: Dataset) -> None:
    day = dt.date(2028, 1, 1)
    found = overdue(dataset, day)
    assert len(found) > 0.8 * len(list(reviews(dataset)))
    assert [review.look.review_by for review in found] == sorted(review.look.review_by or day for review in found)
    waiting = {review.id for review in reviews(dataset)} - {review.id for review in found}
    assert {"uu-5-2014", "pilkada-2024", "kasn", "disiplin-pns-2010"} <= waiting
    assert "pp-53-2010" not in waiting  # one of its provisions is in force


def test_what_is_made_up_is_never_due(dataset: Dataset) -> None:
    assert dataset.made_up.isdisjoint(review.record.id for review in reviews(dataset))
    made_up = next(agency for agency in dataset.agencies if dataset.is_made_up(agency))
    assert periods(dataset, made_up) is None
    assert look_of(made_up, periods(dataset, made_up)).review_by is None


def test_a_claim_with_a_day_of_its_own_stands_in_the_list_by_its_path(dataset: Dataset) -> None:
    act = dataset.acts[0]
    answer = act.answers[0].model_copy(update={"checked_on": dt.date(2026, 1, 1)})
    changed = replace(dataset, acts=(act.model_copy(update={"answers": (answer,)}),))
    (found,) = (review for review in reviews(changed) if review.id.startswith(f"{act.id}/"))
    assert (found.kind, found.id, found.record.id) == ("acts", f"{act.id}/{answer.id}", act.id)
    assert found.look.checked_on == dt.date(2026, 1, 1)
