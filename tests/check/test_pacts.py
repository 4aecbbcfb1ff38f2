"""What the check says of a changed pact can be pasted, and then it holds."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.cli import main

DAY = "2024-09-22"
OLD, NEW = "Saya bersikap netral.", "Saya selalu bersikap netral."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The invented data of tests/good, with one word of the pact changed."""
    shutil.copytree(ROOT / "tests/good", tmp_path / "data")
    path = tmp_path / "data/pacts.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    return tmp_path / "data"


def problems(data: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    main(["check", "--data", str(data), "--as-of", DAY, "--format", "json"])
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def pieces(problem: dict[str, object]) -> dict[str, str]:
    """What the mend says to type, the last time it says it: `next` version, digest, parts; and the digest before."""
    fix = str(problem["fix"]["en"])  # type: ignore[index]
    digests = re.findall(r"digest: '([0-9a-f]{64})'", fix)
    return {
        "digest": digests[-1],
        "was": digests[1],
        "parts": re.findall(r"parts: (\[.*?\])", fix)[-1],
        "next": re.findall(r"version:\s'(.*?)'", fix)[-1],
        "until": re.findall(r"until: (\S+)", fix)[0],
    }


def test_a_changed_word_is_told_at_its_own_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (data / "pacts.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if NEW in text)
    found = problems(data, capsys)
    assert [(each["code"], each["line"], each["column"]) for each in found] == [
        ("P001", line, lines[line - 1].index("'") + 1)
    ]
    assert found[0]["message"] == {
        "id": 'Butir 1 pakta berubah sejak versi "2" dicatat.',
        "en": 'Point 1 of the pact has changed since version "2" was recorded.',
    }


def test_a_text_never_published_is_recorded_as_the_mend_says(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_ = pieces(problems(data, capsys)[0])
    path = data / "pacts.yaml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  digest: .*$", f"  digest: '{type_['digest']}'", text)
    path.write_text(re.sub(r"(?m)^  parts: .*$", f"  parts: {type_['parts']}", text), encoding="utf-8")
    assert problems(data, capsys) == []


def test_a_text_that_replaces_a_published_one_is_declared_as_the_mend_says(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_ = pieces(problems(data, capsys)[0])
    path = data / "pacts.yaml"
    text = path.read_text(encoding="utf-8")
    change = "{substantive: true, note: {id: 'Rekaan: satu kata.', en: 'Made up: one word.'}}"
    moved = (
        f"    - version: '2'\n      digest: '{type_['was']}'\n      until: {type_['until']}\n      change: {change}\n"
        f"      points:\n        - {{id: '{OLD}', en: 'I stay neutral.'}}\n"
    )
    text = re.sub(r"(?m)^  digest: .*$", f"  digest: '{type_['digest']}'", text)
    text = re.sub(r"(?m)^  parts: .*$", f"  parts: {type_['parts']}", text)
    text = text.replace("  version: '2'", f"  version: '{type_['next']}'").replace("  change:\n", moved + "  change:\n")
    path.write_text(text, encoding="utf-8")
    # The round still names version 2, whose words are kept: nothing is left to say.
    assert problems(data, capsys) == []


def test_a_word_of_a_kept_text_may_not_change_either(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    test_a_text_that_replaces_a_published_one_is_declared_as_the_mend_says(data, capsys)
    path = data / "pacts.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, OLD + " "), encoding="utf-8")
    assert problems(data, capsys) == []  # spaces are one
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, "Saya netral."), encoding="utf-8")
    assert [each["code"] for each in problems(data, capsys)] == ["P003"]
