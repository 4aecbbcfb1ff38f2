"""What an address says of itself. That bad ones are told of is in tests/bad/T002 and on, and in tests/cli."""

import pytest

from netral.forms import services
from netral.forms.address import form_id, likely, parameters, question_of, shown


@pytest.mark.parametrize(
    ("url", "service"),
    [
        (
            "https://docs.google.com/forms/d/e/1FAIpQLSc62AsAArfsXXfrRDbTZXrb8pUlXB4Tgqw86Uazbasa-JySCA/viewform",
            "google-forms",
        ),
        ("https://forms.gle/BsNE6FYTApMALS2d9", "google-forms"),
        ("https://forms.office.com/r/C4S2197Bf4", "microsoft-forms"),
        (
            "https://forms.cloud.microsoft/pages/responsepage.aspx?id=n7jxBugHT0a0COwbRXA&route=shorturl",
            "microsoft-forms",
        ),
        ("https://ee.kobotoolbox.org/single/b2ee4feb559b195d30f138aecfb3d624", "kobotoolbox"),
        ("https://kf.kobotoolbox.org/#/forms/aopf2bJ4cVqEXCrjnwAoHd/landing", "kobotoolbox"),
        ("https://ee.kobo.rekaan.example/x/Rekaan12", "kobotoolbox"),
        ("https://odk.isric.org/-/single/n2Sosp1gxbXLUcOelRBWsMru72DSLFb?st=pi9NCIyCBZI", "odk-central"),
        ("https://odk.hotosm.org/projects/253/forms/mdp_data/submissions/new", "odk-central"),
        ("https://surveys.ak.tu-berlin.de/index.php/492863?newtest=Y&lang=en", "limesurvey"),
        ("https://tassonomia-send.limesurvey.net/638616?newtest=Y&lang=it", "limesurvey"),
        ("https://saco.csic.es/apps/forms/s/naAyMppTzXwKPdssZeDPfKrY", "nextcloud"),
        ("https://cloud.hamburg.global/index.php/apps/forms/s/XT2M4r4gyyGEryCTpiW6PNb7", "nextcloud"),
        ("https://rekaan.example/tanda-tangan", None),
        ("https://docs.google.com.rekaan.example/forms/d/e/1FAIpQLSfRekaanRekaanRekaan/viewform", None),
    ],
)
def test_public_addresses_are_known_for_what_they_are(url, service):
    found = likely(url)
    assert (found.id if found else None) == service


@pytest.mark.parametrize(
    ("service", "url", "form"),
    [
        ("microsoft-forms", "https://forms.office.com/Pages/ResponsePage.aspx?id=Rekaan.u&route=shorturl", "Rekaan.u"),
        ("microsoft-forms", "https://forms.office.com/Pages/ResponsePage.aspx", None),
        ("odk-central", "https://odk.rekaan.example/f/Rekaan12?st=abc", "Rekaan12"),
        ("limesurvey", "https://rekaan.example/survei/index.php/492863", "492863"),
        ("nextcloud", "https://rekaan.example/tanda-tangan", None),
        ("paper", "https://rekaan.example/", None),
    ],
)
def test_the_id_of_a_form(service, url, form):
    assert form_id(services()[service], url) == form


def test_parameters_are_told_apart():
    url = "https://odk.rekaan.example/f/Rekaan12?st=a&single=false&return_url=x&d[/data/unit]=1&d[/data/nip]=2"
    assert [(found.name, found.kind) for found in parameters(services()["odk-central"], url)] == [
        ("st", "own"),
        ("single", "own"),
        ("return_url", "known"),
        ("d[/data/unit]", "answer"),
        ("d[/data/nip]", "person"),
    ]


@pytest.mark.parametrize(
    ("service", "parameter", "question"),
    [
        ("kobotoolbox", "d[kantor/unit]", "kantor/unit"),
        ("kobotoolbox", "unit", None),
        ("odk-central", "d[/data/unit]", "/data/unit"),
        ("odk-central", "d[unit]", None),
        ("google-forms", "entry.12", "entry.12"),
        ("google-forms", "hl", None),
        ("limesurvey", "unit", "unit"),
        ("limesurvey", "token", None),
        ("nextcloud", "unit", None),
    ],
)
def test_the_question_behind_a_parameter(service, parameter, question):
    assert question_of(services()[service], parameter) == question


def test_an_address_is_shown_without_what_it_says():
    assert shown("https://budi:rahasia@rekaan.example/a?nama=Budi#Budi") == "https://rekaan.example/a"
    assert shown("https://[") == "…"
