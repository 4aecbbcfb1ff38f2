"""One address -> whether it answers. HEAD first, GET where that is not understood; nothing is read of the answer."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

__all__ = ["Answer", "Fault", "State", "ask", "fault_of"]

#: closed: the host answers, but not to programs, so that nobody can tell from here.
State = Literal["alive", "moved", "closed", "dead"]
#: Why there was no answer; `status`: there was one, and it says that the page is not there or cannot be shown.
Fault = Literal["", "status", "timeout", "refused", "name", "tls", "other"]

#: What hosts say to programs that they would not say to a reader.
_CLOSED = frozenset({401, 403, 405, 406, 418, 429, 451, 999})
_FOREVER = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address. `to` is where it has moved for good."""

    url: str
    state: State
    status: int | None = None
    fault: Fault = ""
    to: str = ""

    @property
    def passing(self) -> bool:
        """May it be another one tomorrow: is it worth asking once more?"""
        return self.state == "dead" and self.status not in (404, 410)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, and remembers whether every step was one for good."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        """The next step, by the web only: an answer may not lead to a file of this machine."""
        if urlsplit(newurl).scheme not in {"http", "https"}:
            raise HTTPError(newurl, code, msg, headers, fp)  # type: ignore[arg-type]
        self.codes.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def ask(url: str, agent: str, timeout: float) -> Answer:
    """Try `url` as the program `agent`, waiting `timeout` seconds at most for each answer. Never raises."""
    first = _ask(url, agent, timeout, "HEAD")
    return first if first.state in {"alive", "moved"} else _ask(url, agent, timeout, "GET")


def _ask(url: str, agent: str, timeout: float, method: str) -> Answer:
    redirects = _Redirects()
    opener: OpenerDirector = build_opener(redirects)
    try:
        if urlsplit(url).scheme not in {"http", "https"}:
            return Answer(url, "dead", fault="other")
        request = Request(url, method=method, headers={"User-Agent": agent, "Accept": "*/*"})  # noqa: S310 (see above)
        with opener.open(request, timeout=timeout) as answer:
            status, there = int(answer.status), str(answer.url)
    except HTTPError as error:
        error.close()
        return Answer(url, "closed" if error.code in _CLOSED else "dead", error.code, "status")
    except (OSError, HTTPException, ValueError) as error:
        return Answer(url, "dead", fault=fault_of(error))
    moved = bool(redirects.codes) and set(redirects.codes) <= _FOREVER
    return Answer(url, "moved", status, to=there) if moved else Answer(url, "alive", status)


def fault_of(error: BaseException) -> Fault:
    """Why there was no answer. urllib hides the true reason inside its own error."""
    reason = error.reason if isinstance(error, URLError) and isinstance(error.reason, BaseException) else error
    kinds: tuple[tuple[type[BaseException], Fault], ...] = (
        (ssl.SSLError, "tls"),
        (TimeoutError, "timeout"),
        (socket.gaierror, "name"),
        (ConnectionError, "refused"),
    )
    return next((fault for kind, fault in kinds if isinstance(reason, kind)), "other")
