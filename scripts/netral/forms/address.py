"""The address of a form -> what it is, or what is wrong with it and how to mend that. Nothing is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from netral.forms.link import pairs
from netral.forms.person import asks_for_person
from netral.forms.services import services
from netral.model.place import Place
from netral.model.service import Service
from netral.problems import Problem, quotable

__all__ = ["SHORTENERS", "Parameter", "address_problems", "form_id", "likely", "parameters", "question_of", "shown"]

#: Hosts that shorten addresses for anybody. Those of a single service are in its file.
SHORTENERS = re.compile(
    r"(?:www\.)?(?:bit\.ly|bitly\.com|s\.id|tinyurl\.com|cutt\.ly|t\.ly|ow\.ly|is\.gd|v\.gd|rb\.gy|goo\.gl|t\.co|tiny\.cc|"
    r"shorturl\.at|rebrand\.ly|buff\.ly|intip\.in|qr\.ae|lnkd\.in)"
)

#: own: the form is not found without it; known: the service puts it there, and it may go; person: asks who somebody
#: is; answer: answers a question, or means nothing to the service.
Kind = Literal["own", "known", "person", "answer"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an address, without its value: that may be anybody's name."""

    name: str
    kind: Kind


def shown(url: str) -> str:
    """`url` as a message can show it: without query and fragment, and without what is personal in its path."""
    try:
        parts = urlsplit(url)
        return quotable(unquote(f"{parts.scheme}://{parts.hostname or ''}{parts.path}"))
    except ValueError:
        return "…"


def likely(url: str) -> Service | None:
    """The service whose form `url` most likely is; None where it is like none's."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    known = [
        service for service in services().values() if service.address is not None and service.address.keeps is not None
    ]
    for service in known:
        if host in service.hosts or any(_is_short(each.host, each.pattern, parts) for each in service.shortened):
            return service
    for service in known:
        if not service.hosts and (_answers_at(service, parts) or _edits_at(service, parts)):
            return service
    return None


def form_id(service: Service, url: str) -> str | None:
    """The form's id in `url`; None where there is none."""
    parts = urlsplit(url)
    found = re.fullmatch(service.address.pattern, parts.path) if service.address is not None else None
    if found is None:
        return None
    query = dict(parse_qsl(parts.query))
    return found.groupdict().get("form") or next(iter(query.get(name) for name in _kept(service)), None)


def parameters(service: Service, url: str) -> list[Parameter]:
    """What stands in the query of `url`, in its order."""
    assert service.address is not None
    found = []
    for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True):
        kind: Kind = "answer"
        if asks_for_person(name):
            kind = "person"
        elif service.address.keeps is None or name in service.address.keeps:
            kind = "own"
        elif name in _known(service):
            kind = "known"
        found.append(Parameter(name, kind))
    return found


def question_of(service: Service, parameter: str) -> str | None:
    """What `prefill` would call the question that `parameter` answers; None where it can be none."""
    rules = service.questions
    if rules is None:
        return None
    before, _, after = rules.parameter.partition("{}")
    name = parameter.removeprefix(before).removesuffix(after)
    whole = rules.parameter.format(name) == parameter and name not in rules.reserved
    return name if whole and re.fullmatch(rules.pattern, name) else None


def address_problems(service: Service, url: str, key: str, place: Place) -> Iterator[Problem]:
    """What is wrong with the address `url` that the key `key` gives to a form of `service`.

    `url` is a whole https address (`check.links` says so); what it holds of people is told by `check.personal`.
    """
    address = service.address
    assert address is not None
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    values = {"key": key, "url": shown(url), "host": host, "service": service.id, "like": address.like}
    if SHORTENERS.fullmatch(host) or any(
        _is_short(each.host, each.pattern, parts) for other in services().values() for each in other.shortened
    ):
        yield Problem("T002", place, values, "short")
        return
    other = likely(url)
    if other is not None and other.id != service.id and (host in other.hosts or not _answers_at(service, parts)):
        yield Problem("T002", place, {**values, "likely": other.id}, "other")
    elif service.hosts and host not in service.hosts:
        yield Problem("T002", place, {**values, "known": ", ".join(service.hosts)}, "host")
    elif _edits_at(service, parts):
        yield Problem("T002", place, values, "editing")
    elif not _answers_at(service, parts):
        yield Problem("T002", place, values, "form")
    else:
        for parameter in parameters(service, url):
            if parameter.kind in {"answer", "person"}:
                code = "T003" if parameter.kind == "answer" else "T004"
                yield Problem(code, place, {**values, "name": quotable(parameter.name)})


def _kept(service: Service) -> tuple[str, ...]:
    return (service.address.keeps or ()) if service.address is not None else ()


def _known(service: Service) -> set[str]:
    """Parameters that the service, or this program, puts into an address."""
    assert service.address is not None
    added = (*service.address.adds, *(service.questions.adds if service.questions else ()))
    return {*service.address.drops, service.language.parameter or "", *(name for name, _ in pairs(added))}


def _answers_at(service: Service, parts: SplitResult) -> bool:
    """Do people answer a form of `service` at an address like this?"""
    if service.address is None or re.fullmatch(service.address.pattern, parts.path) is None:
        return False
    given = {name for name, value in parse_qsl(parts.query) if value}
    return set(_kept(service)[:1]) <= given and not _edits_at(service, parts)


def _edits_at(service: Service, parts: SplitResult) -> bool:
    rest = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return any(re.search(each.pattern, rest) for each in service.editing)


def _is_short(host: str, pattern: str, parts: SplitResult) -> bool:
    return (parts.hostname or "").lower() == host and re.fullmatch(pattern, parts.path) is not None
