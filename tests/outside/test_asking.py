"""How each kind of answer is taken, with a host of this machine in the place of the web."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from urllib.error import URLError

import pytest
from tests.outside.conftest import Host

from netral.outside.asking import Answer, Fault, State, ask, fault_of
from netral.outside.trying import try_all

AGENT = "netral/test (link check)"


@pytest.mark.parametrize(
    ("path", "state", "status", "fault"),
    [
        ("200", "alive", 200, ""),
        ("204", "alive", 204, ""),
        ("moved", "moved", 200, ""),
        ("moved-twice", "moved", 200, ""),
        ("elsewhere", "alive", 200, ""),
        ("moved-away", "dead", 404, "status"),
        ("round", "dead", 302, "status"),
        ("to-a-file", "dead", 302, "status"),
        ("403", "closed", 403, "status"),
        ("429", "closed", 429, "status"),
        ("404", "dead", 404, "status"),
        ("410", "dead", 410, "status"),
        ("500", "dead", 500, "status"),
        ("503", "dead", 503, "status"),
        ("no-head-404", "alive", 200, ""),
        ("no-head-405", "alive", 200, ""),
        ("no-head-501", "alive", 200, ""),
        ("cut", "dead", None, "refused"),
    ],
)
def test_each_answer_is_taken_for_what_it_is(
    path: str, state: State, status: int | None, fault: Fault, host: Host
) -> None:
    answer = ask(host.url(path), AGENT, 5)
    assert (answer.state, answer.status, answer.fault) == (state, status, fault)
    assert answer.to == (host.url("200") if state == "moved" else "")
    assert {asked.agent for asked in host.asked} == {AGENT}
    assert host.asked[0].method == "HEAD"


def test_a_host_that_answers_a_head_is_not_asked_again(host: Host) -> None:
    ask(host.url("200"), AGENT, 5)
    assert [asked.method for asked in host.asked] == ["HEAD"]


def test_a_host_that_is_silent_is_not_waited_for(host: Host) -> None:
    began = time.monotonic()
    answer = ask(host.url("asleep"), AGENT, 0.2)
    assert (answer.state, answer.fault) == ("dead", "timeout")
    assert time.monotonic() - began < 5


def test_nobody_at_the_port_no_address_no_web(host: Host, closed_port: str) -> None:
    assert ask(closed_port, AGENT, 5).fault == "refused"
    for url in ("https://[rekaan/", "file:///etc/hostname", "http://rekaan.example/a b"):
        answer = ask(url, AGENT, 5)
        assert (answer.state, answer.fault) == ("dead", "other")
    assert host.asked == []


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (URLError(ssl.SSLCertVerificationError("expired")), "tls"),
        (ssl.SSLEOFError("cut"), "tls"),
        (URLError(TimeoutError()), "timeout"),
        (URLError(socket.gaierror(-2, "Name or service not known")), "name"),
        (ConnectionResetError(), "refused"),
        (URLError("unknown url type"), "other"),
        (UnicodeEncodeError("ascii", "é", 0, 1, ""), "other"),
    ],
)
def test_the_reason_is_found_inside_of_what_the_library_says(error: Exception, fault: Fault) -> None:
    assert fault_of(error) == fault


def test_one_host_is_asked_one_question_at_a_time_with_a_rest_between_and_others_beside_it() -> None:
    running: dict[str, int] = {}
    most: dict[str, int] = {}
    lock, rests = threading.Lock(), []
    both = threading.Barrier(2, timeout=10)

    def slow(url: str) -> Answer:
        host = url.split("/")[2]
        with lock:
            running[host] = running.get(host, 0) + 1
            most[host] = max(most.get(host, 0), running[host])
        if url.endswith("/1"):
            both.wait()  # passes only while both hosts are asked at once
        with lock:
            running[host] -= 1
        return Answer(url, "alive", 200)

    urls = [f"https://{host}.example/{number}" for number in (1, 2, 3) for host in ("satu", "dua")]
    answers = try_all([*urls, urls[0]], slow, lambda: rests.append(1))
    assert [answer.url for answer in answers] == urls
    assert most == {"satu.example": 1, "dua.example": 1}
    assert len(rests) == 4


def test_what_may_have_been_asleep_is_asked_once_more_and_what_is_gone_is_not(host: Host) -> None:
    urls = [host.url(path) for path in ("wakes", "500", "404", "410", "403")]
    answers = try_all(urls, lambda url: ask(url, AGENT, 5), lambda: None)
    assert [answer.state for answer in answers] == ["alive", "dead", "dead", "dead", "closed"]
    counts = {path: sum(asked.path == path for asked in host.asked) for path in ("wakes", "500", "404", "410", "403")}
    assert counts == {"wakes": 3, "500": 4, "404": 2, "410": 2, "403": 2}
