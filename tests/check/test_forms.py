"""What other rules say of forms too; the codes of forms themselves are raised by tests/bad/T001 and on."""

import shutil
from pathlib import Path

import pytest

from netral.cli.check import problems_of
from netral.clock import as_of_day

ROOT = Path(__file__).parents[2]
#: Impossible: no serial is 000. Put together here, so that this file holds no such number either.
NIP = "19900101%20201504%201%20" + "000"
GF = "https://docs.google.com/forms/d/e/1FAIpQLSfRekaanRekaanRekaanRekaanRekaanRekaan/viewform"


def problems(folder, tmp_path, change):
    """The problems of one of tests/bad after `change` of its agencies."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests/good", data)
    text = (ROOT / "tests/bad" / folder / "agencies.yaml").read_text(encoding="utf-8")
    assert change(text) != text
    (data / "agencies.yaml").write_text(change(text), encoding="utf-8")
    return problems_of(data, as_of_day("2024-09-22", {}, None))[2]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f"url_en: {GF}", f"url_en: {GF.replace('https', 'http')}", "C002"),
        (f"url: {GF}\n        url_en: {GF}", f"url: {GF}?usp={NIP}", "X001"),
        (f"url: {GF}\n        url_en: {GF}", f"url: {GF}?usp=budi%40" + "rekaan.example", "X003"),
    ],
)
def test_http_and_personal_data_in_an_address_are_told_once(old, new, code, tmp_path):
    found = problems("T006", tmp_path, lambda text: text.replace(old, new))
    assert [(p.code, p.variant) for p in found if p.code != "T006"] == [(code, "http" if code == "C002" else "")]


def test_a_form_without_fault_has_no_problem(tmp_path):
    url_en = "https://ee.kobotoolbox.org/x/Rekaan34"
    found = problems(
        "T006",
        tmp_path,
        lambda text: text.replace(f"        url_en: {url_en}\n", "").replace(f"        url_en: {GF}\n", ""),
    )
    assert found == []


def test_a_basis_that_the_site_does_not_list_is_told(tmp_path):
    found = problems("T010", tmp_path, lambda text: text.replace("pasal-20-ayat-2-huruf-a", "pasal-20-ayat-2-huruf-z"))
    assert {p.code for p in found} == {"K007", "T011"}


@pytest.mark.parametrize(
    ("old", "new", "code"), [("pact: pakta-rekaan", "pact: pakta-rekan", "K007"), ("'2'", "'3'", "A002")]
)
def test_a_pact_or_version_that_is_not_there_is_told_once(old, new, code, tmp_path):
    url_en = "https://ee.kobotoolbox.org/x/Rekaan34"
    found = problems("T006", tmp_path, lambda text: text.replace(f"        url_en: {url_en}\n", "").replace(old, new))
    assert {p.code for p in found} == {code, "T006"}
