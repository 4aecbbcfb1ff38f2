"""People find the right page with the words they use; search-queries.csv says what they type and where it should lead.

What is still missed is printed (`pytest -s`), with the share that is found.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from tests.browser.conftest import Opener, Served
from tests.browser.kinds import LANGS, all_addresses, twin
from tests.browser.searching import FIRST, everyday_queries, found, index_of, missed, without_words, word_lines
from tests.browser.watching import until

from netral.catalogue import codes
from netral.model.dataset import Dataset

#: The share of everyday queries that must have a right page among the first results.
LEAST = 0.9


@pytest.mark.parametrize(("lang", "least"), [("id", 60), ("en", 40)])
def test_the_queries_lead_to_pages_that_are_there(lang: str, least: int, real: Served) -> None:
    queries = everyday_queries(lang)
    assert len(queries) >= least
    assert len({query.words.casefold() for query in queries}) == len(queries)
    there = set(all_addresses(real.folder))
    assert [query for query in queries if not query.right or not {twin(lang, a) for a in query.right} <= there] == []


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
def test_everyday_words_find_the_right_page(lang: str, real: Served, opened: Opener) -> None:
    page, watch = opened(real.url)
    page.goto(real.url + twin(lang, ""))
    misses, share = missed(page, index_of(real.folder, lang), lang)
    print(f"{lang}: {share:.0%} of {len(everyday_queries(lang))} queries", *misses, sep="\n  ")  # noqa: T201
    assert share >= LEAST, "\n".join(misses)
    assert watch.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
def test_it_is_the_words_that_find_it(lang: str, real: Served, dataset: Dataset, opened: Opener) -> None:
    """The same search without the words of the data misses too much, so the test above can fail."""
    page, _ = opened(real.url)
    page.goto(real.url + twin(lang, ""))
    bare, gone = without_words(index_of(real.folder, lang), dataset, lang)
    assert gone >= len(word_lines(dataset, lang)) > 100
    _, share = missed(page, bare, lang)
    assert share < LEAST


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
def test_the_field_shows_what_is_measured_here(lang: str, real: Served, opened: Opener) -> None:
    page, watch = opened(real.url)
    page.goto(real.url + twin(lang, ""))
    query = everyday_queries(lang)[0].words
    (wanted,) = found(page, index_of(real.folder, lang), [query])
    page.locator("input.md-search__input").click()
    page.keyboard.type(query)
    results = page.locator("li.md-search-result__item")
    results.nth(FIRST - 1).wait_for()
    base = urlsplit(real.url + twin(lang, "")).path

    def shown() -> list[str]:
        links = results.evaluate_all("items => items.map(item => item.querySelector('a').href)")
        return [urlsplit(link).path.removeprefix(base) for link in links[:FIRST]]

    until(page, lambda: shown() == wanted[:FIRST])  # until then the list is of the words typed so far
    assert shown() == wanted[:FIRST]
    assert watch.complaints == []


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_made_up_or_for_editors_is_not_searched(lang: str, real: Served, dataset: Dataset) -> None:
    searched = {doc["location"].split("#")[0] for doc in index_of(real.folder, lang)["docs"]}
    hidden = {"data/laporan/", "data/pemeriksaan/", "perubahan/"} | {f"data/kode/{code}/" for code in codes()}
    hidden |= {f"instansi/{agency.id}/" for agency in dataset.agencies if dataset.is_made_up(agency)}
    hidden |= {f"{address}tanda-tangan/" for address in hidden if address.startswith("instansi/")}
    hidden |= {f"pakta/{pact.id}/" for pact in dataset.pacts if dataset.is_made_up(pact)}
    pages = {a.removeprefix("en/") for a in all_addresses(real.folder) if a.startswith("en/") == (lang == "en")}
    assert len(hidden) > len(codes())
    assert searched == pages - hidden - {"404.html"}
