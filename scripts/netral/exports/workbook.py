"""The template of an agency's weekly figures, as an Excel workbook that writes its own CSV rows.

For somebody who has Excel and a browser only: one row per week of a round, yellow cells to fill in. All that is copied
stands in the last column, from top to bottom: the file's name at the host, its first line, and the finished rows.
`netral check FILE.xlsx` reads it back (see `netral.load.workbook`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from netral import asof, weeks
from netral.addresses import template_path
from netral.catalogue import Labels
from netral.exports.spreadsheet import file_of
from netral.load.contract import Contract
from netral.load.workbook import AGENCY_SHEET, SHEET
from netral.model.agency import Agency, Round
from netral.model.completion import COLUMNS, WHOLE, Mark
from netral.pages.page import Edition

__all__ = ["templates"]

#: Row of the column names; the rows above explain the sheet.
_HEAD = 4
_YELLOW = PatternFill("solid", fgColor="FFF4C2")
_GREY = PatternFill("solid", fgColor="ECEFF1")
_WIDTHS = {"round": 24, "week": 12, "headcount_date": 14, "confirmed_by": 30, "note": 40}
#: What the first text is called by an agency whose pact is not on record yet.
_FIRST_VERSION = "1"
#: A round whose first or last day nobody states gets this many weeks before or after the day that is known.
_WEEKS = 26
_DAY = "yyyy-mm-dd"


def templates(edition: Edition, contract: Contract | None) -> dict[str, bytes]:
    """path -> workbook, for every agency that has a round whose figures may still come in."""
    if contract is None:
        return {}
    found = {}
    for agency in edition.dataset.agencies:
        rounds = asof.awaited_rounds(edition.dataset, agency, edition.day)
        if rounds:
            found[template_path(agency.id)] = file_of(_book(edition, agency, rounds, contract), edition.day)
    return found


def _mondays(round_: Round) -> Iterator[dt.date]:
    signing = round_.signing
    # Where neither end is known, weeks begin with the first in which a source shows people signing.
    opens, deadline = signing.opens or (None if signing.deadline else signing.running), signing.deadline
    span = weeks.WEEK * _WEEKS
    first = opens.first if opens else deadline.last - span if deadline else None
    last = deadline.last if deadline else opens.first + span if opens else None
    if first is None or last is None:
        return
    week = weeks.monday_of(first)
    while week <= last:
        yield week
        week += weeks.WEEK


def _book(edition: Edition, agency: Agency, rounds: list[Round], contract: Contract) -> Workbook:
    say = edition.say
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet["A1"] = say("workbook.title", agency=getattr(agency.name, edition.lang))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = say("workbook.how", copy=say("workbook.copy"))
    title = "title" if edition.lang == "id" else "title_en"
    for number, name in enumerate((*COLUMNS, ""), 1):
        letter = get_column_letter(number)
        words = contract.field("completion", name)[title] if name else say("workbook.copy")
        for row, text in ((_HEAD - 1, words), (_HEAD, name or ",".join(COLUMNS))):
            top = sheet.cell(row, number, text)
            top.font, top.fill = Font(bold=row < _HEAD, color="555555" if row == _HEAD else "000000"), _GREY
            top.alignment = Alignment(wrap_text=bool(name), vertical="top")
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 13) if name else 90
    last = len(COLUMNS) + 1
    sheet.cell(1, last, say("workbook.file")).font = Font(bold=True)
    sheet.cell(2, last, f"data/completion/{agency.id}.csv")
    units = [WHOLE]
    if agency.units:
        units += [u.id for u in edition.dataset.units if u.agency == agency.id and u.merged_into is None]
    row = _HEAD
    for round_ in rounds:
        for week in _mondays(round_):
            for unit in units:
                row += 1
                _fill(sheet, row, round_, week, unit)
    if row > _HEAD:
        _rules(sheet, row, say)
    sheet.freeze_panes = f"{get_column_letter(COLUMNS.index('headcount') + 1)}{_HEAD + 1}"
    sheet.protection.sheet = True
    owner = book.create_sheet(AGENCY_SHEET)
    owner.append([agency.id])
    owner.sheet_state = "hidden"
    return book


def _fill(sheet: Worksheet, row: int, round_: Round, week: dt.date, unit: str) -> None:
    values: dict[str, str | int | dt.date] = {
        "round": round_.id,
        "week": week,
        "unit": unit,
        "pact_version": round_.pact_version or _FIRST_VERSION,
        "method": "any",
        "revision": 1,
        "counted": "persons",
        "status": "provisional",
    }
    for number, name in enumerate(COLUMNS, 1):
        cell = sheet.cell(row, number)
        if name in values:
            cell.value = values[name]
        if name in {"week", "headcount_date"}:
            cell.number_format = _DAY
        if number > COLUMNS.index("revision") or (name == "pact_version" and round_.pact_version is None):
            cell.protection = Protection(locked=False)
            cell.fill = _YELLOW
    sheet.cell(row, len(COLUMNS) + 1, _csv_formula(row)).alignment = Alignment(wrap_text=False)


def _csv_formula(row: int) -> str:
    """A formula that puts the row's cells together as a row of CSV.

    Without functions that older Excel does not know, and without formats of dates, which differ between its languages.
    """
    at = {name: f"{get_column_letter(number)}{row}" for number, name in enumerate(COLUMNS, 1)}

    def day(name: str) -> str:
        cell = at[name]
        written = f'YEAR({cell})&"-"&RIGHT("0"&MONTH({cell}),2)&"-"&RIGHT("0"&DAY({cell}),2)'
        return f'IF({cell}="","",{written})'

    def quoted(name: str) -> str:
        cell = at[name]
        # A cell that holds a line break is copied by Excel with quotes of its own around it: one cell, not a row.
        one_line = f'SUBSTITUTE({cell},CHAR(10)," ")'
        return f'IF({cell}="","",""""&SUBSTITUTE({one_line},"""","""""")&"""")'

    parts = [
        day(name)
        if name in {"week", "headcount_date"}
        else quoted(name)
        if name in {"confirmed_by", "note"}
        else at[name]
        for name in COLUMNS
    ]
    empty = f'AND({at["headcount"]}="",{at["signed"]}="",{at["note"]}="")'
    return f'=IF({empty},"",' + '&","&'.join(parts) + ")"


def _count(signed: str, headcount: str, counted: str) -> str:
    """A condition of Excel: a whole number, and no more people than there are."""
    fits = f'OR({headcount}="",{counted}<>"persons",{signed}<={headcount})'
    return f"IF(ISNUMBER({signed}),AND({signed}>=0,{signed}=INT({signed}),{fits}),FALSE)"


def _rules(sheet: Worksheet, last: int, say: Labels) -> None:
    """What Excel itself refuses while somebody types."""
    rows = {
        name: f"{get_column_letter(n)}{_HEAD + 1}:{get_column_letter(n)}{last}" for n, name in enumerate(COLUMNS, 1)
    }
    first = {name: area.split(":")[0] for name, area in rows.items()}
    marks = ",".join(f'{first["signed"]}="{mark}"' for mark in Mark)
    number = _count(first["signed"], first["headcount"], first["counted"])
    rules = {
        "headcount": DataValidation("whole", operator="greaterThan", formula1="0", allow_blank=True),
        "headcount_date": DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True),
        "signed": DataValidation("custom", formula1=f"OR({marks},{number})", allow_blank=True),
        "counted": DataValidation("list", formula1='"persons,submissions"'),
        "status": DataValidation("list", formula1='"provisional,final,corrected"'),
    }
    for name, rule in rules.items():
        rule.showErrorMessage = True
        rule.errorTitle = say("workbook.wrong")
        rule.error = say(f"workbook.rule.{name}")
        rule.add(rows[name])
        sheet.add_data_validation(rule)
