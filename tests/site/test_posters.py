"""The page of posters, as built: every poster with its files, and the general one's words as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from netral.catalogue import LANGS, labels
from netral.model.dataset import Dataset
from netral.problems import Lang


def folder(site: Path, lang: Lang) -> Path:
    return site if lang == "id" else site / "en"


def article(site: Path, lang: Lang) -> html.HtmlElement:
    text = (folder(site, lang) / "poster/index.html").read_text(encoding="utf-8")
    (found,) = html.document_fromstring(text).xpath("//article")
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_poster_is_listed_with_its_picture_its_files_and_their_sizes(
    lang: Lang, site: Path, dataset: Dataset
) -> None:
    base, page, say = folder(site, lang) / "poster", article(site, lang), labels(lang)
    hrefs = {str(link.get("href")): link for link in page.xpath(".//a[@href]")}
    sources = {str(picture.get("src")): picture for picture in page.xpath(".//img")}
    assert len(sources) == len(dataset.agencies) + 1
    for name in ("", *(agency.id for agency in dataset.agencies)):
        way = f"../instansi/{name}/" if name else ""
        for form in ("pdf", "png"):
            path = base / f"{way}poster.{form}"
            size = -(-path.stat().st_size // 1000)
            links = [link for href, link in hrefs.items() if href == f"{way}poster.{form}"]
            assert links[0].text_content() == say(f"poster.{form}", size=size)
        picture = sources[f"{way}poster-small.png"]
        assert picture.get("loading") == ("lazy" if name else None)  # the first one is in view at once
        assert len(picture.get("alt") or "") > 20
        with Image.open(base / f"{way}poster-small.png") as small:
            assert (picture.get("width"), picture.get("height")) == tuple(map(str, small.size))
        around = picture.getparent()
        assert around is not None
        assert around.get("href") == f"{way}poster.png"


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_general_poster_says_stands_as_text_with_sources(lang: Lang, site: Path, dataset: Dataset) -> None:
    page, say = article(site, lang), labels(lang)
    lines = {" ".join(item.text_content().split()): item for item in page.xpath(".//li[@data-source]")}
    for act in dataset.acts:
        if act.poster:
            (found,) = (item for text, item in lines.items() if getattr(act.poster.text, lang) in text)
            verdict = found.xpath("string(.//strong)")
            assert verdict in {say(f"verdict.{name}") for name in ("tidak", "boleh", "wajib", "bersyarat")}
            assert found.xpath(".//a[starts-with(@href, '#sumber-')]")
    for ladder in dataset.sanctions:
        if ladder.poster:
            assert any(getattr(ladder.poster.text, lang) in text for text in lines)
    made_up = [text.text_content() for text in page.xpath(".//*[@class='made-up']")]
    number = len(dataset.made_up & set(dataset.ids["agencies"]))
    assert made_up == [f"{say('poster.made_up')}. {say('poster.made_up_text')}"] * number
