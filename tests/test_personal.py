"""A report never repeats personal data, not even when it is about something else on the same line."""

import pytest

from netral.cli import main
from netral.personal import masked
from netral.problems import quotable

HEADER = "round,week,unit,pact_version,method,revision,headcount,headcount_date,signed,counted,status,confirmed_by,note"
#: Impossible: no serial is 000. Put together here, so that this file holds no such number either.
NIP = "199001012015041" + "000"
MAIL = "budi" + "@example.org"


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (f"a {NIP} b", f"a {'•' * 18} b"),
        (f"NIP{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}", f"NIP{'•' * 21}"),
        (MAIL, "•" * len(MAIL)),
        (MAIL.replace("@", "%40"), "•" * (len(MAIL) + 2)),
        (f"d[x]={NIP[:8]}%20{NIP[8:]}&y=1", f"d[x]={'•' * 21}&y=1"),
        ("2020-03-02 2020-03-08", "2020-03-02 2020-03-08"),
        ("1200 orang", "1200 orang"),
    ],
)
def test_personal_data_become_dots_of_the_same_length(text, without):
    assert masked(text) == without


def test_what_is_cut_holds_no_half_of_a_number():
    assert "1990" not in quotable("x" * 50 + f" {NIP} y")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_form_of_the_report_repeats_a_number_of_a_broken_row(form, tmp_path, capsys):
    path = tmp_path / "kabupaten-demo.csv"
    path.write_text(f"{HEADER}\nr,16/09/2024,all,1,any,1,{NIP},,{NIP},orang,final,,{NIP} {MAIL}\n", encoding="utf-8")
    assert main(["check", path.as_posix(), "--format", form]) == 1
    report = capsys.readouterr().out
    assert "W006" in report
    assert "X001" in report
    assert NIP not in report
    assert MAIL not in report
