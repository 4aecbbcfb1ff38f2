"""The signing page and the agency page for every state of a round: its window, its form, its text, its papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement
from openpyxl import load_workbook
from tests.conftest import ROOT, TODAY
from tests.site.reading import LANGS, words_of

from netral.build import editions
from netral.exports.workbook import templates
from netral.load import Loaded, load
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.model.dates import parse_partial
from netral.model.form import Form
from netral.pages import Edition
from netral.pages.agencies import agency_page
from netral.pages.overview import home_page
from netral.pages.rounds import rounds_of
from netral.pages.signing import sent_to, signing_page
from netral.pages.windows import window_of, window_of_agency
from netral.problems import Lang

GOOGLE = "https://docs.google.com/forms/d/e/1FAIpQLSfContohContohContohContohContohContoh/viewform"
ENDPOINT = "https://formulir.kabupaten-contoh.example/tanda-tangan"


@cache
def loaded() -> Loaded:
    return load(ROOT / "data", demo=True)


def real() -> Dataset:
    return loaded().dataset


@cache
def _edition(day: str, lang: Lang) -> Edition:
    return editions(real(), dt.date.fromisoformat(day), "https://netral.example/", loaded().texts)[lang]


def edition(day: str = TODAY, lang: Lang = "id", dataset: Dataset | None = None) -> Edition:
    return replace(_edition(day, lang), dataset=dataset or real())


def agency(dataset: Dataset, name: str) -> Agency:
    return next(each for each in dataset.agencies if each.id == name)


def changed(form: dict[str, Any] | None = None, signing: dict[str, Any] | None = None, **round_: Any) -> Dataset:
    """The data with the demo round changed."""
    dataset = real()
    demo = agency(dataset, "kabupaten-demo")
    first = demo.rounds[0]
    assert first.form is not None
    if form is not None:
        round_["form"] = first.form.model_copy(update=form)
    if signing is not None:
        round_["signing"] = first.signing.model_copy(update=signing)
    new = demo.model_copy(update={"rounds": (first.model_copy(update=round_),)})
    return replace(dataset, agencies=tuple(new if each is demo else each for each in dataset.agencies))


def body(text: str) -> HtmlElement:
    return html.fromstring("<div>" + text.split("\n---\n", 1)[1] + "</div>")


def signing(day: str = TODAY, lang: Lang = "id", dataset: Dataset | None = None) -> HtmlElement:
    data = dataset or real()
    page = signing_page(edition(day, lang, data), agency(data, "kabupaten-demo"))
    assert page is not None
    return body(page.text)


def at_agency(
    name: str, day: str = TODAY, lang: Lang = "id", dataset: Dataset | None = None, papers: set[str] = frozenset()
) -> HtmlElement:  # type: ignore[assignment]
    data = dataset or real()
    return body(agency_page(edition(day, lang, data), agency(data, name), lambda *_: "", papers).text)


def fact(tree: HtmlElement) -> str:
    return words_of(tree.xpath(".//*[@data-first='fact']")[0])


WINDOWS = {
    ("kabupaten-demo", "2026-04-19"): ("upcoming", "Penandatanganan dibuka 20 April 2026."),
    ("kabupaten-demo", "2026-04-20"): ("open", "Penandatanganan dibuka sampai 18 Desember 2026."),
    ("kabupaten-demo", "2026-12-18"): ("open", "Penandatanganan dibuka sampai 18 Desember 2026."),
    ("kabupaten-demo", "2026-12-19"): ("closed", "Penandatanganan sudah ditutup. Batas waktunya 18 Desember 2026."),
    ("banten", "2023-09-27"): (
        "none",
        "Tidak ada penandatanganan yang tercatat sedang dibuka. Batas waktunya 3 November 2023.",
    ),
    ("banten", "2023-10-01"): ("open", "Penandatanganan dibuka sampai 3 November 2023."),
    ("banten", "2026-11-22"): ("closed", "Penandatanganan sudah ditutup. Batas waktunya 3 November 2023."),
    ("jakarta-utara", "2023-10-01"): (
        "open",
        (
            "Penandatanganan dibuka. Sumber tidak menyebut batas waktunya; "
            "kami menghitungnya sampai hari pemungutan suara, 14 Februari 2024."
        ),
    ),
    ("jakarta-utara", TODAY): (
        "closed",
        "Penandatanganan sudah ditutup: hari pemungutan suaranya, 14 Februari 2024, sudah lewat.",
    ),
}


@pytest.mark.parametrize(("name", "day"), WINDOWS)
def test_the_window_is_told_with_its_date(name: str, day: str) -> None:
    data = real()
    window = window_of_agency(edition(day), agency(data, name))
    assert (window.status, window.fact) == WINDOWS[name, day]
    assert (window.closes is not None) == (window.status == "open")
    assert fact(at_agency(name, day)).startswith(window.fact)


def test_a_round_whose_first_day_nobody_names_tells_when_it_was_under_way() -> None:
    banten = agency(real(), "banten").rounds[0]
    assert (
        window_of(edition("2023-10-01"), banten).begins
        == "hari mulainya tidak disebut sumber; sudah berjalan pada 28 September 2023"
    )
    assert "it was under way by 28 September 2023" in window_of(edition("2023-10-01", "en"), banten).begins


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_stands_on_the_page_only_while_one_may_sign(lang: Lang) -> None:
    for day, forms in (("2026-04-19", 0), ("2026-04-20", 1), ("2026-12-18", 1), ("2026-12-19", 0)):
        tree = signing(day, lang)
        assert len(tree.xpath(".//form")) == forms
        assert len(tree.xpath(".//*[@class='pact-text']//li")) == 4
        assert len(tree.xpath(".//dl[contains(@class, 'notice')]/dt")) == 9
        assert sent_to(real(), dt.date.fromisoformat(day)) == (
            {"instansi/kabupaten-demo/tanda-tangan/": "https://formulir.kabupaten-contoh.example"} if forms else {}
        )
    assert {"id": "Tanyakan kepada bagian kepegawaian", "en": "Ask the personnel office"}[lang] in words_of(tree)


def test_the_text_its_version_and_its_digest_are_the_pacts_own() -> None:
    pact = next(each for each in real().pacts if each.id == "pakta-demo")
    tree = signing()
    said = [words_of(each) for each in tree.xpath(".//*[@class='pact-text']//li")]
    assert said == [" ".join(point.id.split()) for point in pact.points]
    assert f"Versi {pact.version} · sidik {pact.digest[:12]}" in words_of(tree)
    assert pact.digest in words_of(tree)
    assert tree.xpath(".//input[@name='versi_pakta']/@value") == [f"{pact.version} ({pact.digest[:12]})"]


@pytest.mark.parametrize("lang", LANGS)
def test_each_item_of_the_notice_stands_with_its_basis(lang: Lang) -> None:
    tree = signing(lang=lang)
    form = agency(real(), "kabupaten-demo").rounds[0].form
    assert form is not None
    told = {words_of(each) for each in tree.xpath(".//dl[contains(@class, 'notice')]/dd")}
    good = {"id": "praktik baik", "en": "good practice"}[lang]
    basis = {"id": "Dasar:", "en": "Basis:"}[lang]
    for key in (
        "controller",
        "legal_basis",
        "purpose",
        "data",
        "retention",
        "rights",
        "contact",
        "processor",
        "country",
    ):
        item = getattr(form.notice, key)
        cite = good if item.basis.cite == "praktik baik" else item.basis.cite
        assert any(each.startswith(f"{getattr(item.text, lang)} {basis} {cite}") for each in told), key
    assert tree.xpath(".//dl[contains(@class, 'notice')]//a[contains(@href, 'aturan/uu-27-2022/#')]")


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_at_a_service_is_a_link_that_says_where_it_leads(lang: Lang) -> None:
    data = changed(form={"service": "google-forms", "url": GOOGLE})
    tree = signing(lang=lang, dataset=data)
    assert tree.xpath(".//form") == []
    (link,) = tree.xpath(".//a[@class='action'][starts-with(@href, 'http')]")
    assert (link.get("href"), link.get("rel")) == (GOOGLE, "noopener")
    assert words_of(link) == {"id": "Buka formulir di Google Forms", "en": "Open the form in Google Forms"}[lang]
    assert "docs.google.com" in words_of(link.getparent().getprevious())
    once = {"id": "satu tanda tangan per orang hanya bila", "en": "one per person only where signers log in"}[lang]
    assert once in words_of(tree)
    assert sent_to(data, dt.date.fromisoformat(TODAY)) == {}
    assert link.getparent().getparent().get("data-closes") == "2026-12-18"
    assert tree.xpath(".//iframe") == []


def test_on_paper_there_is_neither_form_nor_link() -> None:
    tree = signing(dataset=changed(form={"service": "paper", "url": None}))
    assert tree.xpath(".//form") == tree.xpath(".//a[starts-with(@href, 'http')][@class='action']") == []
    assert "Putaran ini ditandatangani di kertas." in words_of(tree)


def test_nobody_gets_a_signing_page_without_a_form_or_without_a_text() -> None:
    made = [each.id for each in real().agencies if signing_page(edition(), each) is not None]
    assert made == ["kabupaten-demo"]
    form = agency(real(), "kabupaten-demo").rounds[0].form
    for name in ("batang", "sumatera-barat", "jakarta-timur"):
        old = agency(real(), name)
        new = old.model_copy(update={"rounds": tuple(r.model_copy(update={"form": form}) for r in old.rounds)})
        assert signing_page(edition(), new) is None


@pytest.mark.parametrize(
    ("day", "href"),
    [("2026-04-19", "../../pakta/pakta-demo/"), (TODAY, "tanda-tangan/"), ("2026-12-19", "../../pakta/pakta-demo/")],
)
def test_the_main_action_leads_to_the_form_while_it_is_open(day: str, href: str) -> None:
    (action,) = at_agency("kabupaten-demo", day).xpath(".//a[@data-first='action']")
    assert action.get("href") == href
    assert (words_of(action) == "Baca pakta dan tanda tangani") == (href == "tanda-tangan/")


WHY = {
    "batang": "jadi tidak ada putaran yang dicatat, dan tidak ada formulir atau lembar yang dibuat.",
    "sumatera-barat": "Naskah yang dicetak sumber adalah ikrar",
    "jakarta-timur": "Bunyi paktanya hanya diceritakan kembali oleh media.",
}


@pytest.mark.parametrize("name", WHY)
def test_where_there_is_nothing_to_sign_the_page_says_why(name: str) -> None:
    data = real()
    views = rounds_of(edition(), agency(data, name), lambda *_: "", ())
    assert WHY[name] in words_of(at_agency(name))
    assert all(not view.code for view in views)


def test_only_papers_that_were_made_are_linked() -> None:
    round_: Round = agency(real(), "banten").rounds[0]
    path = f"instansi/banten/pakta-{round_.id}.pdf"
    assert at_agency("banten").xpath(".//a[contains(@href, '.pdf')]") == []
    (link,) = at_agency("banten", papers={path}).xpath(".//a[contains(@href, '.pdf')]")
    assert link.get("href") == f"pakta-{round_.id}.pdf"


@pytest.mark.parametrize("lang", LANGS)
def test_every_version_a_paper_may_name_has_its_place(lang: Lang) -> None:
    tree = at_agency("kabupaten-demo", lang=lang)
    (now,) = tree.xpath(".//*[@id='pakta-2-fd2eb47b5ccc']")
    assert words_of(now) == {"id": "Versi 2 · sidik fd2eb47b5ccc", "en": "Version 2 · digest fd2eb47b5ccc"}[lang]
    (past,) = tree.xpath(".//*[@id='pakta-1-8580146ec540']")
    assert {"id": "diminta menandatangani lagi", "en": "are asked to sign again"}[lang] in words_of(past)
    assert past.xpath("./a/@href") == ["../../pakta/pakta-demo/#pakta-1-8580146ec540"]


def test_a_wording_fix_leaves_signatures_valid() -> None:
    pact = next(each for each in real().pacts if each.id == "pakta-demo")
    assert pact.change is not None
    fixed = pact.model_copy(update={"change": pact.change.model_copy(update={"substantive": False})})
    data = replace(real(), pacts=tuple(fixed if each is pact else each for each in real().pacts))
    (past,) = at_agency("kabupaten-demo", dataset=data).xpath(".//*[@id='pakta-1-8580146ec540']")
    assert "bedanya hanya redaksi, jadi tanda tangan Anda tetap terhitung" in words_of(past)


def test_two_rounds_of_one_text_share_its_place() -> None:
    demo = agency(real(), "kabupaten-demo")
    second = demo.rounds[0].model_copy(update={"id": "kabupaten-demo-2027"})
    twice = demo.model_copy(update={"rounds": (*demo.rounds, second)})
    views = rounds_of(edition(), twice, lambda *_: "", ())
    anchors = [identity.text.anchor for view in views for identity in view.identities]
    assert len(anchors) == len(set(anchors)) == 2


def test_who_sees_the_data_and_what_follows_come_from_the_notice() -> None:
    tree = at_agency("kabupaten-demo")
    said = {words_of(dt_): words_of(dt_.getnext()) for dt_ in tree.xpath(".//dl[@class='facts']/dt")}
    assert "Rekaan: Badan Kepegawaian Kabupaten Contoh." in said["Siapa yang melihat data"]
    assert "Rekaan: dihapus satu tahun sesudah hari pemungutan suara contoh." in said["Sesudah menandatangani"]
    assert "formulir.kabupaten-contoh.example" in said["Formulir"]
    assert "Situs ini tidak mengumpulkan data apa pun." in words_of(at_agency("banten"))


def test_the_code_leads_to_the_text_that_is_signed() -> None:
    for lang, part in (("id", ""), ("en", "en/")):
        (view,) = rounds_of(edition(lang=lang), agency(real(), "kabupaten-demo"), lambda *_: "", ())
        assert view.scanned == f"netral.example/{part}instansi/kabupaten-demo/#pakta-2-fd2eb47b5ccc"
        assert view.code.startswith("<svg")
        assert "style" not in view.code
    closed = rounds_of(edition("2026-12-19"), agency(real(), "kabupaten-demo"), lambda *_: "", ())
    assert [(view.scanned, view.code) for view in closed] == [("", "")]


def test_of_several_rounds_with_forms_the_open_one_is_signed() -> None:
    demo = agency(real(), "kabupaten-demo")
    first = demo.rounds[0]
    later = first.model_copy(
        update={
            "id": "kabupaten-demo-2027",
            "signing": first.signing.model_copy(
                update={"opens": parse_partial("2027-01-01"), "deadline": parse_partial("2027-02-01")}
            ),
        }
    )
    both = demo.model_copy(update={"rounds": (first, later)})
    data = replace(real(), agencies=tuple(both if each is demo else each for each in real().agencies))
    assert fact(signing(dataset=data)).startswith("Penandatanganan dibuka sampai 18 Desember 2026.")
    assert fact(signing("2026-12-20", dataset=data)) == "Penandatanganan dibuka 1 Januari 2027."


def test_hostile_words_stay_words() -> None:
    evil = "\"><script>alert(1)</script>' </form> {{ x }} `"
    form: Form | None = agency(real(), "kabupaten-demo").rounds[0].form
    assert form is not None
    assert form.notice.contact is not None
    text = form.notice.contact.text.model_copy(update={"id": evil})
    notice = form.notice.model_copy(update={"contact": form.notice.contact.model_copy(update={"text": text})})
    tree = signing(dataset=changed(form={"notice": notice}))
    assert tree.xpath(".//script") == []
    assert evil in words_of(tree)
    assert len(tree.xpath(".//form")) == 1


def test_a_round_of_which_only_a_day_is_known_has_a_template_with_its_weeks() -> None:
    made = templates(edition("2023-10-01"), loaded().contract)
    book = load_workbook(BytesIO(made["data/templat/jakarta-utara.xlsx"]))
    weeks = [row[1] for row in book.worksheets[0].iter_rows(min_row=5, values_only=True)]
    assert str(weeks[0]).startswith("2023-09-25")
    assert len(weeks) == 27


def test_days_are_counted_to_a_named_deadline_alone() -> None:
    assert at_agency("banten", "2023-10-01").xpath(".//*[@class='days-left']/@data-closes") == ["2023-11-03"]
    tree = at_agency("jakarta-utara", "2023-10-01")
    assert tree.xpath(".//*[@class='days-left']") == []
    assert tree.xpath(".//*[@data-first='fact']/span/@data-closes") == ["2024-02-14"]
    home = words_of(body(home_page(edition("2023-10-01")).text))
    assert "Pemerintah Provinsi Banten (sampai 3 November 2023 ); Provinsi Sumatera Barat (batas waktu tidak" in home
