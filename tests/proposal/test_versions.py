"""Pacts before and pacts after: what is new, and what may never happen to a version that people may have signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.proposal.published_pact import NOTE, POINTS, Pacts

from netral.catalogue import code_page, fix, message
from netral.check import check
from netral.load import load
from netral.problems import Problem
from netral.proposal.versions import VersionChange, version_changes

DAY = dt.date(2024, 9, 22)
OTHER = {"id": "Saya selalu netral.", "en": "I always stay neutral."}


@pytest.fixture
def before(tmp_path: Path) -> Pacts:
    return Pacts(tmp_path / "before")


@pytest.fixture
def after(tmp_path: Path) -> Pacts:
    return Pacts(tmp_path / "data")


def changes(before: Pacts, after: Pacts) -> list[VersionChange]:
    return version_changes(load(before.folder).dataset, after.write(), after.file.as_posix(), DAY)


def kinds(before: Pacts, after: Pacts) -> list[tuple[str, str]]:
    return [(change.kind, change.text.version) for change in changes(before, after)]


def problems(before: Pacts, after: Pacts) -> list[Problem]:
    return [problem for change in changes(before, after) for problem in change.problems]


def told(before: Pacts, after: Pacts, lang: Any = "en") -> list[tuple[str, str]]:
    return [(each.code, message(each, lang)) for each in problems(before, after)]


def line_of(after: Pacts, words: str) -> int:
    lines = after.file.read_text(encoding="utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, 1) if words in line]
    return number


def checked(after: Pacts) -> list[str]:
    return [each.code for each in check(after.write(), DAY) if each.code.startswith("P")]


def test_what_is_as_it_was_is_no_change(before: Pacts, after: Pacts) -> None:
    assert changes(before, after) == []
    after.pact["points"][0]["id"] = " Saya  bersikap netral."  # spaces are one
    after.pact["points"][0]["en"] = "I remain neutral."  # the translation is not what is signed
    after.pact["words"] = {"id": ["janji"], "en": ["promise"]}
    assert changes(before, after) == []


def test_a_text_rewritten_with_its_digest_passes_the_check_and_is_seen_here(before: Pacts, after: Pacts) -> None:
    after.pact["points"][1] = OTHER
    after.digests()
    assert checked(after) == []
    (problem,) = problems(before, after)
    assert (problem.code, problem.place.file) == ("P009", after.file.as_posix())
    assert (problem.place.line, problem.place.column) == (line_of(after, OTHER["id"]), 9)
    assert message(problem, "id") == 'Butir 2 pakta versi "2", yang sudah terbit, berubah.'
    assert message(problem, "en") == 'Point 2 of version "2" of the pact, which is published, was changed.'


def test_what_the_mend_says_can_be_pasted(before: Pacts, after: Pacts) -> None:
    after.pact["points"][0] = OTHER
    after.digests()
    (problem,) = problems(before, after)
    values = problem.values
    assert all(f"'{values[name]}'" in fix(problem, "en") for name in ("was", "digest", "next", "version"))
    published = {key: before.pact[key] for key in ("opening", "points", "closing", "change")}
    after.past.append(published | {"version": values["version"], "digest": values["was"], "until": values["until"]})
    after.pact |= {"version": values["next"], "digest": values["digest"]}
    after.pact["change"] = {"substantive": True, "note": NOTE}
    assert checked(after) == []
    assert kinds(before, after) == [("new", "3")]


@pytest.mark.parametrize("substantive", [True, False])
def test_a_new_version_is_welcome_also_of_words_alone(before: Pacts, after: Pacts, *, substantive: bool) -> None:
    after.replace(OTHER, substantive=substantive)
    assert checked(after) == []
    after.pact["date"] = "2024"  # the day of the new text
    assert kinds(before, after) == [("new", "3")]
    assert problems(before, after) == []


def test_a_new_pact_is_welcome(before: Pacts, after: Pacts) -> None:
    records = [after.pact, after.pact | {"id": "pakta-kedua", "past": []}]
    found = version_changes(load(before.folder).dataset, after.write(records), "pacts.yaml", DAY)
    assert [(each.kind, each.text.pact.id, each.text.version) for each in found] == [("new", "pakta-kedua", "2")]


def _opening(after: Pacts) -> None:
    after.pact["opening"] = OTHER
    after.digests()


def _closing(after: Pacts) -> None:
    after.pact["closing"] = OTHER
    after.digests()


def _point(after: Pacts) -> None:
    after.pact["points"][2] = OTHER
    after.digests()


def _count(after: Pacts) -> None:
    after.pact["points"] = [*POINTS, OTHER]
    after.digests()


def _past_words(after: Pacts) -> None:
    after.past[0]["points"][0] = OTHER
    after.digests()


def _digest_alone(after: Pacts) -> None:
    after.pact["digest"] = "ab" * 32


def _name(after: Pacts) -> None:
    after.pact["version"] = "2b"


def _words(after: Pacts) -> None:
    del after.past[0]["points"]


def _date(after: Pacts) -> None:
    after.pact["date"] = "2024"


def _until(after: Pacts) -> None:
    del after.past[0]["until"]


def _removed(after: Pacts) -> None:
    after.pact["past"] = []
    del after.pact["change"]


def _pact(after: Pacts) -> None:
    after.pact["id"] = "pakta-lain"


#: What is done to a published version -> what is told, in both languages.
REFUSED: dict[Callable[[Pacts], None], list[tuple[str, str, str, str]]] = {
    _opening: [
        (
            "P009",
            "opening",
            'Pembuka pakta versi "2", yang sudah terbit, berubah.',
            'The opening of version "2" of the pact, which is published, was changed.',
        )
    ],
    _point: [
        (
            "P009",
            "point",
            'Butir 3 pakta versi "2", yang sudah terbit, berubah.',
            'Point 3 of version "2" of the pact, which is published, was changed.',
        )
    ],
    _closing: [
        (
            "P009",
            "closing",
            'Penutup pakta versi "2", yang sudah terbit, berubah.',
            'The closing of version "2" of the pact, which is published, was changed.',
        )
    ],
    _count: [
        (
            "P009",
            "count",
            (
                'Ada bagian pakta versi "2", yang sudah terbit, yang ditambahkan, dihapus, atau dipindahkan (terbit'
                " dengan 5 bagian, sekarang 6)."
            ),
            (
                'Parts of version "2" of the pact, which is published, were added, removed or moved (published with 5'
                " parts, now 6)."
            ),
        )
    ],
    _past_words: [
        (
            "P010",
            "",
            'Sidik (digest) versi "1", yang sudah terbit, berubah.',
            'The fingerprint (digest) of version "1", which is published, was changed.',
        )
    ],
    _digest_alone: [
        (
            "P010",
            "",
            'Sidik (digest) versi "2", yang sudah terbit, berubah.',
            'The fingerprint (digest) of version "2", which is published, was changed.',
        )
    ],
    _name: [
        (
            "P010",
            "name",
            'Versi "2", yang sudah terbit, sekarang bernama "2b".',
            'Version "2", which is published, is now called "2b".',
        )
    ],
    _words: [
        (
            "P010",
            "words",
            'Naskah versi "1", yang sudah terbit, tidak disimpan lagi.',
            'The text of version "1", which is published, is not kept any more.',
        )
    ],
    _date: [
        (
            "P010",
            "day",
            'Isian "date" versi "2", yang sudah terbit, berubah dari 2023 menjadi 2024.',
            'The field "date" of version "2", which is published, was changed from 2023 to 2024.',
        )
    ],
    _until: [
        (
            "P010",
            "day",
            'Isian "until" versi "1", yang sudah terbit, berubah dari 2019 menjadi null.',
            'The field "until" of version "1", which is published, was changed from 2019 to null.',
        )
    ],
    _removed: [
        (
            "P011",
            "",
            'Versi "1" pakta ini, yang sudah terbit, tidak ada lagi.',
            'Version "1" of this pact, which is published, is not there any more.',
        )
    ],
    _pact: [
        (
            "P011",
            "pact",
            'Pakta "pakta-rekaan" (versi "2"), yang sudah terbit, tidak ada lagi.',
            'The pact "pakta-rekaan" (version "2"), which is published, is not there any more.',
        )
    ]
    * 2,
}


@pytest.mark.parametrize("do", REFUSED, ids=lambda do: do.__name__.strip("_"))
def test_a_published_version_stays_what_it_was(before: Pacts, after: Pacts, do: Callable[[Pacts], None]) -> None:
    do(after)
    found = problems(before, after)
    assert [(each.code, each.variant, message(each, "id"), message(each, "en")) for each in found] == REFUSED[do]
    for each in found:
        assert each.place.file == after.file.as_posix()
        assert (each.place.line > 1) == (each.variant != "pact")
        assert "{" not in fix(each, "id").replace("{day", "").replace("{id", "").replace("{substantive", "")


def test_every_variant_of_the_codes_was_raised() -> None:
    raised = {(code, variant) for found in REFUSED.values() for code, variant, _, _ in found}
    codes = ("P009", "P010", "P011")
    assert raised == {(code, variant) for code in codes for variant in code_page(code, "id").messages}


def test_a_rewritten_text_below_a_new_name_for_the_old_one_is_seen_twice(before: Pacts, after: Pacts) -> None:
    """Version 2 becomes other words, and the words that were signed as 2 are kept as a version 0."""
    old = {key: after.pact[key] for key in ("digest", "change", "opening", "points", "closing")}
    after.past.append(old | {"version": "0", "until": "2024-01-01"})
    after.pact["points"] = [OTHER, *POINTS[1:]]
    after.digests()
    assert checked(after) == []
    assert kinds(before, after) == [("altered", "2"), ("new", "0")]


def test_a_present_text_moved_to_the_past_without_its_words_is_seen(before: Pacts, after: Pacts) -> None:
    after.replace(OTHER)
    for key in ("opening", "points", "closing"):
        del after.past[1][key]
    assert told(before, after) == [
        ("P010", 'The text of version "2", which is published, is not kept any more.'),
    ]


def test_a_text_that_was_lost_may_be_found_again(before: Pacts, after: Pacts) -> None:
    del before.past[0]["points"]
    before.write()
    assert changes(before, after) == []


def test_a_day_may_be_made_known_or_told_more_exactly(before: Pacts, after: Pacts) -> None:
    after.pact["date"] = "2023-09-22"
    assert kinds(before, after) == [("dated", "2")]
    before.pact["date"] = None
    before.write()
    assert kinds(before, after) == [("dated", "2")]
    assert problems(before, after) == []


def test_a_wrong_day_is_mended_where_readers_are_told(before: Pacts, after: Pacts) -> None:
    after.pact["date"] = "2024"
    after.pact["changes"] = [{"day": "2024-09-22", "kind": "major", "note": NOTE}]
    assert kinds(before, after) == [("dated", "2")]


def test_whether_people_sign_again_is_told_where_it_is_decided_anew(before: Pacts, after: Pacts) -> None:
    after.pact["change"] = {"substantive": False, "note": NOTE}
    assert kinds(before, after) == [("weighed", "2")]


def test_a_pact_that_says_its_new_id_is_the_same_pact(before: Pacts, after: Pacts) -> None:
    after.pact["id"] = "pakta-lain"
    redirect = "- {id: pakta-rekaan, kind: pacts, to: pakta-lain, since: '2024-09-22'}\n"
    (after.folder / "redirects.yaml").write_text(redirect, encoding="utf-8")
    assert changes(before, after) == []
    after.pact["points"][0] = OTHER
    after.digests()
    assert kinds(before, after) == [("altered", "2")]


def test_a_pact_that_cannot_be_read_is_not_called_removed(before: Pacts, after: Pacts) -> None:
    del after.pact["name"]
    assert changes(before, after) == []
