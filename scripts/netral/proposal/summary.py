"""What a proposal does to published texts, told to somebody with only a browser: Markdown for the page of a check."""

from __future__ import annotations

from collections.abc import Sequence

from netral.catalogue import Labels, labels
from netral.pages.template import heading
from netral.problems import Lang
from netral.proposal.bases import Lost
from netral.proposal.versions import VersionChange
from netral.report.listed import listed
from netral.versions import versions

__all__ = ["summary"]


#: Nobody reads more rows than this.
MOST_ROWS = 100


def summary(changes: Sequence[VersionChange], lost: Sequence[Lost], lang: Lang, *, unread: bool = False) -> str:
    """The summary: what has to be mended, a table of the versions that are not as they were, one of articles `lost`.

    `unread`: some pacts, published or proposed, cannot be read, so not all could be compared.
    """
    say = labels(lang)
    parts = [f"## {say('proposal.title')}"]
    problems = [problem for change in changes for problem in change.problems]
    if problems:
        parts += [say("proposal.errors"), *listed(problems, say)]
    if unread:
        parts.append(say("proposal.unread"))
    if changes:
        columns = ("pact", "version", "digest", "status")
        head = " | ".join(say(f"proposal.{name}") for name in columns)
        lines = [f"| {head} |", "| --- | --- | --- | --- |", *(_row(change, say) for change in changes)]
        parts.append("\n".join(lines))
    elif not unread:
        parts.append(say("proposal.none"))
    if any(change.kind == "new" for change in changes):
        parts.append(say("proposal.look"))
    if lost:
        parts += [f"## {say('proposal.lost.title')}", say("proposal.lost.look"), _lost(lost[:MOST_ROWS], say)]
    if len(lost) > MOST_ROWS:
        parts.append(say("changes.more_rows", count=len(lost) - MOST_ROWS))
    return "\n\n".join(parts) + "\n"


def _lost(lost: Sequence[Lost], say: Labels) -> str:
    head = " | ".join(say(f"proposal.lost.{name}") for name in ("where", "gone", "now"))
    lines = [f"| {head} |", "| --- | --- | --- |"]
    for each in lost:
        where = say("proposal.lost.place", file=each.place.file, line=each.place.line, name=" / ".join(each.path[1:]))
        now = "; ".join(each.now) or say("proposal.lost.nothing")
        lines.append(f"| {heading(where)} | {heading('; '.join(each.lost))} | {heading(now)} |")
    return "\n".join(lines)


def _row(change: VersionChange, say: Labels) -> str:
    text = change.text
    name = heading(getattr(text.pact.name, say.lang))
    return f"| {name} | {heading(text.version)} | `{text.short}` | {_status(change, say)} |"


def _status(change: VersionChange, say: Labels) -> str:
    text = change.text
    if change.problems:
        return f"**{say(f'proposal.kind.{change.kind}')}**"
    if change.kind == "dated":
        return say("proposal.kind.dated")
    again = text.change is not None and text.change.substantive
    if change.kind == "weighed":
        return say(f"proposal.kind.weighed.{'again' if again else 'counts'}")
    if text.change is None:
        return say("proposal.kind.new.first")
    known = [each.version for each in versions(text.pact)]
    before = known[known.index(text.version) - 1]
    words = say(f"proposal.kind.new.{'again' if again else 'counts'}", before=heading(before))
    return f"{words} {heading(getattr(text.change.note, say.lang))}"
