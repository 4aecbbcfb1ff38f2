"""`completion.json`: what is known of how far signing has come in each real round."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netral.exports.pacts import digest_of
from netral.exports.plain import held
from netral.model.agency import Round
from netral.model.completion import Figures, Mark
from netral.model.dataset import Dataset
from netral.standing import Standing, standings
from netral.ways import Week, exact

__all__ = ["completion_items"]

#: What an item says of its newest week by itself.
_NEWEST = ("week", "headcount", "headcount_date", "signed", "mark", "counted")


def completion_items(dataset: Dataset, day: dt.date) -> list[dict[str, Any]]:
    """What is known of each real round's completion: unknown is null, not zero, and so is what a mark stands for."""
    known = standings(dataset, day)
    items = []
    for agency in dataset.agencies:
        if dataset.is_made_up(agency):
            continue
        for round_ in agency.rounds:
            sources = sorted({source for report in round_.reported for source in report.sources} or round_.sources)
            standing = known.get((agency.id, round_.id))
            newest = _week(standing.lead.newest, dataset, round_) if standing else dict.fromkeys(_NEWEST)
            items.append(
                {
                    "id": round_.id,
                    "agency": agency.id,
                    "pact_version": round_.pact_version,
                    "pact_digest": digest_of(dataset, round_, round_.pact_version),
                    **{key: newest[key] for key in _NEWEST},
                    "late": [week.monday.isoformat() for week in standing.lead.late] if standing else [],
                    "missing": [week.monday.isoformat() for week in standing.lead.missing] if standing else [],
                    "weeks": [_week(week, dataset, round_) for week in _published(standing)] if standing else [],
                    "reported": held(dataset, round_.reported, agency),
                    "sources": sources,
                }
            )
    return items


def _published(standing: Standing) -> list[Week]:
    """The weeks with figures of all pact versions, the round's own last."""
    lines = (*reversed(standing.older), standing.lead)
    return [week for line in lines for week in line.weeks if week.figures is not None]


def _week(week: Week, dataset: Dataset, round_: Round) -> dict[str, Any]:
    row = week.figures
    assert row is not None
    return {
        "week": week.monday.isoformat(),
        "until": week.sunday.isoformat(),
        "pact_version": row.pact_version,
        "pact_digest": digest_of(dataset, round_, row.pact_version),
        "headcount": row.headcount,
        "headcount_date": row.headcount_date.isoformat() if row.headcount_date else None,
        "signed": exact(row),
        "mark": _mark(row),
        "counted": row.counted,
        "status": row.status,
        "revision": row.revision,
        "replaced": [
            {"method": old.method, "revision": old.revision, "signed": exact(old), "mark": _mark(old)}
            for old in week.replaced
        ],
        "confirmed_by": row.confirmed_by,
        "note": row.note or None,
    }


def _mark(row: Figures) -> str | None:
    return row.signed.value if isinstance(row.signed, Mark) else None
