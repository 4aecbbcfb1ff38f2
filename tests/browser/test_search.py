"""Searching works in both languages, inside the site alone."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import twin
from tests.browser.watching import heading

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("lang", "width"),
    [
        ("id", 360),
        ("en", 1280),
        pytest.param("id", 1280, marks=pytest.mark.full),
        pytest.param("en", 360, marks=pytest.mark.full),
    ],
)
def test_search_finds_pages_of_its_language(lang: str, width: int, real: Served, opened: Opener) -> None:
    home = real.url + twin(lang, "")
    page, watch = opened(real.url, width)
    page.goto(home)
    if width < 960:  # on a telephone the field hides behind its button
        page.locator("button[aria-controls=__search]").click()
    page.locator("input.md-search__input").click()
    page.keyboard.type("netral")
    results = page.locator("a.md-search-result__link")
    results.first.wait_for()
    found = results.evaluate_all("links => links.map(link => link.href)")
    assert found
    assert [link for link in found if not link.startswith(home)] == []
    assert [link for link in found if link.startswith(f"{real.url}en/") != (lang == "en")] == []
    page.goto(found[0])
    assert heading(page)
    page.wait_for_load_state("networkidle")
    assert watch.complaints == []
