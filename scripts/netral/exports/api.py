"""`/api/v1/`: what the pages say, for programs. The keys are a contract (CONTRIBUTING.md, "The published JSON")."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any

from netral import asof
from netral.addresses import RECORDS, absolute
from netral.catalogue import LANGS
from netral.changes import changes_of
from netral.exports.chain import chain_of
from netral.exports.pacts import digest_of, version_values
from netral.exports.plain import plain
from netral.exports.reviews import review_items
from netral.model.act import Act
from netral.model.agency import Agency, Round
from netral.model.base import TopRecord
from netral.model.channel import Channel
from netral.model.completion import Figures, Mark
from netral.model.dataset import Dataset, Item
from netral.model.pact import Pact
from netral.model.redirect import Redirect
from netral.model.regulation import Regulation
from netral.model.sanction import Ladder
from netral.reviews import look_of, periods
from netral.standing import Standing, standings
from netral.ways import Week, exact

__all__ = ["API", "api_files"]

API = "api/v1/"

Build = tuple[Dataset, dt.date, str]
#: resource -> where its items have a page.
RESOURCES: Mapping[str, str | None] = {**RECORDS, "sources": None}


def api_files(dataset: Dataset, day: dt.date, site_url: str, data_digest: str) -> dict[str, str]:
    """Site path -> JSON text of every resource, `completion`, `reviews` and the index."""
    build = (dataset, day, site_url)
    files = {kind: [_item(build, kind, record) for record in dataset.of_kind(kind)] for kind in RESOURCES}
    files["completion"] = _completion(dataset, day)
    files["reviews"] = review_items(dataset, day)
    texts = {f"{API}{kind}.json": _text({"as_of": day.isoformat(), "items": items}) for kind, items in files.items()}
    index = {
        "as_of": day.isoformat(),
        "data_digest": data_digest,
        "checked_until": asof.checked_until(dataset).isoformat(),
        "official": False,
        "site": next((plain(site) for site in dataset.site), None),
        "moved": [_moved(each, site_url) for each in dataset.redirects],
        "resources": {kind: f"{kind}.json" for kind in files},
    }
    return {f"{API}index.json": _text(index), **texts}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(build: Build, kind: str, record: Item) -> dict[str, Any]:
    dataset, day, site_url = build
    item: dict[str, Any] = plain(record, after=periods(dataset, record))
    address = RESOURCES[kind]
    if address is not None:
        where = address.format(id=record.id)
        item["url"] = {lang: absolute(site_url, lang, where) for lang in LANGS}
    if "changes" in item:
        item["changes"] = [plain(change) for change in reversed(changes_of(record, day))]
    add = _EXTRA.get(type(record))
    if add is not None:
        item |= add(dataset, day, record)
    return item


def _moved(each: Redirect, site_url: str) -> dict[str, Any]:
    address = RECORDS[each.kind].format(id=each.to)
    moved: dict[str, Any] = plain(each)
    return moved | {"url": {lang: absolute(site_url, lang, address) for lang in LANGS}}


def _agency(dataset: Dataset, day: dt.date, agency: Agency) -> dict[str, Any]:
    rounds = []
    for round_ in agency.rounds:
        signing = plain(round_.signing) | {"status": asof.signing_status(dataset, round_, day)}
        form = {"service": round_.form.service, "url": round_.form.url} if round_.form else None
        rounds.append(_held(dataset, round_, agency) | {"signing": signing, "form": form})
    return {"demo": dataset.is_made_up(agency), "rounds": rounds}


def _held(dataset: Dataset, value: Any, by: TopRecord) -> Any:
    """Part of a record as plain values: the days it was checked and is due are those of the record, but for its own."""
    after = periods(dataset, by)
    return plain(value, look_of(by, after), after)


def _regulation(dataset: Dataset, day: dt.date, law: Regulation) -> dict[str, Any]:
    provisions = [
        _held(dataset, part, law) | {"status": asof.provision_status(dataset, law, part, day)}
        for part in law.provisions
    ]
    status = asof.law_status(law, day, [dataset.law_refs[ref] for ref in law.amended_by])
    span = plain(law.in_force) or {"from": None, "until": None}
    return {"status": status, "in_force": span, "provisions": provisions}


def _act(dataset: Dataset, day: dt.date, act: Act) -> dict[str, Any]:
    stated = [dataset.statements[ref] for ref in act.stated_by]
    answers = [_held(dataset, answer, act) | {"chain": chain_of(dataset, answer)} for answer in act.answers]
    return {"stated": [_held(dataset, statement, agency) for agency, statement in stated], "answers": answers}


def _ladder(dataset: Dataset, day: dt.date, ladder: Ladder) -> dict[str, Any]:
    # Kept for readers of older versions, who knew one sentence and no chain.
    first = next((step.text for step in ladder.chain.decides if step.text), None) if ladder.chain else None
    return {"decided_by": plain(ladder.decided_by or first)}


def _pact(dataset: Dataset, day: dt.date, pact: Pact) -> dict[str, Any]:
    points = {lang: [getattr(point, lang) for point in pact.points] for lang in LANGS}
    return {"points": points, "versions": version_values(pact), "demo": dataset.is_made_up(pact)}


def _channel(dataset: Dataset, day: dt.date, channel: Channel) -> dict[str, Any]:
    # The address a person may report to stands under `address`; `url` is this site's page, as in every resource.
    return {"address": channel.url, "usable": asof.valid(channel, day) and asof.confirmed(channel, day)}


_EXTRA: Mapping[type, Callable[[Dataset, dt.date, Any], dict[str, Any]]] = {
    Agency: _agency,
    Regulation: _regulation,
    Act: _act,
    Ladder: _ladder,
    Pact: _pact,
    Channel: _channel,
}


def _completion(dataset: Dataset, day: dt.date) -> list[dict[str, Any]]:
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
                    "reported": _held(dataset, round_.reported, agency),
                    "sources": sources,
                }
            )
    return items


#: What an item says of its newest week by itself.
_NEWEST = ("week", "headcount", "headcount_date", "signed", "mark", "counted")


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
