"""The XLSForm of every round that can be signed, through the library that all services convert it with."""

from __future__ import annotations

import io
import re

import pytest
from openpyxl import load_workbook
from pyxform.errors import PyXFormError
from tests.forms.cases import CASES, HOSTILE, Case
from tests.forms.xform import JOINER, XFORMS, read_again, xform_of

from netral.digest import canonical_pact
from netral.exports import xlsform_notes
from netral.exports.odk_text import plain_cell, plain_label, xpath_text
from netral.exports.store import Store
from netral.exports.xlsform import LANGUAGES, xlsform_files
from netral.model.dataset import Dataset
from netral.questions import questions

INDONESIAN, ENGLISH = LANGUAGES["id"], LANGUAGES["en"]


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, dataset: Dataset) -> Case:
    return CASES[request.param](dataset)


def signed_text(said: dict[str, str]) -> str:
    """All that stands in the notes of the text, one after the other."""
    return "\n\n".join(read_again(said[name]) for name in sorted(said, key=order) if name.startswith("/data/teks_"))


def order(name: str) -> int:
    return int((re.findall(r"teks_(\d+)", name) or ["0"])[0])


def test_each_round_with_a_text_has_a_form_and_no_other(dataset: Dataset) -> None:
    assert list(xlsform_files(dataset, Store(None))) == [
        "instansi/banten/pakta-banten-2023.xlsx",
        "instansi/kabupaten-demo/pakta-kabupaten-demo-2026.xlsx",
    ]


def test_it_converts_without_a_warning_and_says_all_in_both_languages(case: Case) -> None:
    form = xform_of(case.workbook())
    assert form.warnings == []
    assert [each.get("lang") for each in form.tree.iter(f"{XFORMS}translation")] == [INDONESIAN, ENGLISH]
    assert form.tree.find(f".//{XFORMS}translation").get("default") == "true()"
    one, other = form.said(INDONESIAN), form.said(ENGLISH)
    assert list(one) == list(other)
    assert [name for name, text in (*one.items(), *other.items()) if text in {None, "", "-"}] == []
    asked = questions(case.dataset, case.agency, case.round, case.text, "en")
    told = {q.name: other[f"/data/{q.name}:label"] for q in asked}
    assert {name: read_again(text) for name, text in told.items()} == {q.name: q.label for q in asked}
    for question in asked:
        for i, choice in enumerate(question.choices):
            assert same(read_again(other[f"{question.name}-{i}"]), choice.label)


def same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.translate({ord("`"): "\u02cb"}).split())


def test_the_indonesian_text_stands_word_for_word_in_both_languages(case: Case) -> None:
    form = xform_of(case.workbook())
    wanted = canonical_pact(case.text)
    assert same(signed_text(form.said(INDONESIAN)), wanted)
    for name, original in form.said(INDONESIAN).items():
        if name.startswith("/data/teks_"):
            assert form.said(ENGLISH)[name].startswith(f"{original}\n\nWhat is signed is the Indonesian text;")
    english = " ".join(signed_text(form.said(ENGLISH)).split())
    for part in case.text.points:
        assert part.en.split()[0].translate({ord("`"): "\u02cb"}) in english


def test_a_changed_word_of_the_pact_is_seen(dataset: Dataset) -> None:
    case = CASES["demo"](dataset)
    changed = canonical_pact(case.text).replace("netral", "jujur", 1)
    assert not same(signed_text(xform_of(case.workbook()).said(INDONESIAN)), changed)


def test_the_data_notice_stands_in_it_where_the_round_has_a_form(dataset: Dataset) -> None:
    told = xform_of(CASES["demo"](dataset).workbook()).said(ENGLISH)["/data/data_anda:label"]
    assert told.startswith("About your data\n\nThis is to be read; it is not consent.\n\nData controller: Made up: ")
    assert told.count(" (basis: ") == 9
    assert "(basis: good practice)" in told
    assert "(basis: UU 27/2022 Pasal " in told
    assert "/data/data_anda:label" not in xform_of(CASES["tanpa-formulir"](dataset).workbook()).said(ENGLISH)
    assert "/data/data_anda:label" not in xform_of(CASES["banten"](dataset).workbook()).said(ENGLISH)


def test_fixed_answers_are_computed_and_not_typed(case: Case) -> None:
    binds = {bind.get("nodeset"): bind for bind in xform_of(case.workbook()).tree.iter(f"{XFORMS}bind")}
    mark = f"{case.text.version} ({case.text.digest[:12]})"
    assert binds["/data/versi_pakta"].attrib["calculate"] == f"'{mark}'"
    assert binds["/data/versi_pakta"].attrib["readonly"] == "true()"
    assert binds["/data/instansi"].attrib["calculate"] == xpath_text(case.agency.name.id)
    assert binds["/data/persetujuan"].attrib["constraint"] == ". = 'ya'"
    assert binds["/data/nip"].attrib["required"] == "true()"


def test_long_lists_of_units_are_searched(dataset: Dataset) -> None:
    for name, appearance in {"demo": None, "banyak-unit": "minimal autocomplete"}.items():
        tree = xform_of(CASES[name](dataset).workbook()).tree
        assert tree.find(f".//{XFORMS}select1[@ref='/data/unit_kerja']").get("appearance") == appearance


def test_the_file_is_the_same_each_time_and_its_version_follows_what_it_says(dataset: Dataset) -> None:
    case, other = CASES["demo"](dataset), CASES["tanpa-formulir"](dataset)
    assert case.workbook() == case.workbook()
    versions = []
    for each in (case, other):
        settings = load_workbook(io.BytesIO(each.workbook()))["settings"]
        head, row = ([cell.value for cell in line] for line in settings.iter_rows())
        told = dict(zip(head, row, strict=True))
        assert told["form_id"] == "pakta-kabupaten-demo-2026"
        assert told["form_title"] == "Pakta Contoh (data rekaan) · Kabupaten Contoh (data rekaan)"
        assert told["default_language"] == INDONESIAN
        versions.append(told["version"])
    assert versions[0] != versions[1]
    assert [version.split("-")[0] for version in versions] == ["fd2eb47b5ccc"] * 2


def test_no_cell_is_a_formula_or_cut_off(case: Case) -> None:
    cells = [c for sheet in load_workbook(io.BytesIO(case.workbook())) for row in sheet.iter_rows() for c in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert max(len(cell.value or "") for cell in cells) < 32_000
    assert [c.value for c in cells if (c.value or "").startswith(tuple("=+-@"))] == []


def test_no_text_of_the_data_becomes_a_reference(case: Case) -> None:
    form = xform_of(case.workbook())
    assert list(form.tree.iter(f"{XFORMS}output")) == []
    assert "${" not in form.text


def test_without_the_escapes_hostile_texts_would_do_harm(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """That the tests above can fail."""
    monkeypatch.setattr(xlsform_notes, "plain_label", lambda text: text)
    with pytest.raises(PyXFormError, match="Reference variables"):
        xform_of(CASES["jahat"](dataset).workbook())


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_texts_read_as_they_did(text: str) -> None:
    assert same(read_again(plain_label(text)), text)
    assert plain_cell(text).replace(JOINER, "") == text
    assert plain_label(text)[0] not in "=+-@>"
    assert "${" not in plain_label(text) + plain_cell(text) + xpath_text(text)


def test_what_no_file_can_hold_is_left_out() -> None:
    assert plain_label("a\x00b\x0bc\ufffe") == "abc"
    assert plain_cell("a\x1bb\nc") == "ab c"
    assert plain_label("satu\n dua  tiga") == "satu\ndua tiga"


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Kota Contoh", "'Kota Contoh'"),
        ("", "''"),
        ("Jum'at", "concat('Jum', \"'\", 'at')"),
        ("a ${b} 'c\"", "concat('a ', '$', '{b} ', \"'\", 'c\"')"),
    ],
)
def test_xpath_has_no_escapes_so_texts_are_joined(text: str, expression: str) -> None:
    assert xpath_text(text) == expression


def test_what_was_made_before_is_not_made_again(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("store")
    first = xlsform_files(dataset, Store(folder))
    for entry in folder.iterdir():
        old = entry.stat().st_mtime_ns
        assert xlsform_files(dataset, Store(folder)) == first
        assert entry.stat().st_mtime_ns == old
    assert len(list(folder.iterdir())) == 2
