"""What a proposal does to published texts, told to somebody with only a browser: Markdown for the page of a check."""

from __future__ import annotations

from collections.abc import Sequence

from netral.catalogue import Labels, labels
from netral.pages.template import heading
from netral.problems import Lang
from netral.proposal.versions import VersionChange
from netral.report.listed import listed
from netral.versions import versions

__all__ = ["summary"]


def summary(changes: Sequence[VersionChange], lang: Lang, *, unread: bool = False) -> str:
    """The summary: what has to be mended, then a table of the versions that are not as they were.

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
    return "\n\n".join(parts) + "\n"


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
