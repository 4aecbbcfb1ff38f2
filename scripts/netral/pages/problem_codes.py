"""`/data/kode/<code>/`: a page for every problem the checks can raise."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netral.catalogue import code_page, severity
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["problem_code_page"]


def problem_code_page(edition: Edition, code: str) -> Page:
    """Why the rule is there, what it says, how to mend it, a wrong and a right example."""
    page = code_page(code, edition.lang)
    return render_page(
        edition,
        "code",
        f"data/kode/{code}/",
        title=f"{code}: {page.title}",
        description=page.title,
        searched=False,  # editors come by a message's code; to readers its made-up examples would be answers
        page=page,
        severity=severity(code),
        messages=_shown(page.messages),
        fixes=_shown(page.fixes),
    )


def _shown(forms: Mapping[str, str]) -> list[str]:
    """Each sentence with "…" where a value of the case at hand stands."""
    shown = [re.sub(r"\{\w+\}", "…", form).replace("{{", "{").replace("}}", "}") for form in forms.values()]
    return [form.removesuffix(".") if form.endswith("….") else form for form in shown]
