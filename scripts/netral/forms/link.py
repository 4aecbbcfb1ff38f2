"""A form and what is known of the round -> the address that the page leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from netral.model.form import Form, Prefill
from netral.model.service import Service
from netral.problems import Lang

__all__ = ["ANSWERED", "answer_parameter", "form_link", "pairs"]

#: The only questions that a link ever answers, by their keys in `prefill`.
ANSWERED = ("agency", "unit", "pact_version", "language")

Pairs = list[tuple[str, str]]


def form_link(service: Service, form: Form, values: Mapping[str, str], lang: Lang) -> str:
    """The address of `form` in the language `lang`, with the answers that `values` has for it.

    `values` maps `agency`, `unit` and `pact_version` (as `identity.mark` writes it) to what the form is to hold; a
    question that the form's `prefill` does not name, and a value that is not there, are left out. Of the given
    address only what the service itself needs is kept. The form must have passed the check; one on paper has no
    address, which raises ValueError.
    """
    url = form.url_en if lang == "en" and form.url_en is not None else form.url
    if service.address is None or url is None:
        raise ValueError(f"a form of {service.id} has no address")
    if service.address.keeps is None:
        return url
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] in service.address.keeps]
    answers = list(_answers(service, form.prefill, {**values, "language": lang}))
    added = list(pairs(service.address.adds))
    if service.language.parameter is not None:
        added.append((service.language.parameter, lang))
    if answers and service.questions is not None:
        added += pairs(service.questions.adds)
    query = urlencode([*kept, *added, *answers], quote_via=quote, safe="")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def answer_parameter(service: Service, name: str) -> str | None:
    """The parameter that answers the question `name`; None where the service has none."""
    return None if service.questions is None else service.questions.parameter.format(name)


def pairs(parameters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """`name=value`, split."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        yield name, value


def _answers(service: Service, prefill: Prefill | None, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key in ANSWERED:
        name = getattr(prefill, key, None)
        parameter = answer_parameter(service, name) if name is not None else None
        if parameter is not None and values.get(key):
            yield parameter, values[key]
