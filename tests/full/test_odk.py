"""Every XLSForm in ODK's own programs: valid, filled in both languages, and counted from what it sends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.forms.cases import CASES, Case
from tests.forms.test_xlsform import same
from tests.forms.xform import JOINER, xform_of
from tests.full.odk import central_csv, fill, validate
from tests.stats.conftest import make_desk
from tests.stats.people import PEOPLE, at, written

from netral.cli import stats_import
from netral.digest import canonical_pact
from netral.exports.xlsform import LANGUAGES
from netral.load import load
from netral.model.dataset import Dataset
from netral.questions import questions
from netral.signable import signable
from netral.versions import PactText

pytestmark = pytest.mark.full

#: Of nobody: the serial 000, or where a real agency refuses that, a 31 February.
PNS, PPPK = "199001012015041000", "199009132025242000"
REAL_PNS, REAL_PPPK = "199002312015041001", "199002312025242001"
GOOD = {"nama": "Rekaan", "jabatan": "Guru", "unit_kerja": "Dinas Rekaan", "persetujuan": "ya"}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, dataset: Dataset) -> Case:
    return CASES[request.param](dataset)


def good(case: Case, **changes: str) -> dict[str, str]:
    """Answers that can be sent, but for `changes`."""
    unit = questions(case.dataset, case.agency, case.round, case.text, "id")[2]
    chosen = {"unit_kerja": unit.choices[0].value} if unit.choices else {}
    return GOOD | chosen | {"nip": REAL_PNS if case.name == "banten" else PNS} | changes


def test_validate_calls_it_valid(case: Case, tmp_path: Path) -> None:
    said = validate(xform_of(case.workbook()).text, tmp_path)
    assert "Xform is valid!" in said
    assert "warning" not in said.lower()


def test_validate_is_seen_to_refuse(dataset: Dataset, tmp_path: Path) -> None:
    broken = xform_of(CASES["demo"](dataset).workbook()).text.replace('ref="/data/nama"', 'ref="/data/tidak_ada"')
    said = validate(broken, tmp_path)
    assert "Xform is valid!" not in said
    assert "tidak_ada" in said


def test_both_languages_are_shown_whole_and_nothing_is_markup(case: Case) -> None:
    seen = fill(xform_of(case.workbook()).text, [])
    assert seen["languages"] == list(LANGUAGES.values())
    one, other = (seen["labels"][language] for language in LANGUAGES.values())
    assert list(one) == list(other)
    for shown in (*one.values(), *other.values()):
        assert shown["markup"] == shown["hint"]["markup"] == []
        assert [choice for choice in shown["choices"] if choice["markup"]] == []
    text = " ".join(shown["text"] for name, shown in one.items() if name.startswith("teks_"))
    assert same(text.replace(JOINER, ""), canonical_pact(case.text))
    for lang, labels in (("id", one), ("en", other)):
        for asked in questions(case.dataset, case.agency, case.round, case.text, lang):
            assert (labels[asked.name]["text"], labels[asked.name]["hint"]["text"]) == (asked.label, asked.hint)
            for shown, choice in zip(labels[asked.name]["choices"], asked.choices, strict=True):
                assert shown["value"] == choice.value
                assert same(shown["text"].replace(JOINER, ""), choice.label)
    assert [name for name in one if one[name]["text"] == other[name]["text"]] == []


def verdicts(case: Case, *fills: dict[str, str]) -> list[dict[str, Any]]:
    return fill(xform_of(case.workbook()).text, [good(case, **changes) for changes in fills])["answered"]


def test_numbers_of_pns_and_pppk_can_be_sent(case: Case) -> None:
    numbers = (REAL_PNS, REAL_PPPK) if case.name == "banten" else (PNS, PPPK)
    spaced = [f"{number[:8]} {number[8:14]}.{number[14]} {number[15:]}" for number in numbers]
    found = verdicts(case, *({"nip": number} for number in (*numbers, *spaced)))
    assert [(each["status"], each["violations"]) for each in found] == [("ready", {})] * 4


#: Answers that cannot be sent: what is wrong, and what is said of it in both languages.
REFUSED = (
    ({"jabatan": ""}, "jabatan", "required", "Tulis jabatan Anda.", "Write your post."),
    ({"jabatan": "  "}, "jabatan", "constraint", "Tulis jabatan Anda.", "Write your post."),
    ({"nama": ""}, "nama", "required", "Tulis nama lengkap Anda.", "Write your full name."),
    ({"nip": ""}, "nip", "required", "Tulis NIP atau NI PPPK Anda.", "Write your NIP or NI PPPK."),
    *(
        ({"nip": number}, "nip", "constraint", "Ini bukan NIP atau NI PPPK.", "This is no NIP or NI PPPK.")
        for number in ("19900101201504100A", "199013012015041000", "199001012015131000", "199001012015043000", "123")
    ),
    ({"persetujuan": ""}, "persetujuan", "required", "Jawab pertanyaan ini.", "Answer this question."),
    (
        {"persetujuan": "tidak"},
        "persetujuan",
        "constraint",
        "Formulir hanya dapat dikirim dengan jawaban Ya.",
        "The form can only be sent with the answer Yes.",
    ),
)


def test_what_is_wrong_cannot_be_sent_and_is_told_in_both_languages(case: Case) -> None:
    for (_, name, condition, *told), answered in zip(
        REFUSED, verdicts(case, *(changes for changes, *_ in REFUSED)), strict=True
    ):
        assert (answered["status"], list(answered["violations"])) == ("pending", [name])
        violation = answered["violations"][name]
        assert violation["condition"] == condition
        for language, words in zip(LANGUAGES.values(), told, strict=True):
            assert violation[language].startswith(words)


def test_a_real_agency_takes_no_number_that_nobody_has(dataset: Dataset) -> None:
    (answered,) = verdicts(CASES["banten"](dataset), {"nip": PNS})
    assert list(answered["violations"]) == ["nip"]


def test_what_is_fixed_is_sent_as_it_stands(case: Case) -> None:
    (answered,) = verdicts(case, {})
    assert sent(answered, "instansi") == " ".join(case.agency.name.id.split())
    assert sent(answered, "versi_pakta") == f"{case.text.version} ({case.text.digest[:12]})"
    assert 'id="pakta-' in answered["submission"]


def sent(answered: dict[str, Any], name: str) -> str:
    return etree.fromstring(answered["submission"]).findtext(name)


@pytest.mark.parametrize("units", [False, True])
def test_what_it_sends_is_counted_as_one_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, units: bool
) -> None:
    """One person who signed twice, as ODK Central hands both out, is one in `netral stats import`."""
    desk = make_desk(tmp_path, monkeypatch, capsys, units=units)
    dataset = load(desk.data, demo=True).dataset
    agency, round_ = dataset.rounds["kabupaten-demo-2024"]
    text = signable(dataset, round_)
    assert isinstance(text, PactText)
    case = Case("desk", dataset, agency, round_, text)
    who = PEOPLE[0]
    twice = [good(case, nama=who.name, nip=number) for number in (who.number, written(who.number, " "))]
    answered = fill(xform_of(case.workbook()).text, twice)["answered"]
    moments = (at(18), at(19))
    export = central_csv(list(zip(moments, (each["submission"] for each in answered), strict=True)))
    (desk.private / "pakta.csv").write_text(export, encoding="utf-8")
    seen = []
    count = stats_import.count_week
    monkeypatch.setattr(stats_import, "count_week", lambda *given: seen.append(count(*given)) or seen[0])
    code, _, err = desk.run("pakta.csv", from_="odk-central")
    (week, problems) = seen[0]
    assert week.signed["all"] == 1
    assert ([problem.code for problem in problems], err) == (["I008"], "")
    assert code == 0
