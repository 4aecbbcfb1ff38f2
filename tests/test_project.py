"""What the project promises about itself: its commands, its workflows, its dependencies, the shape of its code."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from tests.conftest import ROOT

PACKAGE = ROOT / "scripts" / "netral"
MODULES = sorted(PACKAGE.rglob("*.py"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = {"site", "test", "test-full", "serve", "check", "format", "pictures", "help"}
#: A module longer than this does more than one thing.
LINES = 200
PINNED = re.compile(r"uses: (actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)")
#: Run or named by the configuration instead of imported: where.
RUN = {"mkdocs": ("scripts/netral/render.py", '"mkdocs"'), "mkdocs-material": ("mkdocs.yml", "name: material")}
#: A part of a declared package that goes by a name of its own.
PART_OF = {"markupsafe": "jinja2", "pydantic-core": "pydantic"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def workflow(path: Path) -> dict[str, Any]:
    """A workflow as GitHub reads it: `on` is a word, not a yes."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path.stem, name, job) for path in WORKFLOWS for name, job in workflow(path)["jobs"].items()]


def steps() -> list[dict[str, Any]]:
    return [step for _, _, job in jobs() for step in job["steps"]]


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def declared() -> dict[str, Requirement]:
    """The dependencies of the program by name, those of one command alone among them."""
    known = project()["project"]
    texts = [*known["dependencies"], *(text for extra in known["optional-dependencies"].values() for text in extra)]
    return {(found := Requirement(text)).name: found for text in texts}


def imported() -> set[str]:
    """The packages, by the names they are installed under, that the program imports."""
    distributions = packages_distributions()
    found: set[str] = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").partition(".")[0])
    outside = found - set(sys.stdlib_module_names) - {"netral"}
    return {distributions[name][0].lower().replace("_", "-") for name in outside}


def test_workflows_are_those_of_the_design() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "full.yml", "links.yml", "publish.yml"]
    check, full, links, publish = map(workflow, WORKFLOWS)
    assert set(check["on"]) == {"pull_request", "workflow_dispatch"}
    assert set(full["on"]) == set(links["on"]) == {"schedule", "workflow_dispatch"}
    assert set(publish["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert publish["concurrency"]["group"] == "pages"


def test_the_site_is_published_in_the_morning_of_jakarta() -> None:
    (when,) = workflow(WORKFLOWS[-1])["on"]["schedule"]
    minute, hour, *days = when["cron"].split()
    assert days == ["*", "*", "*"]
    assert 0 < int(minute) < 60
    assert 4 <= (int(hour) + 7) % 24 <= 7


def once_a_week(file: str) -> bool:
    (when,) = workflow(ROOT / ".github" / "workflows" / file)["on"]["schedule"]
    minute, _, *days, weekday = when["cron"].split()
    return days == ["*", "*"] and weekday in "0123456" and 0 < int(minute) < 60


def test_what_takes_long_is_run_once_a_week_to_its_end() -> None:
    assert once_a_week("full.yml")
    (job,) = (job for file, _, job in jobs() if file == "full")
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make test-full"]
    assert job["timeout-minutes"] == "90"


def test_outside_links_are_tried_once_a_week_apart_from_every_build() -> None:
    assert once_a_week("links.yml")
    (job,) = (job for file, _, job in jobs() if file == "links")
    install, command = [step["run"] for step in job["steps"] if "run" in step]
    assert install == "make .venv/ready"
    assert command.split()[:2] == [".venv/bin/netral", "links"]
    assert '--summary "$GITHUB_STEP_SUMMARY"' in command
    others = [step.get("run", "") for file, _, job in jobs() if file != "links" for step in job["steps"]]
    assert [run for run in [*others, read("Makefile")] if "netral links" in run] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_githubs_own_and_pinned(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("uses:") == len(PINNED.findall(text)) > 0


def test_an_action_has_one_version_everywhere() -> None:
    found = {match for path in WORKFLOWS for match in PINNED.findall(path.read_text(encoding="utf-8"))}
    assert [name for name, number in Counter(name for name, _, _ in found).items() if number > 1] == []


def test_workflows_may_only_read_but_for_the_job_that_deploys() -> None:
    assert [workflow(path)["permissions"] for path in WORKFLOWS] == [{"contents": "read"}] * len(WORKFLOWS)
    allowed = {(file, name): job["permissions"] for file, name, job in jobs() if "permissions" in job}
    assert allowed == {
        ("publish", "build"): {"contents": "read", "pages": "read"},
        ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    }


def test_every_job_ends_by_itself() -> None:
    assert [(file, name) for file, name, job in jobs() if not 0 < int(job["timeout-minutes"]) <= 30] == [
        ("full", "test")
    ]
    assert [path.name for path in WORKFLOWS if "concurrency" not in workflow(path)] == []


def test_no_checkout_leaves_its_key_behind_and_no_command_is_pasted_together() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"].get("persist-credentials") != "false"] == []
    assert len(checkouts) >= len(WORKFLOWS)
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []


def runs_of(job: str) -> list[str]:
    """The commands of a job of check.yml."""
    (steps,) = (found["steps"] for file, name, found in jobs() if (file, name) == ("check", job))
    return [step["run"] for step in steps if "run" in step]


def test_pull_requests_get_notes_beside_the_lines_a_summary_and_the_whole_test() -> None:
    assert [name for file, name, _ in jobs() if file == "check"] == ["data", "test", "windows"]
    assert [run.split(" --")[0] for run in runs_of("data")] == [
        "make .venv/ready",
        "git worktree add",
        ".venv/bin/netral check",
        ".venv/bin/netral stats changes",
        ".venv/bin/netral proposal",
        ".venv/bin/netral codeowners",
    ]
    assert runs_of("test") == ["make test"]


def test_the_summary_is_written_also_when_the_check_fails() -> None:
    (steps,) = (job["steps"] for file, name, job in jobs() if (file, name) == ("check", "data"))
    after = [step for step in steps if "GITHUB_STEP_SUMMARY" in step.get("run", "")]
    assert [step["if"] for step in after] == ["${{ !cancelled() }}"] * 3
    (checkout,) = (step for step in steps if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["fetch-depth"] == "2"


def test_windows_runs_what_agencies_run_there_and_nothing_that_needs_another_system() -> None:
    install, sync, run = runs_of("windows")
    assert install.endswith('"uv==$(cat .uv-version)"')
    assert sync.split() == ["uv", "sync", "--quiet", "--frozen"]
    paths = [word for word in run.split() if word.startswith("tests/")]
    assert paths == ["tests/load", "tests/stats", "tests/disclose", "tests/check", "tests/test_bad_inputs.py"]
    files = {
        file for path in paths for file in ((ROOT / path).rglob("*.py") if (ROOT / path).is_dir() else [ROOT / path])
    }
    assert [path for path in paths if not any(file.is_relative_to(ROOT / path) for file in files)] == []
    posix = re.compile(
        r"^\s*(?:import|from) (?:fcntl|resource|pwd|grp|pty|termios)\b|os\.(?:fork|killpg)\b", re.MULTILINE
    )
    programs = {file: file.read_text(encoding="utf-8") for file in {*files, *PACKAGE.rglob("*.py")}}
    assert [file.name for file, text in programs.items() if posix.search(text)] == []
    assert not re.search(r"^import fcntl", read("tests/conftest.py"), re.MULTILINE)
    assert read(".gitattributes").splitlines()[-1] == "* -text"


def test_production_is_built_for_its_own_address_without_the_made_up_regency() -> None:
    (job,) = (job for file, name, job in jobs() if (file, name) == ("publish", "build"))
    (build,) = (step for step in job["steps"] if "netral build" in step.get("run", ""))
    assert '--site-url "$SITE_URL/"' in build["run"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert job["if"] == "github.ref == 'refs/heads/main'"
    assert "demo" not in WORKFLOWS[-1].read_text(encoding="utf-8")


def test_dependabot_looks_after_actions_and_packages() -> None:
    known = yaml.safe_load(read(".github/dependabot.yml"))
    assert known["version"] == 2
    assert {entry["package-ecosystem"]: entry["directory"] for entry in known["updates"]} == {
        "github-actions": "/",
        "uv": "/",
    }


def test_commit_hooks_run_what_is_installed_here() -> None:
    (repository,) = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    assert set(hooks) == {"ruff-check", "ruff-format", "mypy", "netral-check"}
    assert {hook["language"] for hook in hooks.values()} == {"system"}
    assert [hook["entry"] for hook in hooks.values() if not hook["entry"].startswith(".venv/bin/")] == []
    files = re.compile(hooks["netral-check"]["files"])
    assert [name for name in ("data/acts.yaml", "data/demo/pacts.yaml") if not files.search(name)] == []


def test_make_tells_all_its_commands() -> None:
    told = subprocess.run(["make", "--silent", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in told.splitlines()} == TARGETS
    assert set(re.findall(r"^\.PHONY: (\S+)$", read("Makefile"), re.MULTILINE)) == TARGETS


def test_ci_runs_make_test() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert read(".ci/run").splitlines()[-1] == "make test"


def test_no_file_names_a_place_of_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    names = [name for name in listed.decode().split("\0") if (ROOT / name).is_file()]
    assert len(names) > 100
    # Put together here, so that this file does not name them either.
    places = [b"/wo" + b"rk/", b"far" + b"m-", b".lib" + b"rary", b"sha" + b"red/"]
    assert [(name, place) for name in names for place in places if place in (ROOT / name).read_bytes()] == []


def test_every_dependency_is_used_or_said_to_be_planned() -> None:
    used = {PART_OF.get(name, name) for name in imported()}
    used |= {name for name, (file, words) in RUN.items() if words in read(file)}
    planned = {
        name
        for row in re.findall(r"^\| .* \| .* \|$", read("CONTRIBUTING.md"), re.MULTILINE)
        if "no code imports it yet" in row
        for name in re.findall(r"[\w-]+", row.split("|")[1])
    }
    assert set(declared()) - used - planned == set()
    assert planned & used == set()


def test_nothing_is_imported_that_is_not_declared() -> None:
    assert {PART_OF.get(name, name) for name in imported()} - set(declared()) == set()


def test_the_lock_file_holds_a_fitting_version_of_every_dependency() -> None:
    locked = {
        package["name"]: package["version"]
        for package in tomllib.loads(read("uv.lock"))["package"]
        if "version" in package
    }
    groups = [text for texts in project()["dependency-groups"].values() for text in texts]
    wanted = [*declared().values(), *map(Requirement, groups)]
    assert [str(each) for each in wanted if locked.get(each.name, "0") not in each.specifier] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_says_what_it_is_and_is_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= LINES


def test_contributing_names_every_module() -> None:
    named: set[str] = set()
    for row in re.findall(r"^\| (.*?) \|", read("CONTRIBUTING.md"), re.MULTILINE):
        folder = ""
        for name in re.findall(r"`([\w/]+(?:\.py|/))`", row):
            folder = name.rpartition("/")[0] or folder
            named.add(name if "/" in name or not folder else f"{folder}/{name}")
    modules = {path.relative_to(PACKAGE).as_posix() for path in MODULES}
    # A folder's own row stands for its __init__.py.
    folders = {name: f"{name.removesuffix('__init__.py')}" for name in modules if name.endswith("/__init__.py")}
    assert sorted(name for name in modules if name not in named and folders.get(name) not in named) == []
    assert sorted(name for name in named if name.endswith(".py") and name not in modules) == []


def test_tests_of_a_group_run_in_one_worker(tmp_path: Path) -> None:
    """What one of them builds serves the others: `make test` counts on it, and a new pytest has broken it before."""
    (tmp_path / "test_group.py").write_text(
        "import os, pathlib, pytest\n"
        "pytestmark = pytest.mark.xdist_group('one')\n"
        "@pytest.mark.parametrize('number', range(8))\n"
        "def test_where(number):\n"
        "    pathlib.Path(f'{number}.worker').write_text(os.environ['PYTEST_XDIST_WORKER'])\n",
        encoding="utf-8",
    )
    alone = ("-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", ".")
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *alone]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout
    workers = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.worker")]
    assert len(workers) == 8
    assert len(set(workers)) == 1
