"""What a page says, once more for search engines (JSON-LD): data of a script element that no browser runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

__all__ = ["json_ld"]

#: Signs that would end a script element, or begin another.
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(told: Mapping[str, Any]) -> Markup:
    """The inside of a script element of type application/ld+json."""
    text = json.dumps({"@context": "https://schema.org/"} | dict(told), ensure_ascii=False)
    return Markup(text.translate(_UNSAFE))  # noqa: S704 (no sign of markup is left)
