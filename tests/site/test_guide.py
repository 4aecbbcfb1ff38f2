"""The guide for administrators: its records pass the check, its messages are real, and both languages say the same."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT
from tests.screenshots.guide import blocks, put_in, records

from netral.cli import main

LANGS = ("id", "en")
SEE = {"id": "**Tampak:**", "en": "**You see:**"}


def guide(lang: str) -> str:
    return (ROOT / "docs" / lang / "panduan-admin.md").read_text(encoding="utf-8")


def steps(lang: str) -> list[str]:
    """Every numbered step on one line, but for the list of what to have ready, where nothing is done."""
    _, ready, rest = guide(lang).partition("{#siapkan}")
    assert ready
    text = guide(lang).replace(rest.partition("\n## ")[0], "")
    found = re.findall(r"^\d+\. .*(?:\n {3,}\S.*)*", text, re.MULTILINE)
    return [" ".join(step.split()) for step in found]


def data_with(tmp_path: Path, lang: str, *, slip: bool = False) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    put_in(tmp_path / "data", records(lang), slip=slip)
    return tmp_path / "data"


def test_both_languages_show_the_same_records() -> None:
    assert records("id") == records("en")


def shape(lang: str, name: str) -> list[str]:
    """The bones of a page: headings with their anchors, list items, rows, blocks, links, pictures without language."""
    text = (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"\n(?![-#|>`!<]|\d+\.|\n)", " ", text)
    bones = r"^#+(?= )|\{#[\w-]+\}|^- |^\d+\. |^\||^```\w*|^<!-- .*? -->|\]\([^)]*\)"
    return [bone.replace(f"/{lang}/", "/") for bone in re.findall(bones, text, re.MULTILINE)]


@pytest.mark.parametrize("name", ["panduan-admin", "tentang"])
def test_both_languages_are_built_alike(name: str) -> None:
    assert shape("id", name) == shape("en", name)
    assert len(shape("id", name)) > 80


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_records_pass_the_check_when_they_are_put_in(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(data_with(tmp_path, lang)), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_message_is_what_the_check_says(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(data_with(tmp_path, lang, slip=True)), "--lang", lang]) == 1
    said = [line.strip() for line in capsys.readouterr().out.splitlines()]
    (shown,) = [block for block in blocks(lang, "text") if "K001" in block]
    message, fix = (re.sub(r"^\S+: ", "", line.strip()) for line in (shown.splitlines()[0], shown.splitlines()[-1]))
    assert any(line.endswith(message) for line in said)
    assert any(line.endswith(fix) for line in said)


@pytest.mark.parametrize("lang", LANGS)
def test_the_five_messages_are_those_of_broken_inputs(lang: str) -> None:
    shown = [block for block in blocks(lang, "text") if "K001" not in block]
    assert len(shown) == 5
    for block in shown:
        code = block.split()[0]
        reports = [
            (folder / f"expected.{lang}.txt").read_text(encoding="utf-8")
            for folder in (ROOT / "tests/bad").glob(f"{code}*")
        ]
        assert any(all(line in report for line in block.splitlines()) for report in reports), code


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_says_what_to_see(lang: str) -> None:
    assert len(steps(lang)) > 50
    assert [step for step in steps(lang) if SEE[lang] not in step] == []


def test_the_commands_are_the_same_and_those_of_this_project() -> None:
    plain = [block.replace(" --lang en", "") for block in blocks("en", "powershell")]
    assert plain == blocks("id", "powershell")
    assert f"uv=={(ROOT / '.uv-version').read_text(encoding='utf-8').strip()}\n" in plain[0]
    commands = [line.split()[1:] for block in plain for line in block.splitlines() if "\\netral " in line]
    assert len(commands) == 3
    for command in commands:
        with pytest.raises(SystemExit) as stopped:
            main([*command, "--help"])
        assert stopped.value.code == 0


def test_what_it_says_of_the_workflows_is_so() -> None:
    folder = ROOT / ".github" / "workflows"
    check, publish = (
        yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for name in ("check", "publish")
    )
    assert (check["name"], publish["name"]) == ("check", "publish")
    assert list(check["jobs"]) == ["data", "test", "windows"]
    assert check["jobs"]["test"]["timeout-minutes"] == "20"
    minute, hour, *_ = publish["on"]["schedule"][0]["cron"].split()
    when = f"{(int(hour) + 7) % 24:02}", f"{int(minute):02}"
    assert ".".join(when) in guide("id")
    assert ":".join(when) in guide("en")
