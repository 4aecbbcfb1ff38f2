"""Invented people, answers and agencies for the measurements. Staff numbers are impossible: their serial is 000."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
MONDAY = dt.date(2024, 9, 16)
UNITS = 40
AGENCY = """
- id: {id}
  name: {{id: 'Kabupaten {id}', en: 'Regency {id}'}}
  level: kabupaten
  region_code: '00.00'
  region_code_sources: [sumber-rekaan]
  about: {{id: 'Kabupaten rekaan.', en: 'A made-up regency.'}}
  instruments: []
  sanctions_stated: []
  channels: []
  sources: [sumber-rekaan]
  confidence: low
  checked_on: 2024-09-01
  rounds:
    - id: {id}-2024
      name: {{id: 'Putaran {id}', en: 'Round {id}'}}
      elections: [pemilu-rekaan]
      pact: pakta-rekaan
      pact_version: '2'
      signing:
        opens: 2023-09-01
        deadline: 2024-12-31
        deadline_text: {{id: 'akhir tahun', en: 'the end of the year'}}
      must_sign: [pns, pppk]
      must_sign_text: {{id: 'Semua pegawai rekaan.', en: 'All made-up employees.'}}
      sources: [sumber-rekaan]
      confidence: low
"""


def number(i: int) -> str:
    """The staff number of the i-th person: different for each of the first ten million."""
    born = dt.date(1962, 1, 1) + dt.timedelta(days=i % 14_000)
    rest = i // 14_000
    return f"{born:%Y%m%d}{1990 + rest % 34}{1 + rest // 34 % 12:02}{1 + rest // 408 % 2}000"


def write_import(folder: Path, rows: int) -> None:
    """A roster of as many people as `rows`, and as many answers of nine in ten of them, some twice."""
    with (folder / "roster.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("NIP", "Nama", "Unit kerja"))
        writer.writerows((number(i), f"Rekaan Ke-{i}", f"Dinas Rekaan {i % UNITS}") for i in range(rows))
    start = dt.datetime(2024, 8, 1)  # noqa: DTZ001 (the form writes local times)
    people = rows * 9 // 10
    with (folder / "export.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(("Cap waktu", "Nama lengkap", "NIP", "Unit kerja", "Versi pakta"))
        for row in range(rows):
            i = row if row < people else (row * 7) % people
            sent = start + dt.timedelta(seconds=row * 4_000_000 // rows)
            stamp = f"{sent.day}/{sent.month:02}/{sent.year} {sent.hour}:{sent.minute:02}:{sent.second:02}"
            writer.writerow((stamp, f"Rekaan Ke-{i}", number(i), f"Dinas Rekaan {i % UNITS}", "2"))


def write_data(folder: Path, *, agencies: int, weeks: int) -> Path:
    """A data folder with invented agencies, each with that many weeks of figures that grow."""
    data = folder / "repo" / "data"
    shutil.copytree(ROOT / "tests" / "good", data)
    (folder / "repo" / "mkdocs.yml").touch()
    demo = data / "demo"
    (demo / "completion").mkdir(parents=True)
    ids = [f"rekaan-{n}" for n in range(agencies)]
    (demo / "agencies.yaml").write_text("".join(AGENCY.format(id=each) for each in ids), encoding="utf-8")
    first = MONDAY - dt.timedelta(weeks=weeks - 1)
    for n, each in enumerate(ids):
        if not weeks:
            break
        headcount = 1_000 + 37 * n
        with (demo / "completion" / f"{each}.csv").open("w", encoding="utf-8", newline="") as out:
            out.write("round,week,unit,pact_version,method,revision,headcount,headcount_date,signed,counted,")
            out.write("status,confirmed_by,note\n")
            for week in range(weeks):
                monday = first + dt.timedelta(weeks=week)
                signed = headcount * (week + 1) // (weeks + 1)
                out.write(
                    f"{each}-2024,{monday},all,2,any,1,{headcount},{first},{signed},persons,final,Kantor Rekaan,\n"
                )
    return data
