"""A built site in a real browser on this machine, and questions asked of its finder and of its search.

Playwright drives the browser. Nothing else of the program needs it, so it is imported only where a browser is started.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from netral.addresses import site_path
from netral.problems import Lang

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["ASK_FINDER", "ASK_SEARCH", "CannotAsk", "Why", "ask_finder", "ask_search", "opened", "program"]

#: Where a browser may be found if $BROWSER names none.
PROGRAMS = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
ARGUMENTS = (
    "--no-sandbox",  # the only site that is opened is one's own
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of another host goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
#: Milliseconds for a page to open, or to find anything, on a slow machine.
PATIENCE = 20_000

#: The theme's search runs beside the page, in a worker that takes the index, then queries. This talks to it as the
#: search field does; the messages' numbers are the theme's: 0 here is the index, 2 a query.
ASK_SEARCH = """async ([index, queries]) => {
  const config = JSON.parse(document.getElementById("__config").textContent)
  const worker = new Worker(new URL(config.search, new URL(config.base, location)))
  const ask = message => new Promise((resolve, reject) => {
    worker.onmessage = event => resolve(event.data.data)
    worker.onerror = event => reject(new Error(event.message))
    worker.postMessage(message)
  })
  await ask({type: 0, data: {...index, options: {suggest: false}}})
  const found = []
  for (const query of queries) found.push((await ask({type: 2, data: query})).items)
  worker.terminate()
  return found.map(groups => groups.map(group => group[0].location.split("#")[0]))
}"""

#: Types each query into the finder's field, and reads its list once nothing has moved on the page for a moment. A
#: finder may take its time before it begins, so the longer wait is for the first movement.
ASK_FINDER = """async queries => {
  const field = document.getElementById("cari-perbuatan")
  const settled = () => new Promise(resolve => {
    const done = () => { watch.disconnect(); resolve() }
    let timer = setTimeout(done, 400)
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 40) })
    watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true})
  })
  const type = words => {
    const wait = settled()
    field.value = words
    field.dispatchEvent(new Event("input", {bubbles: true}))
    return wait
  }
  const found = []
  for (const query of queries) {
    await type(query)
    const items = document.querySelectorAll("#hasil-perbuatan > li[data-act]:not([hidden])")
    found.push([...items].map(item => item.dataset.act))
  }
  return found
}"""
#: Why nothing can be asked.
Why = Literal["no_index", "no_finder", "no_playwright", "no_browser", "no_browser_named", "failed"]


class CannotAsk(Exception):
    """There is no browser to ask with, or the site nothing to ask; `why` names the sentence, `values` its blanks."""

    def __init__(self, why: Why, **values: object) -> None:
        super().__init__(why)
        self.why, self.values = why, values


def program() -> str:
    """The path of the browser: $BROWSER, else the first that is installed. Raises CannotAsk where there is none."""
    named = os.environ.get("BROWSER", "")
    for name in (named,) if named else PROGRAMS:
        if path := shutil.which(name):
            return path
    raise CannotAsk("no_browser_named", name=named) if named else CannotAsk("no_browser")


@contextmanager
def opened(path: str) -> Iterator[Page]:
    """An empty page of the browser at `path`. Raises CannotAsk where it does not start, or stops answering."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 (see the head)
    except ModuleNotFoundError:
        raise CannotAsk("no_playwright") from None
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS), timeout=PATIENCE)
            page = browser.new_page(reduced_motion="reduce")
            page.set_default_timeout(PATIENCE)
            yield page
            browser.close()
    except Error as error:
        raise CannotAsk("failed", reason=error.message.strip().splitlines()[0]) from None


def ask_search(page: Page, site: Path, url: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """For each query the addresses of the pages that the site's search finds, the best first, without the language."""
    page.goto(url + site_path(lang, ""))
    page.locator("input.md-search__input").focus()  # until then the site fetches no search
    answers: list[list[str]] = page.evaluate(ASK_SEARCH, [_index(site, lang), list(queries)])
    return answers


def ask_finder(page: Page, url: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """For each query the ids of the acts that the finder shows, the best first. Raises CannotAsk without a finder."""
    address = site_path(lang, "boleh-tidak/")
    page.goto(url + address)
    if not page.locator("#cari-perbuatan").count():
        raise CannotAsk("no_finder", page=f"/{address}")
    answers: list[list[str]] = page.evaluate(ASK_FINDER, list(queries))
    return answers


def _index(site: Path, lang: Lang) -> dict[str, Any]:
    """What the built site gives its search to read."""
    index: dict[str, Any] = json.loads((site / site_path(lang, "search/search_index.json")).read_text(encoding="utf-8"))
    return index
