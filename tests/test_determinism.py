"""The same input and the same day give the same bytes, wherever, whenever and by whomever a site is built."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from tests.conftest import FEW_CODES, SUB_URL, TODAY, copy_project, manifest, netral

from netral.clock import as_of_day

#: What may differ between two machines and must not be seen in a site. The first build has PYTHONHASHSEED=1.
ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "NETRAL_LANG": "en"}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one of two sites has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def some_typeset(known: Path, store: Path) -> None:
    """Put into `store` what was typeset before, but for every fifth poster and picture: those are typeset anew."""
    shutil.copytree(known, store)
    for kind in (b"%PDF", b"\x89PNG"):
        of_kind = [path for path in sorted(store.iterdir()) if path.read_bytes().partition(b"\n")[2].startswith(kind)]
        assert len(of_kind) > 10
        for path in of_kind[::5]:
            path.unlink()


@pytest.mark.parametrize("typeset", ["some", pytest.param("all", marks=pytest.mark.full)])
def test_two_builds_in_two_folders_are_equal_byte_for_byte(typeset: str, site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "a folder with spaces" / "proyek")
    for number, path in enumerate(sorted(project.rglob("*"))):
        os.utime(path, (number, number))
    if typeset == "some":
        some_typeset(site.parent / "build" / "typeset", project / "build" / "typeset")
    ran = netral("build", "--demo", "--as-of", TODAY, "--out", "dist/public", cwd=project, env=ELSEWHERE)
    assert ran.code == 0, ran.out + ran.err
    first, second = manifest(site), manifest(project / "dist" / "public")
    assert len(first) > 300
    assert differing(first, second) == []
    kept = [{path.name for path in (each / "build" / "typeset").iterdir()} for each in (site.parent, project)]
    assert kept[0] == kept[1]


def test_what_an_earlier_build_left_behind_changes_nothing(sub_path_site: Path, tmp_path: Path) -> None:
    """Stray, spoilt and missing files of the build folder and the old site leave no trace in the new one.

    The day comes from SOURCE_DATE_EPOCH: the beginning of TODAY in Jakarta, still the day before in Greenwich.
    """
    project = tmp_path / "project"
    shutil.copytree(sub_path_site.parent, project)
    stray = (
        "build/id/nyasar/index.md",
        "build/en/nyasar.md",
        "build/html-old/id/nyasar/index.html",
        "site/nyasar.html",
    )
    for name in stray:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("nyasar", encoding="utf-8")
    (project / "build/id/sanksi/index.md").write_text("rusak", encoding="utf-8")
    (project / "build/en/index.md").unlink()
    shutil.rmtree(project / "site/en")
    env = {"SOURCE_DATE_EPOCH": "1795280400", "TZ": "America/New_York"}
    ran = netral("build", "--site-url", SUB_URL, "--out", "site", cwd=project, env=env, program=FEW_CODES)
    assert ran.code == 0, ran.out + ran.err
    assert differing(manifest(sub_path_site), manifest(project / "site")) == []


@pytest.mark.parametrize(
    ("option", "epoch", "now", "day"),
    [
        (None, "1795280400", "2030-01-01T00:00:00+00:00", "2026-11-22"),
        (None, "1795280399", "2030-01-01T00:00:00+00:00", "2026-11-21"),
        ("2024-02-29", "1795280400", "2030-01-01T00:00:00+00:00", "2024-02-29"),
        (None, None, "2026-11-21T16:59:59+00:00", "2026-11-21"),
        (None, None, "2026-11-21T17:00:00+00:00", "2026-11-22"),
        (None, "", "2026-11-21T17:00:00+00:00", "2026-11-22"),
    ],
)
def test_days_are_days_of_jakarta(option: str | None, epoch: str | None, now: str, day: str) -> None:
    environment = {} if epoch is None else {"SOURCE_DATE_EPOCH": epoch}
    assert as_of_day(option, environment, dt.datetime.fromisoformat(now)).isoformat() == day


@pytest.mark.parametrize("option", ["2024-02-30", "20240229", "2024-W09-4", "hari ini", "2024-2-29", ""])
def test_what_is_no_day_is_refused(option: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        as_of_day(option, {}, dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
