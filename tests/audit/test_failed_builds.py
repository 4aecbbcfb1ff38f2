"""A build that fails, however it fails, leaves the old site as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import TODAY, Ran, build_small, manifest


@pytest.fixture
def project(sub_path_site: Path, tmp_path: Path) -> Path:
    """A project with a site that was built before."""
    folder = tmp_path / "project"
    shutil.copytree(sub_path_site.parent, folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def leftovers(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_a_site_that_fails_its_audit_is_not_put_in_place(project: Path) -> None:
    before = manifest(project / "site")
    script = '<script src="https://cdn.example/pustaka.js"></script>'
    edit(project / "scripts/netral/theme/main.html", "{% block extrahead %}", f"{{% block extrahead %}}{script}")
    ran = build_small("--lang", "en", cwd=project)
    assert ran.code == 1
    assert "not put in place; the old site is untouched" in ran.err
    problems = [line for line in ran.out.splitlines() if ": S" in line]
    assert {line.split(": ")[1].split()[0] for line in problems} == {"S006"}
    assert len(problems) == sum(name.endswith(".html") for name in before)
    assert manifest(project / "site") == before
    assert leftovers(project) == []


def test_a_generator_that_fails_leaves_the_old_site(project: Path) -> None:
    before = manifest(project / "site")
    prose = project / "docs/en/tentang.md"
    prose.write_text(prose.read_text(encoding="utf-8") + "\n[gone](gone.md)\n", encoding="utf-8")
    ran = build_small("--lang", "en", cwd=project)
    assert ran.code == 2
    assert ran.err.startswith("netral: the site generator mkdocs stopped with an error:\n")
    assert "gone.md" in ran.err
    assert "Traceback" not in ran.err
    assert manifest(project / "site") == before
    assert leftovers(project) == []


def test_a_page_that_asks_for_what_there_is_not_leaves_the_old_site(project: Path) -> None:
    before = manifest(project / "site")
    prose = project / "docs/en/tentang.md"
    prose.write_text(prose.read_text(encoding="utf-8") + "\n<!-- netral: tangal -->\n", encoding="utf-8")
    ran = build_small("--lang", "en", cwd=project)
    assert ran.code == 2
    assert ran.err.startswith('netral: docs/en/tentang.md asks for "tangal", which there is none of. There are: ')
    assert "tanggal" in ran.err
    assert manifest(project / "site") == before
    assert leftovers(project) == []


def test_wrong_data_are_told_before_anything_is_written(project: Path, inside: Callable[..., Ran]) -> None:
    before = manifest(project)
    edit(project / "data/agencies.yaml", "  level: kota\n", "  level: kotta\n")
    wrong = manifest(project)
    ran = inside("build", "--as-of", TODAY, "--out", "site", "--lang", "en", cwd=project)
    assert ran.code == 1
    assert "data/agencies.yaml:7:10: K004 (error)" in ran.out
    assert {name for name, content in manifest(project).items() if content != before[name]} == {"data/agencies.yaml"}
    assert manifest(project) == wrong


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as-of", "1900-01-01"), "nothing is known before 2010-01-01"),
        (("--as-of", "2024-13-01"), '"2024-13-01" is not a date'),
        (("--as-of", TODAY, "--site-url", "http://contoh.example/"), "is not a site address"),
        (("--as-of", TODAY, "--out", "docs"), "docs holds something else"),
        (("--as-of", TODAY, "--engine", "zensical"), ""),
    ],
)
def test_a_build_that_cannot_be_is_refused_with_nothing_written(
    arguments: tuple[str, ...], said: str, project: Path, inside: Callable[..., Ran]
) -> None:
    if "zensical" in arguments:
        (project / "mkdocs.en.yml").unlink()
        said = "mkdocs.en.yml is not in this folder"
    before = manifest(project)
    ran = inside("build", *arguments, "--lang", "en", cwd=project)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert manifest(project) == before
