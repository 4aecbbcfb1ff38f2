"""`netral serve` sends what the site asks of its host, so that a page is seen at home as it will be seen outside."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from netral.cli.serve import Handler
from netral.headers import HEADERS, headers_file
from netral.policy import Policy


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address it is served at."""
    (tmp_path / "index.html").write_text("<p>Depan</p>", encoding="utf-8")
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/stylesheets/main.css").write_text("p { }", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_each_file_comes_with_the_headers_of_its_rules(served: tuple[Path, str]) -> None:
    folder, url = served
    (folder / HEADERS).write_text(headers_file(Policy(), url), encoding="utf-8")
    with urlopen(f"{url}?x=1") as home, urlopen(f"{url}assets/stylesheets/main.css") as style:
        assert home.headers["Content-Security-Policy"] == f"{Policy()}; frame-ancestors 'none'"
        assert home.headers["X-Content-Type-Options"] == "nosniff"
        assert home.headers["Cache-Control"] is None
        assert style.headers["Cache-Control"] == "no-cache"
        assert style.headers["Content-Type"] == "text/css"


def test_a_site_without_such_a_file_is_served_as_it_is(served: tuple[Path, str]) -> None:
    with urlopen(served[1]) as home:
        assert home.read() == b"<p>Depan</p>"
        assert home.headers["Content-Security-Policy"] is None
