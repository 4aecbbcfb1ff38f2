"""What several test folders share: this checkout's data, throw-away projects, and the real site, built once a run."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from netral.cli import main
from netral.cli.check import Checked, checked
from netral.load import load
from netral.model.dataset import Dataset

ROOT = Path(__file__).parents[1]
#: The day every test takes as today, unless it is about another day.
TODAY = "2026-11-22"
#: Where the small site is said to be published.
SUB_URL = "https://contoh.example/sub/path/"
#: What a build reads, beside the package itself.
THEME = Path("scripts/netral/theme")


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


#: How the command is started: as itself, and as one that makes few of the pages of problem codes.
NETRAL = (sys.executable, "-m", "netral")
FEW_CODES = (sys.executable, str(ROOT / "tests" / "few_codes.py"))


def netral(
    *arguments: object, cwd: Path, env: Mapping[str, str] | None = None, program: tuple[str, ...] = NETRAL
) -> Ran:
    """Run the command `netral` in the folder `cwd`."""
    done = subprocess.run(
        [*program, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | (env or {}),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def build_small(*arguments: object, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """Build the site of a small project, as of TODAY unless the arguments say otherwise, in the folder `site`."""
    return netral("build", "--as-of", TODAY, "--out", "site", *arguments, cwd=cwd, env=env, program=FEW_CODES)


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """The command `netral` run in this process, called as `netral` is: where it is no matter that it is a program."""

    def run(*arguments: object, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
        monkeypatch.chdir(cwd)
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in this process look through the data when the first is called; the next tell again what it found.

    For tests that call several on the same data, which nobody changes between them.
    """
    kept: dict[tuple[object, ...], Checked] = {}

    def once(data: Path, day: dt.date, paths: Sequence[Path] = ()) -> Checked:
        known = (data, day, *paths)
        if known not in kept:
            kept[known] = checked(data, day, paths)
        return kept[known]

    monkeypatch.setattr("netral.cli.check.checked", once)


def copy_project(folder: Path) -> Path:
    """A copy of this project's own files in `folder`: what `netral build` needs, so the checkout stays untouched."""
    _copy_frame(folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def small_project(folder: Path) -> Path:
    """The same frame around the invented data of tests/good, a line of prose and its inserts. Builds in seconds."""
    _copy_frame(folder)
    shutil.copytree(ROOT / "tests" / "good", folder / "data")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for lang, words in (("id", "Halaman rekaan"), ("en", "Made-up page")):
        (folder / "docs" / lang).mkdir()
        for path in (ROOT / "docs" / lang).glob("*.md"):
            prose = path.read_text(encoding="utf-8")
            inserts = "\n\n".join(re.findall(r"^<!-- netral: .* -->$", prose, re.MULTILINE))
            # Pages of the data lead to parts of the prose.
            parts = "\n\n".join(
                f"## {words} {part}" for part in re.findall(r"^## .*(\{#[\w-]+\})$", prose, re.MULTILINE)
            )
            front = f"---\ntitle: {words} {path.stem}\ndescription: {words}.\n---"
            text = f"{front}\n\n# {words} {path.stem}\n\n{words}.\n\n{parts}\n\n{inserts}\n"
            (folder / "docs" / lang / path.name).write_text(text, encoding="utf-8")
    return folder


def _copy_frame(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / THEME, folder / THEME)


def manifest(folder: Path) -> dict[str, bytes]:
    """path -> content of every file below `folder`."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Only one process of a test run at a time; freed by the system should its holder die."""
    import fcntl  # noqa: PLC0415 (not on Windows, where no test builds a site)

    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


def built_once(shared: Path, name: str, build: Callable[[Path], Path]) -> Path:
    """The site that `build` makes in the folder `name` of `shared`, made by whichever worker asks first."""
    folder = shared / name
    told = shared / f"{name}.built"
    with _locked(shared / f"{name}.lock"):
        if not told.exists():
            told.write_text(str(build(folder)), encoding="utf-8")
    return Path(told.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The folder of the real site with the demo regency, as of TODAY. Look, but change nothing in it."""

    def build(folder: Path) -> Path:
        project = copy_project(folder)
        ran = netral("build", "--demo", "--as-of", TODAY, "--out", "site", cwd=project, env={"PYTHONHASHSEED": "1"})
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    return built_once(shared, "real", build)


@pytest.fixture(scope="session")
def sub_path_site(shared: Path) -> Path:
    """The site of the small project, made to be published at SUB_URL."""

    def build(folder: Path) -> Path:
        project = small_project(folder)
        ran = build_small("--site-url", SUB_URL, cwd=project)
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    return built_once(shared, "sub-path", build)


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The real data with the demo regency."""
    loaded = load(ROOT / "data", demo=True)
    assert loaded.problems == ()
    return loaded.dataset
