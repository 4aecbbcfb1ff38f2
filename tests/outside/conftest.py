"""A host of this machine that answers in every way there is, and remembers who asked it what."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest


class Asked(NamedTuple):
    """A question to the host."""

    method: str
    path: str
    agent: str


class Host(ThreadingHTTPServer):
    """`/404` answers 404, and so on; what other paths do stands in `_Answers`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[Asked] = []
        self.waiting = threading.Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


class _Answers(BaseHTTPRequestHandler):
    server: Host
    #: path -> (code, where to)
    WAYS = {  # noqa: RUF012 (nobody changes it)
        "moved": (301, "200"),
        "moved-twice": (308, "moved"),
        "elsewhere": (302, "200"),
        "moved-away": (301, "404"),
        "round": (302, "round"),
        "to-a-file": (302, "file:///etc/hostname"),
    }

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        name = self.path.strip("/").partition("?")[0]
        self.server.asked.append(Asked(self.command, name, self.headers["User-Agent"]))
        if name == "asleep":
            self.server.waiting.wait(20)
        if name == "cut":
            self.close_connection = True
            return
        code, to = self.WAYS.get(name, (int(name) if name.isdigit() else 200, ""))
        if name.startswith("no-head-") and self.command == "HEAD":
            code = int(name.removeprefix("no-head-"))
        if name == "wakes":
            code = 503 if sum(asked.path == "wakes" for asked in self.server.asked) <= 2 else 200
        self.send_response(code)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """The host, listening at a free port; asked without any proxy."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = Host()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.waiting.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def closed_port() -> str:
    """An address at which nobody listens."""
    server = Host()
    url = server.url("200")
    server.server_close()
    return url
