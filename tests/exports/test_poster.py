"""The rule posters, read back: what they say is what the data say, on one page, whatever the text."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from tests.conftest import ROOT, TODAY

from netral import asof, onposter
from netral.catalogue import LANGS, labels
from netral.exports.poster import HEIGHT, WIDTH, Poster, posters
from netral.exports.press import Press
from netral.exports.sheet import poster_sheet
from netral.exports.store import Store
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.pages.page import Edition
from netral.pages.poster import SMALL
from netral.pages.wording import date_words
from netral.problems import Lang
from netral.render import configured_url

#: One worker typesets them.
pytestmark = pytest.mark.xdist_group("posters")
DAY = dt.date.fromisoformat(TODAY)
URL = configured_url(ROOT)
BELOW = "https://contoh.example/sub/"
#: Typst markup, code, JSON, HTML, an address, and signs of other writing: all of it only text.
HOSTILE = (
    '#panic("x") *tebal* _miring_ $x^2$ <label> @rujuk `kode` [isi] // akhir /* x */ \\u{41} "}],"x":1 '
    '<script>alert(1)</script> {{ x }} #import "poster.typ": * https://jahat.example/ -- ~ = judul'
)


def edition(dataset: Dataset, lang: Lang, day: dt.date = DAY, url: str = URL) -> Edition:
    return Edition(dataset, day, lang, url, asof.checked_until(dataset), "0" * 64)


@pytest.fixture(scope="session")
def made(dataset: Dataset, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Poster]:
    """(language, agency or "") -> poster: those of the real site, as its build typeset them."""
    store = tmp_path_factory.mktemp("posters") / "typeset"
    shutil.copytree(site.parent / "build" / "typeset", store)
    found = posters(Press(Store(store)), [edition(dataset, lang) for lang in LANGS])
    assert {path.name for path in store.iterdir()} == {
        path.name for path in (site.parent / "build" / "typeset").iterdir()
    }
    return {(poster.lang, poster.agency.id if poster.agency else ""): poster for poster in found}


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def letters(text: str) -> str:
    """A text without spaces and breaks: lines of a page break anywhere."""
    return re.sub(r"[\s\u200b\u202f]+", "", text)


@cache
def printed(pdf: bytes) -> str:
    """The letters of the first page: the same posters are read by many tests."""
    return letters(read(pdf).pages[0].extract_text())


def said(poster: Poster) -> str:
    return printed(poster.pdf)


def told_address(url: str, lang: str, name: str) -> str:
    """The address of an agency's page, or of the site, as somebody types it."""
    return f"{url}{'en/' if lang == 'en' else ''}{f'instansi/{name}' if name else ''}".split("://")[1].rstrip("/")


def test_there_is_one_for_each_agency_and_language_and_a_general_one(
    made: Mapping[tuple[str, str], Poster], dataset: Dataset
) -> None:
    assert set(made) == {(lang, name) for lang in LANGS for name in ("", *(agency.id for agency in dataset.agencies))}
    assert len({poster.pdf for poster in made.values()}) == len(made)


def test_each_is_one_tagged_a4_page_that_says_its_language_and_title_and_no_date(
    made: Mapping[tuple[str, str], Poster],
) -> None:
    for (lang, _), poster in made.items():
        pdf = read(poster.pdf)
        assert len(pdf.pages) == 1
        assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]] == [210, 297]
        root: Any = pdf.trailer["/Root"]
        assert root["/Lang"] == lang
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert pdf.metadata is not None
        assert pdf.metadata.title == poster.sheet["document"]
        assert not {"/CreationDate", "/ModDate"} & set(pdf.metadata)
        assert re.search(rb"20\d\d-\d\d-\d\dT", root["/Metadata"].get_data()) is None


def test_the_rules_are_those_the_data_chose_with_the_verdict_of_their_answers(
    made: Mapping[tuple[str, str], Poster], dataset: Dataset
) -> None:
    chosen = [act for act in dataset.acts if act.poster]
    assert 8 <= len(chosen) <= 10
    for (lang, _), poster in made.items():
        text = said(poster)
        for act in chosen:
            assert act.poster is not None
            today = [a for a in act.answers if asof.holds(a, DAY) and {"pns", "pppk"} & set(a.who)]
            (verdict,) = {answer.verdict for answer in today}
            word = labels(lang)(f"verdict.{verdict.replace('-', '_')}")  # type: ignore[arg-type]
            line = letters(getattr(act.poster.text, lang))
            assert line in text
            assert letters(word) in text
            sheet = next(rule for rule in poster.sheet["rules"] if rule["id"] == act.id)
            assert (sheet["verdict"], sheet["word"]) == (verdict, word)
            for ref in act.poster.cites:
                law, part = dataset.provisions[ref]
                assert letters(f"{law.citation} {part.article}") in text
                assert asof.provision_status(dataset, law, part, DAY) in {"berlaku", "diubah"}
            marked = any(answer.confidence != "high" for answer in today)
            assert text.startswith("°", text.index(line) + len(line)) == marked


def test_the_ladder_has_three_steps_in_force_with_their_articles(
    made: Mapping[tuple[str, str], Poster], dataset: Dataset
) -> None:
    ladder = next(each for each in dataset.sanctions if each.id == "disiplin-pns")
    levels = [level for level in ladder.levels if level.suspended is None]
    (suspended,) = (level for level in ladder.levels if level.suspended is not None)
    assert len(levels) == 3
    for (lang, _), poster in made.items():
        text = said(poster)
        for number, level in enumerate(levels, 1):
            assert letters(f"{number}. {getattr(level.name, lang)}") in text
            for rung in level.rungs:
                assert letters(getattr(rung.text, lang)) in text
            for basis in level.basis:
                assert letters(basis.cite) in text
        for rung in suspended.rungs:
            assert letters(getattr(rung.text, lang)) not in text


def test_channels_day_and_address_are_told_and_that_it_is_not_official(
    made: Mapping[tuple[str, str], Poster], dataset: Dataset
) -> None:
    usable = {c.id for c in dataset.channels if asof.valid(c, DAY) and asof.confirmed(c, DAY)}
    for (lang, name), poster in made.items():
        text, say = said(poster), labels(lang)  # type: ignore[arg-type]
        for channel in dataset.channels:
            shown = letters(getattr(channel.name, lang)) in text
            assert shown == (channel.id in usable and channel.agency in {None, name})
        assert letters(date_words(DAY, say)) in text
        dates = {"date": date_words(DAY, say), "checked": date_words(asof.checked_until(dataset), say)}
        assert letters(say("poster.unofficial", **dates)) in text
        assert letters(told_address(URL, lang, name)) in text


def test_a_poster_of_an_agency_says_whose_it_is_who_signs_and_until_when(
    made: Mapping[tuple[str, str], Poster], dataset: Dataset
) -> None:
    for agency in dataset.agencies:
        for lang in LANGS:
            text, say = said(made[lang, agency.id]), labels(lang)
            assert letters(getattr(agency.name, lang)) in text
            if not agency.rounds:
                assert letters(say("poster.no_round")) in text
            for round_ in agency.rounds:
                status = asof.signing_status(dataset, round_, DAY)
                assert letters(say(f"signing.{status}")) in text
                assert letters(getattr(round_.must_sign_text, lang)) in text
                if round_.pact:
                    assert letters(f"{'en/' if lang == 'en' else ''}pakta/{round_.pact}") in text
                if round_.signing.deadline:
                    assert letters(date_words(round_.signing.deadline, say)) in text
            stated = [dataset.sanction_refs[ref][0] for ref in agency.sanctions_stated]
            for ladder in stated:
                assert all(letters(getattr(r.text, lang)) in text for v in ladder.levels for r in v.rungs)
            assert (letters(say("agencies.no_sanctions")) in text) == (not stated)
            made_up = letters(say("poster.made_up").upper()) in text
            assert made_up == dataset.is_made_up(agency)


def test_no_person_is_named(made: Mapping[tuple[str, str], Poster], dataset: Dataset) -> None:
    names = {s.by.name for agency in dataset.agencies for s in agency.statements if s.by and s.by.name}
    assert len(names) > 5
    for poster in made.values():
        text = said(poster)
        assert [name for name in names if letters(name) in text] == []


def test_pictures_are_light_and_whole(made: Mapping[tuple[str, str], Poster]) -> None:
    for poster in made.values():
        assert len(poster.png) < 300_000
        assert len(poster.small) < 10_000
        assert len(poster.pdf) < 100_000
        with Image.open(io.BytesIO(poster.png)) as picture, Image.open(io.BytesIO(poster.small)) as small:
            assert picture.size == (WIDTH, HEIGHT)
            assert small.size == SMALL
            paper = picture.convert("RGBA")
            corners = [paper.getpixel((x, y)) for x in (3, WIDTH - 4) for y in (3, HEIGHT - 4)]
            assert corners == [(255, 255, 255, 255)] * 4
            edges = [paper.crop(box) for box in ((0, 0, 40, HEIGHT), (WIDTH - 40, 0, WIDTH, HEIGHT))]
            assert [edge.getcolors() for edge in edges] == [[(40 * HEIGHT, (255, 255, 255, 255))]] * 2


def coded(poster: Poster) -> str:
    """What a telephone reads from the poster's code."""
    with Image.open(io.BytesIO(poster.png)) as picture:
        (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    return code.text


def test_the_code_leads_to_the_address_that_is_printed(made: Mapping[tuple[str, str], Poster]) -> None:
    for (lang, name), poster in made.items():
        wanted = URL + ("en/" if lang == "en" else "") + (f"instansi/{name}/" if name else "")
        assert coded(poster) == wanted == poster.sheet["link"]


def test_below_a_path_of_a_host_code_and_address_hold_the_path(dataset: Dataset) -> None:
    small = replace(dataset, agencies=dataset.agencies[:1])
    found = posters(Press(Store(None)), [edition(small, lang, url=BELOW) for lang in LANGS])
    assert len(found) == 4
    for poster in found:
        name = poster.agency.id if poster.agency else ""
        wanted = BELOW + ("en/" if poster.lang == "en" else "") + (f"instansi/{name}/" if name else "")
        assert coded(poster) == wanted == poster.sheet["link"]
        assert letters(told_address(BELOW, poster.lang, name)) in said(poster)


def hostile(dataset: Dataset, text: str) -> Dataset:
    """The data with `text` in place of an agency's, a round's, a rule's, a rung's, a pact's and a channel's words."""
    words = Text.model_construct(id=text, en=text, at=dataset.acts[0].statement.at)
    first = next(agency for agency in dataset.agencies if agency.sanctions_stated and agency.rounds[0].pact)
    agency = first.model_copy(
        update={
            "name": words,
            "rounds": tuple(round_.model_copy(update={"must_sign_text": words}) for round_ in first.rounds),
        }
    )
    acts = tuple(
        act.model_copy(update={"poster": act.poster.model_copy(update={"text": words})}) if act.poster else act
        for act in dataset.acts
    )
    ladders = tuple(
        ladder.model_copy(update={"name": words, "levels": tuple(_levels(ladder.levels, words))})
        for ladder in dataset.sanctions
    )
    pacts = tuple(pact.model_copy(update={"name": words}) for pact in dataset.pacts)
    channels = tuple(channel.model_copy(update={"name": words, "url": text}) for channel in dataset.channels)
    return replace(dataset, acts=acts, sanctions=ladders, pacts=pacts, channels=channels, agencies=(agency,))


def _levels(levels: Any, words: Text) -> Any:
    for level in levels:
        rungs = tuple(rung.model_copy(update={"text": words}) for rung in level.rungs)
        yield level.model_copy(update={"name": words, "rungs": rungs})


def test_text_of_the_data_is_never_markup(dataset: Dataset) -> None:
    plain = HOSTILE[:100]
    bad = hostile(dataset, plain)
    for poster in posters(Press(Store(None)), [edition(bad, "id")]):
        text = said(poster)
        # Ten rules, three steps with their rungs, three channels by name and address.
        assert text.count(letters(plain)) > 20
        assert len(read(poster.pdf).pages) == 1
        if poster.agency:
            assert plain in poster.sheet["document"]


@pytest.mark.parametrize(
    "text",
    [HOSTILE * 40, "sangat " * 900, "x" * 5000, "Ω漢字🙂\u202e" * 30, "\\" * 200, '"' * 200, "\u200b\u00ad" * 50 + "a"],
)
def test_whatever_the_text_the_poster_is_one_page(text: str, dataset: Dataset) -> None:
    for poster in posters(Press(Store(None)), [edition(hostile(dataset, text), "en")]):
        assert len(read(poster.pdf).pages) == 1
        with Image.open(io.BytesIO(poster.png)) as picture:
            assert picture.size == (WIDTH, HEIGHT)
            edge = picture.convert("RGB").crop((WIDTH - 40, 0, WIDTH, HEIGHT))
            assert edge.getcolors() == [(40 * HEIGHT, (255, 255, 255))]  # nothing runs over the margin


def test_the_same_data_give_the_same_bytes(made: Mapping[tuple[str, str], Poster], dataset: Dataset) -> None:
    small = replace(dataset, agencies=dataset.agencies[:2])
    for poster in posters(Press(Store(None)), [edition(small, lang) for lang in LANGS]):
        first = made[poster.lang, poster.agency.id if poster.agency else ""]
        assert (first.pdf, first.png, first.small) == (poster.pdf, poster.png, poster.small)


def test_what_is_not_sure_is_left_off(dataset: Dataset) -> None:
    chosen = next(act for act in dataset.acts if act.id == "anggota-parpol")

    def shown(**change: Any) -> bool:
        answers = tuple(answer.model_copy(update=change) for answer in chosen.answers)
        acts = tuple(act.model_copy(update={"answers": answers}) if act is chosen else act for act in dataset.acts)
        sheet = poster_sheet(edition(replace(dataset, acts=acts), "id"), None)
        return any(rule["id"] == chosen.id for rule in sheet["rules"])

    assert shown()
    assert not shown(confidence="low")
    assert not shown(verdict="belum-pasti")
    assert not shown(who=("pns",))
    assert not shown(basis=())
    other = chosen.answers[0].model_copy(update={"verdict": "boleh"})
    mixed = chosen.model_copy(update={"answers": (*chosen.answers, other)})
    assert onposter.obstacle(chosen, DAY) is None
    assert onposter.obstacle(mixed, DAY) == ("split" if asof.holds(other, DAY) else None)


def test_before_the_rules_the_poster_says_so_and_does_not_tell_todays(dataset: Dataset) -> None:
    sheet = poster_sheet(edition(dataset, "id", dt.date(2012, 5, 1)), None)
    assert sheet["rules"] == []
    assert [ladder["id"] for ladder in sheet["ladders"] if ladder["levels"]] == []
    (poster,) = posters(Press(Store(None)), [edition(replace(dataset, agencies=()), "id", dt.date(2012, 5, 1))])
    assert letters(sheet["no_rules"]) in said(poster)
    assert len(read(poster.pdf).pages) == 1
