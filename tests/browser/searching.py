"""What people type and should find, and the site's own search asked for it in the browser, many queries at a time."""

from __future__ import annotations

import csv
import datetime as dt
import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, get_args

from playwright.sync_api import Page
from tests.browser.kinds import twin
from tests.conftest import TODAY

from netral.bench.browser import ASK_SEARCH
from netral.bench.score import FIRST
from netral.catalogue import labels
from netral.model.base import Who, Words
from netral.model.dataset import Dataset
from netral.pages.finder import people_of
from netral.pages.people import answers_on

Index = dict[str, Any]


class Query(NamedTuple):
    """What somebody types, and the addresses of the pages of which any is right."""

    words: str
    right: tuple[str, ...]


def everyday_queries(lang: str) -> list[Query]:
    """The queries of a language, as search-queries.csv lists them."""
    with (Path(__file__).parent / "search-queries.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lang"] == lang]
    return [Query(row["query"], tuple(row["address"].split())) for row in rows]


def index_of(site: Path, lang: str) -> Index:
    """What the built site gives its search to read."""
    text = (site / twin(lang, "search/search_index.json")).read_text(encoding="utf-8")
    index: Index = json.loads(text)
    return index


def without_words(index: Index, dataset: Dataset, lang: str) -> tuple[Index, int]:
    """The index as if no page printed the words people use, and how many lines of them that takes away."""
    lines = {html.escape(line, quote=False) for line in word_lines(dataset, lang)}
    docs, gone = [], 0
    for doc in index["docs"]:
        held = [line for line in lines if f"<p>{line}</p>" in doc["text"]]
        gone += len(held)
        text = doc["text"]
        for line in held:
            text = text.replace(f"<p>{line}</p>", "")
        docs.append(doc | {"text": text})
    return index | {"docs": docs}, gone


def word_lines(dataset: Dataset, lang: str) -> list[str]:
    """Each line of words that a page should print, those of made-up records left out: search leaves them out too."""
    say = labels("en" if lang == "en" else "id")
    records: Iterable[tuple[str, Any]] = (item for item in dataset if not dataset.is_made_up(item[1]))
    words = [getattr(record, "words", None) for _, record in records]
    own = [", ".join(getattr(each, lang)) for each in words if isinstance(each, Words)]
    speaking = people_of(answer for act in dataset.acts for answer in answers_on(act, dt.date.fromisoformat(TODAY)))
    silent = {f"words.who.{who.replace('-', '_')}" for who in set(get_args(Who)) - set(speaking)}  # have no page
    keys = sorted(key for key in say.names() if key.startswith("words."))
    return own + [say(key) for key in keys if key != "words.title" and key not in silent]


def found(page: Page, index: Index, queries: list[str]) -> list[list[str]]:
    """For each query the addresses of the pages that the search finds in `index`, the best first.

    `page` shows any page of the language.
    """
    page.locator("input.md-search__input").focus()  # until then the site fetches no search
    answers: list[list[str]] = page.evaluate(ASK_SEARCH, [index, queries])
    return answers


def missed(page: Page, index: Index, lang: str) -> tuple[list[str], float]:
    """The queries without a right page among the first results, with what came first; and the share of the others."""
    queries = everyday_queries(lang)
    lines = []
    for query, answers in zip(queries, found(page, index, [each.words for each in queries]), strict=True):
        if not set(query.right) & set(answers[:FIRST]):
            place = next((number for number, address in enumerate(answers, 1) if address in query.right), None)
            lines.append(f"{query.words!r}: right page at {place}; first {answers[:FIRST]}")
    return lines, 1 - len(lines) / len(queries)
