"""`netral form check`: what is told of the forms of the data, and of one link, without opening any."""

import shutil
from pathlib import Path

import pytest

from netral.cli import main

ROOT = Path(__file__).parents[2]
#: Impossible: no serial is 000. Put together here, so that this file holds no such number either.
NIP = "199001012015041" + "000"
GF = "https://docs.google.com/forms/d/e/1FAIpQLSfRekaanRekaanRekaanRekaanRekaanRekaan/viewform"
KOBO = "https://ee.kobotoolbox.org/x/Rekaan12"


@pytest.fixture
def check(capsys, monkeypatch):
    """A function: the arguments after `form check` -> exit code, what was printed, what was complained of."""
    monkeypatch.chdir(ROOT)

    def run(*arguments):
        code = main(["form", "check", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def bad(folder, tmp_path):
    """The good data with the agencies of one of tests/bad."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests/good", data)
    for path in (ROOT / "tests/bad" / folder).glob("*.yaml"):
        shutil.copyfile(path, data / path.name)
    return data


def test_every_form_of_the_data_with_its_links(check):
    code, out, err = check("--as-of", "2026-11-22", "--lang", "en")
    assert (code, err) == (0, "")
    assert out == (
        "Example Regency (made-up data) · kabupaten-demo-2026\n"
        "  Service: The form on this site (html)\n"
        "  Link from the Indonesian page: https://formulir.kabupaten-contoh.example/tanda-tangan\n"
        "  Link from the English page: https://formulir.kabupaten-contoh.example/tanda-tangan\n"
        "  Agency and pact version stand in the form already; name and staff number are typed by the signer.\n"
        "  Nothing keeps people from signing twice; double signatures are sifted out when they are counted, by staff "
        "number.\n"
        "  The form is in the language of this page.\n"
        "No problems.\n"
        "\n"
        "Forms in the data: 1.\n"
    )


def test_the_links_hold_agency_and_version_in_both_languages(check, tmp_path):
    data = bad("T005", tmp_path)
    text = (data / "agencies.yaml").read_text(encoding="utf-8")
    (data / "agencies.yaml").write_text(
        text.replace("{agency: Instansi, pact", "{agency: entry.7, pact"), encoding="utf-8"
    )
    _, out, _ = check("--data", data, "--as-of", "2024-09-22")
    link = f"{GF}?usp=pp_url&entry.7=Kota%20Rekaan&entry.12=2%20%28d594a11a5f3c%29"
    assert f"  Tautan dari halaman Indonesia: {link}\n  Tautan dari halaman Inggris: {link}\n" in out


@pytest.mark.parametrize(
    ("folder", "status", "count"),
    [("T001", 1, 2), ("T002", 1, 15), ("T004", 1, 2), ("T006", 1, 2), ("T009", 1, 10), ("T010", 0, 1)],
)
def test_problems_stand_below_their_form(folder, status, count, check, tmp_path):
    code, out, _ = check("--data", bad(folder, tmp_path), "--as-of", "2024-09-22")
    assert code == status
    assert out.count(f": {folder} (") == count


def test_an_http_address_is_told_of_and_no_link_is_made(check, tmp_path):
    data = bad("T006", tmp_path)
    text = (data / "agencies.yaml").read_text(encoding="utf-8")
    (data / "agencies.yaml").write_text(text.replace(f"url: {KOBO}", "url: http://ee.example/x"), encoding="utf-8")
    code, out, _ = check("--data", data, "--as-of", "2024-09-22")
    assert code == 1
    assert "C002 (kesalahan)" in out
    assert "  Tautan dari halaman Indonesia: tidak ada\n" in out


def test_a_number_in_an_address_is_told_and_not_repeated(check, tmp_path):
    data = bad("T006", tmp_path)
    text = (data / "agencies.yaml").read_text(encoding="utf-8")
    (data / "agencies.yaml").write_text(text.replace(f"url: {KOBO}", f"url: {KOBO}?d[unit]={NIP}"), encoding="utf-8")
    code, out, _ = check("--data", data, "--as-of", "2024-09-22")
    assert code == 1
    assert "X001 (kesalahan)" in out
    assert NIP not in out


def test_what_cannot_be_read_is_told(check, tmp_path):
    data = bad("T006", tmp_path)
    (data / "pacts.yaml").write_text("- id: [\n", encoding="utf-8")
    code, out, _ = check("--data", data, "--as-of", "2024-09-22", "--lang", "en")
    assert code == 1
    assert "other problems keep parts of the data from being read" in out


def test_a_good_link(check):
    assert check(GF + "?usp=dialog", "--lang", "en")[0::2] == (0, "")
    assert check(GF + "?usp=dialog", "--lang", "en")[1] == (
        "Service: Google Forms (google-forms)\n"
        "Form id: 1FAIpQLSfRekaanRekaanRekaanRekaanRekaanRekaan\n"
        "  usp: put there by the service itself; this site drops or replaces it\n"
        "The link from this page can fill in agency, work unit and pact version beforehand, never a name or a staff "
        "number.\n"
        "This service can hold signatures to one per person only where signers log in with their account.\n"
        "Each form has one language only.\n"
        "\n"
        "No problem can be seen from the address. Whether the form opens is only seen by opening it.\n"
    )


def test_a_prefilled_link_tells_the_names_for_prefill(check):
    code, out, _ = check(KOBO + "?d[kantor/instansi]=x&lang=id&xyz=1", "--lang", "en")
    assert code == 1
    assert (
        "  d[kantor/instansi]: answers a question; delete it from the address. If it asks for agency, work unit or "
        "pact version, type this name in prefill: kantor/instansi\n"
        "  lang: put there by the service itself; this site drops or replaces it\n"
        "  xyz: no part of a form's address; delete it there\n"
    ) in out
    assert out.count("T003 (error)") == 2


@pytest.mark.parametrize(
    ("link", "service", "code", "words"),
    [
        ("https://forms.gle/Rekaan", None, "T002", "short link (forms.gle)"),
        ("https://s.id/rekaan", None, "T002", "short link (s.id)"),
        ("https://docs.google.com/forms/d/1Rekaan/edit", None, "T002", "an address for making the form"),
        (GF, "microsoft-forms", "T002", "looks like the address of a google-forms form"),
        (KOBO, "google-forms", "T002", "looks like the address of a kobotoolbox form"),
        ("https://rekaan.example/1", "google-forms", "T002", "leads to rekaan.example"),
        ("https://rekaan.example/1", "kobotoolbox", "T002", "no address where a kobotoolbox form is filled in"),
        ("http://ee.kobotoolbox.org/x/Rekaan12", None, "C002", "begins with http://"),
        ("https://[", None, "C002", "is not a complete web address"),
    ],
)
def test_a_link_that_leads_elsewhere(link, service, code, words, check):
    status, out, err = check(link, *(["--service", service] if service else []), "--lang", "en")
    assert (status, err) == (1, "")
    assert f"{code} (error)" in out
    assert words in out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "link",
    [
        f"{KOBO}?d[unit]={NIP}",
        f"{KOBO}?d[unit]={NIP[:8]}%20{NIP[8:14]}%20{NIP[14]}%20{NIP[15:]}",
        f"https://survei.rekaan.example/index.php/123456?{NIP}=1",
        f"http://rekaan.example/{NIP}",
        f"https://formulir.rekaan.example/{NIP}?surel=budi%40" + "rekaan.example",
        "https://formulir.rekaan.example/budi@" + "rekaan.example",
    ],
)
def test_personal_data_in_a_link_are_never_repeated(link, lang, check):
    status, out, err = check(link, "--service", "html", "--lang", lang)
    assert (status, err) == (1, "")
    for secret in (NIP, NIP[:8], "budi"):
        assert secret not in out
    if not link.startswith("http:"):
        assert {"id": "sengaja tidak diulang", "en": "is not repeated here"}[lang] in out


def test_a_link_of_no_known_service(check):
    code, out, err = check("https://rekaan.example/1", "--lang", "en")
    assert (code, out) == (2, "")
    assert err.startswith("netral: the address does not show which service this is.")


def test_a_service_without_a_link_and_data_that_are_not_there(check, tmp_path):
    assert check("--service", "html")[0] == 2
    assert check("--data", tmp_path / "none")[0] == 2


def test_a_service_nobody_knows(check):
    with pytest.raises(SystemExit) as stop:
        check(GF, "--service", "paper")
    assert stop.value.code == 2
