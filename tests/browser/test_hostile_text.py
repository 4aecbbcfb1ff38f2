"""Whatever people write into the data is shown as they wrote it, and never runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.browser.conftest import Opener, Served
from tests.browser.hostile import Planted, plant
from tests.browser.kinds import LANGS, all_addresses, kinds_of, of_kind, twin
from tests.browser.watching import heading, served
from tests.conftest import ROOT, build_small, built_once, netral, small_project

#: One worker builds the attacked site and opens its pages; the other need not wait for it.
pytestmark = pytest.mark.xdist_group("hostile")
GOOD = ROOT / "tests" / "good"
#: Texts that no page shows: what a past version was called, and by which words the check knows an ended body.
UNSHOWN = frozenset({"PastVersion.version", "Body.names", "Body.successors"})
#: Pages on which nothing of the data stands.
OF_OURS = frozenset({"problem code", "admin guide", "not found"})
#: The pages whose title is a text of the data, and its field.
TITLED = {
    "act": "Act.statement",
    "pact": "Pact.name",
    "agency": "Agency.name",
}


@pytest.fixture(scope="session")
def attacked(shared: Path) -> Iterator[Served]:
    """The site of the small project with an attack in every text."""

    def build(folder: Path) -> Path:
        project = small_project(folder)
        planted = plant(GOOD, project / "data")
        (project / "planted.json").write_text(json.dumps(planted), encoding="utf-8")
        ran = build_small(cwd=project)
        assert "Traceback" not in ran.out + ran.err
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    site = built_once(shared, "attacked", build)
    with served(site) as url:
        yield Served(site, url)


@pytest.fixture(scope="session")
def planted(attacked: Served) -> list[Planted]:
    """Every text of that site's data."""
    texts = json.loads((attacked.folder.parent / "planted.json").read_text(encoding="utf-8"))
    return [Planted(*text) for text in texts]


def spaced(text: str) -> str:
    """`text` with every run of white space as one space, as a browser shows it."""
    return " ".join(text.split())


def of_data(site: Path) -> list[str]:
    """The Indonesian pages on which texts of the data may stand."""
    return [a for a in all_addresses(site) if not a.startswith("en/") and not OF_OURS & set(kinds_of(site, a))]


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
def test_every_text_is_read_back_as_it_was_written_and_none_runs(
    lang: str, attacked: Served, planted: list[Planted], opened: Opener
) -> None:
    page, watch = opened(attacked.url)
    shown, hacked = [], []
    for address in of_data(attacked.folder):
        page.goto(attacked.url + twin(lang, address))
        page.locator("article details").evaluate_all("found => found.forEach(each => { each.open = true })")
        shown.append(spaced(page.locator("article").inner_text()))
        hacked.append(page.evaluate("window.hacked"))
    assert set(hacked) == {None}
    assert watch.complaints == []
    wanted = [text for text in planted if text.lang in (lang, None) and text.field not in UNSHOWN]
    assert len(wanted) > 50
    assert sorted({text.field for text in wanted if not any(spaced(text.words) in each for each in shown)}) == []


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", TITLED)
def test_title_and_heading_are_the_text_itself(
    kind: str, lang: str, attacked: Served, planted: list[Planted], opened: Opener
) -> None:
    page, _ = opened(attacked.url, scripts=False)
    page.goto(attacked.url + twin(lang, of_kind(attacked.folder, kind)[0]))
    titles = [spaced(text.words) for text in planted if text.field == TITLED[kind] and text.lang in (lang, None)]
    assert heading(page) in titles
    assert page.title() == f"{heading(page)} - Netral"


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGS)
def test_search_shows_attacks_without_running_them(lang: str, attacked: Served, opened: Opener) -> None:
    page, watch = opened(attacked.url)
    page.goto(attacked.url + twin(lang, "aturan/"))
    page.locator("input.md-search__input").click()
    page.keyboard.type("komentar")
    results = page.locator("a.md-search-result__link")
    results.first.wait_for()
    assert "<script>window.hacked=1</script>" in spaced(" ".join(results.all_inner_texts()))
    results.first.click()
    page.wait_for_load_state()
    assert heading(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hacked") is None
    assert watch.complaints == []


def test_addresses_that_run_or_break_out_are_refused(tmp_path: Path) -> None:
    attacks = {
        "channels": "javascript:alert(1)",
        "regulations": "https://rekaan.example/\" onmouseover='alert(1)'",
        "sources": "data:text/html,<script>alert(1)</script>",
    }
    for path in GOOD.glob("*.yaml"):
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.stem in attacks:
            (records[0]["official_page"] if path.stem == "regulations" else records[0])["url"] = attacks[path.stem]
        (tmp_path / path.name).write_text(yaml.safe_dump(records, allow_unicode=True), encoding="utf-8")
    ran = netral("check", "--data", tmp_path, "--format", "json", cwd=tmp_path)
    assert ran.code == 1, ran.err
    assert "Traceback" not in ran.err
    problems = [(Path(problem["file"]).stem, problem["code"]) for problem in json.loads(ran.out)]
    assert problems == [(name, "C002") for name in sorted(attacks)]
