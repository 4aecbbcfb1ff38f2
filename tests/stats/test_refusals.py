"""What is asked for and is not there is refused in a sentence, in both languages; nothing is read or written."""

import pytest

WRONG = {
    "agency": (
        {"agency": "kabupaten-dema"},
        'tidak ada instansi "kabupaten-dema". Mungkin: kabupaten-demo',
        "no agency",
    ),
    "round": ({"round": "x"}, 'tidak punya putaran "x". Yang ada: kabupaten-demo-2024', 'no round "x". It has:'),
    "provider": ({"from": "Google-Form"}, "Mungkin: google-forms. Pilihan: ", "Perhaps: google-forms. Choices: "),
    "no-provider": ({"from": "zzz"}, "Pilihan: google-forms, kobotoolbox, ", "Choices: google-forms, kobotoolbox, "),
    "base": ({"from": "pakta"}, '"pakta" bukan penyedia', '"pakta" is not a known provider'),
    "tuesday": ({"week": "2024-09-17"}, "bukan hari Senin; minggu itu dibuka pada 2024-09-16", "opens on 2024-09-16"),
    "week": ({"week": "16/09/2024"}, '"16/09/2024" bukan tanggal', '"16/09/2024" is not a date'),
    "too-early": (
        {"as_of": "2024-09-21"},
        "belum selesai; angkanya baru boleh terbit mulai Minggu, 2024-09-22",
        "is not over",
    ),
    "office": ({"confirmed_by": None}, "sebut kantor yang menjamin", "name the office that answers"),
    "roster-date": ({"roster_date": "2024-09-25"}, "sesudah hari ini", "is after today"),
}


@pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in WRONG for lang in ("id", "en")])
def test_a_wrong_word_is_refused(desk, name, lang):
    options, indonesian, english = WRONG[name]
    code, out, err = desk.run(lang=lang, **options)
    assert (code, out) == (2, "")
    assert (indonesian if lang == "id" else english) in err
    assert not desk.target.exists()


def test_on_the_sunday_itself_the_week_may_be_published(desk):
    assert desk.run(as_of="2024-09-22")[0] == 1  # an answer of Monday is in this export: it cannot be
    export = desk.private / "google.csv"
    text = export.read_text(encoding="utf-8")
    export.write_text("\n".join(line for line in text.splitlines() if "/23 " not in line), encoding="utf-8")
    assert desk.run(as_of="2024-09-22")[0] == 0


def test_a_round_without_a_version_is_refused(desk):
    agencies = desk.data / "demo" / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(
        text.replace("pact_version: '2'", "pact_version: null").replace("pact: pakta-rekaan", "pact: null"),
        encoding="utf-8",
    )
    code, out, err = desk.run(lang="en")
    assert (code, "has no pact_version in agencies.yaml yet" in err) == (2, True), out + err


def test_an_office_that_is_a_number_is_stopped_by_the_check(desk):
    code, out, _ = desk.run(confirmed_by="Budi 199001012015041000", lang="en")
    assert code == 1
    assert "X001" in out
    assert "199001012015041000" not in out
    assert not desk.target.exists()
