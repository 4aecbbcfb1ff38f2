"""The policy in a real browser: the site works under it, also below a path, and what was injected does not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import PATH, Opener, Served
from tests.browser.kinds import by_turns, of_kind, twin
from tests.browser.watching import heading, served, until
from tests.conftest import TODAY, netral, small_project

from netral.headers import HEADERS

#: A kind of page for each depth of address, and one written by hand; test_pages.py opens all kinds under their policy.
DEPTHS = ("home", "sanctions", "act", "problem code", "about")
#: What an injected text would do: run a script of its own, run one in an attribute, and call home.
INJECTED = """
<script>window.ran = ["script"].concat(window.ran || [])</script>
<img src="data:," alt="" onerror="window.ran = ['handler'].concat(window.ran || [])">
<img src="https://luar.example/mata.png" alt="">
<p id="merah" style="color: rgb(255, 0, 0)">Gaya</p>
"""
#: Told by the browser itself of whatever a policy stopped.
LISTEN = """
window.stopped = [];
addEventListener("securitypolicyviolation", e => window.stopped.push(e.effectiveDirective + " " + e.blockedURI));
"""
#: Where Zensical keeps its search.
SHADOW = "[...document.body.children].find(e => e.shadowRoot).shadowRoot"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("below")]


def use(page: Page) -> None:
    """Do with a page what readers on a telephone do: open the menu, go dark and light again, search."""
    page.locator("button[aria-controls=__drawer]").click()
    page.locator("label.md-overlay").click(position={"x": 350, "y": 400})
    schemes = []
    for _ in range(2):
        page.locator("form.replaced + button").click()
        schemes.append(page.locator("body").get_attribute("data-md-color-scheme"))
    assert set(schemes) == {"default", "slate"}
    page.locator("button[aria-controls=__search]").click()
    page.locator("input.md-search__input").click()
    page.keyboard.type("netral")
    page.locator("a.md-search-result__link").first.wait_for()


@pytest.mark.parametrize(("kind", "lang"), by_turns(DEPTHS))
def test_nothing_a_reader_does_meets_the_policy(kind: str, lang: str, below: Served, opened: Opener) -> None:
    page, watch = opened(below.url, 360, new=True)
    page.add_init_script(LISTEN)
    answer = page.goto(below.url + twin(lang, of_kind(below.folder, kind)[0]))
    assert answer is not None
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert page.locator("head > :nth-child(2)").get_attribute("http-equiv") == "Content-Security-Policy"
    use(page)
    assert page.evaluate("window.stopped") == []
    assert watch.complaints == []


@pytest.fixture
def injected(below: Served, tmp_path: Path) -> Path:
    """A site with a page into whose text something was injected, as the build left its policy."""
    folder = tmp_path / "site"
    shutil.copytree(below.folder, folder)
    page = folder / "sanksi/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</article>", f"{INJECTED}</article>", 1), encoding="utf-8")
    return page


def open_injected(folder: Path, opened: Opener) -> tuple[Page, set[str]]:
    """The page once it has come to rest, and what a policy stopped on it."""
    with served(folder, PATH) as url:
        page, _ = opened(url, new=True)
        page.add_init_script(LISTEN)
        page.goto(f"{url}sanksi/")
        assert heading(page)
        page.wait_for_load_state("networkidle")
        return page, set(page.evaluate("window.stopped"))


STOPPED = {
    "script-src-elem inline",
    "script-src-attr inline",
    "img-src https://luar.example/mata.png",
    "style-src-attr inline",
}


@pytest.mark.parametrize("by", ["meta", "header"])
def test_what_was_injected_does_nothing(by: str, injected: Path, opened: Opener) -> None:
    folder = injected.parents[1]
    if by == "meta":  # a host that reads no such file
        (folder / HEADERS).unlink()
    else:
        take_policy_out(injected)
    page, stopped = open_injected(folder, opened)
    assert stopped == STOPPED
    assert page.evaluate("window.ran") is None
    assert page.locator("#merah").evaluate("e => getComputedStyle(e).color") != "rgb(255, 0, 0)"


def test_without_the_policy_it_would_have(injected: Path, opened: Opener) -> None:
    (injected.parents[1] / HEADERS).unlink()
    take_policy_out(injected)
    page, stopped = open_injected(injected.parents[1], opened)
    assert stopped == set()
    assert sorted(page.evaluate("window.ran")) == ["handler", "script"]
    assert page.locator("#merah").evaluate("e => getComputedStyle(e).color") == "rgb(255, 0, 0)"


def take_policy_out(page: Path) -> None:
    text, times = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text(encoding="utf-8"))
    assert times == 1
    page.write_text(text, encoding="utf-8")


@pytest.mark.full
def test_the_other_generators_search_is_dressed_under_its_policy(tmp_path: Path, opened: Opener) -> None:
    project = small_project(tmp_path / "project")
    with served(project / "site", PATH) as url:
        arguments = ("--as-of", TODAY, "--site-url", url, "--out", "site", "--engine", "zensical")
        ran = netral("build", *arguments, cwd=project)
        assert ran.code == 0, ran.out + ran.err
        page, watch = opened(url, new=True)
        page.add_init_script(LISTEN)
        page.goto(f"{url}en/sanksi/")
        page.locator(".md-search__button").click()
        page.keyboard.type("pact")
        assert until(page, lambda: page.evaluate(f"{SHADOW}.querySelector('a[href]') !== null"))
        assert page.evaluate(f"{SHADOW}.querySelector('style').sheet !== null")
        assert page.evaluate("window.stopped") == []
        assert watch.complaints == []
