"""What the words of `netral stats import` stand for: agency, round, week, mapping, and the file to add to."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from netral.catalogue import Labels
from netral.cli.check import problems_of
from netral.cli.named import agency_of, round_of
from netral.cli.options import Refused, chosen_day
from netral.load.dataset import DEMO
from netral.load.files import SourceText
from netral.load.records import nearest
from netral.meanings import versions_alike
from netral.model.agency import Round
from netral.model.completion import sunday_of
from netral.model.dataset import Dataset
from netral.problems import Problem
from netral.stats.importing import Request
from netral.stats.mapping import FormMapping, providers, read_mapping
from netral.versions import versions
from netral.weeks import monday_of

__all__ = ["draft_problems", "mapping_of", "request_of", "target_of"]

_MAPPINGS = frozenset({".yaml", ".yml"})


def mapping_of(word: str, say: Labels) -> tuple[FormMapping | None, list[Problem]]:
    """The mapping that `--from` names: a provider, or a file. Raises Refused for a name that nobody bears."""
    if word in providers():
        return providers()[word], []
    if Path(word).suffix in _MAPPINGS:
        return read_mapping(Path(word))
    guess = nearest(word.casefold(), list(providers()))
    known = ", ".join(providers())
    if guess:
        raise Refused(say("cli.import.no_provider_guess", value=word, known=known, guess=guess))
    raise Refused(say("cli.import.no_provider", value=word, known=known))


def request_of(
    options: argparse.Namespace, dataset: Dataset, mapping: FormMapping, today: dt.date, say: Labels
) -> Request:
    """What the options ask for. Raises Refused where they name what is not there, or a week that is not over."""
    agency = agency_of(dataset, options.agency_, say)
    round_ = round_of(agency, options.round_, say)
    if round_.pact_version is None:
        raise Refused(say("cli.import.no_version", round=round_.id))
    week = chosen_day(options.week_, options.lang)
    monday = monday_of(week)
    if week != monday:
        raise Refused(say("cli.import.no_monday", value=options.week_, monday=monday.isoformat()))
    ends = sunday_of(week)
    if ends > today:
        raise Refused(say("cli.import.not_over", value=options.week_, ends=ends.isoformat()))
    units = tuple(unit for unit in dataset.units if unit.agency == agency.id) if agency.units else ()
    trial = agency.id in dataset.made_up
    exports = tuple(options.exports)
    digests = _digests(dataset, round_)
    return Request(agency, round_, week, today, mapping, options.roster, exports, units, trial, digests)


def _digests(dataset: Dataset, round_: Round) -> dict[str, str]:
    """The versions whose signatures count for a round, each with its digest."""
    assert round_.pact_version is not None
    pact = dataset.pact_of(round_)
    known = {text.version: text.digest for text in versions(pact)} if pact else {}
    return {version: known.get(version, "") for version in versions_alike(dataset, round_, round_.pact_version)}


def target_of(data: Path, dataset: Dataset, agency: str) -> Path:
    """The file that holds the figures of an agency."""
    home = data / DEMO if agency in dataset.made_up else data
    return home / "completion" / f"{agency}.csv"


def draft_problems(
    data: Path, target: Path, content: bytes, today: dt.date
) -> tuple[list[Problem], Mapping[str, SourceText]]:
    """What the check would say of `content` in the place of `target`, and the texts it speaks of."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "completion" / target.name
        draft.parent.mkdir()
        draft.write_bytes(content)
        _, texts, problems = problems_of(data, today, [draft])
    was, name = draft.as_posix(), target.as_posix()
    told = [replace(p, place=replace(p.place, file=name)) if p.place.file == was else p for p in problems]
    return told, {**texts, **({name: texts[was]} if was in texts else {})}
