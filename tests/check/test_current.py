"""What is repealed or has ended is refused wherever it is shown as today's, and its successor is named.

The real data are taken, and into each sort of place that presents law each article of PP 53/2010 is put, and KASN into
each that has somebody act.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest
from tests.conftest import ROOT, TODAY

from netral.check.bodies import check_bodies
from netral.check.law import check_law
from netral.load import load
from netral.model.base import Basis, Text
from netral.model.dataset import KINDS, Dataset
from netral.problems import Problem

DAY = dt.date.fromisoformat(TODAY)
KEPT = "pp-53-2010/pasal-7-ayat-3"


@cache
def original() -> Dataset:
    return load(ROOT / "data", demo=True).dataset


def old_articles() -> list[str]:
    (law,) = [law for law in original().regulations if law.id == "pp-53-2010"]
    return ["pp-53-2010", *(f"pp-53-2010/{part.id}" for part in law.provisions)]


def changed(record, path, value):
    """A copy of `record` with `value` at `path`, a list of keys and indexes."""
    key, *rest = path
    if isinstance(key, int):
        return tuple(changed(each, rest, value) if n == key else each for n, each in enumerate(record))
    now = getattr(record, key)
    if not rest:
        return record.model_copy(update={key: value})
    if isinstance(rest[0], int):
        return record.model_copy(update={key: changed(now, rest, value)})
    return record.model_copy(update={key: changed(now, rest, value)})


def ways(record, path=()) -> Iterator[tuple[str, list, object]]:
    """Every value of a record inside it: its shape without numbers, its path, itself."""
    for name in type(record).model_fields:
        if name == "at":
            continue
        value = getattr(record, name)
        if isinstance(value, tuple):
            for n, each in enumerate(value):
                if hasattr(type(each), "model_fields"):
                    yield f"{type(record).__name__}.{name}", [*path, name, n], each
                    yield from ways(each, [*path, name, n])
        elif hasattr(type(value), "model_fields"):
            yield f"{type(record).__name__}.{name}", [*path, name], value
            yield from ways(value, [*path, name])


def put(kind, item, path, value) -> Dataset:
    last = path[-1]
    if isinstance(last, int):
        holder = item
        for key in path[:-1]:
            holder = holder[key] if isinstance(key, int) else getattr(holder, key)
        value = tuple(value if n == last else each for n, each in enumerate(holder))
        path = path[:-1]
    new = changed(item, path, value)
    kept = {"regulations": original().regulations, "channels": original().channels}
    others = kept.get(kind, (item,))
    # Only what the checks need beside the record, so that they are quick.
    return Dataset(**kept | {kind: tuple(new if each is item else each for each in others)})


@cache
def bases() -> dict[str, tuple[str, object, list, Basis]]:
    """One place of each sort where an article is cited as today's law, of a record that still holds today."""
    found = {}
    for kind in KINDS:
        for item in original().of_kind(kind):
            if getattr(item, "kind", "") == "history" or item.id == "kasn":
                continue
            for shape, path, value in ways(item):
                if isinstance(value, Basis) and not value.printed and not _over(item, path):
                    found.setdefault(f"{kind} {shape}", (kind, item, path, value))
    return found


def _over(item, path) -> bool:
    """Is the cited place inside something that has ended, or is held back?"""
    holder = item
    for key in path:
        holder = holder[key] if isinstance(key, int) else getattr(holder, key)
        until = getattr(holder, "until", None) or getattr(getattr(holder, "in_force", None), "until", None)
        if until is not None or getattr(holder, "suspended", None) is not None:
            return True
    return False


def c004(data: Dataset) -> list[Problem]:
    return [p for p in check_law(data, DAY) if p.code == "C004"]


def test_there_is_a_place_of_each_sort() -> None:
    shapes = {shape.split()[1] for shape in bases()}
    assert shapes >= {
        "Answer.basis",
        "Ladder.basis",
        "Level.basis",
        "Rung.basis",
        "Step.basis",
        "Limit.basis",
        "Point.basis",
        "Deadline.basis",
        "NoticeItem.basis",
    }


@pytest.mark.parametrize("shape", sorted(bases()))
def test_an_article_of_the_old_regulation_is_refused_and_its_successor_named(shape: str) -> None:
    kind, item, path, basis = bases()[shape]
    assert c004(original()) == []
    for ref in old_articles():
        found = c004(put(kind, item, path, basis.model_copy(update={"provision": ref})))
        if ref == KEPT:
            assert found == []
            continue
        place = basis.at.value("provision")
        assert [(p.place.file, p.place.line, p.variant) for p in found] == [(place.file, place.line, "")]
        assert "PP 94/2021" in found[0].values["successor"]


def test_the_poster_cites_no_old_article() -> None:
    chosen = [
        (kind, item, [*path, "cites"])
        for kind in ("acts", "sanctions", "channels")
        for item in original().of_kind(kind)
        for shape, path, _ in ways(item)
        if shape.endswith(".poster")
    ]
    assert len(chosen) >= 10
    for where in chosen:
        (found,) = c004(put(*where, ("pp-53-2010/pasal-7-ayat-4",)))
        assert found.values["successor"] == "PP 94/2021 Pasal 8 ayat (4)"


ENDED = "kasn"


def c014(data: Dataset) -> list[Problem]:
    return [p for p in check_bodies(data, DAY) if p.code == "C014"]


def named(problem: Problem) -> bool:
    return "BKN, Kementerian PANRB" in problem.values["successor"]


def test_no_agency_and_no_channel_leads_to_the_ended_body() -> None:
    assert c014(original()) == []
    for agency in original().agencies:
        (found,) = c014(put("agencies", agency, ["channels"], (*agency.channels, ENDED)))
        assert (found.variant, named(found)) == ("channel", True)
        assert found.place.file == agency.at.own.file
    for channel in original().channels:
        if channel.id != ENDED:
            (found,) = c014(put("channels", channel, ["replaced_by"], (ENDED,)))
            assert (found.variant, named(found)) == ("replaced", True)


def test_no_step_has_the_ended_body_act() -> None:
    tried = 0
    for ladder in original().sanctions:
        for link in ("decides", "limits", "objection", "appeal") if ladder.chain else ():
            for n, step in enumerate(getattr(ladder.chain, link)):
                (found,) = c014(put("sanctions", ladder, ["chain", link, n, "bodies"], (*step.bodies, ENDED)))
                assert (found.variant, named(found), found.place.line >= step.at.own.line) == ("step", True, True)
                tried += 1
    assert tried >= 50


NAMES = ("KASN", "Komisi Aparatur Sipil Negara")


@cache
def texts() -> dict[str, tuple[str, object, list, Text]]:
    """One text of each sort that presents law of today."""
    found = {}
    for kind in ("acts", "sanctions", "channels"):
        for item in original().of_kind(kind):
            if getattr(item, "kind", "") in {"history", "stated"} or item.id == ENDED:
                continue
            for shape, path, value in ways(item):
                if isinstance(value, Text) and not _over(item, path) and not _history(item, path):
                    found.setdefault(f"{kind} {shape}", (kind, item, path, value))
    return found


def _history(item, path) -> bool:
    holders = [item]
    for key in path:
        holders.append(holders[-1][key] if isinstance(key, int) else getattr(holders[-1], key))
    return any(getattr(holder, "history", ()) for holder in holders)


@pytest.mark.parametrize("shape", sorted(texts()))
def test_no_text_of_today_names_the_ended_body(shape: str) -> None:
    kind, item, path, text = texts()[shape]
    for lang in ("id", "en"):
        for name in NAMES:
            new = text.model_copy(update={lang: f"{name} memutus."})
            (found,) = c014(put(kind, item, path, new))
            assert (found.variant, named(found)) == ("text", True)
            assert (found.place.file, found.place.line) == (text.at.own.file, text.at.value(lang).line)


def test_a_text_that_tells_of_the_past_may_name_it() -> None:
    marked = [
        (kind, item, path, value)
        for kind in ("acts", "channels")
        for item in original().of_kind(kind)
        for _, path, value in ways(item)
        if getattr(value, "history", ())
    ]
    assert len(marked) >= 4
    for kind, item, path, _ in marked:
        found = c014(put(kind, item, [*path, "history"], ()))
        assert {p.variant for p in found} == {"text"}
        assert all(map(named, found))
