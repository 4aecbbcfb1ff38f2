"""The chain from act to article, both ways.

No act without its consequence, no rung that nothing leads to, no link that neither rests on an article nor says what
was not found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from netral.model.act import Act, Answer
from netral.model.base import Ref
from netral.model.chain import LINKS, TIMES, Limit, Step
from netral.model.dataset import Dataset
from netral.model.form import GOOD_PRACTICE
from netral.model.place import Place
from netral.model.sanction import Ladder
from netral.problems import Problem
from netral.sanctioned import covered, inside, names, rungs, spans, together

__all__ = ["check_chain"]


def check_chain(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Answers lead to sanctions in force, sanctions are led to, and every rung has its chain."""
    if not {"acts", "sanctions"} & dataset.unread:
        for act in dataset.acts:
            for answer in act.answers:
                yield from _answer(dataset, answer)
            yield from _rows(dataset, act)
        for ladder in dataset.sanctions:
            if ladder.kind in TIMES:
                yield from _reached(dataset, ladder)
    for ladder in dataset.sanctions:
        yield from _ladder(ladder)
        for index, name in enumerate(ladder.follows):
            other, *_ = dataset.sanction_refs.get(name, (None,))
            if other is not None and other.chain is None:
                yield Problem("C011", ladder.at.item("follows", index), {"ladder": name}, "follows")


def _answer(dataset: Dataset, answer: Answer) -> Iterator[Problem]:
    values = {"answer": answer.id, "verdict": answer.verdict}
    if answer.verdict != "boleh" and not answer.sanctions and answer.no_sanction is None:
        yield Problem("C009", answer.at.key("sanctions"), values)
    if answer.sanctions and answer.no_sanction is not None:
        yield Problem("C009", answer.at.key("no_sanction"), values, "both")
    cited = {basis.provision for basis in answer.basis}
    for ladder in dataset.sanctions:
        for part, articles in _led_by(ladder):
            found = next((article for article in articles if article in cited), None)
            if found is not None and not _named(answer.sanctions, ladder, part):
                basis = next(each for each in answer.basis if each.provision == found)
                more = {"cite": basis.cite, "ref": _ref(ladder, part)}
                yield Problem("C015", answer.at.key("sanctions"), values | more)
    first, last = answer.from_.first, answer.until.last if answer.until else dt.date.max
    for index, ref in enumerate(answer.sanctions):
        if ref in dataset.sanction_refs:
            own, level, rung = dataset.sanction_refs[ref]
            if not together(spans(own, level, rung), first, last):
                yield Problem("C016", answer.at.item("sanctions", index), {"answer": answer.id, "ref": ref})


def _led_by(ladder: Ladder) -> Iterator[tuple[str, Sequence[Ref]]]:
    """Parts of a ladder, and the articles that lead to each; a crime is led to by the article that makes it one."""
    yield "", ladder.led_by
    for level in ladder.levels:
        yield level.id, level.led_by
    for name, _, rung in rungs(ladder):
        crime = [basis.provision for basis in rung.basis if basis.provision] if ladder.kind == "criminal" else []
        yield name, [*rung.led_by, *crime]


def _ref(ladder: Ladder, part: str) -> str:
    return f"{ladder.id}/{part}" if part else ladder.id


def _named(refs: Sequence[Ref], ladder: Ladder, part: str) -> bool:
    """Does one of `refs` name the part, something it is in, or something in it?"""
    own = _ref(ladder, part)
    return any(inside(ref, own) or inside(own, ref) for ref in refs)


def _rows(dataset: Dataset, act: Act) -> Iterator[Problem]:
    """What the joint decree threatens is what the answers for civil servants name, and the stage goes with it."""
    for row in act.rows:
        if row.leads is None or row.stage is None:
            if row.leads is not None or row.stage is not None:
                key = "leads" if row.leads is not None else "stage"
                yield Problem("C015", row.at.key(key), {"number": str(row.number), "key": key}, "half")
            continue
        for answer in act.answers:
            of_stage = answer.stage in {row.stage, "semua"} or row.stage == "semua"
            if "pns" in answer.who and of_stage and answer.verdict == "tidak":
                ladder, _, part = row.leads.partition("/")
                own = dataset.sanction_refs.get(ladder)
                if own is not None and not _named(answer.sanctions, own[0], part):
                    values = {"answer": answer.id, "number": str(row.number), "ref": row.leads}
                    yield Problem("C015", answer.at.key("sanctions"), values, "row")


def _reached(dataset: Dataset, ladder: Ladder) -> Iterator[Problem]:
    refs = {ref for act in dataset.acts for answer in act.answers for ref in answer.sanctions}
    for name, level, rung in rungs(ladder):
        if level.suspended is not None:
            continue
        led = any(inside(ref, _ref(ladder, name)) for ref in refs)
        why = [part for part in (ladder, level, rung) if part.unreached is not None]
        values = {"ref": _ref(ladder, name)}
        if not led and not why:
            yield Problem("C010", rung.at.value("id"), values)
        if led and why:
            yield Problem("C010", why[0].at.key("unreached"), values, "reached")


def _ladder(ladder: Ladder) -> Iterator[Problem]:
    times = TIMES.get(ladder.kind)
    if ladder.chain is None:
        if times is not None and not ladder.follows:
            yield Problem("C011", ladder.at.value("id"), {"ladder": ladder.id}, "none")
        return
    known = names(ladder)
    for link, step in ladder.chain.steps():
        yield from _step(step, link)
        for index, part in enumerate(step.only):
            if part not in known:
                values = {"ladder": ladder.id, "part": part}
                yield Problem("C011", step.at.item("only", index), values, "only")
    for link in LINKS:
        found: tuple[Step, ...] = getattr(ladder.chain, link)
        place = ladder.chain.at.key(link)
        if link != "limits":
            yield from _complete(ladder, found, place, {"link": link}, link)
            continue
        for time in times or ():
            steps = tuple(step for step in found if isinstance(step, Limit) and step.of == time)
            yield from _complete(ladder, steps, place, {"link": time}, "limits")


def _complete(
    ladder: Ladder, steps: tuple[Step, ...], place: Place, values: dict[str, str], variant: str
) -> Iterator[Problem]:
    """Every rung has one step, and only one: so none can be lost without a word."""
    without = [name for name, _, _ in rungs(ladder) if not any(covered(step, name) for step in steps)]
    values = values | {"ladder": ladder.id}
    if without:
        yield Problem("C011", place, values | {"rungs": ", ".join(without)}, variant)
    for index, step in enumerate(steps):
        again = [
            name
            for name, _, _ in rungs(ladder)
            if covered(step, name) and any(covered(other, name) for other in steps[:index])
        ]
        if again:
            yield Problem("C011", step.at.own, values | {"rungs": ", ".join(again)}, "twice")


def _step(step: Step, link: str) -> Iterator[Problem]:
    if not step.basis and step.missing is None:
        yield Problem("C012", step.at.own, {"link": link})
    if step.basis and step.text is None:
        yield Problem("C012", step.at.key("basis"), {"link": link}, "text")
    for basis in step.basis:
        # A citation of law without its provision is told by the rule about citations (C033).
        if basis.note is None and (basis.cite == GOOD_PRACTICE or (basis.provision and "/" not in basis.provision)):
            variant = "" if basis.provision is None else "whole"
            yield Problem("C013", basis.at.value("provision"), {"cite": basis.cite}, variant)
