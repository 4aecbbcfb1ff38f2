"""The guide for administrators: its example records pass the check, and its example message is a real one."""

import re
import shutil
from pathlib import Path

import pytest

from netral.cli import main

ROOT = Path(__file__).resolve().parents[2]
LANGS = ("id", "en")


def blocks(lang: str, kind: str) -> list[str]:
    guide = (ROOT / "docs" / lang / "panduan-admin.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)


def test_both_languages_show_the_same_records() -> None:
    assert blocks("id", "yaml") == blocks("en", "yaml")
    assert len(blocks("id", "yaml")) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_records_pass_the_check_when_they_are_put_in(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    source, agency = blocks(lang, "yaml")
    for name, record in (("sources.yaml", source), ("agencies.yaml", agency)):
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{record}")
    assert main(["check", "--data", str(data), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_message_is_what_the_check_says(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    source, agency = blocks(lang, "yaml")
    with (data / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{source}")
    with (data / "agencies.yaml").open("a", encoding="utf-8") as file:
        file.write("\n" + agency.replace("deadline: ", "dedline: "))
    assert main(["check", "--data", str(data), "--lang", lang]) == 1
    said = [line.strip() for line in capsys.readouterr().out.splitlines()]
    (shown,) = [block for block in blocks(lang, "text") if "K001" in block]
    message, fix = (re.sub(r"^\S+: ", "", line.strip()) for line in (shown.splitlines()[0], shown.splitlines()[-1]))
    assert any(line.endswith(message) for line in said)
    assert any(line.endswith(fix) for line in said)
