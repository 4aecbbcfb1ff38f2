"""A wording fix resets nothing: figures of versions that mean the same are one line, of one group of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.conftest import ROOT
from tests.weekly import DAY, DEMO, MONDAY, edition_of, monday, row, with_rows

from netral.check import check
from netral.cli.stats_import import publisher
from netral.load import load
from netral.meanings import by_meaning, versions_alike
from netral.model.completion import COLUMNS, Figures, Mark
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.model.place import Place
from netral.pages.figures import panel_of
from netral.standing import standings
from netral.stats.revising import as_begun, rows_to_add


def pact(*, substantive: bool) -> tuple[Pact, ...]:
    """The pacts, with version 2 of the made-up one a change of this kind."""
    found = []
    for each in load(ROOT / "data", demo=True).dataset.pacts:
        change = each.change and each.change.model_copy(update={"substantive": substantive})
        found.append(each.model_copy(update={"change": change}))
    return tuple(found)


def given(rows: Sequence[Figures], *, substantive: bool) -> Dataset:
    placed = [
        replace(each, places={name: Place("kabupaten-demo.csv", number, 1) for name in COLUMNS})
        for number, each in enumerate(rows, 2)
    ]
    return with_rows(placed, pacts=pact(substantive=substantive))


def codes(dataset: Dataset) -> list[tuple[str, int, str]]:
    found = check(dataset, DAY)
    return sorted({(each.code, each.place.line, each.variant) for each in found if each.place.file.endswith(".csv")})


def test_versions_of_one_meaning_are_known(dataset: Dataset) -> None:
    round_ = next(agency for agency in dataset.agencies if agency.id == DEMO).rounds[0]
    fixed = replace(dataset, pacts=pact(substantive=False))
    assert versions_alike(dataset, round_, "2") == ("2",)
    assert versions_alike(fixed, round_, "2") == versions_alike(fixed, round_, "1") == ("1", "2")
    assert versions_alike(fixed, round_, "7") == ("7",)
    rows = [row(0, 1, pact_version="1"), row(1, 1), row(2, 1, pact_version="7"), row(3, 1, round="lain")]
    assert [each.pact_version for each in by_meaning(fixed, rows)] == ["1", "1", "7", "2"]
    assert by_meaning(dataset, rows) == rows


def test_their_weeks_are_one_line_and_the_fix_is_noted() -> None:
    rows = [row(0, 500, pact_version="1"), row(1, 510, pact_version="1"), row(2, 530), row(3, 540)]
    found = standings(given(rows, substantive=False), monday(4))[DEMO, rows[0].round]
    assert found.older == ()
    assert found.lead.version == "2"
    assert found.lead.versions == ("1", "2")
    assert [week.figures and week.figures.signed for week in found.lead.weeks] == [500, 510, 530, 540]
    edition = edition_of(given(rows, substantive=False), "en", monday(4))
    panel = panel_of(edition, found, lambda _: "<svg></svg>")
    notes = [note for _, table in panel.tables for each in table for note in each.notes]
    assert notes == ["from here version 2, of the same meaning"]
    assert panel.summary.about[-1] == (
        "Versions 1 and 2 are counted together: only the wording was fixed, the meaning is the same."
    )


def test_before_the_fixed_wording_has_figures_the_old_line_still_leads() -> None:
    found = standings(given([row(0, 500, pact_version="1")], substantive=False), monday(1))[DEMO, row(0, 0).round]
    assert (found.lead.version, found.older) == ("1", ())


def test_a_change_of_meaning_is_a_line_of_its_own() -> None:
    rows = [row(0, 500, pact_version="1"), row(1, 20)]
    found = standings(given(rows, substantive=True), monday(2))[DEMO, rows[0].round]
    assert (found.lead.version, [line.version for line in found.older]) == ("2", ["1"])


def test_a_count_may_not_fall_over_a_wording_fix() -> None:
    rows = [row(0, 500, pact_version="1"), row(1, 400)]
    assert ("W016", 3, "") in codes(given(rows, substantive=False))
    assert not [each for each in codes(given(rows, substantive=True)) if each[0] == "W016"]


def test_one_week_has_one_version_of_a_meaning() -> None:
    rows = [row(0, 500, pact_version="1"), row(0, 510), row(1, 520)]
    assert ("W031", 3, "") in codes(given(rows, substantive=False))
    assert not [each for each in codes(given(rows, substantive=True)) if each[0] == "W031"]


def small(number: int, signed: int | Mark, version: str) -> Figures:
    """Sixty people: a group to protect."""
    return row(number, signed, pact_version=version, headcount=60)


def test_few_signers_between_two_wordings_are_as_protected_as_within_one() -> None:
    """Two people between week 0 under version 1 and week 1 under version 2: the same people, so it may not be told."""
    rows = [small(0, 20, "1"), small(1, 22, "2")]
    assert [each[0] for each in codes(given(rows, substantive=False)) if each[0] == "W023"] == ["W023"]
    assert [each for each in codes(given(rows, substantive=True)) if each[0] == "W023"] == []


@pytest.mark.parametrize("substantive", [True, False])
def test_what_an_import_publishes_is_weighed_against_the_wording_before(*, substantive: bool) -> None:
    published = [small(0, 20, "1")]
    fresh = [small(1, 22, "2")]
    found = publisher(given([], substantive=substantive))(published, fresh)
    assert [(each.pact_version, each.signed) for each in found] == [("2", 22 if substantive else Mark.WITHHELD)]
    after = given([*published, *found], substantive=substantive)
    assert [each for each in codes(after) if each[0] == "W023"] == []


def test_a_correction_stays_with_the_version_that_its_week_was_published_under() -> None:
    published = [row(0, 500, pact_version="1"), row(1, 510, pact_version="1")]
    publish = publisher(given([], substantive=False))
    again = as_begun(published, [row(1, 515)], {"1", "2"})
    (corrected,) = rows_to_add(published, again, publish)
    assert (corrected.pact_version, corrected.revision, corrected.signed) == ("1", 2, 515)
    assert rows_to_add(published, as_begun(published, [row(1, 510)], {"1", "2"}), publish) == ()
    (new,) = rows_to_add(published, as_begun(published, [row(2, 530)], {"1", "2"}), publish)
    assert (new.pact_version, new.revision, new.week) == ("2", 1, MONDAY + dt.timedelta(weeks=2))
    # Of a version that means something else there is nothing to continue.
    (other,) = rows_to_add(published, as_begun(published, [row(1, 20)], {"2"}), publisher(given([], substantive=True)))
    assert (other.pact_version, other.revision) == ("2", 1)
