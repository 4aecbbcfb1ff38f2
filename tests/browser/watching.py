"""A site served on this machine, and pages watched for everything a reader should never meet."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

from netral.cli.serve import Handler

#: What Chromium itself says of a page that came with the status 404.
SAYS_404 = "Failed to load resource: the server responded with a status of 404"
#: The browser's word for a request that it gave up because the reader went on to another page.
GAVE_UP = "net::ERR_ABORTED"


class _Handler(Handler):
    """Serves a folder below `prefix` as a static host does: the headers it asks for, 404.html for what is not there."""

    def __init__(self, *args: object, prefix: str, **kwargs: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/outside/the/site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """Does not mind a reader who goes on to another page in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """The address under which `folder` is served until the end of the `with`. It need not be there yet."""
    handler = functools.partial(_Handler, directory=str(folder), prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


class Watch:
    """Listens to a page from its beginning; `complaints` is what it heard."""

    def __init__(self, page: Page, base: str) -> None:
        self.base = base
        self.complaints: list[str] = []
        self._page = page
        self._heard: dict[str, Callable[..., None]] = {
            "console": self._console,
            "pageerror": self._error,
            "request": self._request,
            "requestfailed": self._failed,
            "response": self._response,
        }
        for event, heard in self._heard.items():
            page.on(event, heard)

    def end(self) -> None:
        """Listen no longer: the tab goes on to another test."""
        for event, heard in self._heard.items():
            self._page.remove_listener(event, heard)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"leaves the site: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != GAVE_UP:
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.complaints.append(f"status {response.status}: {response.url}")


def heading(page: Page) -> str:
    """The text of the one heading of the first rank."""
    page.locator("h1").first.wait_for(state="attached")
    page.wait_for_load_state("domcontentloaded")
    headings = page.locator("h1").all_inner_texts()
    assert len(headings) == 1, headings
    assert headings[0].strip(), "an empty h1"
    return " ".join(headings[0].split())


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window, once its drawers have slid into place."""

    def wider() -> int:
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    until(page, lambda: wider() <= 0)
    return wider()


def until(page: Page, holds: Callable[[], bool], seconds: float = 5) -> bool:
    """Does it come to hold in a while? (The browser's own way to wait for that is stopped by a page's policy.)"""
    for _ in range(int(seconds * 10)):
        if holds():
            return True
        page.wait_for_timeout(100)
    return holds()


def language(page: Page) -> str | None:
    """What the page says its language is."""
    return page.locator("html").get_attribute("lang")
