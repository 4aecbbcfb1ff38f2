"""Gate: axe-core finds nothing. What it may find is listed in axe-exceptions.yaml, with a reason and an end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: WCAG 2.2 AA and axe's own advice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
EXCEPTIONS = Path(__file__).with_name("axe-exceptions.yaml")
#: What Material calls its two schemes.
SCHEMES = {"light": "default", "dark": "slate"}


class Finding(NamedTuple):
    """A rule of axe that an element of a page breaks."""

    rule: str
    target: str
    why: str


class Excepted(NamedTuple):
    """A rule that pages of one kind may break until a day."""

    rule: str
    kind: str
    reason: str
    until: dt.date


def findings(page: Page) -> list[Finding]:
    """What axe finds wrong with the open page."""
    page.wait_for_load_state("load")
    page.evaluate("document.getAnimations().forEach(each => { try { each.finish() } catch { each.cancel() } })")
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    violations = Axe().run(page, options=options).response["violations"]
    return [
        Finding(violation["id"], " ".join(map(str, node["target"])), " ".join(node["failureSummary"].split()))
        for violation in violations
        for node in violation["nodes"]
    ]


def scheme_of(page: Page) -> str | None:
    """The colours that the page really shows."""
    return page.locator("body").get_attribute("data-md-color-scheme")


def exceptions(path: Path = EXCEPTIONS) -> list[Excepted]:
    """The exceptions that `path` lists."""
    return [Excepted(**each) for each in yaml.safe_load(path.read_text(encoding="utf-8")) or []]


def listing_complaints(listed: list[Excepted], kinds: set[str], day: dt.date) -> list[str]:
    """What is wrong with the list itself on `day`: an end that has passed, no reason, a kind that is none."""
    over = [f"over since {each.until}: {each.rule} on {each.kind}" for each in listed if each.until < day]
    bare = [f"no reason: {each.rule} on {each.kind}" for each in listed if not each.reason.strip()]
    lost = [f"no such kind: {each.rule} on {each.kind}" for each in listed if each.kind not in kinds]
    return over + bare + lost


def not_excepted(found: list[Finding], kind: str, listed: list[Excepted]) -> list[Finding]:
    """The findings on a page of `kind` that no exception covers."""
    covered = {each.rule for each in listed if each.kind == kind}
    return [finding for finding in found if finding.rule not in covered]


def unused(found: list[Finding], kind: str, listed: list[Excepted]) -> list[Excepted]:
    """The exceptions for `kind` that nothing found needs any more."""
    rules = {finding.rule for finding in found}
    return [each for each in listed if each.kind == kind and each.rule not in rules]
