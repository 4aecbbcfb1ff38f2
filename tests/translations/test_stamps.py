"""Stamps against texts: an Indonesian text that changed alone leaves its English behind, and nothing else does."""

from __future__ import annotations

import pytest

from netral.model.place import Place
from netral.translations import Pair, Stamps, compare, confirmed, stamped


def pair(own: str, en: str, line: int = 1) -> Pair:
    return Pair("data", own, en, Place("data/acts.yaml", line))


def stamps(*pairs: Pair) -> Stamps:
    return Stamps(tuple(each.stamp for each in pairs))


OLD, OTHER = pair("Ya.", "Yes."), pair("Tidak.", "No.")
CHANGED = pair("Ya, dengan syarat.", "Yes.")


def test_what_is_as_it_was_is_neither_behind_nor_new() -> None:
    found = compare([OTHER, OLD], stamps(OLD, OTHER))
    assert (found.behind, found.new) == ((), ())
    assert stamped(found) == Stamps(tuple(sorted([OLD.stamp, OTHER.stamp])))


def test_the_english_is_behind_where_only_the_indonesian_changed() -> None:
    found = compare([CHANGED, OTHER], stamps(OLD, OTHER))
    assert found.behind == (CHANGED,)
    assert found.new == ()


@pytest.mark.parametrize("now", [pair("Ya, dengan syarat.", "Yes, on conditions."), pair("Ya.", "Yes!")])
def test_english_that_was_written_anew_is_new_and_not_behind(now: Pair) -> None:
    found = compare([now, OTHER], stamps(OLD, OTHER))
    assert (found.behind, found.new) == ((), (now,))


def test_a_text_that_was_moved_keeps_its_stamp() -> None:
    moved = Pair("data", OLD.id, OLD.en, Place("data/laws.yaml", 900))
    assert compare([moved], stamps(OLD)).new == ()


def test_stamping_leaves_behind_what_is_behind() -> None:
    known = stamped(compare([CHANGED, OTHER], stamps(OLD, OTHER)))
    assert compare([CHANGED, OTHER], known).behind == (CHANGED,)


def test_stamping_adds_what_is_new_and_drops_what_is_gone() -> None:
    known = stamped(compare([OTHER, CHANGED], stamps(OTHER, pair("Hilang.", "Gone."))))
    assert set(known.lines) == {OTHER.stamp, CHANGED.stamp}


def test_what_was_confirmed_is_behind_no_more_and_its_old_stamp_goes() -> None:
    known = confirmed(stamps(OLD, OTHER), [CHANGED])
    found = compare([CHANGED, OTHER], known)
    assert (found.behind, found.new) == ((), ())
    assert stamped(found).lines == tuple(sorted([CHANGED.stamp, OTHER.stamp]))


def test_the_same_english_for_another_indonesian_text_is_new_while_the_old_one_stands() -> None:
    assert compare([OLD, CHANGED], stamps(OLD)).behind == ()
    assert compare([OLD, CHANGED], stamps(OLD)).new == (CHANGED,)


def test_of_two_places_with_one_text_the_one_that_changed_is_behind() -> None:
    found = compare([OLD, CHANGED], stamps(OLD, OLD))
    assert found.behind == (CHANGED,)
    assert found.kept == (OLD.stamp, OLD.stamp)


def test_a_second_place_of_one_text_is_counted() -> None:
    found = compare([OLD, OLD], stamps(OLD))
    assert len(found.new) == 1
    assert stamped(found).lines == (OLD.stamp, OLD.stamp)


def test_the_file_says_what_it_is_and_its_lines_are_sorted() -> None:
    text = stamps(OTHER, OLD, OTHER).text()
    head, *lines = text.split("en,id\n")
    assert [line[0] for line in head.splitlines()] == ["#", "#"]
    assert lines == ["".join(f"{each.line}\n" for each in sorted([OLD, OTHER, OTHER], key=lambda each: each.line))]
