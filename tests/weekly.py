"""Made-up weekly figures for tests: rows of the demo regency and of an agency that stands for a real one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from tests.conftest import ROOT, TODAY

from netral.build import editions
from netral.load import load
from netral.model.completion import Figures, Signed
from netral.model.dataset import Dataset
from netral.pages import Edition
from netral.problems import Lang
from netral.standing import Standing, standings

DEMO, ROUND = "kabupaten-demo", "kabupaten-demo-2026"
#: The first week of the demo round.
MONDAY = dt.date(2026, 4, 20)
DAY = dt.date.fromisoformat(TODAY)


def monday(number: int) -> dt.date:
    """The Monday of week `number`, counted from 0."""
    return MONDAY + dt.timedelta(weeks=number)


def row(number: int, signed: Signed, **other: Any) -> Figures:
    """The whole demo regency in week `number`; `other` replaces what else a row holds."""
    plain = Figures(
        agency=DEMO,
        round=ROUND,
        week=monday(number),
        unit="all",
        pact_version="2",
        method="any",
        revision=1,
        headcount=1000,
        headcount_date=dt.date(2026, 4, 1),
        signed=signed,
        counted="persons",
        status="provisional",
        confirmed_by="Kantor rekaan",
        note="",
    )
    return replace(plain, **other)


def with_rows(rows: Iterable[Figures], **other: Any) -> Dataset:
    """The project's data with the demo, and these rows in place of its own."""
    return replace(_project(), completion=tuple(rows), **other)


@cache
def _project() -> Dataset:
    return load(ROOT / "data", demo=True).dataset


def stands(rows: Iterable[Figures], day: dt.date = DAY, **other: Any) -> Standing:
    """Where the demo round stands by `rows` on `day`."""
    return standings(with_rows(rows, **other), day)[DEMO, ROUND]


def edition_of(dataset: Dataset, lang: Lang, day: dt.date = DAY) -> Edition:
    """An edition of `dataset`."""
    return editions(dataset, day, "https://netral.example/", {})[lang]
