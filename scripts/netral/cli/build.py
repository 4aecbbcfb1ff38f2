"""`netral build`: check, build, audit, and put the site in place."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from netral import asof
from netral.build import build_site, editions, is_site
from netral.catalogue import Labels, labels, severity
from netral.check.links import link_fault
from netral.cli.check import checked
from netral.cli.notes import notes
from netral.cli.options import Refused, add_as_of, add_data, add_lang, chosen_day
from netral.load import load
from netral.load.dataset import DEMO
from netral.pages import Looked
from netral.pages.inserts import INSERTS
from netral.problems import Problem
from netral.prose import BadInsert
from netral.render import CONFIG, EngineFailed, configured_url
from netral.report import FORMS
from netral.translations import Comparison, Pair
from netral.translations.texts import placed

__all__ = ["add", "add_options", "run", "site_url_of"]


#: Code and variant of what is no slip on the site of an earlier day: figures that came later are left out of it.
LATER = frozenset({("W008", ""), ("W028", "future")})


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser("build", help=say("cli.build.help"))
    add_options(parser, say)
    parser.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser, say: Labels) -> None:
    """The options of a build, for every command that builds."""
    add_data(parser, say)
    parser.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help=say("cli.build.out"))
    add_as_of(parser, say)
    parser.add_argument("--demo", action="store_true", help=say("cli.build.demo"))
    parser.add_argument("--site-url", metavar="URL", help=say("cli.build.site_url"))
    parser.add_argument("--engine", choices=("mkdocs", "zensical"), default="mkdocs", help=say("cli.build.engine"))
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help=say("cli.check.format"))
    add_lang(parser, say)


def run(options: argparse.Namespace) -> int:
    """0 and a new site in place; else the old one is untouched: 1 the data are wrong, 2 the tool could not run."""
    say = labels(options.lang)
    day = chosen_day(options.as_of, options.lang)
    root = Path.cwd()
    site_url = site_url_of(options.site_url, root, say)
    if not is_site(options.out):
        raise Refused(say("cli.build.not_ours", out=options.out))
    found = checked(options.data, day)
    problems = found.problems
    if options.as_of is not None:
        problems = [problem for problem in problems if (problem.code, problem.variant) not in LATER]
    wrong = any(severity(problem.code) == "error" for problem in problems)
    if problems:
        sys.stdout.write(FORMS[options.format](problems, found.texts, options.lang))
    if wrong:
        return 1
    loaded = found.loaded if options.demo else load(options.data)
    if day < asof.earliest(loaded.dataset):
        raise Refused(say("cli.build.too_early", day=asof.earliest(loaded.dataset)))
    looked = _looked(found.texts, problems, options.data, demo=options.demo)
    for note in notes(loaded.dataset, found.comparison, day, say):
        print(note, file=sys.stderr)
    both = editions(loaded.dataset, day, site_url, loaded.texts, looked, _behind(found.comparison, options))
    try:
        built = build_site(root, options.out, both, loaded, options.engine)
    except BadInsert as bad:
        known = ", ".join(sorted(INSERTS))
        raise Refused(say("cli.build.no_insert", file=bad.file, name=bad.name, known=known)) from None
    except EngineFailed as failure:
        raise Refused(f"{say('cli.build.engine_failed', engine=options.engine)}\n{failure}") from None
    if built.problems:
        sys.stdout.write(FORMS[options.format](built.problems, {}, options.lang))
        print(say("cli.build.audit_failed"), file=sys.stderr)
        return 1
    print(say("cli.build.done", out=options.out, pages=built.pages), file=sys.stderr)
    return 0


def _behind(comparison: Comparison | None, options: argparse.Namespace) -> tuple[Pair, ...]:
    """The English texts that are behind, without the made-up ones where these are left out."""
    pairs = map(placed, comparison.behind if comparison else ())
    return tuple(p for p in pairs if options.demo or not Path(p.place.file).is_relative_to(options.data / DEMO))


def _looked(texts: Iterable[str], problems: Iterable[Problem], data: Path, *, demo: bool) -> Looked:
    """What the report of a site tells of: its files by the names that they have in the project, wherever that lies."""

    def known_as(name: str) -> str:
        path = Path(name)
        return path.relative_to(data.parent).as_posix() if path.is_relative_to(data.parent) else name

    def told(name: str) -> bool:
        return demo or not Path(name).is_relative_to(data / DEMO)

    return Looked(
        tuple(sorted(known_as(name) for name in texts if told(name))),
        tuple(
            replace(
                problem,
                place=replace(problem.place, file=known_as(problem.place.file)),
                values={key: known_as(value) for key, value in problem.values.items()},
            )
            for problem in problems
            if told(problem.place.file)
        ),
    )


def site_url_of(option: str | None, root: Path, say: Labels) -> str:
    """Where the site is published: `option`, else as `mkdocs.yml` in `root` says. Raises Refused."""
    for name in CONFIG.values():
        if not (root / name).is_file():
            raise Refused(say("cli.build.no_config", file=name))
    url = (option or configured_url(root)).rstrip("/") + "/"
    local = re.fullmatch(r"http://(localhost|127\.0\.0\.1)(:\d+)?(/[\w./-]*)?", url)
    if not local and link_fault(url) is not None:
        raise Refused(say("cli.build.bad_url", value=option or url))
    return url
