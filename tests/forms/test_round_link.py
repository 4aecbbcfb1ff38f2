"""The link that an agency's page leads to, from the data themselves."""

import shutil
from pathlib import Path

import pytest

from netral.forms import round_link
from netral.load import load

ROOT = Path(__file__).parents[2]


@pytest.fixture
def rounds(tmp_path):
    """A function: one of tests/bad -> its dataset, its agency, its rounds by id."""

    def of(folder):
        data = tmp_path / "data"
        shutil.copytree(ROOT / "tests/good", data)
        shutil.copyfile(ROOT / "tests/bad" / folder / "agencies.yaml", data / "agencies.yaml")
        dataset = load(data).dataset
        return dataset, dataset.agencies[0], {round_.id: round_ for round_ in dataset.agencies[0].rounds}

    return of


def test_it_holds_agency_version_and_unit(rounds):
    dataset, agency, by_id = rounds("T005")
    link = round_link(dataset, agency, by_id["putaran-ganda"], "en", unit="Sekretariat")
    assert link == "https://forms.office.com/Pages/ResponsePage.aspx?id=Rekaan.u&rf840=Kota%20Rekaan&rf840=Sekretariat"
    link = round_link(dataset, agency, by_id["putaran-bentuk"], "id")
    assert link is not None
    assert link.endswith("&entry.12=2%20%28d594a11a5f3c%29")


def test_there_is_none_without_a_form_on_paper_or_at_an_unknown_service(rounds):
    dataset, agency, by_id = rounds("T002")
    assert round_link(dataset, agency, by_id["putaran-rekaan"], "id") is None
    assert round_link(dataset, agency, by_id["putaran-kertas"], "id") is None
    assert round_link(dataset, agency, by_id["putaran-kosong"], "id") is None


def test_a_service_nobody_knows_has_no_link(rounds):
    dataset, agency, by_id = rounds("T001")
    assert round_link(dataset, agency, by_id["putaran-satu"], "id") is None
