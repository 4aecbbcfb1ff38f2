"""The template of weekly figures: a row per week, what Excel refuses by itself, and the row of CSV to copy."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from netral.build import editions
from netral.catalogue import LANGS
from netral.exports.workbook import templates
from netral.load import load
from netral.load.completion import CONTRACT
from netral.load.contract import read_contract
from netral.load.files import read_source
from netral.model.base import Text
from netral.model.completion import COLUMNS, Unit
from netral.model.place import At, Place

GOOD = Path(__file__).parents[1] / "good"
#: Worked out by LibreOffice 7.4 and read back by `netral check` when it was written; change it with the same care.
FORMULA = (
    '=IF(AND(G5="",I5="",M5=""),"",A5&","&IF(B5="","",YEAR(B5)&"-"&RIGHT("0"&MONTH(B5),2)&"-"&RIGHT("0"&DAY(B5),2))'
    '&","&C5&","&D5&","&E5&","&F5&","&G5&","&IF(H5="","",YEAR(H5)&"-"&RIGHT("0"&MONTH(H5),2)&"-"&RIGHT("0"&DAY(H5),2))'
    '&","&I5&","&J5&","&K5&","&IF(L5="","",""""&SUBSTITUTE(SUBSTITUTE(L5,CHAR(10)," "),"""","""""")&"""")'
    '&","&IF(M5="","",""""&SUBSTITUTE(SUBSTITUTE(M5,CHAR(10)," "),"""","""""")&""""))'
)


def made(lang="id", day="2020-03-20"):
    loaded = load(GOOD)
    source, _ = read_source(GOOD / CONTRACT, "datapackage.yaml")
    contract, _ = read_contract(source)
    edition = editions(loaded.dataset, dt.date.fromisoformat(day), "https://contoh.example/", loaded.texts)[lang]
    return templates(edition, contract), edition, contract


def opened(files):
    (content,) = files.values()
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("lang", LANGS)
def test_there_is_a_row_for_each_week_of_the_window(lang):
    sheet = opened(made(lang)[0])["Angka"]
    assert tuple(cell.value for cell in sheet[4])[: len(COLUMNS)] == COLUMNS
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[1].date().isoformat() for row in rows] == [
        "2020-02-24",
        "2020-03-02",
        "2020-03-09",
        "2020-03-16",
        "2020-03-23",
        "2020-03-30",
    ]
    first = rows[0]
    assert [*first[:1], *first[2:13]] == [
        "putaran-rekaan", "all", "2", "any", 1, None, None, None, "persons", "provisional", None, None,
    ]  # fmt: skip
    assert first[13] == FORMULA


def test_the_head_speaks_the_language_of_its_site():
    titles = {lang: [cell.value for cell in opened(made(lang)[0])["Angka"][3]] for lang in LANGS}
    assert titles["id"][6:9] == ["Wajib", "Tanggal wajib", "Sudah"]
    assert titles["en"][6:9] == ["Headcount", "Headcount date", "Signed"]
    assert (titles["id"][13], titles["en"][13]) == ("Baris untuk disalin", "Row to copy")


def test_excel_refuses_by_itself_what_is_surely_wrong():
    rules = opened(made()[0])["Angka"].data_validations.dataValidation
    assert {(str(rule.sqref), rule.type) for rule in rules} == {
        ("G5:G10", "whole"),
        ("H5:H10", "date"),
        ("I5:I10", "custom"),
        ("J5:J10", "list"),
        ("K5:K10", "list"),
    }
    assert all(rule.error and rule.showErrorMessage for rule in rules)


def test_excel_refuses_fractions_and_more_people_than_there_are():
    rules = opened(made()[0])["Angka"].data_validations.dataValidation
    (rule,) = [rule for rule in rules if rule.type == "custom"]
    assert rule.formula1 == (
        'OR(I5="withheld",I5="few",I5="nearly-all",IF(ISNUMBER(I5),'
        'AND(I5>=0,I5=INT(I5),OR(G5="",J5<>"persons",I5<=G5)),FALSE))'
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_rule_is_longer_than_excel_opens(lang):
    for rule in opened(made(lang)[0])["Angka"].data_validations.dataValidation:
        assert len(rule.formula1) <= 255
        assert len(rule.error) <= 225


def test_what_the_template_fills_in_is_locked_and_what_people_type_is_not():
    sheet = opened(made()[0])["Angka"]
    assert sheet.protection.sheet
    locked = {name for name, cell in zip(COLUMNS, sheet[5], strict=False) if cell.protection.locked}
    assert locked == {"round", "week", "unit", "pact_version", "method"}


def test_all_that_is_copied_stands_in_the_last_column():
    last = [opened(made()[0])["Angka"].cell(row, 14).value for row in range(1, 5)]
    assert last == [
        "Nama berkas di GitHub",
        "data/completion/instansi-rekaan.csv",
        "Baris untuk disalin",
        ",".join(COLUMNS),
    ]


def test_where_the_pact_is_not_on_record_its_first_version_is_proposed_and_can_be_changed():
    _, edition, contract = made()
    agency = edition.dataset.agencies[0]
    rounds = tuple(each.model_copy(update={"pact": None, "pact_version": None}) for each in agency.rounds)
    dataset = replace(edition.dataset, agencies=(agency.model_copy(update={"rounds": rounds}),))
    cell = opened(templates(replace(edition, dataset=dataset), contract))["Angka"]["D5"]
    assert (cell.value, cell.protection.locked) == ("1", False)


def test_units_have_rows_of_their_own_where_the_agency_wants_so():
    _, edition, contract = made()
    at = At(Place("x"), {}, {}, {})
    name = Text.model_validate({"@at": at, "id": "Dinas", "en": "Service"})
    units = tuple(Unit("instansi-rekaan", each, name, into, {}) for each, into in (("dinas", None), ("pos", "dinas")))
    agency = edition.dataset.agencies[0].model_copy(update={"units": True})
    dataset = replace(edition.dataset, units=units, agencies=(agency,))
    sheet = opened(templates(replace(edition, dataset=dataset), contract))["Angka"]
    assert [cell.value for cell in sheet["C"][4:8]] == ["all", "dinas", "all", "dinas"]


def test_the_same_day_gives_the_same_bytes_and_a_round_long_over_gives_none():
    assert made()[0] == made()[0]
    assert made(day="2024-09-22")[0] == {}


def test_the_first_template_comes_before_the_first_figure():
    loaded = load(GOOD)
    assert loaded.dataset.completion == ()
    _, edition, _ = made()
    assert list(templates(edition, loaded.contract)) == ["data/templat/instansi-rekaan.xlsx"]


def test_without_a_contract_there_is_no_template():
    _, edition, _ = made()
    assert templates(edition, None) == {}
