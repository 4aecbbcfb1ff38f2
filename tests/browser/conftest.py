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
from tests.conftest import TODAY, netral, small_project

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of another host is told by the watch, and goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
#: A slow machine that runs two browsers at once is no fault of the site.
PATIENCE = 20_000


#: Seconds for one test with the browser. Some calls to it have no limit of their own, and a hanging one would hold up
#: the whole run.
LONGEST = 90

#: The browser's day is that of the build, whenever the tests run: pages count the days to a deadline by it.
SAME_DAY = f"""{{
  const now = Date.now, shift = Date.parse("{TODAY}T05:00:00Z") - now();
  Date.now = () => now() + shift;
}}"""


class Served(NamedTuple):
    """A site's folder and the address it is served at."""

    folder: Path
    url: str


Opener = Callable[..., tuple[Page, Watch]]
#: What a reader told the device about colours.
Scheme = Literal["light", "dark"]


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


@pytest.fixture(scope="session")
def _contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One context per window and wish of the reader, so that a site's scripts are read once and not for every page."""
    known: dict[tuple[int, int, bool, Scheme], BrowserContext] = {}

    def context(width: int, height: int, *, scripts: bool, scheme: Scheme) -> BrowserContext:
        key = (width, height, scripts, scheme)
        if key not in known:
            known[key] = browser.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=scripts,
                color_scheme=scheme,
                reduced_motion="reduce",  # what is measured has come to rest
            )
            known[key].set_default_timeout(PATIENCE)
            known[key].add_init_script(SAME_DAY)
        return known[key]

    yield context
    for each in known.values():
        each.close()


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
def opened(_contexts: Callable[..., BrowserContext]) -> Iterator[Opener]:
    """`opened(base, width=…, height=…, scripts=…, scheme=…)`: an empty page of that size, and its watch."""
    pages: list[Page] = []

    def opener(
        base: str, width: int = 1280, height: int = 800, *, scripts: bool = True, scheme: Scheme = "light"
    ) -> tuple[Page, Watch]:
        page = _contexts(width, height, scripts=scripts, scheme=scheme).new_page()
        pages.append(page)
        return page, Watch(page, base)

    yield opener
    for page in pages:
        page.close()


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
        ran = netral("build", "--as-of", TODAY, "--site-url", url, "--out", "site", cwd=project)
        assert ran.code == 0, ran.out + ran.err
        yield Served(project / "site", url)
