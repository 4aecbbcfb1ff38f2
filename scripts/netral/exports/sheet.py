"""What a rule poster says, in one language, as plain values: for the typesetter, and for the page of posters."""

from __future__ import annotations

import re
from typing import Any

import segno

from netral import asof, onposter
from netral.addresses import absolute
from netral.model.agency import Agency, Round
from netral.model.base import Claim, Ref, Text
from netral.model.channel import Channel
from netral.pages.page import Edition
from netral.pages.wording import cut, date_words

__all__ = ["home_of", "poster_sheet", "qr_rows", "shown_address"]

#: A text of the data is cut after this many letters: the rest stands on the site, and a poster is one page.
NAME, LINE, PASSAGE = 110, 140, 260
#: A word this long is no word of any language; it may then break in many places, so that it stays on the paper.
_ENDLESS = re.compile(r"[^\s/-]{26,}")


def poster_sheet(edition: Edition, agency: Agency | None) -> dict[str, Any]:
    """Every text of the poster: the general one, or that of `agency`."""
    say, day, dataset = edition.say, edition.day, edition.dataset
    date = date_words(day, say)
    address = home_of(edition, agency)
    name = _cut(getattr(agency.name, edition.lang), NAME) if agency else ""
    rules = [_rule(edition, rule) for rule in onposter.rules(dataset, day)]
    ladders = [_ladder(edition, steps) for steps in onposter.ladders(dataset, day)]
    limits = [_line(edition, line.poster.text, line.claims) for line in onposter.deadlines(dataset, day)]
    channels = [
        {"name": _cut(getattr(c.name, edition.lang), LINE), "url": _typed(c)}
        for c in onposter.channels(dataset, day, agency)
    ]
    sheet = {
        "lang": edition.lang,
        "document": say("poster.agency_document", name=name) if agency else say("poster.document"),
        "site": say("site.short"),
        "kicker": say("poster.kicker"),
        "heading": say("poster.heading"),
        "sub": say("poster.sub", date=date),
        "rules": rules,
        "no_rules": say("poster.no_rules", date=date),
        "ladder_title": say("poster.ladder"),
        "ladders": ladders,
        "report_title": say("poster.report"),
        "limits": limits,
        "channels": channels,
        "address": shown_address(address),
        "link": address,
        "qr": qr_rows(address),
        "qr_alt": say("poster.qr", address=shown_address(address)),
        "more": say("poster.agency_more") if agency else say("poster.more"),
        "agency": _agency(edition, agency, name) if agency else None,
        "made_up": None,
    }
    if agency and dataset.is_made_up(agency):
        sheet["made_up"] = {"word": say("poster.made_up"), "text": say("poster.made_up_text")}
    sheet["foot"] = _foot(edition, sheet)
    return sheet


def home_of(edition: Edition, agency: Agency | None) -> str:
    """The address a poster leads to: the site's home, or the agency's page."""
    return absolute(edition.site_url, edition.lang, f"instansi/{agency.id}/" if agency else "")


def shown_address(address: str) -> str:
    """An address as people type it: without the scheme, without the slash at its end."""
    return address.split("://", 1)[-1].rstrip("/")


def qr_rows(address: str) -> list[str]:
    """The QR code of `address`, a row of 0 and 1 per line of modules, without its margin."""
    return ["".join("1" if module else "0" for module in row) for row in segno.make(address, micro=False).matrix]


def _rule(edition: Edition, rule: onposter.Rule) -> dict[str, Any]:
    line = _line(edition, rule.poster.text, rule.claims)
    cites = _cites(edition, rule.poster.cites)
    word = edition.say(f"verdict.{rule.verdict.replace('-', '_')}")
    return line | {"verdict": rule.verdict, "word": word, "cite": cites, "id": rule.act.id}


def _ladder(edition: Edition, steps: onposter.Steps) -> dict[str, Any]:
    lang = edition.lang
    levels = [
        {
            "name": _cut(getattr(level.name, lang), LINE),
            "rungs": [_marked(_cut(getattr(rung.text, lang), LINE), (rung,)) for rung in level.rungs],
            "cite": [basis.cite for basis in level.basis],
        }
        for level in steps.levels
    ]
    line = _line(edition, steps.poster.text, (steps.ladder,))
    return line | {"levels": levels, "cite": _cites(edition, steps.poster.cites), "id": steps.ladder.id}


def _agency(edition: Edition, agency: Agency, name: str) -> dict[str, Any]:
    say, lang = edition.say, edition.lang
    round_ = asof.pressing_round(edition.dataset, agency, edition.day)
    rows = _round_rows(edition, round_) if round_ else [_row(say("poster.pact"), say("poster.no_round"))]
    stated = []
    for ladder, rungs in onposter.stated(edition.dataset, agency):
        told = ", ".join(getattr(rung.text, lang) for rung in rungs)
        text = say("poster.stated_text", name=getattr(ladder.name, lang), rungs=told)
        stated.append(_marked(text, (ladder, *rungs)))
    rows.append(_row(say("poster.stated"), " ".join(stated) or say("agencies.no_sanctions")))
    return {"name": name, "rows": rows}


def _round_rows(edition: Edition, round_: Round) -> list[dict[str, str]]:
    say, lang, dataset = edition.say, edition.lang, edition.dataset
    pact = dataset.pact_of(round_)
    status = say(f"signing.{asof.signing_status(dataset, round_, edition.day)}")
    window = say("poster.window_status", status=status, date=date_words(edition.day, say))
    if round_.signing.deadline:
        window += ". " + say("poster.deadline", date=date_words(round_.signing.deadline, say))
    text, where = say("agencies.no_pact"), ""
    if pact is not None:
        version = say("pacts.version", version=round_.pact_version)
        text = f"{_cut(getattr(pact.name, lang), LINE)}, {version}"
        where = shown_address(absolute(edition.site_url, lang, f"pakta/{pact.id}/"))
    return [
        _row(say("poster.window"), window),
        _row(say("agencies.must_sign"), _marked(_cut(getattr(round_.must_sign_text, lang), PASSAGE), (round_,))),
        _row(say("poster.pact"), text, where),
    ]


def _row(label: str, text: str, where: str = "") -> dict[str, str]:
    return {"label": label, "text": _cut(text, PASSAGE), "where": where}


def _line(edition: Edition, text: Text, claims: tuple[Claim, ...]) -> dict[str, Any]:
    return {"text": _marked(_cut(getattr(text, edition.lang), LINE), claims)}


def _marked(text: str, claims: tuple[Claim, ...]) -> str:
    """`text`, marked where what it rests on is not of high confidence."""
    return text if all(claim.confidence == "high" for claim in claims) else f"{text}\u202f°"


def _cites(edition: Edition, refs: tuple[Ref, ...]) -> list[str]:
    found = []
    for ref in refs:
        law, part = edition.dataset.law_refs[ref], edition.dataset.provisions.get(ref)
        found.append(f"{law.citation} {part[1].article}" if part else law.citation)
    return found


def _foot(edition: Edition, sheet: dict[str, Any]) -> list[str]:
    """The small print; a mark is explained only where it stands."""
    say = edition.say
    dates = {"date": date_words(edition.day, say), "checked": date_words(edition.checked_until, say)}
    told = repr([sheet["rules"], sheet["ladders"], sheet["limits"], sheet["agency"]])
    foot = [say("poster.unofficial", **dates), say("poster.summary")]
    if "°" in told:
        foot.append(say("poster.medium"))
    if any(channel["url"].endswith("*") for channel in sheet["channels"]):
        foot.append(say("poster.check_address"))
    return foot


def _typed(channel: Channel) -> str:
    if channel.url is None:
        return ""
    return _cut(shown_address(channel.url), LINE) + ("*" if channel.url_note else "")


def _cut(text: str, most: int) -> str:
    """`text` on one line, cut at a word where it is too long for a poster, its endless words made breakable."""
    return _ENDLESS.sub(lambda word: re.sub(r".{10}", "\\g<0>\u200b", word[0]), cut(text, most))
