"""Weekly figures from CSV and from the template: typed, placed, and judged by the contract."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from netral.load import load
from netral.model.completion import COLUMNS, Figures, Mark

GOOD = Path(__file__).parents[1] / "good"
HEADER = ",".join(COLUMNS)
ROW = "putaran-rekaan,2020-03-02,all,2,any,1,1200,2020-03-01,350,persons,provisional,Bagian Rekaan,"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(GOOD, folder)
    (folder / "completion").mkdir()
    return folder


def given(data, *rows, name="instansi-rekaan", header=HEADER):
    (data / "completion" / f"{name}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return load(data)


def test_a_row_becomes_figures_that_know_their_places(data):
    loaded = given(data, ROW)
    assert loaded.problems == ()
    (row,) = loaded.dataset.completion
    assert row == Figures(
        agency="instansi-rekaan",
        round="putaran-rekaan",
        week=dt.date(2020, 3, 2),
        unit="all",
        pact_version="2",
        method="any",
        revision=1,
        headcount=1200,
        headcount_date=dt.date(2020, 3, 1),
        signed=350,
        counted="persons",
        status="provisional",
        confirmed_by="Bagian Rekaan",
        note="",
    )
    assert row.ends == dt.date(2020, 3, 8)
    assert str(row.place("signed")).endswith("completion/instansi-rekaan.csv:2:55")


@pytest.mark.parametrize(
    ("cell", "signed"),
    [
        ("350", 350),
        ("0", 0),
        ("", None),
        ("withheld", Mark.WITHHELD),
        ("few", Mark.FEW),
        ("nearly-all", Mark.NEARLY_ALL),
    ],
)
def test_signed_is_a_number_a_mark_or_not_known(data, cell, signed):
    (row,) = given(data, ROW.replace(",350,", f",{cell},")).dataset.completion
    assert row.signed == signed
    assert type(row.signed) is type(signed)


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_what_windows_adds_to_a_file_is_no_problem(data, change):
    (data / "completion" / "instansi-rekaan.csv").write_bytes(change(f"{HEADER}\n{ROW}\n").encode())
    loaded = load(data)
    assert loaded.problems == ()
    assert [row.signed for row in loaded.dataset.completion] == [350]


def test_columns_under_other_names_are_told_and_their_rows_checked_all_the_same(data):
    loaded = given(data, ROW.replace("1200", "1.200"), header=HEADER.replace("headcount,", "wajib,", 1))
    assert [problem.code for problem in loaded.problems] == ["W003", "W005"]


def test_every_broken_cell_of_a_row_is_told_at_once(data):
    bad = "putaran-rekaan,16/09/2024,all,2,lisan,satu,1.200,kemarin,E+17,orang,benar,,=1"
    codes = [problem.code for problem in given(data, bad).problems]
    assert sorted(codes) == ["W005", "W005", "W005", "W006", "W006", "W009", "W009", "W009", "W010", "W020"]


def test_rows_that_break_the_contract_mark_their_file_as_broken(data):
    loaded = given(data, ROW, ROW.replace(",350,", ",1.200,").replace("03-02", "03-09"))
    assert len(loaded.dataset.completion) == 1
    assert "completion/instansi-rekaan" in loaded.dataset.unread


def test_the_contract_is_one_of_the_files_and_judged_only_where_there_are_figures(data):
    (data / "datapackage.yaml").write_text(
        (data / "datapackage.yaml").read_text(encoding="utf-8").replace("type: date", "type: tanggal"), encoding="utf-8"
    )
    assert load(data).problems == ()
    assert [problem.code for problem in given(data, ROW).problems] == ["W026"]
    (data / "datapackage.yaml").unlink()
    assert [problem.code for problem in load(data).problems] == ["F001"]


def test_the_contract_is_there_before_the_first_figure(data):
    assert load(data).dataset.completion == ()
    assert load(data).contract is not None


def test_units_are_read_with_their_names(data):
    (data / "units").mkdir()
    text = "id,name_id,name_en,merged_into\ndinas-a,Dinas A,Service A,\npos-a,Pos A,Post A,dinas-a\n"
    (data / "units" / "instansi-rekaan.csv").write_text(text, encoding="utf-8")
    one, other = load(data).dataset.units
    assert (one.agency, one.id, one.name.id, one.name.en, one.merged_into) == (
        "instansi-rekaan",
        "dinas-a",
        "Dinas A",
        "Service A",
        None,
    )
    assert other.merged_into == "dinas-a"
    assert str(other.place("merged_into")).endswith("units/instansi-rekaan.csv:3:20")
