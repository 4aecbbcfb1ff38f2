"""The browser, and the real site served on this machine."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.watching import Watch, served
from tests.conftest import TODAY, build_small, small_project

from netral.bench.browser import ARGUMENTS as ALONE

#: As the bench starts it. Whatever a page asks of another host is told by the watch, and goes nowhere.
ARGUMENTS = (*ALONE, "--disable-quic")
#: A slow machine that runs two browsers at once is no fault of the site.
PATIENCE = 20_000


#: Seconds for one test with the browser. Some calls to it have no limit of their own, and a hanging one would hold up
#: the whole run.
LONGEST = 150


def clock_of(day: str) -> str:
    """A script by which a page takes `day` for today, whenever it is opened: it counts the days to a deadline by it."""
    return f"""{{
      const now = Date.now, shift = Date.parse("{day}T05:00:00Z") - now();
      Date.now = () => now() + shift;
    }}"""


class Served(NamedTuple):
    """A site's folder and the address it is served at."""

    folder: Path
    url: str


Opener = Callable[..., tuple[Page, Watch]]
#: What a reader told the device about colours.
Scheme = Literal["light", "dark"]


class Wish(NamedTuple):
    """What a reader told the browser."""

    scripts: bool
    scheme: Scheme


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that $BROWSER names. There is no test without one, and none is skipped for want of one."""
    named = os.environ.get("BROWSER", "")
    path = shutil.which(named) if named else None
    if path is None:
        said = f"BROWSER={named} is no program" if named else "BROWSER is not set"
        pytest.fail(
            f"{said}: set it to the path of Chromium or Chrome, or run `make test`, which finds one", pytrace=False
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Tabs:
    """The tabs of one browser, each opened for one test at a time and given back blank.

    A tab has a program of its own, which takes longer to start than a page to show; so tabs are used again. All of one
    wish share what they have fetched.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[Wish, BrowserContext] = {}
        self._free: dict[Wish, list[Page]] = {}

    def take(self, wish: Wish, *, new: bool) -> Page:
        """A blank tab for what the reader wishes."""
        if wish not in self._contexts:
            self._contexts[wish] = self._browser.new_context(
                java_script_enabled=wish.scripts,
                color_scheme=wish.scheme,
                reduced_motion="reduce",  # what is measured has come to rest
            )
            self._contexts[wish].set_default_timeout(PATIENCE)
            self._contexts[wish].add_init_script(clock_of(TODAY))  # the day of the build
        free = self._free.setdefault(wish, [])
        return free.pop() if free and not new else self._contexts[wish].new_page()

    def give_back(self, wish: Wish, page: Page) -> None:
        """Take from a tab whatever the last test left in it."""
        page.mouse.move(-1, -1)  # nothing is hovered over
        page.goto("about:blank")
        page.emulate_media(media="null")
        self._free[wish].append(page)


@pytest.fixture(scope="session")
def _tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture(autouse=True)
def _not_for_ever() -> Iterator[None]:
    """End a test that the browser keeps waiting."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(LONGEST)

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def opened(_tabs: Tabs) -> Iterator[Opener]:
    """`opened(base, width=…, height=…, scripts=…, scheme=…)`: an empty page of that size, and its watch.

    With `new` its tab is thrown away afterwards: for tests that leave something in it for the pages to come.
    """
    used: list[tuple[Wish, Page, Watch, bool]] = []

    def opener(
        base: str,
        width: int = 1280,
        height: int = 800,
        *,
        scripts: bool = True,
        scheme: Scheme = "light",
        new: bool = False,
    ) -> tuple[Page, Watch]:
        wish = Wish(scripts, scheme)
        page = _tabs.take(wish, new=new)
        page.set_viewport_size({"width": width, "height": height})
        watch = Watch(page, base)
        used.append((wish, page, watch, new))
        return page, watch

    yield opener
    for wish, page, watch, new in used:
        watch.end()
        if new:
            page.close()
        else:
            _tabs.give_back(wish, page)


@pytest.fixture(scope="session")
def real(site: Path) -> Iterator[Served]:
    """The real site with the demo regency."""
    with served(site) as url:
        yield Served(site, url)


#: The path of a host below which the small project's site lies.
PATH = "/netral/sub/"


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small project's site, served at the very address that it was built for.

    Tests that use it are of the group "below", so that one worker builds it. Look, but change nothing in it.
    """
    project = small_project(tmp_path_factory.mktemp("below") / "project")
    with served(project / "site", PATH) as url:
        ran = build_small("--site-url", url, cwd=project)
        assert ran.code == 0, ran.out + ran.err
        yield Served(project / "site", url)
