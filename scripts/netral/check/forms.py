"""Forms: a known service, an address people can answer at, a link that tells nothing of anybody, a text to sign."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from netral.check.links import link_fault
from netral.check.notices import check_notice
from netral.forms.address import address_problems
from netral.forms.link import ANSWERED
from netral.forms.person import asks_for_person
from netral.forms.services import services
from netral.load.records import nearest
from netral.model.agency import Round
from netral.model.dataset import Dataset
from netral.model.form import Form, Prefill
from netral.model.service import Service
from netral.problems import Problem, quotable
from netral.signable import signable
from netral.versions import of_version

__all__ = ["check_forms", "form_problems"]


def check_forms(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """The form of every round that has one."""
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            if round_.form is not None:
                yield from form_problems(dataset, round_, round_.form)


def form_problems(dataset: Dataset, round_: Round, form: Form) -> Iterator[Problem]:
    """All that is wrong with one form, its round and its notice; what `check.links` says of its addresses is not."""
    service = services().get(form.service)
    if service is None:
        known = list(services())
        guess = nearest(form.service, known) or ""
        values = {"value": quotable(form.service), "known": ", ".join(known), "guess": guess}
        yield Problem("T001", form.at.value("service"), values, "guess" if guess else "")
    else:
        yield from _addresses(service, form)
        if form.prefill is not None:
            yield from _prefill(service, form, form.prefill)
    yield from _round(round_, form)
    reason = signable(dataset, round_)
    if isinstance(reason, str) and (round_.pact is None or _names_a_text(dataset, round_)):
        yield Problem("T008", round_.at.value("pact"), {"pact": round_.pact or ""}, reason)
    yield from check_notice(form.notice)


def _names_a_text(dataset: Dataset, round_: Round) -> bool:
    """Is there a pact and a version of the names the round gives? If not, other rules say so."""
    pact = dataset.pact_of(round_)
    return pact is not None and of_version(pact, round_.pact_version) is not None


def _addresses(service: Service, form: Form) -> Iterator[Problem]:
    values = {"key": "url", "service": service.id, "like": service.address.like if service.address else ""}
    if service.address is None and form.url is not None:
        yield Problem("T002", form.at.value("url"), values, "paper")
    if service.address is not None and form.url is None:
        yield Problem("T002", form.at.value("url"), values, "missing")
    if form.url_en is not None and service.language.how != "forms":
        yield Problem("T006", form.at.value("url_en"), {"service": service.id}, "switches")
    elif form.url_en is not None and form.url_en == form.url:
        yield Problem("T006", form.at.value("url_en"), {"service": service.id}, "same")
    for key, url in (("url", form.url), ("url_en", form.url_en)):
        if service.address is not None and url is not None and link_fault(url) is None:
            yield from address_problems(service, url, key, form.at.value(key))


def _prefill(service: Service, form: Form, prefill: Prefill) -> Iterator[Problem]:
    named = [(key, name) for key in ANSWERED if (name := getattr(prefill, key)) is not None]
    rules = service.questions
    if rules is None:
        if named:
            yield Problem("T005", form.at.key("prefill"), {"service": service.id}, "cannot")
        return
    seen: dict[str, str] = {}
    for key, name in named:
        place = prefill.at.value(key)
        values = {"key": key, "name": quotable(name), "service": service.id, "like": rules.like}
        if asks_for_person(name):
            yield Problem("T004", place, {"key": key, "name": quotable(name)}, "prefill")
        elif name in rules.reserved:
            yield Problem("T005", place, values, "reserved")
        elif re.fullmatch(rules.pattern, name) is None:
            yield Problem("T005", place, values, "form")
        elif name in seen:
            yield Problem("T005", place, {**values, "other": seen[name]}, "twice")
        seen.setdefault(name, key)


def _round(round_: Round, form: Form) -> Iterator[Problem]:
    """A link shows when it may be used, and to whom; the round is where both are told."""
    signing = round_.signing
    for key, day in (("opens", signing.opens), ("deadline", signing.deadline)):
        if day is None or not day.exact:
            yield Problem("T007", signing.at.value(key), {"value": str(day or "null")}, key)
    if not round_.must_sign:
        yield Problem("T007", round_.at.value("must_sign"), {}, "nobody")
    missing = [who for who in round_.must_sign if who not in form.may_sign]
    if missing:
        whole = ", ".join([*form.may_sign, *missing])
        yield Problem("T007", form.at.value("may_sign"), {"missing": ", ".join(missing), "whole": whole}, "fewer")
