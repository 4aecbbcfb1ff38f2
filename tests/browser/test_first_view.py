"""What the audit weighs is what a browser fetches: the same files, and to the byte the same size on the line."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import KINDS, LANGS, of_kind, twin
from tests.browser.watching import heading

from netral.audit.site import Site, read_site
from netral.audit.weight import first_view
from netral.cli.serve import Handler

# One worker reads the site and starts the server.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("first-view")]
#: Every kind once; the languages take turns.
PAGES = [(kind, "id" if kind == "not found" else LANGS[n % 2]) for n, kind in enumerate(KINDS)]


class _Host(Handler):
    """Sends each file compressed where that makes it smaller, as the hosts of static sites do."""

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        path = Path(self.translate_path(self.path))
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        squeezed = gzip.compress(content, 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if path.is_dir() else self.guess_type(str(path)))
        if len(squeezed) < len(content):
            self.send_header("Content-Encoding", "gzip")
            content = squeezed
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Served]:
    """The real site on a host that compresses."""

    def handler(*arguments: object) -> _Host:
        return _Host(*arguments, directory=str(site))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(site, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture(scope="module")
def parsed(site: Path) -> Site:
    """The real site as the audit reads it."""
    return read_site(site)


@pytest.fixture
def keeping_nothing(opened: Opener, host: Served) -> Iterator[Page]:
    """A page of a reader whose browser keeps nothing, so that each view is the first."""
    page, _ = opened(host.url, 360)
    devices = page.context.new_cdp_session(page)
    devices.send("Network.enable")
    devices.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    devices.detach()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a reader who was never here before."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_a_first_view_fetches_what_the_audit_weighs(
    kind: str, lang: str, host: Served, parsed: Site, keeping_nothing: Page
) -> None:
    address = twin(lang, of_kind(host.folder, kind)[0])
    name = address if address.endswith(".html") else f"{address}index.html"
    weighed = {part.path: part.size for part in first_view(parsed, parsed.pages[name])}
    requests = requests_of(keeping_nothing, host.url + address)
    assert {path_of(request, host): request.sizes()["responseBodySize"] for request in requests} == weighed


def test_what_is_fetched_beside_it_is_seen(host: Served, parsed: Site, fresh: Page) -> None:
    fresh.route("**/search-later.js", lambda route: route.fulfill(body=""))
    fetched = {path_of(request, host) for request in requests_of(fresh, host.url)}
    weighed = {part.path for part in first_view(parsed, parsed.pages["index.html"])}
    assert {path.rpartition("/")[2].partition(".")[0] for path in fetched - weighed} == {"search", "search_index"}


def requests_of(page: Page, url: str) -> list[Request]:
    """Whatever the browser asks for until the page at `url` has come to rest."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    page.goto(url)
    assert heading(page)
    page.wait_for_load_state("networkidle")
    page.remove_listener("request", note)
    return asked


def test_the_search_is_fetched_once_it_is_touched(host: Served, fresh: Page) -> None:
    asked: list[str] = []
    fresh.goto(host.url)
    fresh.wait_for_load_state("networkidle")
    fresh.on("request", lambda request: asked.append(path_of(request, host)))
    fresh.locator("button.md-header__button[aria-controls=__search]").click()
    fresh.locator("input.md-search__input").click()
    fresh.keyboard.type("netral")
    fresh.locator("a.md-search-result__link").first.wait_for()
    assert "search/search_index.json" in asked
    assert [path for path in asked if path.startswith("assets/javascripts/workers/search.")]


def path_of(request: Request, host: Served) -> str:
    path = request.url.removeprefix(host.url).partition("?")[0]
    return f"{path}index.html" if not path or path.endswith("/") else path
