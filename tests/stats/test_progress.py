"""Long files tell how far they are, on the side; the measurements of `benchmarks/` run on small ones."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.stats.people import secrets

from netral.stats import counting

ROOT = Path(__file__).parents[2]


def test_a_long_file_tells_how_far_it_is(desk, monkeypatch):
    monkeypatch.setattr(counting, "STEP", 10)
    code, out, err = desk.run()
    assert code == 0
    assert err.splitlines() == [f"google.csv: {rows} baris dibaca" for rows in (10, 20, 30)]
    assert "baris dibaca dari" in out
    assert [secret for secret in secrets() if secret in err] == []


@pytest.mark.parametrize(("program", "sizes"), [("import_million.py", ["1000"]), ("check_650.py", ["3", "4"])])
def test_the_measurements_run(program, sizes):
    ran = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / program, *sizes], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "ratio" in ran.stdout
    assert "plain csv + dict" in ran.stdout
