"""A site served as a good static host serves it: compressed, and with a life for what never changes."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: What gets smaller by it.
_TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        path = path if path.is_file() else Path(self.directory) / "404.html"
        body, encoded = path.read_bytes(), path.suffix in _TEXTS
        body = gzip.compress(body, mtime=0) if encoded else body
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if encoded else ""))
        if encoded:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "public, max-age=31536000")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def gzipped(folder: Path) -> Iterator[str]:
    """The address under which `folder` is served until the end of the `with`. It need not be there yet."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
