"""The page of a pact tells its versions: digest, until when, what changed, and the words that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.reading import page, twin, words_of

from netral.catalogue import LANGS
from netral.identity import anchor
from netral.model.dataset import Dataset
from netral.versions import versions


@pytest.mark.parametrize("lang", LANGS)
def test_a_pact_with_a_past_tells_its_versions(lang: str, site: Path, dataset: Dataset) -> None:
    pact = next(pact for pact in dataset.pacts if pact.id == "pakta-demo")
    tree = page(site, twin(lang, "pakta/pakta-demo/"))
    (told,) = tree.xpath("//ul[@class='versions']")
    items = told.xpath("./li")
    newest_first = tuple(reversed(versions(pact)))
    assert [item.get("id") for item in items] == [anchor(text.version, text.digest) for text in newest_first]
    for item, text in zip(items, newest_first, strict=True):
        assert text.digest in words_of(item)
        assert text.digest[:12] in words_of(item.xpath("./p")[0])
    assert pact.change is not None
    assert getattr(pact.change.note, lang) in words_of(items[0])
    substantive = {"id": "Maknanya berubah", "en": "The meaning changed"}[lang]
    assert substantive in words_of(items[0])
    assert substantive not in words_of(items[1])
    assert {"id": "sampai 12 Juli 2026", "en": "until 12 July 2026"}[lang] in words_of(items[1])


@pytest.mark.parametrize("lang", LANGS)
def test_a_version_stands_beside_the_one_before_it(lang: str, site: Path) -> None:
    tree = page(site, twin(lang, "pakta/pakta-demo/"))
    (heading,) = tree.xpath("//h3[starts-with(@id, 'banding-pakta-2-')]")
    (comparison,) = heading.xpath("following::div[@class='comparison'][1]")
    assert [words_of(mark) for mark in comparison.xpath(".//del")] == []
    assert [words_of(mark) for mark in comparison.xpath(".//ins")] == [
        "(Rekaan) Saya tidak memakai kendaraan dinas untuk kampanye."
    ]


def test_a_pact_of_one_version_has_no_list_of_them(site: Path) -> None:
    tree = page(site, "pakta/pakta-banten/")
    assert tree.xpath("//ul[@class='versions']") == []
    assert tree.xpath("//*[@id='versi']") == []
