"""`netral pact verify`: tells which version of which pact a text or PDF in hand is."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netral.catalogue import LANGS, Labels, labels, severity
from netral.check.pacts import check_pacts
from netral.cli.options import Refused, add_data, add_lang, chosen_day
from netral.compare import Difference
from netral.inhand import MAX_BYTES, MAX_PAGES, Unreadable, text_of
from netral.load import load
from netral.model.dataset import Dataset
from netral.pages.wording import date_words
from netral.personal import masked
from netral.problems import in_order
from netral.report import FORMS
from netral.verify import Match, Verdict, verify
from netral.versions import PactText, same_meaning, versions

__all__ = ["add", "run"]

#: How many differences are told.
SHOWN = 20
#: Files whose words are read. Others are known by their ends, so that what is no file is taken for the text itself.
_READ = frozenset({".txt", ".text", ".md", ".pdf"})
_FILE = re.compile(r"\S+\.[A-Za-z][A-Za-z0-9]{1,4}", re.ASCII)


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("verify", help=say("cli.verify.help"))
    parser.add_argument("what_", metavar="FILE|TEXT", help=say("cli.verify.what"))
    add_data(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell the version, made-up ones too; 1 where the text is none, or the pacts themselves are wrong."""
    say = labels(options.lang)
    in_hand = _in_hand(options.what_, say)
    loaded = load(options.data, demo=True)
    problems = in_order([*loaded.problems, *check_pacts(loaded.dataset, chosen_day(None, options.lang))])
    ours = ("pacts.yaml", options.data.as_posix())
    wrong = [p for p in problems if severity(p.code) == "error" and p.place.file.endswith(ours)]
    if wrong:
        print(FORMS["text"](wrong, loaded.texts, options.lang), end="")
        return 1
    known = [text for pact in loaded.dataset.pacts for text in versions(pact)]
    verdict = verify(in_hand, known, [words for lang in LANGS for words in _printed(labels(lang))])
    for line in _told(verdict, loaded.dataset, say):
        print(masked(line))
    return 0 if verdict.matches else 1


def _in_hand(what: str, say: Labels) -> str:
    """The words of a file, of standard input, or of the argument itself. Raises Refused where there are none."""
    if what == "-":
        name, content = say("cli.verify.stdin"), sys.stdin.buffer.read(MAX_BYTES + 1)
    elif (path := _path(what)) is not None:
        name, content = what, _content(path, say)
    elif _FILE.fullmatch(what):
        raise Refused(say("cli.verify.no_file", file=what))
    else:
        name, content = say("cli.verify.argument"), what.encode(errors="replace")
    try:
        return text_of(content)
    except Unreadable as why:
        limits = {"pages": MAX_PAGES, "size": MAX_BYTES // 1_000_000}
        raise Refused(say(f"cli.verify.{why.reason}", file=name, **limits)) from None


def _printed(say: Labels) -> tuple[str, ...]:
    """What our own sheets print between the parts of a text."""
    return say("papers.translated"), say("papers.reads"), say("papers.repeats"), say("papers.repeating")


def _path(what: str) -> Path | None:
    path = Path(what)
    try:
        return path if path.exists() else None
    except (OSError, ValueError):  # a text is too long for the name of a file
        return None


def _content(path: Path, say: Labels) -> bytes:
    if path.is_dir():
        raise Refused(say("cli.verify.folder", file=path))
    if path.suffix and path.suffix.lower() not in _READ:
        raise Refused(say("cli.verify.kind", file=path, kind=path.suffix))
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(say("cli.verify.no_reading", file=path, reason=reason)) from None


def _told(verdict: Verdict, dataset: Dataset, say: Labels) -> Iterator[str]:
    for match in verdict.matches:
        yield from _match(match, dataset, say)
    if not verdict.matches:
        yield say("cli.verify.none")
    if verdict.nearest is not None:
        yield say("cli.verify.nearest", **_names(verdict.nearest.text, say))
        found = verdict.nearest.differences
        yield from (f"  - {_difference(each, say)}" for each in found[:SHOWN])
        if len(found) > SHOWN:
            yield f"  - {say('cli.verify.more', count=len(found) - SHOWN)}"
    elif not verdict.matches:
        yield say("cli.verify.unlike")
    for text in verdict.claimed:
        yield say("cli.verify.claimed", **_names(text, say))


def _match(match: Match, dataset: Dataset, say: Labels) -> Iterator[str]:
    text = match.text
    yield say("cli.verify.is", **_names(text, say))
    if dataset.is_made_up(text.pact):
        yield "  " + say("cli.verify.made_up")
    if text.pact.form == "reported":
        yield "  " + say("cli.verify.retold")
    yield "  " + say("cli.verify.digest", digest=text.digest)
    yield "  " + _standing(text, say)
    if match.before or match.after:
        yield "  " + say("cli.verify.around", before=match.before, after=match.after)
    yield "  " + say("cli.verify.page", pact=text.pact.id)


def _standing(text: PactText, say: Labels) -> str:
    now = text.pact.version
    if text.current:
        return say("cli.verify.current")
    if text.version in same_meaning(text.pact, now):
        return say("cli.verify.fixed", version=now)
    if text.until is None:
        return say("cli.verify.past", version=now)
    return say("cli.verify.past_until", version=now, until=date_words(text.until, say))


def _names(text: PactText, say: Labels) -> dict[str, str]:
    return {"version": text.version, "name": getattr(text.pact.name, say.lang), "pact": text.pact.id}


def _difference(found: Difference, say: Labels) -> str:
    form = "instead" if found.here and found.there else "missing" if found.here else "extra"
    after = found.after or say("cli.verify.start")
    return say(f"cli.verify.{form}", after=after, here=found.here, there=found.there)
