"""`netral new agency`: append a valid skeleton to the agencies' file, from flags or from questions."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any, get_args

from netral.catalogue import Labels, fix, labels, message
from netral.cli.check import problems_of
from netral.cli.options import Refused, add_data, add_lang, chosen_day
from netral.model.agency import AgencyLevel
from netral.skeleton import NewAgency, agency_block, source_block

__all__ = ["add", "run"]


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command."""
    new: argparse.ArgumentParser = subparsers.add_parser("new", help=say("cli.new.help"))
    what = new.add_subparsers(dest="what", required=True, metavar="WHAT")
    parser: argparse.ArgumentParser = what.add_parser("agency", help=say("cli.new.agency_help"))
    parser.add_argument("--id", help=say("cli.new.id"))
    parser.add_argument("--name-id", help=say("cli.new.name_id"))
    parser.add_argument("--name-en", help=say("cli.new.name_en"))
    parser.add_argument("--level", choices=get_args(AgencyLevel), help=say("cli.new.level"))
    parser.add_argument("--region-code", help=say("cli.new.code"))
    add_data(parser, say)
    add_lang(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the skeleton, unless the data with it would have a new problem; then nothing is written."""
    say = labels(options.lang)
    agency = NewAgency(
        id=_answer(options.id, say("cli.new.ask_id"), say),
        name_id=_answer(options.name_id, say("cli.new.ask_name_id"), say),
        name_en=_answer(options.name_en, say("cli.new.ask_name_en"), say),
        level=_answer(options.level, say("cli.new.ask_level", choices=", ".join(get_args(AgencyLevel))), say),
        region_code=_answer(options.region_code, say("cli.new.ask_code"), say),
    )
    today = chosen_day(None, options.lang)
    return _append(options.data, agency, today, say)


def _answer(given: str | None, question: str, say: Labels) -> str:
    if given is not None:
        return given
    try:
        return input(f"{question}: ").strip()
    except EOFError:
        raise Refused(say("cli.new.no_answer")) from None


def _append(data: Path, agency: NewAgency, today: dt.date, say: Labels) -> int:
    """Append to both files, look at what the check says of it, and take it back if that is anything new."""
    target, sources = data / "agencies.yaml", data / "sources.yaml"
    for path in (target, sources):
        if not path.is_file():
            raise Refused(say("cli.build.no_config", file=path))
    before = {path: path.read_bytes() for path in (target, sources)}
    known = set(map(str, problems_of(data, today)[2]))
    try:
        _write(target, before[target], agency_block(agency, today))
        _write(sources, before[sources], source_block(agency))
        added = [p for p in problems_of(data, today)[2] if str(p) not in known]
    except BaseException:
        _restore(before)
        raise
    if added:
        _restore(before)
        print(f"netral: {say('cli.new.invalid')}", file=sys.stderr)
        told = (f"{p.code}: {message(p, say.lang)} {fix(p, say.lang)}" for p in added)
        print("\n".join(dict.fromkeys(told)), file=sys.stderr)
        return 1
    print(say("cli.new.done", name=agency.name_id if say.lang == "id" else agency.name_en, file=target))
    return 0


def _write(path: Path, old: bytes, block: str) -> None:
    path.write_bytes(old.rstrip(b"\n") + b"\n\n" + block.encode())


def _restore(before: dict[Path, bytes]) -> None:
    for path, content in before.items():
        path.write_bytes(content)
