"""A round -> the text that may be put before people, or why there is none.

A form or a sheet is made only from words that a source printed. What a paper retold is not the text of the pact: nobody
can sign a reporter's sentence.
"""

from __future__ import annotations

from typing import Literal

from netral.model.agency import Round
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.versions import PactText, of_version

__all__ = ["Unsignable", "signable", "spoken"]

#: no-pact: no source has a text; no-version: which version, or its words, is not known; retold: known from a paper's
#: retelling alone; pledge: the text is read aloud, and what was signed is another.
Unsignable = Literal["no-pact", "no-version", "retold", "pledge"]


def signable(dataset: Dataset, round_: Round) -> PactText | Unsignable:
    """The text that people sign in `round_`."""
    pact = dataset.pact_of(round_)
    if pact is None:
        return "no-pact"
    if pact.form != "printed":
        return "retold"
    if pact.kind != "pakta":
        return "pledge"
    return _with_words(pact, round_) or "no-version"


def spoken(dataset: Dataset, round_: Round) -> PactText | None:
    """The text that is read aloud in `round_`, where it is printed: a pledge."""
    pact = dataset.pact_of(round_)
    if pact is not None and pact.form == "printed" and pact.kind == "ikrar":
        return _with_words(pact, round_)
    return None


def _with_words(pact: Pact, round_: Round) -> PactText | None:
    text = of_version(pact, round_.pact_version)
    return text if text is not None and text.points else None
