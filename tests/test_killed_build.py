"""A build killed at any moment leaves a whole site, the old one or the new, and the next build works."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import FEW_CODES, SUB_URL, build_small, built_once, manifest

from netral import assemble

#: The day of the build that is killed; the site that stands before is TODAY's.
DAY = "2024-01-02"
COMMAND = ("--site-url", SUB_URL, "--out", "site", "--as-of")
KILLS = 13
SWAPS = 30
#: Seconds after which a build that writes nothing is taken to hang.
PATIENCE = 120

Content = dict[str, bytes]


@dataclass(frozen=True)
class Bench:
    """A small project, both its sites whole, and how long a build takes."""

    project: Path
    old: Content
    new: Content
    seconds: float


@pytest.fixture
def bench(shared: Path, sub_path_site: Path, tmp_path: Path) -> Bench:
    def build(folder: Path) -> Path:
        shutil.copytree(sub_path_site.parent, folder)
        start = time.monotonic()
        ran = build_small(*COMMAND, DAY, cwd=folder)
        assert ran.code == 0, ran.out + ran.err
        (folder / "seconds").write_text(str(time.monotonic() - start), encoding="utf-8")
        return folder / "site"

    built = built_once(shared, "day", build)
    old, new = manifest(sub_path_site), manifest(built)
    assert old.keys() == new.keys()
    assert old != new
    shutil.copytree(sub_path_site.parent, tmp_path / "project")
    seconds = float((built.parent / "seconds").read_text(encoding="utf-8"))
    return Bench(tmp_path / "project", old, new, seconds)


def put_back(bench: Bench, sub_path_site: Path) -> None:
    """The old site stands again."""
    shutil.rmtree(bench.project / "site")
    shutil.copytree(sub_path_site, bench.project / "site")


def differing(one: Content, other: Content) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def broken(found: Content, bench: Bench) -> list[str]:
    """Where a site is neither the old one nor the new: the files in which it is not the new."""
    return [] if found in (bench.old, bench.new) else differing(found, bench.new)


@contextlib.contextmanager
def running(project: Path, day: str) -> Iterator[subprocess.Popen[bytes]]:
    """A build at work, in a group of processes of its own; nothing of it is left afterwards."""
    process = subprocess.Popen(
        (*FEW_CODES, "build", *COMMAND, day),
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill_group(process.pid)
        process.wait()


def kill_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


@pytest.mark.parametrize(
    ("generators_too", "kills"),
    [
        pytest.param(True, 4, id="all"),
        pytest.param(True, KILLS, id="all-often", marks=pytest.mark.full),
        pytest.param(False, KILLS, id="netral-alone", marks=pytest.mark.full),
    ],
)
def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    *, generators_too: bool, kills: int, bench: Bench, sub_path_site: Path
) -> None:
    outcomes = []
    for number in range(kills):
        delay = bench.seconds * 1.05 * (number + random.Random(number).random()) / kills
        with running(bench.project, DAY) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(delay)
            process.kill()
            if generators_too:
                kill_group(process.pid)
            process.wait()
            found = manifest(bench.project / "site")
            assert not broken(found, bench), f"killed after {delay:.3f} s of {bench.seconds:.3f} s"
        outcomes.append(found == bench.new)
        if outcomes[-1]:
            put_back(bench, sub_path_site)
    assert not all(outcomes)
    ran = build_small(*COMMAND, DAY, cwd=bench.project)
    assert ran.code == 0, ran.out + ran.err
    assert differing(manifest(bench.project / "site"), bench.new) == []
    assert [path.name for path in bench.project.iterdir() if path.name.startswith(".site")] == []
    assert sorted(path.name for path in (bench.project / "build").iterdir()) == [
        "en",
        "id",
        "mkdocs.en.yml",
        "mkdocs.yml",
        "typeset",
    ]


def written_since(project: Path, moment: float) -> int:
    """How many pages the generators have written since."""
    pages = (Path(folder) / "index.html" for folder, _, names in os.walk(project / "build") if "index.html" in names)
    count = 0
    for path in pages:
        with contextlib.suppress(FileNotFoundError):
            count += path.stat().st_mtime > moment
    return count


def wait_for_pages(project: Path, moment: float, count: int) -> None:
    end = time.monotonic() + PATIENCE
    while written_since(project, moment) < count:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_build_beside_the_generators_of_a_killed_one_is_not_mixed_with_theirs(bench: Bench) -> None:
    """Somebody kills a build that hangs and starts another; the old generators wake up in the midst of the new ones."""
    with running(bench.project, "2024-01-03") as old:
        wait_for_pages(bench.project, 0, 5)
        os.killpg(old.pid, signal.SIGSTOP)
        old.kill()
        old.wait()
        moment = time.time()
        with running(bench.project, DAY) as new:
            wait_for_pages(bench.project, moment, 20)
            os.killpg(old.pid, signal.SIGCONT)
            assert new.wait() == 0
    assert differing(manifest(bench.project / "site"), bench.new) == []


#: Starts a process for each line that it is given, tells its number, and when it has ended. That process swaps two
#: sites until it is killed. It is forked: a program of its own would take longer to start than it lives.
LOOP = """
import os, shutil, sys
from pathlib import Path
from netral import assemble

def swap_for_ever(base):
    out = base / "site"
    assemble.recover(out)
    os.write(1, b"%d\\n" % os.getpid())
    number = 0
    while True:
        number += 1
        staging = base / f".site.{number}"
        shutil.copytree(base / ("one", "two")[number % 2], staging / "site")
        assemble.swap(staging / "site", out)
        shutil.rmtree(staging)

if sys.argv[2] == "renames":
    assemble._exchange = lambda one, other: False
while sys.stdin.readline():
    child = os.fork()
    if child == 0:
        try:
            swap_for_ever(Path(sys.argv[1]))
        finally:
            os._exit(1)
    os.write(1, b"%d\\n" % os.WTERMSIG(os.waitpid(child, 0)[1]))
"""


@contextlib.contextmanager
def swapper(base: Path, how: str) -> Iterator[Callable[..., None]]:
    """`kill_after(seconds)`: a process swaps sites in `base` and is killed so long after its beginning.

    `meanwhile` lets that time pass.
    """
    command = [sys.executable, "-c", LOOP, str(base), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        asked, told = process.stdin, process.stdout
        assert asked is not None
        assert told is not None

        def kill_after(seconds: float, meanwhile: Callable[[float], object] = time.sleep) -> None:
            asked.write("\n")
            asked.flush()
            swapping = int(told.readline())
            meanwhile(seconds)
            os.kill(swapping, signal.SIGKILL)
            assert int(told.readline()) == signal.SIGKILL

        yield kill_after
        asked.close()
        assert process.wait() == 0


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Two small sites, and one of them in place."""
    for name in ("one", "two"):
        for number in range(40):
            path = tmp_path / name / f"halaman-{number % 7}" / f"{number}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{name} {number}", encoding="utf-8")
    shutil.copytree(tmp_path / "one", tmp_path / "site")
    return tmp_path


def test_a_swap_killed_at_random_leaves_a_whole_site(base: Path) -> None:
    """Where folders can be exchanged in one step, the site is whole at every moment."""
    wholes = [manifest(base / "one"), manifest(base / "two")]
    looks = {True: 0, False: 0}

    def watch(seconds: float) -> None:
        """Look again and again: between two renames there is no site, if only for a moment that few kills hit."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            looks[(base / "site").exists()] += 1

    with swapper(base, "exchange") as kill_after:
        for number in range(SWAPS):
            kill_after(random.Random(number).uniform(0, 0.03), watch)
            assert manifest(base / "site") in wholes
        kill_after(1, watch)
    assert looks[True] > SWAPS
    assert looks[False] == 0
    assemble.recover(base / "site")
    assert sorted(path.name for path in base.iterdir()) == ["one", "site", "two"]


def test_a_swap_without_exchange_is_put_right_by_the_next_build(base: Path) -> None:
    """Elsewhere two renames stand for it; should a kill fall between them, `recover` puts the old site back."""
    wholes = [manifest(base / "one"), manifest(base / "two")]
    out = base / "site"
    with swapper(base, "renames") as kill_after:
        for number in range(SWAPS):
            kill_after(random.Random(number).uniform(0, 0.03))
            assert not out.exists() or manifest(out) in wholes
            assemble.recover(out)
            assert manifest(out) in wholes
            assert sorted(path.name for path in base.iterdir()) == ["one", "site", "two"]


@pytest.mark.parametrize("moment", [0, 1, 2])
def test_recover_puts_right_each_moment_of_a_swap_by_renames(moment: int, base: Path) -> None:
    out, aside, staging = base / "site", base / ".site.old", base / ".site.baru"
    shutil.copytree(base / "two", staging / "site")
    if moment >= 1:
        out.rename(aside)
    if moment >= 2:
        (staging / "site").rename(out)
    assemble.recover(out)
    assert manifest(out) == manifest(base / ("two" if moment == 2 else "one"))
    assert sorted(path.name for path in base.iterdir()) == ["one", "site", "two"]


def test_the_first_site_is_put_in_place_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "index.html").write_text("depan", encoding="utf-8")
    assemble.swap(tmp_path / "baru", tmp_path / "site")
    assert manifest(tmp_path / "site") == {"index.html": b"depan"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
