"""A page's HTML -> what the page may load, run and send (Content-Security-Policy), and the page with that in its head.

Scripts and styles come from the site itself. An inline script runs only by its digest, and only the theme's get one:
what stands in the text of a page came from data or prose, and never runs, whatever became of its escaping.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

__all__ = ["STYLES", "Policy", "executes", "policy_of", "script_digest", "with_policy"]

#: Styles that the scripts of a site generator put into the page themselves, by what it calls itself. Zensical dresses
#: its search that way; Material does not.
STYLES = {"zensical-0.0.73": frozenset({"sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k="})}
#: Types of script elements that hold data, which no browser runs.
_DATA_TYPES = frozenset({"application/json", "application/ld+json"})
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=", re.IGNORECASE)
#: From the first article to the end of the last: an `</article>` that came with the data ends nothing.
_ARTICLE = re.compile(r"<article\b.*</article\s*>", re.IGNORECASE | re.DOTALL)
_GENERATOR = re.compile(r"""<meta name="generator" content="([^"]*)">""")
_CHARSET = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """Digests of the inline scripts that run and of styles that scripts add, and where forms may be sent."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    #: Hosts; none, so a form is sent nowhere. A page that has a form to send names its host here, and only that page.
    forms: frozenset[str] = frozenset()

    def __or__(self, other: Policy) -> Policy:
        """What either allows: for a header that goes with several pages, each of which has its own in its head."""
        return Policy(self.scripts | other.scripts, self.styles | other.styles, self.forms | other.forms)

    def __str__(self) -> str:
        def quoted(digests: frozenset[str]) -> str:
            return "".join(f" '{digest}'" for digest in sorted(digests))

        forms = " ".join(sorted(self.forms)) or "'none'"
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src 'self'{quoted(self.scripts)}",
                f"style-src 'self'{quoted(self.styles)}",
                "img-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self'",
                "manifest-src 'self'",
                "base-uri 'none'",
                f"form-action {forms}",
            )
        )


def policy_of(html: str) -> Policy:
    """The policy of a page: the digests of the scripts that stand in it outside of its text."""
    generator = _GENERATOR.search(html)
    styles = STYLES.get(generator.group(1), frozenset()) if generator else frozenset()
    found = _SCRIPT.finditer(_ARTICLE.sub("", html))
    scripts = [script["text"] for script in found if _runs_inline(script["attributes"])]
    return Policy(frozenset(script_digest(text) for text in scripts), styles)


def _runs_inline(attributes: str) -> bool:
    named = _TYPE.search(attributes)
    return executes(named.group(1) if named else "") and not _SRC.search(attributes)


def executes(script_type: str) -> bool:
    """May a browser run, or act on, a script element of this type? Only what is known to be data may not."""
    return script_type.strip().lower() not in _DATA_TYPES


def script_digest(text: str) -> str:
    """The digest by which a policy allows an inline script: of its text as a browser reads it."""
    read = text.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(read.encode()).digest()).decode()


def with_policy(html: str, policy: Policy) -> str:
    """The page with its policy behind the mark of its charset, before all that a policy can be about.

    A page without that mark comes back as it was, and fails its audit.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda mark: mark.group() + meta, html, count=1)
