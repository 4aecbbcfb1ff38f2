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
from netral.exports.completion import completion_items
from netral.exports.pacts import version_values
from netral.exports.plain import held, plain
from netral.exports.reviews import review_items
from netral.model.act import Act
from netral.model.agency import Agency
from netral.model.channel import Channel
from netral.model.dataset import Dataset, Item
from netral.model.pact import Pact
from netral.model.redirect import Redirect
from netral.model.regulation import Regulation
from netral.model.sanction import Ladder
from netral.reviews import periods

__all__ = ["API", "api_files"]

API = "api/v1/"

Build = tuple[Dataset, dt.date, str]
#: resource -> where its items have a page.
RESOURCES: Mapping[str, str | None] = {**RECORDS, "sources": None}


def api_files(dataset: Dataset, day: dt.date, site_url: str, data_digest: str) -> dict[str, str]:
    """Site path -> JSON text of every resource, `completion`, `reviews` and the index."""
    build = (dataset, day, site_url)
    files = {kind: [_item(build, kind, record) for record in dataset.of_kind(kind)] for kind in RESOURCES}
    files["completion"] = completion_items(dataset, day)
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
        rounds.append(held(dataset, round_, agency) | {"signing": signing, "form": form})
    return {"demo": dataset.is_made_up(agency), "rounds": rounds}


def _regulation(dataset: Dataset, day: dt.date, law: Regulation) -> dict[str, Any]:
    provisions = [
        held(dataset, part, law) | {"status": asof.provision_status(dataset, law, part, day)} for part in law.provisions
    ]
    status = asof.law_status(law, day, [dataset.law_refs[ref] for ref in law.amended_by])
    span = plain(law.in_force) or {"from": None, "until": None}
    return {"status": status, "in_force": span, "provisions": provisions}


def _act(dataset: Dataset, day: dt.date, act: Act) -> dict[str, Any]:
    stated = [dataset.statements[ref] for ref in act.stated_by]
    answers = [held(dataset, answer, act) | {"chain": chain_of(dataset, answer)} for answer in act.answers]
    return {"stated": [held(dataset, statement, agency) for agency, statement in stated], "answers": answers}


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
