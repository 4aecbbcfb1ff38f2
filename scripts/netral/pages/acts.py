"""`/boleh-tidak/` and a page per act: the answer first, then the law; today's answers before past ones."""

from __future__ import annotations

import datetime as dt

from netral.model.act import Act, Answer, Verdict
from netral.model.base import Who
from netral.onposter import ASN
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.wording import span_words

__all__ = ["act_page", "acts_page", "holds_on"]

ORDER = ("larangan", "boleh", "kewajiban", "khusus")


def holds_on(answer: Answer, day: dt.date) -> bool:
    """Is the answer that of `day`'s law?"""
    return answer.from_.first <= day and (answer.until is None or day <= answer.until.last)


def acts_page(edition: Edition) -> Page:
    """The index: every act by kind, with the verdicts that hold today, each said once."""
    dataset = edition.dataset
    groups = []
    for kind in ORDER:
        acts = [(act, _verdicts(act, edition.day)) for act in dataset.acts if act.kind == kind]
        if acts:
            groups.append((kind, acts))
    rows = [row for act in dataset.acts for row in act.rows]
    return render_page(
        edition,
        "acts",
        "boleh-tidak/",
        title=edition.say("acts.title"),
        description=edition.say("acts.description"),
        groups=groups,
        ethics=sum(row.table == "kode-etik" for row in rows),
        discipline=sum(row.table == "disiplin" for row in rows),
    )


def act_page(edition: Edition, act: Act) -> Page:
    """One act: what holds today, the rows of the joint decree, what agencies said, what held before."""
    dataset = edition.dataset
    current = [answer for answer in act.answers if holds_on(answer, edition.day)]
    statement = getattr(act.statement, edition.lang)
    first = getattr(current[0].say, edition.lang) if current else edition.say("acts.description")

    def answer_span(answer: Answer) -> str:
        return span_words(answer, edition.say)

    def said(answer: Answer) -> str:
        """The sentence without the verdict at its beginning, which the page shows as a word of its own."""
        verdict = edition.say(f"verdict.{answer.verdict.replace('-', '_')}")
        sentence: str = getattr(answer.say, edition.lang)
        rest = sentence.removeprefix(verdict)
        return rest.lstrip(".,: ") if rest[:1] in {".", ",", ":", " "} else sentence

    return render_page(
        edition,
        "act",
        f"boleh-tidak/{act.id}/",
        title=statement,
        description=first,
        verdict=_one_verdict([answer for answer in current if set(ASN) & set(answer.who)] or current),
        act=act,
        current=_by_people(current),
        past=[answer for answer in act.answers if answer not in current],
        stated=[dataset.statements[ref] for ref in act.stated_by],
        answer_span=answer_span,
        said=said,
    )


def _one_verdict(answers: list[Answer]) -> Verdict | None:
    """The verdict, if all answers give the same."""
    found = {answer.verdict for answer in answers}
    return found.pop() if len(found) == 1 else None


def _by_people(answers: list[Answer]) -> list[tuple[tuple[Who, ...], list[Answer]]]:
    """Answers for the same people together, in the order they are first met."""
    groups: dict[tuple[Who, ...], list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.who, []).append(answer)
    return list(groups.items())


def _verdicts(act: Act, day: dt.date) -> list[Verdict]:
    return list(dict.fromkeys(answer.verdict for answer in act.answers if holds_on(answer, day)))
