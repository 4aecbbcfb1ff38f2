import pytest

from netral.forms.person import asks_for_person


@pytest.mark.parametrize(
    "name",
    [
        "nip",
        "NIP",
        "d[nip]",
        "d[data_diri/nama_lengkap]",
        "d[/data/nama]",
        "userEmail",
        "e-mail",
        "name",
        "nama",
        "no_hp",
    ],
)
def test_questions_about_a_person(name):
    assert asks_for_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "instansi",
        "nama_instansi",
        "d[/data/unit_kerja]",
        "agencyName",
        "entry.123",
        "rf840",
        "versi_pakta",
        "manip",
        "st",
    ],
)
def test_questions_about_anything_else(name):
    assert not asks_for_person(name)
