"""What an answer says of its pact version: the number, or the number with the digest of the text."""

from __future__ import annotations

import datetime as dt

import pytest

from netral.stats.terms import Terms

TWO = "d594a11a5f3c9730d6fe8416bf695b4ba351a48d5f84e3102238af4c2864706b"
ONE = "abcdefabcdefabcdefabcdef123456789012345678abcdefabcdefabcdefabcd"


def terms(**digests: str) -> Terms:
    day = dt.date(2024, 9, 22)
    return Terms("2", {name[1:]: digest for name, digest in digests.items()}, day, day, None, None, trial=True)


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ("2", "yes"),
        (f"2 ({TWO[:12]})", "yes"),
        (f"2 ({TWO[:12].upper()})", "yes"),
        (f"2({TWO})", "yes"),
        (f"2 ({TWO[:11]})", "other"),
        (f"2 ({ONE[:12]})", "digest"),
        ("2 (0123456789ab)", "digest"),
        (f"1 ({ONE[:12]})", "other"),
        ("1", "other"),
        ("3", "other"),
        ("", "other"),
        ("versi 2", "other"),
    ],
)
def test_what_counts(said: str, fits: str) -> None:
    assert terms(v2=TWO).fits(said) == fits


def test_a_version_of_the_same_meaning_counts() -> None:
    alike = terms(v1=ONE, v2=TWO)
    assert [alike.fits(said) for said in ("1", f"1 ({ONE[:12]})", f"1 ({TWO[:12]})")] == ["yes", "yes", "digest"]


def marked(desk, said: str) -> None:
    """The answers, each of version 2 with this in the column of the version."""
    path = desk.private / "google.csv"
    text = path.read_text(encoding="utf-8")
    assert ',"2"\n' in text
    path.write_text(text.replace(',"2"\n', f',"{said}"\n'), encoding="utf-8")


def fixed(desk) -> None:
    """The change from version 1 to version 2 declared a wording fix."""
    path = desk.data / "pacts.yaml"
    text = path.read_text(encoding="utf-8")
    assert "substantive: true" in text
    path.write_text(text.replace("substantive: true", "substantive: false"), encoding="utf-8")


def told(desk) -> str:
    code, out, err = desk.run(lang="en")
    assert code == 0, out + err
    return out


def test_an_export_with_marks_comes_to_the_same_rows(desk) -> None:
    told(desk)
    plain = desk.target.read_bytes()
    desk.target.unlink()
    marked(desk, f"2 ({TWO[:12]})")
    assert "I011" in told(desk)  # the one of version 1
    assert desk.target.read_bytes() == plain


def test_a_text_of_another_digest_is_told_as_such(desk) -> None:
    marked(desk, "2 (0123456789ab)")
    code, out, err = desk.run(lang="en")
    assert "rows name the right version number, but with the fingerprint of another text" in out, err
    assert f"marked 2 ({TWO[:12]})" in out
    assert "0123456789ab" not in out
    assert code == 0


def test_answers_from_before_a_wording_fix_count(desk) -> None:
    before = told(desk)
    rows = desk.target.read_text(encoding="utf-8")
    desk.target.unlink()
    fixed(desk)
    after = told(desk)
    assert "I011" in before
    assert "I011" not in after
    signed = [text.splitlines()[1].split(",")[8] for text in (rows, desk.target.read_text(encoding="utf-8"))]
    assert signed == ["26", "27"]
    assert desk.target.read_text(encoding="utf-8").splitlines()[1].split(",")[3] == "2"
