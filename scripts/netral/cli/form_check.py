"""`netral form check`: all that can be told of a form's link without opening it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from netral.catalogue import LANGS, Labels, fix, labels, message, severity
from netral.check.forms import form_problems
from netral.check.links import link_fault
from netral.cli.check import problems_of
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.forms import round_link, service_name, services
from netral.forms.address import address_problems, form_id, likely, parameters, question_of, shown
from netral.load.files import SourceText
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.model.place import Place
from netral.model.service import Service
from netral.personal import personal_in
from netral.problems import Lang, Problem, in_order, quotable
from netral.report import FORMS

__all__ = ["add", "run"]

#: Problems of the whole file, after which a form may be missing from what was read.
_UNREAD = "FYK"


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("check", help=say("cli.form_check.help"))
    parser.add_argument("link", nargs="?", metavar="LINK", help=say("cli.form_check.link"))
    known = [service.id for service in services().values() if service.address is not None]
    parser.add_argument("--service", choices=known, metavar="ID", help=say("cli.form_check.service"))
    add_data(parser, say)
    add_as_of(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell of every form of the data, or of one link; 1 where something is wrong."""
    say = labels(options.lang)
    if options.link is not None:
        return _one_link(options.link.strip(), options.service, say)
    if options.service is not None:
        raise Refused(say("cli.form_check.service_alone"))
    if not options.data.is_dir():
        raise Refused(say("cli.changes.no_folder", folder=options.data))
    dataset, texts, found = problems_of(options.data, chosen_day(options.as_of, options.lang))
    return _all_forms(dataset, texts, found, say)


def _all_forms(dataset: Dataset, texts: Mapping[str, SourceText], found: Sequence[Problem], say: Labels) -> int:
    """Each form with its links and its problems; then how many problems there are besides, of files half read."""
    count, wrong = 0, False
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            if round_.form is None:
                continue
            count += 1
            problems = in_order([*form_problems(dataset, round_, round_.form), *_addresses_of(round_, found)])
            wrong = wrong or any(severity(problem.code) == "error" for problem in problems)
            _say_form(dataset, agency, round_, say)
            sys.stdout.write(FORMS["text"](problems, texts, say.lang) + "\n")
    print(say("cli.form_check.count", count=count))
    unread = [problem for problem in found if problem.code[0] in _UNREAD]
    if unread:
        print(say("cli.form_check.unread", count=len(unread)))
    return 1 if wrong or unread else 0


def _say_form(dataset: Dataset, agency: Agency, round_: Round, say: Labels) -> None:
    assert round_.form is not None
    service = services().get(round_.form.service)
    print(f"{getattr(agency.name, say.lang)} · {round_.id}")
    if service is None:
        return
    print(f"  {say('cli.form_check.service_is')}: {service_name(service, say)} ({service.id})")
    for lang in LANGS:
        link = round_link(dataset, agency, round_, lang) if _whole(round_) else None
        told = _without_people(link) if link else say("cli.form_check.no_link")
        print(f"  {say(f'cli.form_check.from_page.{lang}')}: {told}")
    for line in _sentences(service, say):
        print(f"  {line}")


def _sentences(service: Service, say: Labels) -> Iterator[str]:
    """What the service can do, in the words of the pages."""
    yield say(f"services.prefill.{service.prefills}")
    yield say(f"services.once.{service.one_each.how}")
    yield say(f"services.language.{service.language.how}")


def _whole(round_: Round) -> bool:
    form = round_.form
    return form is not None and all(url is None or link_fault(url) is None for url in (form.url, form.url_en))


def _without_people(link: str) -> str:
    """The link as it is, or, where it holds personal data, only where it leads."""
    return shown(link) if any(personal_in(unquote(link))) else link


def _addresses_of(round_: Round, found: Sequence[Problem]) -> Iterator[Problem]:
    """What was said of the form's addresses by other rules."""
    form = round_.form
    places = {form.at.value(key) for key in ("url", "url_en")} if form is not None else set[Place]()
    lines = {(place.file, place.line) for place in places}
    for problem in found:
        people = problem.code.startswith("X") and (problem.place.file, problem.place.line) in lines
        if people or (problem.code == "C002" and problem.place in places):
            yield problem


def _one_link(link: str, named: str | None, say: Labels) -> int:
    fault = link_fault(link)
    if fault is not None:
        return _say_problems([Problem("C002", Place("url"), {"key": "url", "url": shown(link)}, fault)], link, say)
    service = services()[named] if named is not None else likely(link)
    if service is None:
        # A short link of nobody in particular is told for what it is; of anything else nothing can be told.
        problems = [p for p in address_problems(services()["html"], link, "url", Place("url")) if p.variant == "short"]
        if problems:
            return _say_problems(problems, link, say)
        raise Refused(say("cli.form_check.which", known=", ".join(services())))
    print(f"{say('cli.form_check.service_is')}: {service_name(service, say)} ({service.id})")
    form = form_id(service, link)
    print(f"{say('cli.form_check.form_is')}: {quotable(form) if form else say('unknown')}")
    _say_parameters(service, link, say)
    for line in _sentences(service, say):
        print(line)
    return _say_problems(list(address_problems(service, link, "url", Place("url"))), link, say)


def _say_parameters(service: Service, link: str, say: Labels) -> None:
    """Each parameter by its name, never with its value, and whether the address of a form may have it."""
    found = parameters(service, link)
    if not found:
        print(say("cli.form_check.no_parameter"))
    for parameter in found:
        question = question_of(service, parameter.name) if parameter.kind == "answer" else None
        kind = "question" if question is not None else parameter.kind
        told = say(f"cli.form_check.parameter.{kind}", question=quotable(question or ""))
        print(f"  {quotable(parameter.name)}: {told}")


def _say_problems(problems: Sequence[Problem], link: str, say: Labels) -> int:
    lang: Lang = say.lang
    people = any(personal_in(unquote(link)))
    print()
    for problem in problems:
        print(f"{problem.code} ({say(f'report.{severity(problem.code)}')}): {message(problem, lang)}")
        print(f"   = {say('report.fix')}: {fix(problem, lang)}\n")
    if people:
        print(say("cli.form_check.people") + "\n")
    if not problems and not people:
        print(say("cli.form_check.clean"))
    return 1 if problems or people else 0
