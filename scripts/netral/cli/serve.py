"""`netral serve`: build, serve on this machine, build again when a file changes."""

from __future__ import annotations

import argparse
import functools
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from netral.catalogue import Labels, labels
from netral.cli import build
from netral.cli.options import Refused
from netral.headers import HEADERS, headers_for

__all__ = ["Handler", "add", "run"]

#: Seconds between two looks at the files.
PAUSE = 1.0


def add(subparsers: Any, say: Labels) -> None:
    """Describe the command: the options of `build`, and a port."""
    parser: argparse.ArgumentParser = subparsers.add_parser("serve", help=say("cli.serve.help"))
    build.add_options(parser, say)
    parser.add_argument("--port", type=int, default=8000, help=say("cli.serve.port"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped. A build that fails is reported, and the last good site stays."""
    say = labels(options.lang)
    url = f"http://127.0.0.1:{options.port}/"
    options.site_url = url
    handler = functools.partial(Handler, directory=str(options.out))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", options.port), handler)
    except OSError:
        raise Refused(say("cli.serve.busy", port=options.port)) from None
    seen = _state(options.data)
    build.run(options)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(say("cli.serve.at", url=url), flush=True)
    try:
        while True:
            time.sleep(PAUSE)
            now = _state(options.data)
            if now != seen:
                seen = now
                build.run(options)
    finally:
        server.shutdown()


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the headers that `_headers` asks of a host, and without a line for each."""

    def end_headers(self) -> None:
        """Add the headers, read anew each time: the site may just have been built again."""
        file = Path(self.directory) / HEADERS
        if file.is_file():
            path = self.path.partition("?")[0]
            for name, value in headers_for(file.read_text(encoding="utf-8"), path).items():
                # What is kept for a year on the web is looked at anew while somebody works on it.
                self.send_header(name, "no-cache" if name == "Cache-Control" else value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
        """Say nothing."""


def _state(data: Path) -> dict[str, int]:
    """When each file that a build reads was last changed."""
    places = [data, Path("docs"), Path("mkdocs.yml"), Path("mkdocs.en.yml"), Path("scripts/netral")]
    files = [p for place in places for p in ([place] if place.is_file() else place.rglob("*")) if p.is_file()]
    return {p.as_posix(): p.stat().st_mtime_ns for p in files if p.suffix != ".pyc"}
