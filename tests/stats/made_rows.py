"""Figures of an invented agency, as short as a test can say them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netral.model.completion import COLUMNS, Figures
from netral.model.place import Place

MONDAY = dt.date(2026, 5, 4)


def row(week: int = 0, signed: Any = 350, **other: Any) -> Figures:
    """The figures of the week that comes `week` weeks after MONDAY; whatever else is not said is ordinary."""
    values: dict[str, Any] = {
        "agency": "kota-rekaan",
        "round": "putaran-rekaan",
        "unit": "all",
        "pact_version": "1",
        "method": "any",
        "revision": 1,
        "headcount": 1200,
        "headcount_date": dt.date(2026, 5, 1),
        "counted": "persons",
        "status": "final",
        "confirmed_by": "Bagian Kepegawaian",
        "note": "",
    } | other
    places = {name: Place(f"data/completion/{values['agency']}.csv", 2 + week, n) for n, name in enumerate(COLUMNS, 1)}
    return Figures(week=MONDAY + dt.timedelta(days=7 * week), signed=signed, places=places, **values)
