"""Lighthouse on the pages that most readers come to, in both languages; and on a page made to fail it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.gate import hold
from tests.browser.kinds import LANGS, of_kind, twin
from tests.conftest import TODAY, copy_project, netral
from tests.full.gzipped import gzipped
from tests.full.lighthouse import WANTED, Report, decided, lighthouse_complaints, look

# It measures time: nothing else may run beside it.
pytestmark = [pytest.mark.full, pytest.mark.alone]

#: The made-up pages are not for search engines, so they are not asked for a full mark in being found.
KINDS = ("home", "acts", "act", "sanctions", "agency", "report")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site without the made-up regency, built for the very address at which it is served."""
    project = copy_project(tmp_path_factory.mktemp("published") / "project")
    with gzipped(project / "site") as url:
        ran = netral("build", "--as-of", TODAY, "--site-url", url, "--out", "site", cwd=project)
        assert ran.code == 0, ran.out + ran.err
        yield project / "site", url


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_on_a_telephone(kind: str, lang: str, published: tuple[Path, str]) -> None:
    site, url = published
    address = url + twin(lang, of_kind(site, kind)[0])
    reports: list[Report] = []
    while not decided(reports):
        reports.append(look(address))
    hold(lighthouse_complaints(reports))


def report(**scores: int) -> Report:
    """What the gate reads of a report: full marks but for `scores`, of 100."""
    return {"categories": {name: {"score": scores.get(name, 100) / 100, "auditRefs": []} for name in WANTED}}


@pytest.mark.parametrize(
    ("performance", "enough", "complaints"),
    [
        ([95], False, 0),
        ([94], False, 1),
        ([95, 100], True, 0),
        ([94, 50], True, 1),
        ([94, 95], False, 1),
        ([94, 95, 100], True, 0),
        ([94, 95, 50], True, 1),
    ],
)
def test_a_third_look_is_taken_only_where_it_can_change_the_median(
    performance: list[int], *, enough: bool, complaints: int
) -> None:
    reports = [report(performance=each) for each in performance]
    assert decided(reports) == enough
    assert len(lighthouse_complaints(reports)) == complaints


def test_no_look_decides_nothing_and_each_category_is_decided_by_itself() -> None:
    assert not decided([])
    assert not decided([report(seo=90), report(accessibility=90)])


BAD = """<!doctype html><html><head><meta name="robots" content="noindex"><script>
for (const end = Date.now() + 4000; Date.now() < end;);
console.error("rusak"); document.domain = "";
</script></head><body><img src="tidak-ada.png"><p style="color: #ddd; background: #fff">Pucat</p></body></html>"""


def test_lighthouse_tells_of_a_broken_page(tmp_path: Path) -> None:
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    with gzipped(tmp_path) as url:
        complaints = lighthouse_complaints([look(url)])
    assert [complaint.split()[0] for complaint in complaints] == list(WANTED)
    assert [
        audit
        for audit in ("image-alt", "color-contrast", "is-crawlable", "errors-in-console")
        if not any(audit in complaint for complaint in complaints)
    ] == []
