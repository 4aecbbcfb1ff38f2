"""The page of a pact with versions of every kind: kept or not, of the same meaning or another, printed or retold."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.weekly import edition_of

from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.pages.pacts import pact_page


def text_of(dataset: Dataset, pact: Pact) -> str:
    pacts = tuple(pact if each.id == pact.id else each for each in dataset.pacts)
    return re.sub(r"\s+", " ", pact_page(edition_of(replace(dataset, pacts=pacts), "en"), pact).text)


def demo(dataset: Dataset, **other: object) -> Pact:
    pact = next(pact for pact in dataset.pacts if pact.id == "pakta-demo")
    return pact.model_copy(update=other)


def test_a_wording_fix_is_told_as_one(dataset: Dataset) -> None:
    pact = demo(dataset)
    assert pact.change is not None
    text = text_of(dataset, demo(dataset, change=pact.change.model_copy(update={"substantive": False})))
    assert "Only the wording was fixed; signatures of version 1 still count." in text
    assert "The meaning changed" not in text


def test_a_text_that_was_not_kept_is_said_so_and_compared_with_nothing(dataset: Dataset) -> None:
    (past,) = demo(dataset).past
    bare = past.model_copy(update={"opening": None, "points": (), "closing": None, "until": None})
    text = text_of(dataset, demo(dataset, past=(bare,)))
    assert "The text of this version was not kept; only its digest is known." in text
    assert "an earlier text" in text
    assert "word by word" not in text


def test_retold_versions_are_not_compared(dataset: Dataset) -> None:
    assert "Versions 1 and 2, word by word" in text_of(dataset, demo(dataset))
    assert "Versions 1 and 2, word by word" not in text_of(dataset, demo(dataset, form="reported"))
