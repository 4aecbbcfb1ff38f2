"""Whatever the files hold, an import ends in counts or problems: files are broken at random, always in the same way."""

import datetime as dt
import random
import zipfile

import pytest
from tests.stats import layouts
from tests.stats.people import MONDAY, answers, roster_text, secrets

from netral.catalogue import LANGS, fix, message
from netral.load import load
from netral.stats.importing import Request, count_week
from netral.stats.mapping import providers

PIECES = [
    b'"',
    b",",
    b";",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"=1+1",
    b"9" * 400,
    b"\xe2\x80\xae",
    b"'",
    b"E+17",
]


def request_for(desk, provider, export, roster):
    dataset = load(desk.data, demo=True).dataset
    (agency,) = (each for each in dataset.agencies if each.id == "kabupaten-demo")
    return Request(
        agency=agency,
        round=agency.rounds[0],
        week=MONDAY,
        today=dt.date(2024, 9, 24),
        mapping=providers()[provider],
        roster=roster,
        exports=(export,),
        units=(),
        trial=True,
        digests={"2": "0" * 64},
    )


def broken(content, chance):
    content = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content))
        way = chance.randrange(4)
        if way == 0:
            content[at:at] = chance.choice(PIECES)
        elif way == 1:
            content[at] = chance.randrange(256)
        elif way == 2:
            del content[at : at + chance.randint(1, 40)]
        else:
            content[at:at] = content[at : at + chance.randint(1, 200)]
    return bytes(content)


@pytest.mark.parametrize(
    ("provider", "layout", "tries"),
    [
        ("google-forms", layouts.google_forms, 150),
        ("limesurvey", layouts.limesurvey, 100),
        ("microsoft-forms", layouts.microsoft_forms, 60),
    ],
)
@pytest.mark.parametrize("which", ["export", "roster"])
def test_no_broken_file_brings_an_import_down(desk, provider, layout, tries, which):
    chance = random.Random(f"{provider} {which}")
    export, roster = layout(desk.private, answers()), desk.private / "pegawai.csv"
    request = request_for(desk, provider, export, roster)
    victim = export if which == "export" else roster
    whole = victim.read_bytes()
    told = 0
    for _ in range(tries):
        victim.write_bytes(broken(whole, chance))
        _, problems = count_week(request, lambda *_: None)
        for problem in problems:
            text = "".join(words(problem, lang) for words in (message, fix) for lang in LANGS)
            assert [secret for secret in secrets() if secret in text] == []
            told += 1
    assert told >= tries


def test_no_workbook_broken_inside_brings_an_import_down(desk):
    chance = random.Random("workbook")
    export = layouts.microsoft_forms(desk.private, answers())
    request = request_for(desk, "microsoft-forms", export, desk.private / "pegawai.csv")
    with zipfile.ZipFile(export) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    codes = set()
    for _ in range(150):
        name = chance.choice(sorted(parts))
        with zipfile.ZipFile(export, "w") as book:
            for part, content in parts.items():
                book.writestr(part, broken(content, chance) if part == name else content)
        _, problems = count_week(request, lambda *_: None)
        codes |= {(problem.code, problem.variant) for problem in problems}
    assert ("I001", "workbook") in codes
    assert len(codes) > 5


def test_the_same_files_unbroken_are_counted(desk):
    export = layouts.limesurvey(desk.private, answers())
    (desk.private / "pegawai.csv").write_bytes(roster_text(";").encode("utf-8-sig"))
    week, _ = count_week(request_for(desk, "limesurvey", export, desk.private / "pegawai.csv"), lambda *_: None)
    assert week.signed == {"all": 26}
