"""The same answers in the layout of each provider, as `scripts/netral/providers/` says where it was seen."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from openpyxl import Workbook
from tests.stats.people import Answer

Row = Sequence[object]
FIELDS = ("nama", "nip", "unit_kerja", "versi_pakta")
QUESTIONS = ("Nama lengkap", "NIP / NI PPPK", "Unit kerja", "Versi pakta")


def table(header: Row, rows: Sequence[Row], *, sign: str = ",", end: str = "\n", quoted: bool = False) -> str:
    out = io.StringIO()
    style = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=sign, lineterminator=end, quoting=style).writerows([header, *rows])
    return out.getvalue()


def workbook(path: Path, header: Row, rows: Sequence[Row]) -> Path:
    book = Workbook()
    for row in (header, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def said(each: Answer) -> tuple[str, str, str, str]:
    return (each.name, each.number, each.unit, each.version)


def clock12(moment: dt.datetime) -> str:
    return f"{moment:%Y/%m/%d} {moment.hour % 12 or 12}:{moment:%M:%S} {'AM' if moment.hour < 12 else 'PM'} GMT+7"


def utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)


def uuid(i: int) -> str:
    return str(UUID(int=i))


def google_forms(folder: Path, answers: Sequence[Answer]) -> Path:
    """The form's own CSV, of somebody whose Google speaks Indonesian: every text in quotes."""
    rows = [(clock12(a.sent), *said(a)) for a in answers]
    return text(folder / "google.csv", table(("Cap waktu", *QUESTIONS), rows, quoted=True))


def google_forms_english(folder: Path, answers: Sequence[Answer]) -> Path:
    rows = [(clock12(a.sent), *said(a)) for a in answers]
    return text(folder / "google-en.csv", table(("Timestamp", *QUESTIONS), rows, quoted=True))


def google_sheet(folder: Path, answers: Sequence[Answer]) -> Path:
    """The sheet below the form as CSV, its region Indonesia."""
    rows = [(f"{a.sent:%d/%m/%Y} {a.sent.hour}:{a.sent:%M:%S}", *said(a)) for a in answers]
    return text(folder / "lembar.csv", table(("Cap waktu", *QUESTIONS), rows, end="\r\n"))


def google_sheet_english(folder: Path, answers: Sequence[Answer]) -> Path:
    """The sheet as CSV, its region the United States."""
    rows = [(f"{a.sent.month}/{a.sent.day}/{a.sent:%Y} {a.sent.hour}:{a.sent:%M:%S}", *said(a)) for a in answers]
    return text(folder / "sheet.csv", table(("Timestamp", *QUESTIONS), rows, end="\r\n"))


def google_workbook(folder: Path, answers: Sequence[Answer]) -> Path:
    rows = [(a.sent.replace(tzinfo=None), *said(a)) for a in answers]
    return workbook(folder / "lembar.xlsx", ("Cap waktu", *QUESTIONS), rows)


def microsoft_forms(folder: Path, answers: Sequence[Answer]) -> Path:
    header = ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", *QUESTIONS)
    rows = []
    for i, a in enumerate(answers, 1):
        done = a.sent.replace(tzinfo=None)
        rows.append((i, done - dt.timedelta(minutes=3), done, "anonymous", None, None, *said(a)))
    return workbook(folder / "Pakta(1-30).xlsx", header, rows)


def kobotoolbox(folder: Path, answers: Sequence[Answer]) -> Path:
    """XML names as headers, the questions in a group."""
    system = ("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by")
    header = ("start", "end", *(f"data_diri/{field}" for field in FIELDS), *system, "__version__", "_tags", "_index")
    rows = []
    for i, a in enumerate(answers, 1):
        began, moment = a.sent.isoformat(timespec="milliseconds"), utc(a.sent).replace(tzinfo=None).isoformat()
        meta = (1000 + i, uuid(i), moment, "", "", "submitted_via_web", "", "vReKaAn", "", i)
        rows.append((began, began, *said(a), *meta))
    return text(folder / "kobo.csv", table(header, rows, sign=";", quoted=True))


def odk_central(folder: Path, answers: Sequence[Answer]) -> Path:
    """Groups are joined to their questions by a hyphen."""
    tail = ("KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status")
    fields = tuple(f"data_diri-{field}" for field in FIELDS)
    header = ("SubmissionDate", *fields, "meta-instanceID", *tail, "ReviewState", "DeviceID", "Edits", "FormVersion")
    rows = []
    for i, a in enumerate(answers, 1):
        moment = utc(a.sent).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
        key = f"uuid:{uuid(i)}"
        rows.append((moment, *said(a), key, key, "", "", 0, 0, "", "", "", 0, "2024090201"))
    return text(folder / "pakta.csv", table(header, rows))


def limesurvey(folder: Path, answers: Sequence[Answer]) -> Path:
    """Byte order mark, semicolons, every cell in quotes, CRLF, an empty line at the end; two answers never sent."""
    header = ("id", "submitdate", "lastpage", "startlanguage", "seed", "nama", "nip", "unitkerja", "versipakta")
    rows: list[Row] = [(i, f"{a.sent:%Y-%m-%d %H:%M:%S}", 1, "id", 99 + i, *said(a)) for i, a in enumerate(answers, 1)]
    rows.insert(2, (901, "", 1, "id", 5, "", "", "", ""))
    rows.append((902, "", 1, "id", 5, *said(answers[-1])))
    return text(
        folder / "results-survey.csv", table(header, rows, sign=";", end="\r\n", quoted=True) + "\r\n", "utf-8-sig"
    )


def nextcloud(folder: Path, answers: Sequence[Answer]) -> Path:
    """Byte order mark, ISO 8601 with the zone of whoever downloads, a guard before what might be a formula."""
    header = ("ID Pengguna", "User display name", "Timestamp", *QUESTIONS)
    rows = [("", "Anonymous user", a.sent.isoformat(), *said(a)) for a in answers]
    return text(folder / "formulir.csv", table(header, rows, quoted=True), "utf-8-sig")


def nextcloud_new(folder: Path, answers: Sequence[Answer]) -> Path:
    """With the number of the answer, and a second row of headers for programs."""
    header = ("Submission ID", "User ID", "User display name", "Timestamp", *QUESTIONS)
    second = ("submission_id", "user_id", "user_display_name", "timestamp", *(f"question-id-{i}" for i in range(4)))
    rows: list[Row] = [
        second,
        *((i, "", "Anonymous user", a.sent.isoformat(), *said(a)) for i, a in enumerate(answers)),
    ]
    return text(folder / "formulir-baru.csv", table(header, rows, quoted=True), "utf-8-sig")


def nextcloud_workbook(folder: Path, answers: Sequence[Answer]) -> Path:
    header = ("User ID", "User display name", "Timestamp", *QUESTIONS)
    return workbook(folder / "formulir.xlsx", header, [("", "-", a.sent.isoformat(), *said(a)) for a in answers])


Writer = Callable[[Path, Sequence[Answer]], Path]
#: Every layout with the word that `--from` takes for it.
LAYOUTS: tuple[tuple[str, Writer], ...] = (
    ("google-forms", google_forms),
    ("google-forms", google_forms_english),
    ("google-forms", google_sheet),
    ("google-forms", google_sheet_english),
    ("google-forms", google_workbook),
    ("microsoft-forms", microsoft_forms),
    ("kobotoolbox", kobotoolbox),
    ("odk-central", odk_central),
    ("limesurvey", limesurvey),
    ("nextcloud", nextcloud),
    ("nextcloud", nextcloud_new),
    ("nextcloud", nextcloud_workbook),
)
