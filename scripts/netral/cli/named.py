"""The agency and the round that the words of a command name."""

from __future__ import annotations

from netral.catalogue import Labels
from netral.cli.options import Refused
from netral.load.records import nearest
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset

__all__ = ["agency_of", "round_of"]


def agency_of(dataset: Dataset, word: str, say: Labels) -> Agency:
    """The agency whose id is `word`. Raises Refused, with the likely one or all there are, where there is none."""
    agencies = {agency.id: agency for agency in dataset.agencies}
    if word not in agencies:
        guess = nearest(word, list(agencies))
        raise Refused(say("cli.import.no_agency", value=word, guess=guess or ", ".join(sorted(agencies))))
    return agencies[word]


def round_of(agency: Agency, word: str, say: Labels) -> Round:
    """The round of `agency` whose id is `word`. Raises Refused, with those it has, where it has none of that id."""
    rounds = {round_.id: round_ for round_ in agency.rounds}
    if word not in rounds:
        raise Refused(say("cli.import.no_round", value=word, known=", ".join(rounds) or "-"))
    return rounds[word]
