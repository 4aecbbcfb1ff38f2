"""What is added to an agency's figures: first rows, nothing, corrections; through disclosure control and the check."""

import datetime as dt

import pytest
from tests.stats import layouts
from tests.stats.cases import COUNTS, NAMES_ONLY
from tests.stats.people import PEOPLE, SIGNED, UNITS, answer, answers, at

from netral import write
from netral.cli import stats_import as stats
from netral.model.completion import COLUMNS, Figures, Mark
from netral.stats.appending import with_rows
from netral.stats.revising import rows_to_add

FIRST = f"kabupaten-demo-2024,2024-09-16,all,2,any,1,40,2024-09-22,{SIGNED},persons,provisional,Kantor Rekaan,"


def lines(desk):
    return desk.target.read_bytes().decode().split("\n")


def test_the_file_is_made_with_its_header(desk):
    assert desk.run()[0] == 0
    assert lines(desk) == [",".join(COLUMNS), FIRST, ""]


def test_a_second_week_goes_below_the_first(desk):
    assert desk.run()[0] == 0
    layouts.google_forms(desk.private, [*answers(), *(answer(who, at(25)) for who in PEOPLE[28:33])])
    code, out, _ = desk.run(week="2024-09-23", as_of="2024-10-01", roster_date="2024-09-27", status="final")
    assert code == 0
    # Six more than the week before: five of these, and the one who came ten minutes after that week.
    second = "kabupaten-demo-2024,2024-09-23,all,2,any,1,40,2024-09-27,32,persons,final,Kantor Rekaan,"
    assert lines(desk) == [",".join(COLUMNS), FIRST, second, ""]
    assert "32 dari 40" in out


def test_the_office_of_the_last_figures_need_not_be_said_again(desk):
    assert desk.run()[0] == 0
    layouts.google_forms(desk.private, [*answers(), *(answer(who, at(25)) for who in PEOPLE[28:33])])
    assert desk.run(week="2024-09-23", as_of="2024-10-01", confirmed_by=None)[0] == 0
    assert lines(desk)[2].endswith(",Kantor Rekaan,")


def test_the_same_figures_are_not_written_again(desk):
    assert desk.run()[0] == 0
    before = desk.target.read_bytes()
    code, out, _ = desk.run(lang="en")
    assert code == 0
    assert "The figures of the week 2024-09-16 are the same as those published" in out
    assert desk.target.read_bytes() == before


def test_other_figures_of_a_week_are_a_correction_with_a_note(desk):
    assert desk.run()[0] == 0
    before = desk.target.read_bytes()
    layouts.google_forms(desk.private, answers()[:12])
    code, out, err = desk.run(lang="en")
    assert (code, out) == (2, "")
    assert "differ now. Say why, for example: --note" in err
    assert desk.target.read_bytes() == before
    code, out, _ = desk.run(note="isian percobaan  dihapus", lang="en")
    assert code == 0
    assert "(a correction, revision 2)" in out
    corrected = "kabupaten-demo-2024,2024-09-16,all,2,any,2,40,2024-09-22,"
    assert lines(desk)[:2] == [",".join(COLUMNS), FIRST]
    assert lines(desk)[2].startswith(corrected)
    assert lines(desk)[2].endswith(",persons,corrected,Kantor Rekaan,isian percobaan dihapus")


def test_windows_line_ends_and_a_missing_last_one_are_mended(desk):
    desk.target.parent.mkdir()
    old = FIRST.replace("2024-09-16", "2024-09-09").replace("2024-09-22", "2024-09-15").replace(",26,", ",12,")
    desk.target.write_bytes(f"\ufeff{','.join(COLUMNS)}\r\n{old}".encode())
    code, out, err = desk.run()
    assert (code, err) == (0, ""), out
    assert lines(desk) == [",".join(COLUMNS), old, FIRST, ""]


def test_units_are_written_as_far_as_they_single_nobody_out(desk_with_units):
    assert desk_with_units.run()[0] == 0
    units = {line.split(",")[2]: line.split(",")[8] for line in lines(desk_with_units)[1:-1]}
    assert units["all"] == str(SIGNED)
    assert set(units) == {"all", *(name.lower().replace(" ", "-") for name in UNITS)}
    # 13 or 14 people each: at most one of the three may stand as a number beside the sum.
    assert any(value in set(Mark) for value in units.values())


def test_units_merged_into_another_have_no_row(desk_with_units, monkeypatch):
    units = desk_with_units.data / "demo" / "units" / "kabupaten-demo.csv"
    last = "kantor-rekaan,Kantor Rekaan,Made-up Kantor Rekaan,"
    units.write_text(units.read_text(encoding="utf-8").replace(last, f"{last}dinas-rekaan-air"), encoding="utf-8")
    exact = []
    monkeypatch.setattr(stats, "exact_rows", lambda *given: exact.extend(rows(*given)) or exact)
    assert desk_with_units.run()[0] == 0
    counts = {row.unit: (row.signed, row.headcount) for row in exact}
    in_unit = [who.unit == UNITS[1] for who in (*PEOPLE[:25], PEOPLE[27])]
    batu = (sum(in_unit), 13)
    assert counts == {"all": (26, 40), "dinas-rekaan-batu": batu, "dinas-rekaan-air": (26 - batu[0], 27)}
    assert "kantor-rekaan" not in desk_with_units.target.read_text(encoding="utf-8")


rows = stats.exact_rows


def test_without_a_number_forms_are_counted(desk):
    (desk.private / "peta.yaml").write_text(NAMES_ONLY, encoding="utf-8")
    code, out, _ = desk.run(from_="peta.yaml", lang="en")
    assert code == 0
    assert "People are told apart by name and unit (counted: submissions)" not in out
    assert "people are told apart by name and unit (counted: submissions)" in out
    assert lines(desk)[1].split(",")[8:10] == [str(SIGNED), "submissions"]


@pytest.mark.parametrize("from_", ["google-forms", "peta.yaml"])
def test_a_roster_of_headcounts_is_enough(desk_with_units, from_, monkeypatch):
    (desk_with_units.private / "peta.yaml").write_text(NAMES_ONLY, encoding="utf-8")
    (desk_with_units.private / "pegawai.csv").write_bytes(COUNTS.encode())
    exact = []
    monkeypatch.setattr(stats, "exact_rows", lambda *given: exact.extend(rows(*given)) or exact)
    assert desk_with_units.run(from_=from_)[0] == 0
    counts = {row.unit: (row.signed, row.headcount) for row in exact}
    # Nobody can be told to be a stranger: the one of another agency counts as well, and by name the slip of a number.
    more = 1 if from_ == "google-forms" else 2
    assert counts["all"] == (SIGNED + more, 40)
    assert sum(signed for unit, (signed, _) in counts.items() if unit != "all") == SIGNED + more


def test_what_the_check_refuses_is_not_written(desk):
    assert desk.run()[0] == 0
    before = desk.target.read_bytes()
    layouts.google_forms(desk.private, answers()[:12])
    code, out, err = desk.run(week="2024-09-23", as_of="2024-10-01", lang="en")
    assert code == 1
    assert "do not pass the check. Nothing was written." in err
    assert f"{desk.target.as_posix()}:3:" in out
    assert desk.target.read_bytes() == before


def test_wrong_data_are_told_before_anything_is_read(desk):
    agencies = desk.data / "demo" / "agencies.yaml"
    agencies.write_text(agencies.read_text(encoding="utf-8").replace("00.00", "0000"), encoding="utf-8")
    code, out, err = desk.run("tidak-ada.csv", lang="en")
    assert code == 1
    assert "have problems; mend them first" in err
    assert "demo/agencies.yaml:" in out


def test_a_group_too_small_to_be_published_is_told_so(desk):
    roster = desk.private / "pegawai.csv"
    roster.write_bytes(b"".join(roster.read_bytes().splitlines(keepends=True)[:9]))
    code, out, _ = desk.run(lang="en")
    assert code == 0
    assert "No figures of the week 2024-09-16 may be published: the group is too small" in out
    assert not desk.target.exists()


def test_a_file_that_cannot_be_written_is_told(desk, monkeypatch):
    def full(*given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "fsync", full)
    code, out, err = desk.run(lang="en")
    assert (code, out) == (2, "")
    assert "kabupaten-demo.csv cannot be written. The computer answered: No space left on device." in err
    assert list(desk.target.parent.iterdir()) == []


def figures(unit, signed, revision=1, headcount=200):
    week = dt.date(2024, 9, 16)
    return Figures("x", "r", week, unit, "2", "any", revision, headcount, week, signed, "persons", "final", "K", "")


def test_only_what_changed_is_corrected():
    published = [figures("all", 150), figures("a", 60, 1, 100), figures("b", 90, 1, 100)]
    fresh = [figures("all", 151), figures("a", 61, 1, 100), figures("b", 90, 1, 100)]
    added = rows_to_add(published, fresh, lambda _, given: tuple(given))
    assert [(row.unit, row.signed, row.revision, row.status) for row in added] == [
        ("all", 151, 2, "corrected"),
        ("a", 61, 2, "corrected"),
    ]


def test_a_mark_that_stays_is_nothing_new():
    published = [figures("all", 150), figures("a", Mark.FEW, 1, 20)]
    fresh = [figures("all", 150), figures("a", 3, 1, 20)]
    added = rows_to_add(published, fresh, lambda _, given: tuple(hidden(row) for row in given))
    assert added == ()


def hidden(row):
    return row if row.unit == "all" else figures("a", Mark.FEW, row.revision, 20)


def test_a_cell_with_a_comma_is_quoted():
    row = figures("all", 150)
    content = with_rows(b"", [row, Figures(**{f: getattr(row, f) for f in row.__slots__} | {"note": 'a, "b"'})])
    assert content.decode().split("\n")[2].endswith(',final,K,"a, ""b"""')
