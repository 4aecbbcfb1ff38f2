"""Every problem code has a broken input that raises it, and its report is held word for word.

`tests/bad/<CODE>[-suffix]/` holds one: data files that stand in for those of `tests/good`, or a whole folder `data/`,
or `make.txt`, whose first line says what no file can hold (`big NAME`, `unreadable NAME`). After a change of wording,
run `NETRAL_WRITE_EXPECTED=1 pytest tests/test_bad_inputs.py` and read the difference before it is committed.
"""

import datetime as dt
import json
import os
import re
import shutil
import string
from pathlib import Path

import pytest

from netral.catalogue import LANGS, code_page, codes, severity
from netral.check.personal import check_personal
from netral.cli import main
from netral.cli.check import problems_of
from netral.load.files import MAX_BYTES, SourceText
from netral.model.dataset import KINDS

ROOT = Path(__file__).parent.parent
GOOD = Path("tests/good")
FOLDERS = sorted(path.relative_to(ROOT) for path in (ROOT / "tests/bad").glob("[!S]*") if path.is_dir())
DAY = "2024-09-22"

#: (code, variant) -> why no bad input raises it. Codes of the built site and of imports have tests of their own.
UNRAISED: dict[tuple[str, str], str] = {}


def code_of(folder):
    return folder.name.split("-")[0]


#: Told where what is published is compared with what is proposed: tests/stats/test_changes.py and
#: tests/proposal/test_versions.py raise every variant.
COMPARED = {"W029", "W030", "P009", "P010", "P011"}


def data_codes():
    return {code for code in codes() if code[0] not in "SI"} - COMPARED


def data_files(folder):
    files = [path for path in (ROOT / folder).glob("*.yaml") if path.stem in {*KINDS, "datapackage"}]
    return sorted([*files, *(ROOT / folder).rglob("*.csv"), *(ROOT / folder).glob("*.xlsx")])


def recipe(folder):
    """How an input is made that is not kept here, and its name; nothing of one that is."""
    path = ROOT / folder / "make.txt"
    how, _, name = path.read_text(encoding="utf-8").splitlines()[0].partition(" ") if path.exists() else ("", "", "")
    return how, name


def made(folder, tmp_path, monkeypatch):
    """The arguments that check `folder`, from the folder they are to be given in."""
    monkeypatch.chdir(ROOT)
    if (folder / "data").is_dir():
        return ["--data", (folder / "data").as_posix()]
    how, name = recipe(folder)
    if not how:
        return [path.relative_to(ROOT).as_posix() for path in data_files(folder)] + ["--data", GOOD.as_posix()]
    monkeypatch.chdir(tmp_path)
    if how == "stray":
        return ["--data", beside_good(folder, name, tmp_path).relative_to(tmp_path).as_posix()]
    Path(name).touch()
    if how == "big":
        os.truncate(name, MAX_BYTES + 1)
    else:
        assert how == "unreadable"
        read_bytes = Path.read_bytes

        def refuse(path):
            if path == Path(name):
                raise PermissionError(13, "Permission denied")
            return read_bytes(path)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    return [name, "--data", (ROOT / GOOD).as_posix()]


def beside_good(folder, name, tmp_path):
    """The good data with a file that nothing reads."""
    data = shutil.copytree(ROOT / GOOD, tmp_path / folder.name / "data")
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_text("rekaan\n", encoding="utf-8")
    return data


def snapshot(folder):
    return {path: path.read_bytes() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


def test_good_data_have_no_problem(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["check", "--data", GOOD.as_posix(), "--as-of", DAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.usefixtures("looked_through_once")
def test_a_bad_input_raises_its_code_alone_in_the_expected_words(folder, tmp_path, monkeypatch, capsys):
    before = snapshot(folder)
    arguments = ["check", *made(folder, tmp_path, monkeypatch), "--as-of", DAY]
    status = main([*arguments, "--format", "json"])
    printed = capsys.readouterr()
    items = json.loads(printed.out)
    assert {item["code"] for item in items} == {code_of(folder)}
    assert status == (1 if severity(code_of(folder)) == "error" else 0)
    assert printed.err == ""
    assert all(item[part][lang] for item in items for part in ("message", "fix") for lang in LANGS)
    for lang in LANGS:
        main([*arguments, "--lang", lang])
        report = capsys.readouterr().out
        expected = ROOT / folder / f"expected.{lang}.txt"
        if os.environ.get("NETRAL_WRITE_EXPECTED"):
            expected.write_text(report, encoding="utf-8", newline="\n")
        assert report == expected.read_text(encoding="utf-8")
    after = snapshot(folder)
    assert {path: after[path] for path in before if not path.name.startswith("expected.")} == {
        path: content for path, content in before.items() if not path.name.startswith("expected.")
    }


def test_every_code_of_the_data_has_a_bad_input():
    assert {code_of(folder) for folder in FOLDERS} == data_codes()


def test_every_code_of_the_program_is_in_the_catalogue():
    raised = set()
    for path in (ROOT / "scripts").rglob("*.py"):
        raised |= set(re.findall(r'\bProblem\(\s*"([A-Z]\d{3})"', path.read_text(encoding="utf-8")))
    assert raised <= set(codes())


def raised_variants(tmp_path):
    """(code, variant) of every problem of the bad inputs that are files."""
    found = set()
    for folder in FOLDERS:
        whole = ROOT / folder / "data"
        data, paths = (whole, []) if whole.is_dir() else (ROOT / GOOD, data_files(folder))
        how, name = recipe(folder)
        if how == "stray":
            data = beside_good(folder, name, tmp_path)
        if whole.is_dir() or paths or how == "stray":
            _, _, problems = problems_of(data, dt.date.fromisoformat(DAY), paths)
            found |= {(problem.code, problem.variant) for problem in problems}
        else:
            found.add((code_of(folder), ""))
    return found


def test_every_variant_of_the_catalogue_is_raised_and_every_raised_variant_is_there(tmp_path):
    pages = {code: code_page(code, "id") for code in data_codes()}
    written = {(code, variant) for code, page in pages.items() for variant in page.messages}
    assert raised_variants(tmp_path) == written - set(UNRAISED)
    for page in pages.values():
        assert set(page.fixes) in ({""}, set(page.messages))


def blanks(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


@pytest.mark.parametrize("code", codes())
def test_both_languages_say_the_same_things(code):
    one, other = (code_page(code, lang) for lang in LANGS)
    for forms, others in ((one.messages, other.messages), (one.fixes, other.fixes)):
        assert {variant: blanks(form) for variant, form in forms.items()} == {
            variant: blanks(form) for variant, form in others.items()
        }
    for page in (one, other):
        assert 3 <= len(page.title.split()) <= 8
        assert not page.title.endswith(".")
        assert page.why.endswith(".")
        assert page.bad.strip() != page.good.strip()
        assert "got" not in {name for form in page.messages.values() for name in blanks(form)} or code == "S002"


def test_the_catalogues_hold_no_personal_data():
    for lang in LANGS:
        text = (ROOT / f"scripts/netral/text/problems.{lang}.yaml").read_text(encoding="utf-8")
        assert list(check_personal(SourceText(lang, text))) == []


def test_the_catalogues_hold_the_codes_in_their_order_and_no_other():
    for lang in LANGS:
        text = (ROOT / f"scripts/netral/text/problems.{lang}.yaml").read_text(encoding="utf-8")
        assert re.findall(r"^([A-Z]\d{3}):$", text, re.MULTILINE) == list(codes())
