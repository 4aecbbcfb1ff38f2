"""A published project with one made-up regency, and beside it a private folder, in which the tests run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.stats import layouts
from tests.stats.people import TODAY, UNITS, answers, roster_text

from netral.cli import main

ROOT = Path(__file__).parents[2]
AGENCY = """\
- id: kabupaten-demo
  name: {id: 'Kabupaten Uji (rekaan)', en: 'Test Regency (made up)'}
  level: kabupaten
  region_code: '00.00'
  region_code_sources: [sumber-rekaan]
  about: {id: 'Kabupaten rekaan.', en: 'A made-up regency.'}
  instruments: []
  sanctions_stated: []
  channels: []
  units: UNITS
  sources: [sumber-rekaan]
  confidence: low
  checked_on: 2024-09-01
  rounds:
    - id: kabupaten-demo-2024
      name: {id: 'Putaran uji', en: 'Test round'}
      elections: [pemilu-rekaan]
      pact: pakta-rekaan
      pact_version: '2'
      signing:
        opens: 2024-09-02
        deadline: 2024-09-20
        deadline_text: {id: 'tanggal 20', en: 'the 20th'}
      must_sign: [pns, pppk]
      must_sign_text: {id: 'Semua pegawai rekaan.', en: 'All made-up employees.'}
      sources: [sumber-rekaan]
      confidence: low
"""
UNITS_CSV = "id,name_id,name_en,merged_into\n" + "".join(
    f"{name.lower().replace(' ', '-')},{name},Made-up {name},\n" for name in UNITS
)


@dataclass(frozen=True)
class Desk:
    """Where the private data are, and the published data beside it."""

    private: Path
    data: Path
    capture: pytest.CaptureFixture[str]

    @property
    def target(self) -> Path:
        return self.data / "demo" / "completion" / "kabupaten-demo.csv"

    def run(self, *exports: object, **options: object) -> tuple[int, str, str]:
        """`netral stats import` with the usual options; one given as None is left out."""
        words = {
            "agency": "kabupaten-demo",
            "round": "kabupaten-demo-2024",
            "from": "google-forms",
            "roster": "pegawai.csv",
            "week": "2024-09-16",
            "data": self.data.as_posix(),
            "confirmed-by": "Kantor Rekaan",
            "as-of": TODAY,
            "lang": "id",
        } | {name.rstrip("_").replace("_", "-"): value for name, value in options.items()}
        arguments = [word for name, value in words.items() if value is not None for word in (f"--{name}", str(value))]
        code = main(["stats", "import", *map(str, exports or ("google.csv",)), *arguments])
        out, err = self.capture.readouterr()
        return code, out, err


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """An agency without units."""
    return make_desk(tmp_path, monkeypatch, capsys, units=False)


@pytest.fixture
def desk_with_units(tmp_path, monkeypatch, capsys):
    """The same with figures of its three units."""
    return make_desk(tmp_path, monkeypatch, capsys, units=True)


def make_desk(tmp_path, monkeypatch, capsys, *, units):
    repository, private = tmp_path / "repo", tmp_path / "private"
    data = repository / "data"
    shutil.copytree(ROOT / "tests" / "good", data)
    (repository / "mkdocs.yml").touch()
    (data / "demo").mkdir()
    (data / "demo" / "agencies.yaml").write_text(AGENCY.replace("UNITS", str(units).lower()), encoding="utf-8")
    if units:
        (data / "demo" / "units").mkdir()
        (data / "demo" / "units" / "kabupaten-demo.csv").write_bytes(UNITS_CSV.encode())
    private.mkdir()
    (private / "pegawai.csv").write_bytes(roster_text().encode())
    layouts.google_forms(private, answers())
    monkeypatch.chdir(private)
    return Desk(private, Path("..") / "repo" / "data", capsys)
