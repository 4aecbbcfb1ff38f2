"""Rows before and rows after: what is new, what mends, and what may never happen to a published row."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from tests.stats.made_rows import row

from netral.catalogue import code_page, fix, message
from netral.model.completion import COLUMNS, KEY, Mark
from netral.stats.changes import changes_of, tampering

FOLDER = "data/completion"
#: Another value for every column that is not part of the key.
OTHER = {
    "headcount": 1201,
    "headcount_date": dt.date(2026, 5, 2),
    "signed": 351,
    "counted": "submissions",
    "status": "provisional",
    "confirmed_by": "Sekretariat",
    "note": "lain",
}


def kinds(before, after, unread=()):
    return [(change.kind, change.row.week.isoformat()) for change in changes_of(before, after, unread)]


def told(before, after, lang="id"):
    problems = list(tampering(changes_of(before, after), FOLDER))
    return [(str(each.place), each.code, message(each, lang)) for each in problems]


def test_what_is_as_it_was_is_no_change():
    rows = [row(0), row(1, 360), row(1, 365, revision=2, status="corrected", note="salah hitung")]
    assert changes_of(rows, rows[::-1]) == []
    assert changes_of([], []) == []


def test_a_row_that_only_moved_to_another_line_is_no_change():
    moved = dataclasses.replace(row(0), places=row(7).places)
    assert changes_of([row(0)], [moved]) == []


def test_a_new_week_knows_the_week_before_it():
    (change,) = changes_of([row(0)], [row(0), row(1, 380)])
    assert (change.kind, change.published, change.earlier) == ("new", None, row(0))


def test_the_first_week_has_none_before_it_nor_has_another_series():
    others = [row(0, unit="dinas"), row(0, method="form"), row(0, pact_version="2"), row(0, round="lain")]
    (change,) = changes_of(others, [*others, row(1)])
    assert change.earlier is None
    (change,) = changes_of([row(0, agency="kota-lain")], [row(0, agency="kota-lain"), row(1)])
    assert change.earlier is None


def test_the_week_before_may_be_of_another_version_of_the_same_meaning():
    before = [row(0, unit="dinas"), row(0), row(1, 360, revision=1)]
    rows = [*before, row(2, 380, pact_version="2")]
    (change,) = changes_of(before, rows)
    assert change.earlier is None
    (change,) = changes_of(before, rows, meaning=lambda each: "1" if each.pact_version in {"1", "2"} else "3")
    assert (change.kind, change.earlier) == ("new", row(1, 360))
    # What was published is still known by its own version alone.
    under_another = changes_of([row(0)], [row(0, pact_version="2")], meaning=lambda _: "1")
    assert [(each.kind, each.earlier) for each in under_another] == [("removed", None), ("new", None)]


def test_a_correction_names_what_it_corrects_also_where_both_are_new():
    mended = row(0, 340, revision=2, status="corrected", note="salah hitung")
    (change,) = changes_of([row(0)], [row(0), mended])
    assert (change.kind, change.published) == ("corrected", row(0))
    assert kinds([], [row(0), mended]) == [("new", "2026-05-04"), ("corrected", "2026-05-04")]


def test_the_week_before_counts_with_its_newest_revision():
    mended = row(0, 340, revision=2, status="corrected", note="salah hitung")
    (change,) = changes_of([row(0), mended], [row(0), mended, row(1, 380)])
    assert change.earlier == mended


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in KEY])
def test_no_column_of_a_published_row_may_change(column):
    (change,) = changes_of([row(0)], [dataclasses.replace(row(0), **{column: OTHER[column]})])
    assert (change.kind, change.columns) == ("altered", (column,))
    (problem,) = tampering([change], FOLDER)
    assert (problem.code, problem.place) == ("W029", row(0).place(column))


@pytest.mark.parametrize("column", KEY)
def test_a_row_under_another_key_is_a_row_removed_and_a_row_added(column):
    other = {"week": dt.date(2026, 5, 11), "revision": 2, "method": "form"}.get(column, "lain")
    found = changes_of([row(0)], [dataclasses.replace(row(0), **{column: other})])
    assert sorted(change.kind for change in found) == sorted(["removed", "corrected" if other == 2 else "new"])


def test_a_removed_row_is_told_at_its_file():
    assert told([row(0), row(1, 360)], [row(1, 360)]) == [
        (
            "data/completion/kota-rekaan.csv:1:1",
            "W030",
            "Baris yang sudah terbit ini tidak ada lagi: putaran-rekaan,2026-05-04,all,1,any,1.",
        )
    ]
    assert told([row(0)], [], "en") == [
        (
            "data/completion/kota-rekaan.csv:1:1",
            "W030",
            "This published row is not there any more: putaran-rekaan,2026-05-04,all,1,any,1.",
        )
    ]


def test_a_row_that_cannot_be_read_is_not_called_removed():
    assert kinds([row(0)], [], unread={"kota-rekaan"}) == []
    assert kinds([row(0)], [], unread={"kota-lain"}) == [("removed", "2026-05-04")]
    assert kinds([row(0)], [row(0, 351)], unread={"kota-rekaan"}) == [("altered", "2026-05-04")]


def test_alterations_are_told_in_these_words():
    before = [row(0), row(1, None), row(2, 380), row(3, 390, note="dari formulir Siti")]
    after = [row(0, Mark.WITHHELD), row(1, 360), row(2, None), row(3, 390, note="dari formulir")]
    place = "data/completion/kota-rekaan.csv"
    assert told(before, after) == [
        (
            f"{place}:2:9",
            "W029",
            'Kolom "signed" pada baris yang sudah terbit berubah dari "350" menjadi "withheld".',
        ),
        (
            f"{place}:3:9",
            "W029",
            'Kolom "signed" pada baris yang sudah terbit tadinya kosong dan sekarang berisi "360".',
        ),
        (
            f"{place}:4:9",
            "W029",
            'Kolom "signed" pada baris yang sudah terbit tadinya berisi "380" dan sekarang kosong.',
        ),
        (f"{place}:5:13", "W029", 'Kolom "note" pada baris yang sudah terbit berubah.'),
    ]
    assert [words for _, _, words in told(before, after, "en")] == [
        'The column "signed" of a published row was changed from "350" to "withheld".',
        'The column "signed" of a published row was empty and now says "360".',
        'The column "signed" of a published row said "380" and is now empty.',
        'The column "note" of a published row was changed.',
    ]
    mends = {fix(each, "en") for each in tampering(changes_of(before, after), FOLDER)}
    (mend,) = mends
    assert mend == (
        "Put this row back as it was. Then add a correction below it: a copy of this row with the next revision, the"
        " status corrected, what is right, and the reason in note. If it is personal data that has to go, tell the"
        " keepers."
    )


def test_every_variant_of_both_codes_was_raised():
    before = [row(0), row(1, None), row(2, 380), row(3, note="lama"), row(4)]
    after = [row(0, 351), row(1, 360), row(2, None), row(3, note="baru")]
    raised = {(each.code, each.variant) for each in tampering(changes_of(before, after), FOLDER)}
    assert raised == {(code, variant) for code in ("W029", "W030") for variant in code_page(code, "id").messages}


def test_changes_stand_by_agency_week_and_unit_with_the_whole_first():
    after = [row(1, unit="all"), row(0, unit="dinas-b"), row(0), row(0, unit="dinas-a"), row(0, agency="kota-a")]
    order = [(c.row.agency, c.row.week.isoformat(), c.row.unit) for c in changes_of([], after)]
    assert order == [
        ("kota-a", "2026-05-04", "all"),
        ("kota-rekaan", "2026-05-04", "all"),
        ("kota-rekaan", "2026-05-04", "dinas-a"),
        ("kota-rekaan", "2026-05-04", "dinas-b"),
        ("kota-rekaan", "2026-05-11", "all"),
    ]
