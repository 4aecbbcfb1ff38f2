"""Imports that go wrong: one for each variant of each code, as changes to the desk of `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from tests.stats import layouts
from tests.stats.people import PEOPLE, UNITS, answers, person, roster_text

Change = Callable[[Path], None]
HEADER = "Cap waktu,Nama lengkap,NIP,Unit kerja,Versi pakta\n"
NAMES_ONLY = "- id: uji\n  extends: google-forms\n  fields: {number: null}\n"


def nothing(_: Path) -> None:
    """Leave the desk as it is."""


@dataclass(frozen=True)
class Case:
    """What is different: files written anew, options given, whether the agency has units."""

    change: Change = nothing
    options: dict[str, str] = field(default_factory=dict)
    units: bool = False
    export: str = "google.csv"


def files(**contents: str) -> Change:
    """Write files: `pegawai_csv` is pegawai.csv."""

    def change(folder: Path) -> None:
        for name, content in contents.items():
            (folder / name.replace("_", ".")).write_bytes(content.encode())

    return change


def google(folder: Path) -> str:
    return (folder / "google.csv").read_text(encoding="utf-8")


def edited(old: str, new: str, count: int = -1, name: str = "google.csv") -> Change:
    """Replace a text in a file; it must be there."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_bytes(text.replace(old, new, count).encode())

    return change


def row(*, number: str = PEOPLE[0].number, name: str = "Rekaan", unit: str = UNITS[0], time: str = "") -> str:
    return f"{time or '16/09/2024 9:41:05'},{name},{number},{unit},2\n"


def sheet(*rows: tuple[object, ...]) -> Change:
    def change(folder: Path) -> None:
        book = Workbook()
        book.active.title = "Jawaban 1"
        for each in rows:
            book.active.append(each)
        book.save(folder / "jawaban.xlsx")

    return change


def broken_book(folder: Path) -> None:
    (folder / "jawaban.xlsx").write_bytes(b"PK\x03\x04 no workbook")


def odd_letters(folder: Path) -> None:
    (folder / "google.csv").write_bytes(google(folder).encode() + b"\xe9\n")


def mapping(text: str) -> Case:
    return Case(files(peta_yaml=text), {"from": "peta.yaml"})


def mapped(fields: str) -> str:
    return f"- id: uji\n  extends: google-forms\n  fields: {{{fields}}}\n"


def by_name(change: Change = nothing, *, units: bool = False) -> Case:
    def both(folder: Path) -> None:
        files(peta_yaml=NAMES_ONLY)(folder)
        change(folder)

    return Case(both, {"from": "peta.yaml"}, units)


def saved_by_excel(folder: Path) -> None:
    export = layouts.odk_central(folder, answers())
    export.write_bytes(export.read_bytes().replace(b",", b";"))


COUNTS = "Unit kerja;Jumlah\n" + "".join(f"{unit};{number}\n" for unit, number in zip(UNITS, (14, 13, 13), strict=True))
TWINS = roster_text() + f"{person(99).number},{PEOPLE[1].name},{PEOPLE[1].unit}\n"

CASES: dict[str, Case] = {
    "I001-missing": Case(export="tidak-ada.csv"),
    "I001-folder": Case(lambda folder: (folder / "map.csv").mkdir(), export="map.csv"),
    "I001-encoding": Case(odd_letters),
    "I001-quotes": Case(files(google_csv=HEADER + row() + row(name='"Rekaan'))),
    "I001-workbook": Case(broken_book, export="jawaban.xlsx"),
    "I001-empty": Case(files(google_csv="")),
    "I001-empty-roster": Case(files(pegawai_csv="NIP,Nama\n")),
    "I001-empty-workbook": Case(sheet((None,)), export="jawaban.xlsx"),
    "I002": Case(files(google_csv="Rekaan Satu,Rekaan Dua\n1,2\n")),
    "I002-likely": Case(options={"from": "nextcloud"}),
    "I002-spreadsheet": Case(saved_by_excel, {"from": "odk-central"}, export="pakta.csv"),
    "I002-kind": Case(
        files(ms_csv="ID,Start time,Completion time,Email,Name\n"), {"from": "microsoft-forms"}, export="ms.csv"
    ),
    "I003": mapping(mapped("number: [Nomor], name: [Panggilan], unit: [Bagian], version: [Naskah]")),
    "I003-time": mapping(mapped("name: null") + "  time: [{column: Waktu, formats: [iso]}]\n"),
    "I003-twice": Case(edited("Nama lengkap", "nip")),
    "I004": Case(files(google_csv=HEADER + "16/09/2024 9:41:05,Rekaan\n" + row() + row().strip() + ",lagi\n")),
    "I004-roster": Case(files(pegawai_csv=roster_text() + "sepotong\n")),
    "I005": Case(files(google_csv=HEADER + row(time="9/16/2024 9:41:05") + row(time="besok"))),
    "I005-blank": Case(files(google_csv=HEADER + row(time=" "))),
    "I005-future": Case(files(google_csv=HEADER + row(time="09/10/2024 9:41:05"))),
    "I006": Case(
        files(
            google_csv=HEADER + row(number="1.99001E+17") + row(number='"1,99E+17"') + row(number="199001012015041 ooo")
        )
    ),
    "I006-real": Case(options={"agency": "instansi-rekaan", "round": "putaran-rekaan"}),
    "I006-workbook": Case(
        sheet(tuple(HEADER.strip().split(",")), ("16/09/2024 9:41:05", "Rekaan", 1.99001012015041e17, UNITS[0], 2)),
        export="jawaban.xlsx",
    ),
    "I007": Case(files(google_csv=HEADER + row() + row(number="1990") + row(number="") + row(number="NIP saya"))),
    "I007-name": by_name(files(google_csv=HEADER + row(name="") + row(name=PEOPLE[1].name, unit=PEOPLE[1].unit))),
    "I008": Case(files(google_csv=HEADER + row() * 15)),
    "I008-submissions": by_name(files(google_csv=HEADER + row(name=PEOPLE[1].name, unit=PEOPLE[1].unit) * 2)),
    "I009": Case(files(google_csv=HEADER + row() + row(number=person(77).number))),
    "I010": Case(files(google_csv=HEADER + row(time="21/09/2024 9:41:05"))),
    "I011": Case(files(google_csv=HEADER + row() + row(number=PEOPLE[1].number).replace(",2\n", ",1\n"))),
    "I011-digest": Case(
        files(google_csv=HEADER + row() + row(number=PEOPLE[1].number).replace(",2\n", ",2 (0123456789ab)\n"))
    ),
    "I012": Case(files(google_csv=HEADER + row(time="01/09/2024 9:41:05"))),
    "I013": by_name(
        files(
            pegawai_csv=COUNTS,
            google_csv=HEADER + row() + row(unit="Dinas Rekaan Batuu", name="Lain") + row(unit="Entah", name="Lagi"),
        ),
        units=True,
    ),
    "I014-number": Case(files(pegawai_csv="Nama;Pegawai Ke\nRekaan;1\n")),
    "I014-name": by_name(files(pegawai_csv="NIP\n1\n")),
    "I014-unit": Case(files(pegawai_csv="NIP,Nama\n1,2\n"), units=True),
    "I014-twice": Case(files(pegawai_csv="NIP,NIP Baru,Nama\n1,2,3\n")),
    "I015": Case(files(pegawai_csv=roster_text() + ",Tanpa Nomor,Kantor Rekaan\n4321,Pendek,Kantor Rekaan\n")),
    "I015-name": by_name(files(pegawai_csv=roster_text() + f"{person(99).number},,Kantor Rekaan\n")),
    "I015-headcount": Case(files(pegawai_csv=COUNTS + "Dinas Rekaan Api;1.200\nDinas Rekaan Asap;-\n")),
    "I016": Case(files(pegawai_csv=roster_text() + roster_text().partition("\n")[2])),
    "I017": by_name(files(pegawai_csv=TWINS)),
    "I018": Case(
        files(
            pegawai_csv=roster_text().replace("Kantor Rekaan", "Kantor Rekaann", 2).replace(UNITS[0], "Entah", 1)
            + f"{person(99).number},Tanpa Unit,\n"
        ),
        units=True,
    ),
    "I019-extends": mapping("- id: uji\n  extends: google-form\n"),
    "I019-one": mapping("- id: uji\n  extends: pakta\n- id: lagi\n  extends: pakta\n"),
    "I019": mapping(
        "- id: uji\n  delimiters: ['||']\n  fields: {number: null, name: [Nama]}\n"
        "  time: [{column: Waktu, formats: ['%d/%m', '%Q'], zone: Asia/Jakrta}]\n"
    ),
    "I019-time": mapping("- id: uji\n  fields: {number: [NIP]}\n"),
    "K001-mapping": mapping("- id: uji\n  extends: google-forms\n  kolom: [NIP]\n"),
}
