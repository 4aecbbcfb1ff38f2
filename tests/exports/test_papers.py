"""The papers to sign, read back: the exact text, the code, the blanks; whatever the text, nothing is lost or markup."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from tests.conftest import ROOT, TODAY
from tests.exports.pdf_ua import complaints

from netral import asof
from netral.addresses import pact_paper_path, pledge_sheet_path, signing_sheet_path
from netral.blanks import blanks
from netral.catalogue import LANGS, labels
from netral.digest import canonical_pact
from netral.exports import press as pressing
from netral.exports.paper_sheet import ROWS, ROWS_ON_TWO, pact_sheet, pledge_sheet, signing_sheet
from netral.exports.papers import paper_files
from netral.exports.press import Press
from netral.exports.qr import qr_drawing
from netral.exports.store import Store
from netral.identity import anchor, mark
from netral.model.agency import Agency, Round
from netral.model.base import Text
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.pages.page import Edition
from netral.problems import Lang
from netral.signable import signable, spoken
from netral.versions import PactText

pytestmark = pytest.mark.xdist_group("papers")
DAY = dt.date.fromisoformat(TODAY)
URL = "https://contoh.example/sub/"
TEMPLATES = ROOT / "scripts" / "netral" / "typst"
HOSTILE = (
    '#panic("x") *tebal* _miring_ $x^2$ <label> @rujuk `kode` [isi] // akhir /* x */ \\u{41} "}],"x":1 '
    '<script>alert(1)</script> {{ x }} #import "poster.typ": * https://jahat.example/ -- ~ = judul'
)
Files = Mapping[Lang, Mapping[str, bytes]]


def edition(dataset: Dataset, lang: Lang, day: dt.date = DAY) -> Edition:
    return Edition(dataset, day, lang, URL, asof.checked_until(dataset), "0" * 64)


def both(dataset: Dataset, day: dt.date = DAY) -> dict[Lang, Edition]:
    return {lang: edition(dataset, lang, day) for lang in LANGS}


@pytest.fixture(scope="session")
def made(dataset: Dataset) -> Files:
    return paper_files(Press(Store(None)), both(dataset))


def rounds(dataset: Dataset) -> Iterator[tuple[Agency, Round, PactText | None, PactText | None]]:
    """Every round with what is signed and what is spoken in it."""
    for agency in dataset.agencies:
        for round_ in agency.rounds:
            text = signable(dataset, round_)
            yield agency, round_, text if isinstance(text, PactText) else None, spoken(dataset, round_)


@cache
def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u202f\u00ad]+", "", text)


def said(pdf: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in read(pdf).pages))


def sheets(dataset: Dataset, lang: Lang) -> Iterator[tuple[str, dict[str, Any]]]:
    """(template, values) of each paper in one language, also of those that only Indonesian is printed of."""
    one = edition(dataset, lang)
    for agency, round_, text, pledge in rounds(dataset):
        if text:
            yield "pact.typ", pact_sheet(one, agency, round_, text)
            yield "signing.typ", signing_sheet(one, agency, round_, text)
        if pledge:
            yield "pledge.typ", pledge_sheet(one, agency, pledge)


def pictures(template: str, sheet: dict[str, Any], ppi: float) -> list[bytes]:
    """The pages of a paper, from the same template and values as its PDF."""
    pages: Any = typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=pressing._typefaces(),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
        sys_inputs={"sheet": json.dumps(sheet), "code": qr_drawing(sheet["link"])},
    )
    return [pages] if isinstance(pages, bytes) else pages


def test_only_rounds_with_a_text_have_papers(made: Files, dataset: Dataset) -> None:
    wanted = set()
    for agency, round_, text, pledge in rounds(dataset):
        if text:
            wanted |= {pact_paper_path(agency.id, round_.id), signing_sheet_path(agency.id, round_.id)}
        if pledge:
            wanted.add(pledge_sheet_path(agency.id, round_.id))
    assert {lang: set(files) for lang, files in made.items()} == {"id": wanted, "en": wanted}
    # The shape of the addresses, and that a retold or missing text makes none.
    assert wanted == {
        "instansi/banten/pakta-banten-2023.pdf",
        "instansi/banten/lembar-banten-2023.pdf",
        "instansi/kabupaten-demo/pakta-kabupaten-demo-2026.pdf",
        "instansi/kabupaten-demo/lembar-kabupaten-demo-2026.pdf",
        "instansi/sumatera-barat/ikrar-sumatera-barat-2023.pdf",
    }


def test_what_many_share_is_in_indonesian_on_both_sites(made: Files) -> None:
    for path in made["id"]:
        assert (made["id"][path] == made["en"][path]) == ("/pakta-" not in path)


def test_the_exact_text_stands_in_every_paper(made: Files, dataset: Dataset) -> None:
    for agency, round_, text, pledge in rounds(dataset):
        whole = {}
        if text:
            whole[signing_sheet_path(agency.id, round_.id)] = text
        if pledge:
            whole[pledge_sheet_path(agency.id, round_.id)] = pledge
        for path, words in whole.items():
            spoken_words = squeezed(canonical_pact(words))
            for lang in LANGS:
                found = said(made[lang][path])
                if path == pledge_sheet_path(agency.id, round_.id):
                    say = labels("id")
                    found = found.replace(
                        squeezed(say("papers.repeats") + say("papers.repeating") + say("papers.reads")), ""
                    )
                assert spoken_words in found
        if text:
            path = pact_paper_path(agency.id, round_.id)
            assert squeezed(canonical_pact(text)) in said(made["id"][path])
            english = said(made["en"][path])
            translated = squeezed(labels("en")("papers.translated"))
            parts = [part for part in (text.opening, *text.points, text.closing) if part]
            for part in parts:
                assert squeezed(part.id) + translated + squeezed(part.en) in english
            assert english.count(translated) == len(parts)
            assert squeezed(labels("en")("papers.original")) in english


def test_each_says_which_text_it_is_and_what_it_is_not(made: Files, dataset: Dataset) -> None:
    for agency, round_, text, pledge in rounds(dataset):
        paths = [pact_paper_path(agency.id, round_.id), signing_sheet_path(agency.id, round_.id)] if text else []
        paths += [pledge_sheet_path(agency.id, round_.id)] if pledge else []
        words = text or pledge
        for lang in LANGS:
            for path in paths:
                assert words
                tongue = lang if "/pakta-" in path else "id"
                say, found = labels(tongue), said(made[lang][path])
                identity = say("identity.told", version=words.version, digest=words.digest[:12])
                assert squeezed(identity) in found
                info = read(made[lang][path]).metadata
                assert info is not None
                assert info["/Keywords"] == mark(words.version, words.digest)
                assert words.digest in info["/Subject"]
                name = getattr(agency.name, tongue)
                assert squeezed(name) in found
                assert squeezed(say("papers.unofficial", site=say("site.short"), agency=name)) in found
                key = "papers.decides_pledge" if path == pledge_sheet_path(agency.id, round_.id) else "papers.decides"
                assert squeezed(say(key)) in found  # type: ignore[arg-type]
                source: Any = dataset.ids["sources"][words.pact.sources[0]]
                assert squeezed(getattr(source.title, tongue)) in found
                made_up = squeezed(say("poster.made_up").upper()) in found
                assert made_up == dataset.is_made_up(agency)
                assert (squeezed(say("papers.medium")) in found) == (words.pact.confidence == "medium")


def test_the_blanks_are_those_of_the_round(made: Files, dataset: Dataset) -> None:
    for agency, round_, text, _ in rounds(dataset):
        if not text:
            continue
        for lang in LANGS:
            found = said(made[lang][pact_paper_path(agency.id, round_.id)])
            names = [blank.name for blank in blanks(dataset, round_, labels(lang))]
            assert len(names) == 4
            places = [
                found.index(squeezed(name[:1].upper() + name[1:]), found.index("Y" if lang == "id" else "T"))
                for name in names
            ]
            assert places == sorted(places)
            # The agency's own name stands on its line; the others are empty.
            assert squeezed(names[-1][1:] + getattr(agency.name, lang)) in found
            assert squeezed(names[0][1:] + names[1]).lower() in found.lower()


def test_without_named_blanks_there_are_the_usual_four_and_with_fewer_exactly_those(dataset: Dataset) -> None:
    round_ = next(round_ for _, round_, text, _ in rounds(dataset) if text)
    bare = round_.model_copy(update={"fields": ()})
    assert [b.name for b in blanks(dataset, bare, labels("id"))] == ["Nama", "Jabatan", "Unit kerja", "Instansi"]
    assert [b.name for b in blanks(dataset, bare, labels("en"))] == ["Name", "Post", "Work unit", "Agency"]
    few = round_.model_copy(update={"fields": ("jabatan", "nama")})
    assert [b.id for b in blanks(dataset, few, labels("id"))] == ["nama", "jabatan"]


def test_a_unit_signs_on_one_page_and_is_never_asked_for_a_number(made: Files, dataset: Dataset) -> None:
    for agency, round_, text, _ in rounds(dataset):
        if not text:
            continue
        pdf, say = made["id"][signing_sheet_path(agency.id, round_.id)], labels("id")
        assert len(read(pdf).pages) == 1
        found = said(pdf)
        for key in ("papers.private", "papers.keeper", "papers.declared", "papers.unit"):
            assert squeezed(say(key)) in found  # type: ignore[arg-type]
        assert not re.search(r"\bNIP\b|NIPPPK", read(pdf).pages[0].extract_text())
        rows = [tag for tag in tags(pdf) if tag == "/TR"]
        assert len(rows) == ROWS + 1
    named = next(agency for agency, _, text, _ in rounds(dataset) if text)
    pact = next(pact for pact in dataset.pacts if pact.id == named.rounds[0].pact)
    with_nip = (*pact.fields, pact.fields[0].model_copy(update={"id": "nip"}))
    other = replace(dataset, pacts=(pact.model_copy(update={"fields": with_nip}),))
    asked = named.rounds[0].model_copy(update={"fields": tuple(field.id for field in with_nip)})
    text = signable(other, asked)
    assert isinstance(text, PactText)
    assert len(pact_sheet(edition(other, "id"), named, asked, text)["blanks"]) == 5
    assert signing_sheet(edition(other, "id"), named, asked, text)["columns"] == ["Nama", "Jabatan"]


def tags(pdf: bytes) -> list[str]:
    """The types of all structure elements in order."""
    found = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        for each in node if isinstance(node, list) else []:
            walk(each)
        if hasattr(node, "get") and "/S" in node:
            found.append(str(node["/S"]))
            walk(node.get("/K", []))

    root: Any = read(pdf).trailer["/Root"]
    walk(root["/StructTreeRoot"]["/K"])
    return found


def test_whoever_reads_the_pledge_aloud_knows_when_to_stop(made: Files, dataset: Dataset) -> None:
    say = labels("id")
    for agency, round_, _, pledge in rounds(dataset):
        if pledge:
            found = said(made["id"][pledge_sheet_path(agency.id, round_.id)])
            parts = len(pledge.points) + bool(pledge.opening) + bool(pledge.closing)
            assert squeezed(say("papers.how")) in found
            after = found.split(squeezed(say("papers.how")))[1]
            assert after.count(squeezed(say("papers.repeats") + say("papers.repeating"))) == parts
            assert squeezed(say("papers.reader")) in found


def test_all_are_tagged_titled_dateless_and_good_pdf_ua(made: Files) -> None:
    for lang, files in made.items():
        for path, pdf in files.items():
            assert complaints(pdf) == []
            file = read(pdf)
            assert {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in file.pages} == {
                (210, 297)
            }
            root: Any = file.trailer["/Root"]
            assert root["/Lang"] == (lang if "/pakta-" in path else "id")
            assert file.metadata is not None
            assert file.metadata.title
            assert not {"/CreationDate", "/ModDate"} & set(file.metadata)
            assert re.search(rb"20\d\d-\d\d-\d\dT", root["/Metadata"].get_data()) is None
            assert len(pdf) < 80_000


def test_the_english_pact_marks_each_language(made: Files, dataset: Dataset) -> None:
    """Words of the other language than the file's say so, for who has them read aloud."""
    agency, round_, text = next((a, r, t) for a, r, t, _ in rounds(dataset) if t)
    root: Any = read(made["en"][pact_paper_path(agency.id, round_.id)]).trailer["/Root"]
    told = re.findall(r"'/Lang': '(\w+)'", repr(list(_dumped(root["/StructTreeRoot"]["/K"]))))
    assert told.count("id") == len(text.points) + bool(text.opening) + bool(text.closing)


def _dumped(node: Any) -> Iterator[dict[str, str]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    for each in node if isinstance(node, list) else []:
        yield from _dumped(each)
    if hasattr(node, "get") and "/S" in node:
        yield {"/Lang": str(node["/Lang"])} if "/Lang" in node else {}
        yield from _dumped(node.get("/K", []))


@pytest.mark.parametrize("lang", LANGS)
def test_the_code_leads_to_the_place_that_names_the_text(lang: Lang, dataset: Dataset) -> None:
    wanted = {
        f"{URL}{'en/' if lang == 'en' else ''}instansi/{agency.id}/#{anchor(words.version, words.digest)}"
        for agency, _, text, pledge in rounds(dataset)
        if (words := text or pledge)
    }
    found = set()
    for template, sheet in sheets(dataset, lang):
        codes = [
            code.text
            for page in pictures(template, sheet, 150)
            for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L"))
        ]
        assert codes == [sheet["link"]]
        assert squeezed(sheet["address"]) == sheet["link"].removeprefix("https://")
        pdf = Press(Store(None)).pdf(template, sheet, sheet["link"])
        assert squeezed(sheet["address"]) in said(pdf)
        (link,) = {
            annotation.get_object()["/A"]["/URI"] for page in read(pdf).pages for annotation in page.get("/Annots", [])
        }
        assert link == sheet["link"]
        found.add(codes[0])
    assert found == wanted


def test_papers_are_the_same_from_day_to_day(made: Files, dataset: Dataset) -> None:
    assert paper_files(Press(Store(None)), both(dataset, DAY + dt.timedelta(days=60))) == made


def test_when_nothing_changed_nothing_is_set_or_drawn(
    tmp_path: Path, made: Files, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paper_files(Press(Store(tmp_path)), both(dataset)) == made

    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(pressing, "_pdf", never)
    monkeypatch.setattr(pressing, "qr_drawing", never)
    assert paper_files(Press(Store(tmp_path)), both(dataset)) == made
    with pytest.raises(AssertionError):
        paper_files(Press(Store(tmp_path)), {"id": replace(edition(dataset, "id"), site_url="https://lain.example/")})


def test_what_a_template_imports_decides_too() -> None:
    assert pressing._with_imports("pact.typ") == ["pact.typ", "paper.typ", "netral.typ"]
    assert pressing._with_imports("poster.typ") == ["poster.typ", "netral.typ"]


def hostile(dataset: Dataset, text: str, kind: str) -> Dataset:
    """One agency with one round, every word of its pact, its names and its source being `text`; names are shorter."""
    short = text[:240]
    name = Text.model_construct(id=short, en=short, at=dataset.acts[0].statement.at)
    words = Text.model_construct(id=text, en=text, at=dataset.acts[0].statement.at)
    agency = next(a for a, _, signed, pledge in rounds(dataset) if (pledge if kind == "ikrar" else signed))
    before = dataset.ids["pacts"][agency.rounds[0].pact or ""]
    assert isinstance(before, Pact)
    pact = before.model_copy(
        update={
            "name": name,
            "opening": words,
            "points": (words,) * 4,
            "closing": words,
            "fields": tuple(field.model_copy(update={"name": name}) for field in before.fields),
        }
    )
    sources = tuple(source.model_copy(update={"title": words, "publisher": text}) for source in dataset.sources)
    whose = agency.model_copy(update={"name": name})
    return replace(dataset, agencies=(whose,), pacts=(pact,), sources=sources)


@pytest.mark.parametrize("kind", ["pakta", "ikrar"])
def test_text_of_the_data_is_never_markup(kind: str, dataset: Dataset) -> None:
    plain = HOSTILE[:120]
    for files in paper_files(Press(Store(None)), both(hostile(dataset, plain, kind))).values():
        assert files
        for pdf in files.values():
            # Opening, closing, four points, the pact's and the agency's name.
            assert said(pdf).count(squeezed(plain)) >= 8
            assert complaints(pdf) == []


@pytest.mark.parametrize("kind", ["pakta", "ikrar"])
@pytest.mark.parametrize("text", [HOSTILE * 12, "sangat " * 200, "x" * 1200, '"' * 200, "\\" * 200])
def test_a_text_longer_than_a_page_goes_on_and_nothing_is_lost(text: str, kind: str, dataset: Dataset) -> None:
    long = hostile(dataset, text, kind)
    for template, sheet in sheets(long, "id"):
        pdf = Press(Store(None)).pdf(template, sheet, sheet["link"])
        pages = [page.extract_text() for page in read(pdf).pages]
        # What only holds the pages together may stand between two halves of a text.
        whole = "".join(re.sub(r"\d+ / \d+", "", page) for page in pages)
        assert squeezed(whole).replace(squeezed(sheet["running"]), "").count(squeezed(text)) >= 6
        if len(text) > 500:
            assert len(pages) > 1
            assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
        assert squeezed(sheet["where"]) in squeezed(pages[-1])
        assert complaints(pdf) == []
        if template == "signing.typ":
            assert tags(pdf).count("/TR") == ROWS_ON_TWO + 1
            # The heading row stands again on the page after.
            assert sum(squeezed(sheet["signature"]) in squeezed(page) for page in pages) >= 2
        for page in pictures(template, sheet, 50):
            with Image.open(io.BytesIO(page)) as picture:
                edge = picture.convert("RGB").crop((picture.width - 28, 0, picture.width, picture.height))
                assert edge.getcolors() == [(28 * picture.height, (255, 255, 255))]  # nothing over the margin


@pytest.mark.parametrize("text", ["Ω漢字🙂\u202e" * 30, "\u200b\u00ad" * 50 + "a"])
def test_signs_that_the_typefaces_lack_do_not_stop_a_build(text: str, dataset: Dataset) -> None:
    for kind in ("pakta", "ikrar"):
        for files in paper_files(Press(Store(None)), both(hostile(dataset, text, kind))).values():
            assert [len(read(pdf).pages) > 0 for pdf in files.values()]


def test_the_measurement_of_papers_runs_and_sees_that_nothing_is_made_twice() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "papers_650.py", "2"], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.search(r"all new .* 12 files, \d+ MB, 8 typeset\n", ran.stdout)
    assert re.search(r"nothing changed .* 12 files, \d+ MB, 0 typeset\n", ran.stdout)
