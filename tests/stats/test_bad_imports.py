"""Every variant of every import code is raised by a bad input, and told word for word; nothing is written then.

After a change of wording run `NETRAL_WRITE_EXPECTED=1 pytest tests/stats/test_bad_imports.py` and read the difference.
"""

import os
import re
from pathlib import Path

import pytest
from tests.stats.cases import CASES
from tests.stats.conftest import make_desk
from tests.stats.people import secrets

from netral.catalogue import LANGS, code_page, codes, severity

EXPECTED = Path(__file__).parent / "expected"
#: Of codes of their own; every import may raise them beside.
WARNINGS = {code for code in codes() if code[0] == "I" and severity(code) == "warning"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CASES)
def test_a_bad_import_is_told_in_these_words(name, lang, tmp_path, monkeypatch, capsys):
    case = CASES[name]
    desk = make_desk(tmp_path, monkeypatch, capsys, units=case.units)
    case.change(desk.private)
    code, out, err = desk.run(case.export, **{"lang": lang, **case.options})
    expected = EXPECTED / f"{name}.{lang}.txt"
    if os.environ.get("NETRAL_WRITE_EXPECTED"):
        expected.write_text(out, encoding="utf-8", newline="\n")
    assert out == expected.read_text(encoding="utf-8")
    assert err == ""
    told = set(re.findall(r": ([A-Z]\d{3}) \(", out))
    assert name[:4] in told
    assert code == (0 if told <= WARNINGS else 1)
    assert code == 0 or list(desk.data.rglob("completion/*")) == []
    assert [secret for secret in secrets() if secret in out] == []


def pattern(sentence):
    """A sentence of the catalogue with its blanks filled in by anything."""
    return re.compile(r"\): " + re.sub(r"\\{\w+\\}", ".*", re.escape(sentence)) + "$", re.MULTILINE)


def test_every_variant_of_every_import_code_is_told_in_a_report():
    reports = "".join(path.read_text(encoding="utf-8") for path in sorted(EXPECTED.glob("*.id.txt")))
    pages = {code: code_page(code, "id") for code in codes() if code[0] == "I"}
    untold = {
        (code, variant)
        for code, page in pages.items()
        for variant, sentence in page.messages.items()
        if not pattern(sentence).search(reports)
    }
    # A file that is there and may not be opened is made by the test below.
    assert untold == {("I001", "refused")}
    assert all(set(page.fixes) in ({""}, set(page.messages)) for page in pages.values())


def test_every_expected_report_has_its_case():
    assert {path.name.split(".")[0] for path in EXPECTED.iterdir()} == set(CASES)


def test_a_file_that_may_not_be_opened_is_told(desk, monkeypatch):
    opening = Path.open

    def refuse(path, *given, **named):
        if path.name == "google.csv":
            raise PermissionError(13, "Permission denied")
        return opening(path, *given, **named)

    monkeypatch.setattr(Path, "open", refuse)
    code, out, _ = desk.run(lang="en")
    assert code == 1
    assert "google.csv:1:1: I001 (error): This file is there but cannot be opened. The computer answered: " in out
    assert "Permission denied." in out
    assert not desk.target.exists()
