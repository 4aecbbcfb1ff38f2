"""The chain of the real data holds, and no link of it can be taken out without a word.

Links are taken out of the records in memory, one at a time: a sanction of an answer, the reason why there is none, a
rung, a step, what a step rests on, its article. The file and the line to be told are those of what was there.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest
from tests.conftest import ROOT, TODAY

from netral.check.chain import check_chain
from netral.check.citations import check_citations
from netral.check.references import check_references
from netral.load import load
from netral.model.act import Act, Answer
from netral.model.base import Basis
from netral.model.chain import LINKS
from netral.model.dataset import Dataset
from netral.model.sanction import Ladder
from netral.problems import Problem

pytestmark = pytest.mark.xdist_group("mutations")
DAY = dt.date.fromisoformat(TODAY)
#: How many links of one sort are taken out; the long tests take out all.
EACH = 14


@cache
def original() -> Dataset:
    loaded = load(ROOT / "data")
    assert loaded.problems == ()
    return loaded.dataset


@dataclass(frozen=True)
class Cut:
    """The data without one link, the code to be told and the lines of the record it may be told at."""

    about: str
    data: Dataset
    code: str
    file: str
    lines: range


def with_act(old: Act, new: Act) -> Dataset:
    return replace(original(), acts=tuple(new if act is old else act for act in original().acts))


def with_ladder(old: Ladder, new: Ladder) -> Dataset:
    return replace(original(), sanctions=tuple(new if each is old else each for each in original().sanctions))


def with_answer(act: Act, old: Answer, **changed: object) -> Dataset:
    new = old.model_copy(update=changed)
    return with_act(act, act.model_copy(update={"answers": tuple(new if a is old else a for a in act.answers)}))


def near(line: int) -> range:
    return range(line, line + 1)


def without_consequence() -> Iterator[Cut]:
    """Each sanction of each answer, and each reason why there is none."""
    for act in original().acts:
        for answer in act.answers:
            where = answer.at.key("sanctions")
            for index, ref in enumerate(answer.sanctions):
                rest = answer.sanctions[:index] + answer.sanctions[index + 1 :]
                code = "C015" if rest else "C009"
                data = with_answer(act, answer, sanctions=rest)
                yield Cut(f"{act.id}/{answer.id} -> {ref}", data, code, where.file, near(where.line))
            if answer.no_sanction is not None:
                data = with_answer(act, answer, no_sanction=None)
                yield Cut(f"{act.id}/{answer.id}.no_sanction", data, "C009", where.file, near(where.line))


def without_reason() -> Iterator[Cut]:
    """Each reason why nothing leads to a sanction."""
    for ladder in original().sanctions:
        if ladder.unreached is not None:
            line = ladder.levels[0].rungs[0].at.value("id")
            data = with_ladder(ladder, ladder.model_copy(update={"unreached": None}))
            yield Cut(f"{ladder.id}.unreached", data, "C010", line.file, near(line.line))
        for level in ladder.levels:
            for rung in level.rungs:
                if rung.unreached is not None:
                    bare = rung.model_copy(update={"unreached": None})
                    rungs = tuple(bare if each is rung else each for each in level.rungs)
                    there = level.model_copy(update={"rungs": rungs})
                    levels = tuple(there if each is level else each for each in ladder.levels)
                    data = with_ladder(ladder, ladder.model_copy(update={"levels": levels}))
                    where = rung.at.value("id")
                    yield Cut(f"{ladder.id}/{level.id}/{rung.id}.unreached", data, "C010", where.file, near(where.line))


def without_rung() -> Iterator[Cut]:
    """Each rung that an answer names: the answer leads nowhere then."""
    named = [
        (ref, answer.at.item("sanctions", index))
        for act in original().acts
        for answer in act.answers
        for index, ref in enumerate(answer.sanctions)
    ]
    for ladder in original().sanctions:
        for level in ladder.levels:
            for rung in level.rungs:
                full = f"{ladder.id}/{level.id}/{rung.id}"
                places = [place for ref, place in named if ref == full]
                if places and len(level.rungs) > 1:
                    rungs = tuple(each for each in level.rungs if each is not rung)
                    there = level.model_copy(update={"rungs": rungs})
                    levels = tuple(there if each is level else each for each in ladder.levels)
                    data = with_ladder(ladder, ladder.model_copy(update={"levels": levels}))
                    yield Cut(full, data, "K007", places[0].file, near(places[0].line))


def without_step() -> Iterator[Cut]:
    """Each step of each chain, what it rests on, what was not found, what it says, and each article it names."""
    for ladder in original().sanctions:
        chain = ladder.chain
        if chain is None:
            continue
        for link in LINKS:
            steps = getattr(chain, link)
            for step in steps:

                def changed(new: tuple[object, ...], link: str = link, ladder: Ladder = ladder) -> Dataset:
                    own = ladder.chain
                    assert own is not None
                    bare = own.model_copy(update={link: new})
                    return with_ladder(ladder, ladder.model_copy(update={"chain": bare}))

                about = f"{ladder.id}.{link}[{steps.index(step)}]"
                key = chain.at.key(link)
                rest = tuple(each for each in steps if each is not step)
                yield Cut(about, changed(rest), "C011", key.file, near(key.line))
                line = near(step.at.own.line)
                if step.basis:
                    bare = step.model_copy(update={"basis": (), "missing": None})
                    data = changed(tuple(bare if each is step else each for each in steps))
                    yield Cut(f"{about}.basis", data, "C012", key.file, line)
                    for index, basis in enumerate(step.basis):
                        bases = _unlisted(step.basis, index)
                        bare = step.model_copy(update={"basis": bases})
                        data = changed(tuple(bare if each is step else each for each in steps))
                        where = basis.at.value("provision")
                        yield Cut(f"{about}.basis[{index}]", data, "C032", key.file, near(where.line))
                    bare = step.model_copy(update={"text": None})
                    data = changed(tuple(bare if each is step else each for each in steps))
                    yield Cut(f"{about}.text", data, "C012", key.file, near(step.at.key("basis").line))
                elif step.missing is not None:
                    bare = step.model_copy(update={"missing": None})
                    data = changed(tuple(bare if each is step else each for each in steps))
                    yield Cut(f"{about}.missing", data, "C012", key.file, line)


def _unlisted(bases: tuple[Basis, ...], index: int) -> tuple[Basis, ...]:
    bare = bases[index].model_copy(update={"provision": None, "note": None})
    return (*bases[:index], bare, *bases[index + 1 :])


def without_chain() -> Iterator[Cut]:
    for ladder in original().sanctions:
        if ladder.chain is not None or ladder.follows:
            where = ladder.at.value("id")
            data = with_ladder(ladder, ladder.model_copy(update={"chain": None, "follows": ()}))
            yield Cut(f"{ladder.id}.chain", data, "C011", where.file, near(where.line))


def told(data: Dataset, code: str = "K007") -> list[Problem]:
    found = [*check_chain(data, DAY), *(check_references(data, DAY) if code == "K007" else ())]
    if code == "C032":
        # The cut is in a ladder: the rest of the data need not be read again for each.
        found += check_citations(replace(data, acts=(), channels=(), agencies=(), pacts=(), elections=()), DAY)
    return found


def missed(cuts: list[Cut]) -> list[str]:
    """What was not told, or not at its place."""
    faults = []
    for cut in cuts:
        found = [(p.code, p.place.file, p.place.line) for p in told(cut.data, cut.code)]
        if not any(code == cut.code and file == cut.file and line in cut.lines for code, file, line in found):
            faults.append(f"{cut.about}: {cut.code} {cut.file}:{cut.lines}, told {found}")
    return faults


def test_the_chain_of_the_data_is_whole() -> None:
    assert told(original()) == []


LEAST = {
    without_consequence: 140,
    without_reason: 9,
    without_rung: 9,
    without_step: 150,
    without_chain: 9,
}


@pytest.mark.parametrize("links", LEAST, ids=lambda links: links.__name__)
def test_no_link_is_lost_without_a_word(links) -> None:
    cuts = list(links())
    assert len(cuts) >= LEAST[links]
    assert missed(random.Random(2024).sample(cuts, min(EACH, len(cuts)))) == []


@pytest.mark.full
@pytest.mark.parametrize("links", LEAST, ids=lambda links: links.__name__)
def test_no_link_at_all_is_lost_without_a_word(links) -> None:
    assert missed(list(links())) == []
