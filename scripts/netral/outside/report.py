"""Answers of outside addresses to Markdown for the page of a job, and to JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netral.catalogue import Labels, labels
from netral.model.link_exception import LinkException
from netral.model.place import Place
from netral.outside.asking import Answer
from netral.outside.trying import host_of
from netral.pages.wording import date_words
from netral.problems import Lang

__all__ = ["GROUPS", "Result", "as_json", "as_markdown"]

#: The groups of a report, what fails the job first.
GROUPS = ("failed", "excepted", "woken", "moved", "closed")


@dataclass(frozen=True, slots=True)
class Result:
    """An answer, where its address stands in the files, and the exception that bears with it, if one does."""

    answer: Answer
    places: tuple[Place, ...]
    exception: LinkException | None

    @property
    def group(self) -> str:
        """failed: dead without an exception. excepted: dead with one. woken: alive, so its exception may go."""
        state = self.answer.state
        if state == "dead":
            return "excepted" if self.exception else "failed"
        if self.exception and state in {"alive", "moved"}:
            return "woken"
        return state


def as_markdown(results: Sequence[Result], day: dt.date, lang: Lang) -> str:
    """The report: what was tried, then each group that is not empty."""
    say = labels(lang)
    hosts = {host_of(result.answer.url) for result in results}
    groups = {name: [result for result in results if result.group == name] for name in GROUPS}
    lines = [
        f"# {say('outside.title', date=date_words(day, say))}",
        say("outside.tried", count=len(results), hosts=len(hosts)),
        say("outside.some", count=len(groups["failed"])) if groups["failed"] else say("outside.none"),
    ]
    for name, found in groups.items():
        if found:
            lines += [f"## {say(f'outside.group.{name}', count=len(found))}", say(f"outside.mend.{name}")]
            lines.append("\n".join(_item(say, lang, result) for result in found))
    return "\n\n".join(lines) + "\n"


def _item(say: Labels, lang: Lang, result: Result) -> str:
    parts = [f"`{result.answer.url}`", _what(say, result.answer), *_why(say, lang, result)]
    return f"- {': '.join(parts[:2])} {' '.join(parts[2:])}"


def _what(say: Labels, answer: Answer) -> str:
    if answer.state == "moved":
        return say("outside.moved", to=f"`{answer.to}`")
    if answer.status is not None:
        return say("outside.status", status=answer.status)
    return say(f"outside.fault.{answer.fault}")


def _why(say: Labels, lang: Lang, result: Result) -> Iterator[str]:
    if result.exception:
        until = date_words(result.exception.until, say)
        yield say("outside.reason", reason=getattr(result.exception.reason, lang), until=until)
    yield f"({', '.join(f'{place.file}:{place.line}' for place in result.places)})"


def as_json(results: Sequence[Result], day: dt.date) -> str:
    """The same for programs, every address of it."""
    items: list[Mapping[str, object]] = [
        {
            "url": result.answer.url,
            "group": result.group,
            "state": result.answer.state,
            "status": result.answer.status,
            "fault": result.answer.fault or None,
            "moved_to": result.answer.to or None,
            "places": [str(place) for place in result.places],
            "exception": result.exception.id if result.exception else None,
        }
        for result in results
    ]
    return json.dumps({"as_of": day.isoformat(), "items": items}, ensure_ascii=False, indent=1) + "\n"
