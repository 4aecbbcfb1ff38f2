"""Every page says first of all what it may load and run, and holds nothing that this forbids.

Read here from the parsed page, not by the way in which the policy was made: two readings of a page must agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from netral.audit.site import HtmlPage, Site
from netral.headers import HEADERS, MOST_RULES, WIDEST, headers_for
from netral.model.place import Place
from netral.policy import STYLES, executes, script_digest
from netral.problems import Problem, quotable

__all__ = ["audit_policy"]

_POLICY = "Content-Security-Policy"
_STYLES = frozenset[str]().union(*STYLES.values())
#: What each directive may name at most, as it is written. Every one must be there.
_ALLOWED = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"} | {f"'{digest}'" for digest in _STYLES},
    "img-src": {"'self'", "data:"},
    "connect-src": {"'self'"},
    "worker-src": {"'self'"},
    "manifest-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
_DIGEST = re.compile(r"'(sha256-[A-Za-z0-9+/]{43}=)'")
#: A browser overlooks these characters in the scheme of an address.
_OVERLOOKED = re.compile(r"[\x00-\x20]")
_ADDRESSES = "//@src | //@action | //@formaction | //@data | //@*[contains(name(), 'href')]"


def audit_policy(site: Site) -> Iterator[Problem]:
    """Policies that are missing, late, loose or not of their page (S008), and what they would stop (S009)."""
    path = site.folder / HEADERS
    headers = path.read_text(encoding="utf-8") if path.is_file() else None
    sent = _sent_everywhere(headers) if headers is not None else None
    if headers is not None and sent is not None:
        yield from _of_headers(headers, sent, _origins(*site.forms.values()))
    for page in site:
        policy = _first_of_head(page)
        if policy is None:
            late = page.tree.xpath(f"//meta[@http-equiv='{_POLICY}']")
            yield page.problem("S008", late[0] if late else None)
            continue
        for fault in _faults(policy, _origins(site.forms.get(page.path, frozenset()))):
            yield page.problem("S008", None, "loose", part=fault)
        yield from _of_scripts(page, policy, sent)
        yield from _of_forms(page, policy, sent, site.forms.get(page.path, frozenset()))
        yield from _stopped(page)


def _of_scripts(page: HtmlPage, policy: str, sent: str | None) -> Iterator[Problem]:
    """Inline scripts that may not run, by the page or by its host, and leave for scripts that are not there."""
    scripts = {
        script_digest(script.text or ""): script
        for script in page.tree.xpath("//script[not(@src)]")
        if executes(script.get("type", ""))
    }
    allowed = set(_DIGEST.findall(policy))
    for digest in sorted(allowed - set(scripts) - _STYLES):
        yield page.problem("S008", None, "stray", digest=digest)
    for digest, script in scripts.items():
        if digest not in allowed:
            yield page.problem("S009", script, part=quotable(f"<script>{script.text or ''}"))
        elif sent is not None and digest not in sent:
            yield page.problem("S008", script, "host", digest=digest)


def _of_forms(page: HtmlPage, policy: str, sent: str | None, rightly: frozenset[str]) -> Iterator[Problem]:
    """Forms that the policy of the page, or that of its host, keeps from being sent: a browser says nothing of it.

    `rightly` are the addresses that forms of this page are sent to; a form for another one is told as S006.
    """
    for action in page.tree.xpath("//form/@action"):
        if action not in rightly:
            continue
        (origin,) = _origins(frozenset({str(action)}))
        if any(origin not in _said(each).get("form-action", []) for each in (policy, sent) if each is not None):
            yield page.problem("S009", action.getparent(), part=quotable(f'action="{action}"'))


def _first_of_head(page: HtmlPage) -> str | None:
    """The policy, if nothing but the mark of the charset stands before it."""
    for element in page.tree.xpath("/html/head/*"):
        if element.tag == "meta" and element.get("http-equiv") == _POLICY:
            return str(element.get("content", ""))
        if element.tag != "meta" or element.get("charset") is None:
            return None
    return None


def _said(policy: str) -> dict[str, list[str]]:
    """Each directive of a policy and what it names."""
    said: dict[str, list[str]] = {}
    for part in policy.split(";"):
        if words := part.split():  # of a directive that is said twice, the first counts
            said.setdefault(words[0].lower(), words[1:])
    return said


def _origins(*urls: frozenset[str]) -> frozenset[str]:
    """The origins of addresses that forms are sent to."""
    parts = [urlsplit(url) for each in urls for url in each]
    return frozenset(f"{part.scheme}://{part.netloc}" for part in parts)


def _faults(policy: str, forms: frozenset[str]) -> Iterator[str]:
    """The directives of a policy that allow more than they may, or are missing. `forms` is where forms may be sent."""
    said = _said(policy)
    for name, may in _ALLOWED.items():
        digests = {word for word in said.get(name, []) if name == "script-src" and _DIGEST.fullmatch(word)}
        named = forms if name == "form-action" else frozenset()
        if not said.get(name) or set(said[name]) - may - digests - named:
            yield " ".join([name, *said.get(name, [])])
    for name in sorted(set(said) - set(_ALLOWED) - {"frame-ancestors"}):
        yield " ".join([name, *said[name]])


def _sent_everywhere(headers: str) -> str:
    """The policy that the host sends with every page: that of the first rule, which must be about all of the site."""
    path = headers.partition("\n")[0]
    return headers_for(headers, path.removesuffix("*")).get(_POLICY, "") if path.endswith("/*") else ""


def _of_headers(text: str, policy: str, forms: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the file that tells the host its headers."""
    for fault in _faults(policy, forms):
        yield Problem("S008", Place(HEADERS, 1), {"page": HEADERS, "part": fault}, "loose")
    lines = text.splitlines()
    rules = [number for number, line in enumerate(lines, 1) if line.startswith("/")]
    wide = [number for number, line in enumerate(lines, 1) if len(line) > WIDEST]
    for number in wide[:1] + rules[MOST_RULES : MOST_RULES + 1]:
        values = {"page": HEADERS, "widest": str(WIDEST), "most": str(MOST_RULES)}
        yield Problem("S008", Place(HEADERS, number), values, "long")


def _stopped(page: HtmlPage) -> Iterator[Problem]:
    """Styles, scripts in attributes and script addresses: the policy stops them, so they must not be there."""
    for style in page.tree.xpath("//style"):
        yield page.problem("S009", style, part=quotable(f"<style>{style.text or ''}"))
    for value in page.tree.xpath("//@style | //@*[starts-with(local-name(), 'on')]"):
        yield page.problem("S009", value.getparent(), part=quotable(f'{value.attrname}="{value}"'))
    for value in page.tree.xpath(_ADDRESSES):
        if _OVERLOOKED.sub("", value).lower().startswith("javascript:"):
            yield page.problem("S009", value.getparent(), part=quotable(f'{value.attrname}="{value}"'))
