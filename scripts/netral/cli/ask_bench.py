"""`netral ask-bench`: how many questions in everyday words find the right act on a built site."""

from __future__ import annotations

import argparse
import functools
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from netral.addresses import site_path
from netral.bench.browser import CannotAsk, ask_finder, ask_search, opened, program
from netral.bench.questions import Fault, Question, read_questions
from netral.bench.score import FIRST, LEAST, Asked, Share, share
from netral.catalogue import LANGS, Labels, labels
from netral.cli.options import Refused, add_lang
from netral.cli.serve import Handler

__all__ = ["add", "run"]

#: The ids of the acts, as the site publishes them.
ACTS = Path("api/v1/acts.json")
#: The ways to ask, and what each found.
WAYS = ("finder", "search")


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("ask-bench", help=say("cli.ask_bench.help"))
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.ask_bench.file"))
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help=say("cli.ask_bench.site"))
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the scores and the misses of each language.

    0 where the finder and the search each reach the least in each language, else 1; 1 also where the file is wrong, all
    of it told at once. Refused where there is no such file, no site or no browser.
    """
    say = labels(options.lang)
    if not options.file.is_file():
        raise Refused(say("cli.ask_bench.no_file", file=options.file))
    questions, faults = read_questions(options.file, _acts(options.site, say))
    if faults:
        print(*(_told(fault, say) for fault in faults), sep="\n")
        print(say("cli.ask_bench.count", count=len(faults)))
        return 1
    try:
        asked = _ask(options.site, questions)
    except CannotAsk as why:
        raise Refused(say(f"cli.ask_bench.cannot.{why.why}", **why.values)) from None
    print(say("cli.ask_bench.head", file=options.file, first=FIRST))
    enough = True
    for lang in LANGS:
        if mine := [each for each in asked if each.question.lang == lang]:
            print(*_scores(mine, say), *_misses(mine, say), sep="\n")
            enough = enough and all(found.enough for found in _shares(mine).values())
    print(say("cli.ask_bench.enough", least=LEAST) if enough else say("cli.ask_bench.short", least=LEAST))
    return 0 if enough else 1


def _acts(site: Path, say: Labels) -> frozenset[str]:
    try:
        items = json.loads((site / ACTS).read_text(encoding="utf-8"))["items"]
        return frozenset(item["id"] for item in items)
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(say("cli.ask_bench.no_site", site=site)) from None


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address at which the folder `site` is served on this machine until the end of the `with`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _ask(site: Path, questions: Sequence[Question]) -> list[Asked]:
    """Every question asked of the finder and of the search of its language."""
    by_lang = {lang: mine for lang in LANGS if (mine := [each for each in questions if each.lang == lang])}
    for lang in by_lang:
        if not (site / site_path(lang, "search/search_index.json")).is_file():
            raise CannotAsk("no_index", lang=lang)
    asked: list[Asked] = []
    with _served(site) as url, opened(program()) as page:
        for lang, mine in by_lang.items():
            words = [question.words for question in mine]
            found = ask_finder(page, url, lang, words), ask_search(page, site, url, lang, words)
            asked += [Asked(each, tuple(by), tuple(pages)) for each, by, pages in zip(mine, *found, strict=True)]
    return asked


def _shares(asked: Sequence[Asked]) -> dict[str, Share]:
    return {
        "finder": share([each.finder_hits for each in asked]),
        "search": share([each.search_hits for each in asked]),
    }


def _scores(asked: Sequence[Asked], say: Labels) -> Iterator[str]:
    """A line for each way of asking, then for either of both, and for both at once."""
    shares = _shares(asked) | {
        "either": share([each.finder_hits or each.search_hits for each in asked]),
        "both": share([each.finder_hits and each.search_hits for each in asked]),
    }
    yield say(f"cli.ask_bench.lang.{asked[0].question.lang}")
    for way, found in shares.items():
        yield "  " + say("cli.ask_bench.score", way=say(f"cli.ask_bench.way.{way}"), **_figures(found))


def _figures(found: Share) -> dict[str, int]:
    return {"hits": found.hits, "of": found.of, "percent": found.percent}


def _misses(asked: Sequence[Asked], say: Labels) -> Iterator[str]:
    for way in WAYS:
        missed = [each for each in asked if not getattr(each, f"{way}_hits")]
        if missed:
            yield say(f"cli.ask_bench.missed.{way}")
        for each in missed:
            came = getattr(each, way)[:FIRST]
            first = ", ".join(came) if came else say("cli.ask_bench.nothing")
            right = ", ".join(each.question.right)
            line = say("cli.ask_bench.miss", question=each.question.words, right=right, first=first)
            yield f"  {each.question.place}: {line}"


def _told(fault: Fault, say: Labels) -> str:
    values = dict(fault.values)
    told = say(f"cli.ask_bench.fault.{fault.kind}", **values)
    return f"{fault.place}: {told}\n   = {say('report.fix')}: {say(f'cli.ask_bench.mend.{fault.kind}', **values)}"
