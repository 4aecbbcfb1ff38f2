"""A statement that loses one of several articles it rests on is told; the check alone is silent about most of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from tests.conftest import ROOT, Ran

from netral.load import load
from netral.model.act import Answer
from netral.model.chain import LINKS, Step
from netral.model.dataset import Dataset
from netral.model.redirect import Redirect
from netral.proposal.bases import lost_bases

DATA = ROOT / "data"
REMOVED = """          - cite: UU 6/2014 Pasal 53 ayat (3)
            provision: uu-6-2014/pasal-53-ayat-3
"""


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load(DATA).dataset


Resting = TypeVar("Resting", Step, Answer)


def cut(records: tuple[Resting, ...], at: int) -> tuple[Resting, ...]:
    """The records, each without the article that stands at this place of its list."""
    return tuple(
        each.model_copy(update={"basis": tuple(basis for n, basis in enumerate(each.basis) if n != at)})
        for each in records
    )


def without(dataset: Dataset, at: int) -> Dataset:
    """Every step of every chain, and every answer, without its article of this place."""
    sanctions = []
    for ladder in dataset.sanctions:
        if ladder.chain is not None:
            steps = {link: cut(getattr(ladder.chain, link), at) for link in LINKS}
            sanctions.append(ladder.model_copy(update={"chain": ladder.chain.model_copy(update=steps)}))
        else:
            sanctions.append(ladder)
    acts = tuple(act.model_copy(update={"answers": cut(act.answers, at)}) for act in dataset.acts)
    return replace(dataset, sanctions=tuple(sanctions), acts=acts)


def test_what_is_as_it_was_lost_nothing(real: Dataset) -> None:
    assert lost_bases(real, load(DATA).dataset) == []
    assert lost_bases(Dataset(), real) == lost_bases(real, Dataset()) == []


def test_each_article_of_each_step_and_answer_is_missed_alone(real: Dataset) -> None:
    seen = 0
    for at in range(12):
        wanted = {
            ("sanctions", ladder.id, step.basis[at].cite)
            for ladder in real.sanctions
            for _, step in (ladder.chain.steps() if ladder.chain else ())
            if at < len(step.basis)
        }
        wanted |= {
            ("acts", act.id, answer.basis[at].cite)
            for act in real.acts
            for answer in act.answers
            if at < len(answer.basis)
        }
        lost = lost_bases(real, without(real, at))
        assert {(*each.path[:2], cite) for each in lost for cite in each.lost} == wanted
        assert all(len(each.lost) == 1 and each.lost[0] not in each.now for each in lost)
        seen += len(lost)
    steps = [step for ladder in real.sanctions if ladder.chain for _, step in ladder.chain.steps()]
    answers = [answer for act in real.acts for answer in act.answers]
    assert seen == sum(len(each.basis) for each in (*steps, *answers)) > 400


def test_a_citation_worded_anew_is_no_loss_and_another_article_is(real: Dataset) -> None:
    act = next(act for act in real.acts if act.answers[0].basis and act.answers[0].basis[0].provision)
    answer = act.answers[0]

    def told(**change: str) -> list[tuple[str, ...]]:
        bases = (answer.basis[0].model_copy(update=change), *answer.basis[1:])
        new = act.model_copy(update={"answers": (answer.model_copy(update={"basis": bases}), *act.answers[1:])})
        after = replace(real, acts=tuple(new if each is act else each for each in real.acts))
        return [each.lost for each in lost_bases(real, after)]

    assert told(cite="lain") == []
    assert told(provision="uu-rekaan/pasal-1") == [(answer.basis[0].cite,)]


def test_a_renamed_record_is_the_same_record(real: Dataset) -> None:
    act = next(act for act in real.acts if act.answers[0].basis)
    bare = act.answers[0].model_copy(update={"basis": ()})
    new = act.model_copy(update={"id": "perbuatan-lain", "answers": (bare, *act.answers[1:])})
    after = replace(real, acts=tuple(new if each is act else each for each in real.acts))
    assert lost_bases(real, after) == []
    day = act.checked_on
    moved = Redirect.model_validate({"@at": act.at, "id": act.id, "kind": "acts", "to": new.id, "since": day})
    (lost,) = lost_bases(real, replace(after, redirects=(moved,)))
    assert (lost.path, lost.now) == (("acts", new.id, "answers", bare.id), ())


def test_the_summary_names_the_statement_and_fails_nothing(tmp_path: Path, inside: Callable[..., Ran]) -> None:
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("demo"))
    path = tmp_path / "data" / "sanctions.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(REMOVED) == 1
    path.write_text(text.replace(REMOVED, ""), encoding="utf-8")
    where = ["--before", str(DATA), "--data", "data", "--as-of", "2026-11-22"]
    ran = inside("proposal", *where, "--lang", "id", cwd=tmp_path)
    assert ran.code == 0
    line = text[: text.index(REMOVED)].count("\n") + 1  # of the first line that is gone; the statement begins above it
    (row,) = [row for row in ran.out.splitlines() if "UU 6/2014 Pasal 53 ayat (3)" in row]
    head, gone, now = (cell.strip() for cell in row.strip("|").split("|"))
    assert head.startswith("data/sanctions.yaml, baris ")
    assert head.endswith(": perangkat-desa / chain / decides / desa/pemberhentian")
    assert 0 < line - int(head.split("baris ")[1].split(":")[0]) < 15
    assert (gone, now) == ("UU 6/2014 Pasal 53 ayat (3)", "UU 6/2014 Pasal 40 ayat (3)")
    assert "## Pasal yang tidak disebut lagi\n" in ran.out
    out = inside("proposal", *where, "--lang", "en", cwd=tmp_path).out
    assert "## Articles that are not named any more\n" in out
    assert "| Statement | Before also | Now |" in out
    assert inside("proposal", *where, "--format", "github", cwd=tmp_path).out == ""
