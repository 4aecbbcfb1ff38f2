"""The summary of a proposal, as an office worker reads it on the host's page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.stats.made_rows import row

from netral.load import load
from netral.model.completion import Mark
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.problems import Problem
from netral.report.listed import MOST_PROBLEMS
from netral.stats.changes import changes_of
from netral.stats.summary import MOST_ROWS, summary

GOOD = Path(__file__).parents[1] / "good"
HEAD = {
    "id": "| Minggu | Unit | Wajib | Sudah | Sejak minggu sebelumnya | Keterangan |",
    "en": "| Week | Unit | Headcount | Signed | Since the week before | Remark |",
}
LINE = "| --- | --- | ---: | ---: | ---: | --- |"


def table(before, after, lang="id"):
    """The rows of the one table of a summary without problems."""
    lines = summary(changes_of(before, after), [], Dataset(), (), lang).splitlines()
    start = lines.index(HEAD[lang])
    assert lines[start + 1] == LINE
    return [line for line in lines[start + 2 :] if line.startswith("|")]


def test_a_new_week_in_both_languages():
    before, after = [row(0, 1150, headcount=4315)], [row(0, 1150, headcount=4315), row(1, 2180, headcount=4315)]
    assert summary(changes_of(before, after), [], Dataset(), (), "id") == (
        "## Angka mingguan: apa yang berubah\n\n"
        "**Tidak ada kesalahan.** Periksa angka di bawah ini sekali lagi sebelum digabung.\n\n"
        "### kota-rekaan\n\n"
        f"{HEAD['id']}\n{LINE}\n"
        "| 11 Mei 2026 \u2013 17 Mei 2026 | seluruh instansi | 4.315 | 2.180 | +1.030 | baru, tetap |\n\n"
        "Cocokkan dengan catatan Anda. Sesudah digabung, baris ini tidak dapat diubah atau dihapus lagi, hanya"
        " dikoreksi dengan baris baru.\n"
    )
    assert summary(changes_of(before, after), [], Dataset(), (), "en") == (
        "## Weekly figures: what changes\n\n"
        "**No errors.** Look at the figures below once more before you merge.\n\n"
        "### kota-rekaan\n\n"
        f"{HEAD['en']}\n{LINE}\n"
        "| 11 May 2026 \u2013 17 May 2026 | whole agency | 4,315 | 2,180 | +1,030 | new, final |\n\n"
        "Compare with your notes. Once merged, these rows can never be changed or deleted, only corrected by a new"
        " row.\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "cells"),
    [
        ([], [row(0)], "1.200 | 350 | angka pertama | baru, tetap"),
        ([row(0)], [row(0), row(1, 350)], "1.200 | 350 | 0 | baru, tetap"),
        ([row(0)], [row(0), row(1, 340)], "1.200 | 340 | −10 | baru, tetap"),  # noqa: RUF001
        ([row(0)], [row(0), row(2, 380)], "1.200 | 380 | +30 sejak minggu 4 Mei 2026 | baru, tetap"),
        ([row(0, None)], [row(0, None), row(1)], "1.200 | 350 | tidak dihitung | baru, tetap"),
        ([row(0)], [row(0), row(1, None)], "1.200 | tidak diketahui | tidak dihitung | baru, tetap"),
        ([], [row(0, Mark.WITHHELD)], "1.200 | ditahan | angka pertama | baru, tetap"),
        ([], [row(0, Mark.FEW)], "1.200 | paling banyak 5 orang | angka pertama | baru, tetap"),
        ([], [row(0, Mark.NEARLY_ALL)], "1.200 | semua, kecuali paling banyak 5 orang | angka pertama | baru, tetap"),
        ([], [row(0, headcount=None)], "tidak diketahui | 350 | angka pertama | baru, tetap"),
        ([], [row(0, status="provisional")], "1.200 | 350 | angka pertama | baru, sementara"),
        (
            [row(0)],
            [row(0), row(0, 340, revision=2, status="corrected", note="x")],
            "1.200 | 340 | angka pertama | koreksi (revisi 2), semula 350",
        ),
        ([row(0)], [row(0, 351)], "1.200 | 351 | angka pertama | **diubah di tempat: tidak boleh**"),
        ([row(0)], [], "1.200 | 350 | angka pertama | **dihapus: tidak boleh**"),
    ],
)
def test_a_row_says_how_many_more_and_what_it_is(before, after, cells):
    assert [line.split(" | ", 2)[2] for line in table(before, after)] == [f"{cells} |"]


def test_a_row_says_of_whom_it_speaks():
    after = [row(0, method="paper"), row(0), row(0, unit="dinas", method="esign"), row(0, unit="dinas", method="form")]
    assert [line.split(" | ")[1] for line in table([], after)] == [
        "seluruh instansi",
        "seluruh instansi, di atas kertas",
        "dinas, dengan tanda tangan elektronik",
        "dinas, lewat formulir",
    ]
    assert [line.split(" | ")[1] for line in table([], [row(0), row(0, pact_version="2")], "en")] == [
        "whole agency, pact version 1",
        "whole agency, pact version 2",
    ]
    assert [line.split(" | ")[1] for line in table([], [row(0), row(0, round="lain")])] == [
        "seluruh instansi, putaran lain",
        "seluruh instansi, putaran putaran-rekaan",
    ]


def test_an_agency_goes_by_its_name():
    dataset = load(GOOD).dataset
    (agency,) = dataset.agencies
    changes = changes_of([], [row(0, agency=agency.id)])
    assert f"### {agency.name.id}\n" in summary(changes, [], dataset, (), "id")
    assert f"### {agency.name.en}\n" in summary(changes, [], dataset, (), "en")


def test_nothing_changed_is_said():
    assert "Usulan ini tidak mengubah angka mingguan. Bila seharusnya ada" in summary([], [], Dataset(), (), "id")
    assert "This proposal changes no weekly figures. If it should bring" in summary([], [], Dataset(), (), "en")


def test_an_agency_that_cannot_be_compared_is_named():
    told = summary([], [], Dataset(), {"kota-rekaan"}, "id")
    assert "Angka kota-rekaan belum dapat dibandingkan seluruhnya: sebagian barisnya belum terbaca." in told
    assert "tidak mengubah angka" not in told


def problem(line, code="W022", **values):
    return Problem(code, Place("data/completion/kota_rekaan.csv", line, 3), values)


def test_what_is_wrong_is_told_with_its_place_and_mend_errors_first():
    late = Problem("W019", Place("data/completion/a.csv", 2), {"week": "2026-05-04", "agency": "a"}, "late")
    told = summary([], [late, problem(5)], Dataset(), (), "id")
    assert "**Ada 1 kesalahan.** Usulan ini belum dapat digabung. Perbaiki dahulu yang di bawah ini." in told
    assert "### Yang harus diperbaiki\n\n1. **data/completion/kota\\_rekaan.csv, baris 5, mulai huruf ke-3**" in told
    assert (
        "(W022, kesalahan): Baris ini kosong.<br>Perbaiki: Hapus baris ini: letakkan kursor di awal barisnya, lalu"
        " tekan Delete atau Backspace.\n2. **data/completion/a.csv, baris 2, mulai huruf ke-1** (W019, peringatan):"
    ) in told
    english = summary([], [problem(5)], Dataset(), (), "en")
    assert "**Errors: 1.** This proposal cannot be merged yet. Mend what stands below first." in english
    assert "1. **data/completion/kota\\_rekaan.csv, line 5, from character 3** (W022, error): " in english


def test_warnings_alone_do_not_hold_a_proposal_back():
    late = Problem("W019", Place("data/completion/a.csv", 2), {"week": "2026-05-04", "agency": "a"}, "late")
    told = summary([], [late], Dataset(), (), "id")
    assert "**Tidak ada kesalahan.**\n" in told  # no word on figures "below": there are none
    assert "### Yang perlu dilihat sekali lagi\n" in told


def test_long_lists_are_cut_and_the_rest_is_counted():
    told = summary([], [problem(n) for n in range(1, MOST_PROBLEMS + 4)], Dataset(), (), "id")
    assert told.count("<br>") == MOST_PROBLEMS
    assert 'Masih ada 3 lagi; semuanya ada di catatan pemeriksaan "data".' in told
    rows = [row(n) for n in range(MOST_ROWS + 2)]
    told = summary(changes_of([], rows), [], Dataset(), (), "id")
    assert told.count("\n| ") == MOST_ROWS + 2  # with the head and the line below it
    assert "Masih ada 2 baris lagi yang berubah." in told


def test_what_somebody_typed_is_never_markup():
    values = {"column": "note", "value": "<img src=x>](http://a.example)|`*_", "kind": "k", "note": "n"}
    told = summary([], [problem(2, "W025", **values)], Dataset(), (), "id")
    assert "&lt;img src=x&gt;\\](http://a.example)\\|\\`\\*\\_" in told
    assert "<img" not in told
