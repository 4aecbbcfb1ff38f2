"""The command `netral` as a program whose sites have a page for one problem code of each letter, not for all.

Those pages are alike, and they are most pages of a small site: without them it is built in half the time. The real site
has them all, and so has every test that is about them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from netral import catalogue, pages
from netral.cli import main
from netral.pages import overview


def few() -> Mapping[str, catalogue.Severity]:
    """The first code of each letter."""
    return {code: severity for code, severity in catalogue.codes().items() if code.endswith("001")}


if __name__ == "__main__":
    pages.codes = overview.codes = few  # type: ignore[attr-defined]
    sys.exit(main(sys.argv[1:]))
