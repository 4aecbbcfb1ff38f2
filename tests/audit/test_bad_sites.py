"""Each code of the built site has a broken site that raises exactly it, and its report is held word for word.

After a change of wording run `NETRAL_WRITE_EXPECTED=1 pytest tests/audit` and read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.conftest import ROOT

from netral.audit import audit
from netral.catalogue import codes
from netral.cli import main
from netral.policy import Policy

FOLDERS = sorted(path for path in (ROOT / "tests/bad").iterdir() if path.is_dir() and path.name.startswith("S"))
NAMES = [folder.name for folder in FOLDERS]
#: Too heavy to keep: test_weight.py makes its sites.
MADE = {"S010"}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_broken_site_raises_exactly_its_code(folder: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(folder / "site"), "--lang", lang]) == 1
    shown = capsys.readouterr().out
    expected = folder / f"expected.{lang}.txt"
    if os.environ.get("NETRAL_WRITE_EXPECTED"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
    assert {problem.code for problem in audit(folder / "site")} == {folder.name.split("-")[0]}


def test_every_code_of_the_built_site_has_a_broken_site() -> None:
    assert {name.split("-")[0] for name in NAMES} | MADE == {code for code in codes() if code.startswith("S")}


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_other_forms_tell_the_same_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(folder / "site"), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = audit(folder / "site")
    assert [(item["file"], item["line"], item["code"]) for item in told] == [
        (problem.place.file, problem.place.line, problem.code) for problem in found
    ]
    assert main(["audit", str(folder / "site"), "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == [f"::error file={problem.place.file}" for problem in found]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(tmp_path / "hilang"), "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"netral: {tmp_path / 'hilang'} is not a site folder\n"


def test_the_real_site_has_no_problem(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(site), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def page(body: str, lang: str = "id") -> str:
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{Policy()}">'
    return f'<!doctype html>\n<html lang="{lang}"><head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


#: Made-up numbers: no such day of birth, no such region.
STAFF, IDENTITY, MAIL = "199999992099999999", "9999999999999999", "siapa@rekaan.example"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        (f"<p>NIP {STAFF}</p>", "X001", 4),
        (f"<p>\nNIP 19999999 209999 9 999 {MAIL[:0]}</p>", "X001", 4),
        (f'<p title="{IDENTITY}">NIK</p>', "X002", 4),
        (f"<p>NIK {IDENTITY}</p>", "X002", 4),
        (f"<p>Surel</p>\n<p>ke <b>siapa</b>: {MAIL}</p>", "X003", 5),
        (f'<p><a href="mailto:{MAIL}">Surel</a></p>', "X003", 4),
    ],
)
def test_personal_data_on_a_page_are_found(body: str, code: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page(body), encoding="utf-8")
    assert [(p.code, p.place.file, p.place.line) for p in audit(tmp_path)] == [(code, "index.html", line)]


@pytest.mark.parametrize(
    "body",
    [
        f'<dl><dt>Kontak</dt><dd class="contact">Bagian Kepegawaian, {MAIL}</dd></dl>',
        f'<svg viewBox="0 0 9 9"><path d="M {IDENTITY} 0"/></svg>',
        f"<p><code>abcdef{IDENTITY}abcdef</code></p>",
        "<p>Nomor 800/3109 - BKD/2023, 4.315 ASN, 22 September 2022</p>",
    ],
)
def test_what_only_looks_like_personal_data_is_let_through(body: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page(body), encoding="utf-8")
    assert audit(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("api/v1/agencies.json", f'{{"items": [\n{{"id": "a",\n "note": "{MAIL}"}}]}}\n', [("X003", 3)]),
        ("api/v1/agencies.json", f'{{"items": [{{"id": "a",\n "contact": "Bagian, {MAIL}"}}]}}\n', []),
        ("data/hitungan.csv", f"minggu,nip\n1,{STAFF}\n", [("X001", 2)]),
        ("feed.xml", f"<feed>{IDENTITY}</feed>\n", [("X002", 1)]),
        ("robots.txt", f"# {MAIL}\n", [("X003", 1)]),
    ],
)
def test_personal_data_in_plain_files_are_found(name: str, text: str, found: list[object], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page("<p>Depan</p>"), encoding="utf-8")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [(p.code, p.place.line) for p in audit(tmp_path)] == found


@pytest.mark.parametrize("text", ["", " \n", '<?xml version="1.0" encoding="utf-8"?>\n<p>', "<<<", "\x00", "\ufffd"])
def test_whatever_a_page_holds_the_audit_answers(text: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    assert {problem.code for problem in audit(tmp_path)} == {"S002", "S008"}


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ('<style>@import "https://huruf.example/huruf.css";</style>', "https://huruf.example/huruf.css"),
        ('<p style="background: url(//gambar.example/latar.png)">Latar</p>', "//gambar.example/latar.png"),
    ],
)
def test_what_a_style_inside_a_page_fetches_is_told_too(body: str, target: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page(body), encoding="utf-8")
    found = audit(tmp_path)
    assert [(p.code, p.values.get("target")) for p in found if p.code == "S006"] == [("S006", target)]
    assert {p.code for p in found} == {"S006", "S009"}


def test_a_page_that_is_not_utf_8_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(page("<p>caf\u00e9</p>").encode("latin-1"))
    assert audit(tmp_path) == []
