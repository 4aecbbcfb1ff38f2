"""A form leaves the site only from the page of its agency, and only for the address that the record names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netral.assemble import assemble
from netral.audit import audit
from netral.headers import HEADERS, headers_file
from netral.policy import Policy

URL, ORIGIN = "https://formulir.rekaan.example:8443/terima", "https://formulir.rekaan.example:8443"
FORM = f'<article><form method="post" action="{URL}"><button>Kirim</button></form></article>'
MADE_UP = '<p class="made-up">Rekaan</p>'
SIGNING = "instansi/rekaan/tanda-tangan/index.html"
NOINDEX = '<meta name="robots" content="noindex">'


def page(body: str, forms: str | None, head: str = "") -> str:
    policy = Policy(forms=frozenset({forms} if forms else ()))
    meta = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">{head}'
    return f'<!doctype html>\n<html lang="id"><head>{meta}</head>\n<body>\n{body}\n</body>\n</html>\n'


def told(
    folder: Path, files: dict[str, str], service: str = "html", *, demo: bool = False
) -> list[tuple[str, str, str]]:
    agency = {"id": "rekaan", "demo": demo, "rounds": [{"form": {"service": service, "url": URL}}, {"form": None}]}
    home = page(f'<a href="{SIGNING.removesuffix("index.html")}">Tanda tangan</a>', None)
    files = {"index.html": home, "api/v1/agencies.json": json.dumps({"items": [agency]}), **files}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [(p.code, p.place.file, p.values.get("part", p.values.get("target", ""))) for p in audit(folder)]


def test_the_form_of_an_agency_goes_where_its_record_says(tmp_path: Path) -> None:
    assert told(tmp_path, {SIGNING: page(FORM, ORIGIN)}) == []


@pytest.mark.parametrize("forms", ["https://lain.example", "https:", "*", "https://formulir.rekaan.example"])
def test_a_policy_for_another_host_is_told(forms: str, tmp_path: Path) -> None:
    found = told(tmp_path, {SIGNING: page(FORM, forms)})
    assert ("S008", SIGNING, f"form-action {forms}") in found


def test_a_policy_for_this_host_and_another_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, {SIGNING: page(FORM, f"{ORIGIN} https://lain.example")})
    assert found == [("S008", SIGNING, f"form-action {ORIGIN} https://lain.example")]


def test_only_the_signing_page_may_send(tmp_path: Path) -> None:
    found = told(
        tmp_path, {SIGNING: page(FORM, ORIGIN), "index.html": page(f'<a href="{SIGNING}">A</a>{FORM}', ORIGIN)}
    )
    assert found == [("S008", "index.html", f"form-action {ORIGIN}"), ("S006", "index.html", URL)]


@pytest.mark.parametrize(
    ("broken", "code", "part"),
    [
        (FORM.replace("/terima", "/lain"), "S006", URL.replace("/terima", "/lain")),
        (FORM.replace("formulir.", "lain."), "S006", URL.replace("formulir.", "lain.")),
        (FORM.replace("<button", '<button formaction="https://lain.example/"'), "S006", "https://lain.example/"),
    ],
)
def test_a_form_that_goes_elsewhere_is_told(broken: str, code: str, part: str, tmp_path: Path) -> None:
    assert (code, SIGNING, part) in told(tmp_path, {SIGNING: page(broken, ORIGIN)})


def test_a_form_at_a_service_opens_no_way_out_of_this_site(tmp_path: Path) -> None:
    found = told(tmp_path, {SIGNING: page(FORM, ORIGIN)}, "google-forms")
    assert found == [("S008", SIGNING, f"form-action {ORIGIN}"), ("S006", SIGNING, URL)]


def test_a_form_that_its_policy_would_stop_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {SIGNING: page(FORM, None)}) == [("S009", SIGNING, f'action="{URL}"')]


def test_a_form_that_the_host_would_stop_is_told(tmp_path: Path) -> None:
    rules = {
        forms: headers_file(Policy(forms=forms), "https://rekaan.example/")
        for forms in (frozenset({ORIGIN}), frozenset())
    }
    assert told(tmp_path, {SIGNING: page(FORM, ORIGIN), HEADERS: rules[frozenset({ORIGIN})]}) == []
    found = told(tmp_path, {SIGNING: page(FORM, ORIGIN), HEADERS: rules[frozenset()]})
    assert found == [("S009", SIGNING, f'action="{URL}"')]
    other = headers_file(Policy(forms=frozenset({ORIGIN, "https://lain.example"})), "https://rekaan.example/")
    found = told(tmp_path, {SIGNING: page(FORM, ORIGIN), HEADERS: other})
    assert found == [("S008", HEADERS, f"form-action {ORIGIN} https://lain.example")]


def test_a_made_up_form_says_so_and_is_not_indexed(tmp_path: Path) -> None:
    found = told(tmp_path, {SIGNING: page(FORM, ORIGIN)}, demo=True)
    assert [(code, file) for code, file, _ in found] == [("S007", SIGNING)]
    assert told(tmp_path, {SIGNING: page(MADE_UP + FORM, ORIGIN, NOINDEX)}, demo=True) == []


def test_nothing_written_on_a_page_opens_a_way_out(tmp_path: Path) -> None:
    head = '<head>\n<meta charset="utf-8"><meta name="x" content="form-action https://lain.example"></head>'
    for name in ("", "en/"):
        path = tmp_path / name / "instansi/rekaan/tanda-tangan/index.html"
        path.parent.mkdir(parents=True)
        path.write_text(f"{head}{FORM.replace('formulir.', 'lain.')}", encoding="utf-8")
    other = tmp_path / "index.html"
    other.write_text(f"{head}{FORM}", encoding="utf-8")
    assemble(tmp_path, [], [], "https://rekaan.example/", {"instansi/rekaan/tanda-tangan/": ORIGIN})
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")
    }
    said = {
        name: text.split("Content-Security-Policy", 1)[1].split("form-action ")[1].split('"')[0]
        for name, text in written.items()
    }
    assert said == {"index.html": "'none'", SIGNING: ORIGIN, f"en/{SIGNING}": ORIGIN}
    assert f"form-action {ORIGIN};" in (tmp_path / HEADERS).read_text(encoding="utf-8")
