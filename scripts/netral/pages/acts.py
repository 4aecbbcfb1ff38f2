"""`/boleh-tidak/` and a page per act: the answer first, then the law; today's answers before past ones."""

from __future__ import annotations

from netral.model.act import Act, Answer
from netral.model.base import Text, Who
from netral.model.sanction import Ladder
from netral.pages.answers import matrix_of, sentence_of, summarize
from netral.pages.finder import WORDS, coded, find
from netral.pages.page import Edition, Page
from netral.pages.people import Person, answers_on, people_today
from netral.pages.template import render_page
from netral.sanctioned import Consequence, by_ladder, consequences, told_on

__all__ = ["act_page", "acts_page"]

ORDER = ("larangan", "boleh", "kewajiban", "khusus")


def acts_page(edition: Edition) -> Page:
    """The index: every act by kind, with today's answer in one word."""
    dataset = edition.dataset
    today = {act.id: answers_on(act, edition.day) for act in dataset.acts}
    people = people_today(edition)
    groups = [(kind, [act for act in dataset.acts if act.kind == kind]) for kind in ORDER]
    rows = [row for act in dataset.acts for row in act.rows]
    return render_page(
        edition,
        "acts",
        "boleh-tidak/",
        title=edition.say("acts.title"),
        description=edition.say("acts.description"),
        groups=[(kind, acts) for kind, acts in groups if acts],
        all_words=WORDS,
        found=lambda act: find(today[act.id], None),
        coded=lambda act: coded(today[act.id], people),
        people=[Person.of(who, edition.say) for who in people],
        scripts=("assets/finder.js",),
        ethics=sum(row.table == "kode-etik" for row in rows),
        discipline=sum(row.table == "disiplin" for row in rows),
    )


def act_page(edition: Edition, act: Act) -> Page:
    """One act: what holds today, the rows of the joint decree, what agencies said, what held before."""
    dataset = edition.dataset
    current = answers_on(act, edition.day)
    statement = getattr(act.statement, edition.lang)
    first = getattr(current[0].say, edition.lang) if current else edition.say("acts.description")
    summary = summarize(current, edition.say, edition.lang)

    def stairs_of(answer: Answer) -> list[tuple[Ladder, list[str]]]:
        """Ladders of several steps an answer leads to, each with the levels it names."""
        named = [(dataset.sanction_refs[name][0], parts) for name, parts in by_ladder(answer.sanctions).items()]
        return [
            (ladder, [part.split("/")[0] for part in parts])
            for ladder, parts in named
            if ladder.stepped and len(ladder.levels) > 1
        ]

    told: dict[tuple[str, tuple[str, ...]], str] = {}

    def chains_of(answer: Answer) -> list[tuple[Consequence, str, bool]]:
        """What follows from an answer of the day, the anchor where it is told in full, and whether that is here."""
        found, parts = [], by_ladder(answer.sanctions)
        for each in consequences(dataset, answer.sanctions, edition.day):
            here = f"alur-{answer.id}-{each.ladder.id}"
            anchor = told.setdefault((each.ladder.id, tuple(parts[each.ladder.id])), here)
            found.append((each, anchor, anchor == here))
        return found

    def name_of(ref: str, answer: Answer) -> Text | None:
        """What a rung is called in the days of the answer; None for a level or a whole ladder."""
        ladder, level, rung = dataset.sanction_refs[ref]
        return None if level is None or rung is None else told_on(ladder, level, rung, answer.from_.last)

    return render_page(
        edition,
        "act",
        f"boleh-tidak/{act.id}/",
        title=statement,
        description=first,
        verdict=summary.single if summary else None,
        act=act,
        summary=summary,
        matrix=matrix_of(current, edition.say),
        current=_by_people(current),
        stairs_of=stairs_of,
        chains_of=chains_of,
        name_of=name_of,
        past=[answer for answer in act.answers if answer not in current and answer.from_.first <= edition.day],
        later=[answer for answer in act.answers if answer not in current and answer.from_.first > edition.day],
        stated=[dataset.statements[ref] for ref in act.stated_by],
        said=lambda answer: sentence_of(answer, edition.say, edition.lang),
    )


def _by_people(answers: list[Answer]) -> list[tuple[tuple[Who, ...], list[Answer]]]:
    """Answers for the same people together, in the order they are first met."""
    groups: dict[tuple[Who, ...], list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.who, []).append(answer)
    return list(groups.items())
