"""`_headers`: what the host is to send with each file, in the form that Netlify and Cloudflare Pages read.

Other hosts do not read it; what a page needs to be safe stands in its head too. Cloudflare takes 100 rules at most, of
lines of 2,000 characters at most, and sends what two rules say of one header joined by a comma, so none is said twice.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from netral.policy import Policy

__all__ = ["HEADERS", "MOST_RULES", "WIDEST", "headers_file", "headers_for"]

#: The name of the file. It lies at the root of what is published, also where the site lies in a folder of that.
HEADERS = "_headers"
MOST_RULES = 100
WIDEST = 2_000
#: Nothing on the site needs any of these.
_OFF = ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb")
#: What pages and editors anywhere may read: the data, and what may stand in each file of them.
_DATA = ("/api/*", "/schemas/*")
_A_YEAR = "public, max-age=31536000, immutable"
#: Folders whose files carry their digest in their names, so that they never change.
_FIXED = tuple(f"/{lang}assets/{kind}/*" for lang in ("", "en/") for kind in ("javascripts", "stylesheets"))


def headers_file(policy: Policy, site_url: str) -> str:
    """The rules for a site published at `site_url`, whose pages together need `policy`.

    Their paths count from the root of the host, so they begin with the path of that address.
    """
    everywhere = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _OFF),
        # A reporter's way from here to a channel is nobody's business.
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    rules = {"/*": everywhere} | {path: {"Access-Control-Allow-Origin": "*"} for path in _DATA}
    rules |= {path: {"Cache-Control": _A_YEAR} for path in _FIXED}
    below = urlsplit(site_url).path.rstrip("/")
    return "\n".join(
        f"{below}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def headers_for(text: str, path: str) -> dict[str, str]:
    """The headers that the rules `text` of a `_headers` file say for an address's path."""
    found: dict[str, str] = {}
    applies = False
    for line in text.splitlines():
        if line.startswith("/"):
            parts = (re.escape(part) for part in line.strip().split("*"))
            applies = re.fullmatch(".*".join(parts), path) is not None
        elif applies and ":" in line:
            name, _, value = line.partition(":")
            found[name.strip()] = value.strip()
    return found
