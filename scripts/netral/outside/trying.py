"""Many addresses -> their answers, politely: hosts side by side, the addresses of one host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from netral.outside.asking import Answer

__all__ = ["host_of", "try_all"]

#: This many hosts are asked at once.
_HOSTS = 8


def try_all(urls: Iterable[str], ask: Callable[[str], Answer], rest: Callable[[], None]) -> list[Answer]:
    """The answer of every address, in the order of `urls`.

    `rest` is called between two questions to one host, and before one is asked again that may have been asleep.
    """
    wanted = list(dict.fromkeys(urls))
    hosts: dict[str, list[str]] = {}
    for url in wanted:
        hosts.setdefault(host_of(url), []).append(url)

    def of_host(urls: list[str]) -> list[Answer]:
        answers = []
        for number, url in enumerate(urls):
            if number:
                rest()
            answer = ask(url)
            if answer.passing:
                rest()
                answer = ask(url)
            answers.append(answer)
        return answers

    with ThreadPoolExecutor(_HOSTS) as pool:
        found = {answer.url: answer for answers in pool.map(of_host, hosts.values()) for answer in answers}
    return [found[url] for url in wanted]


def host_of(url: str) -> str:
    """The host of an address, in small letters; of one that is none, nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
