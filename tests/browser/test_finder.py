"""The finder: the words people use lead to the act, for who they are and the stage, and the address keeps it all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.axe import findings
from tests.browser.conftest import Opener, Scheme, Served
from tests.browser.first_screen import ACTION, FACT, HEADING, HEIGHT, WIDTH, first_screen_complaints
from tests.browser.gate import hold
from tests.browser.kinds import LANGS, twin
from tests.browser.layout import layout_complaints
from tests.browser.paper import paper_complaints
from tests.browser.watching import until

pytestmark = pytest.mark.browser

FINDER = "boleh-tidak/"
FIELD, WHO, STAGE, CLEAR = "#cari-perbuatan", "#siapa", "#tahap", "#hapus-pencarian"
RESULTS, STATUS, LOST, REST = "#hasil-perbuatan", "#jumlah-perbuatan", "#tidak-ketemu", "#tanpa-jawaban"
#: What people type -> the act that must be among the first three, and whom the words name.
EVERYDAY = {
    "id": {
        "like": ("like-komentar-bagikan", "semua"),
        "komen": ("like-komentar-bagikan", "semua"),
        "foto bareng": ("foto-bersama", "semua"),
        "jari": ("atribut-dan-simbol-jari", "semua"),
        "spanduk": ("memasang-spanduk", "semua"),
        "hadir kampanye": ("hadir-deklarasi-mendukung", "semua"),
        "istri calon": ("dampingi-pasangan-terbatas", "suami-istri-calon"),
        "KTP dukungan": ("surat-dukungan-ktp", "semua"),
        "grup WA keluarga": ("like-komentar-bagikan", "semua"),
        "stiker": ("memasang-spanduk", "semua"),
        "guru honorer": ("tenaga-non-asn", "non-asn"),
        "perangkat desa": ("perangkat-desa-kampanye", "perangkat-desa"),
        "TNI": ("tni-polri-netral", "tni-polri"),
        "Bolehkah saya nge-like postingan calon?": ("like-komentar-bagikan", "semua"),
        "guru honorer pasang stiker di mobil": ("memasang-spanduk", "non-asn"),
        "calon PNS boleh foto bareng paslon": ("foto-bersama", "cpns"),
        # Other words of the roots "pasang" and "hadir", in forms that stand in no data.
        "masangin baliho": ("memasang-spanduk", "semua"),
        "menghadirinya": ("hadir-deklarasi-mendukung", "semua"),
    },
    "en": {
        "like": ("like-komentar-bagikan", "semua"),
        "comment": ("like-komentar-bagikan", "semua"),
        "photo with a candidate": ("foto-bersama", "semua"),
        "finger": ("atribut-dan-simbol-jari", "semua"),
        "banner": ("memasang-spanduk", "semua"),
        "attend a campaign": ("hadir-deklarasi-mendukung", "semua"),
        "candidate's wife": ("dampingi-pasangan-terbatas", "suami-istri-calon"),
        "ID card copies": ("surat-dukungan-ktp", "semua"),
        "family WhatsApp group": ("like-komentar-bagikan", "semua"),
        "stickers": ("memasang-spanduk", "semua"),
        "honorary teacher": ("tenaga-non-asn", "non-asn"),
        "village officials": ("perangkat-desa-kampanye", "perangkat-desa"),
        "soldier": ("tni-polri-netral", "tni-polri"),
    },
}


def begin(opened: Opener, real: Served, lang: str = "id", query: str = "", width: int = WIDTH) -> Page:
    page, _ = opened(real.url, width, HEIGHT if width == WIDTH else 800)
    page.goto(f"{real.url}{twin(lang, FINDER)}{query}")
    page.locator(FIELD).wait_for()
    return page


def acts(page: Page, where: str = RESULTS) -> list[str]:
    found: list[str] = page.locator(f"{where} > li").evaluate_all("items => items.map(item => item.dataset.act)")
    return found


def word(page: Page, act: str) -> str:
    return page.locator(f"li[data-act={act}] .said").inner_text().strip()


def asked(page: Page, query: str) -> None:
    """Wait until the address holds `query`: only then fingers count as resting, and what was said is read aloud."""
    assert until(page, lambda: page.url.partition("?")[2] == query), page.url


@pytest.mark.parametrize("lang", LANGS)
def test_everyday_words_lead_to_the_act_and_name_the_person(lang: str, real: Served, opened: Opener) -> None:
    page = begin(opened, real, lang)
    wrong = []
    for words, (act, who) in EVERYDAY[lang].items():
        page.locator(FIELD).fill(words)
        found, named = acts(page)[:3], page.locator(WHO).input_value()
        if act not in found or named != who:
            wrong.append(f"{words!r}: {found}, {named}")
    hold(wrong)


def test_results_stand_alone_and_go_back_to_their_places(real: Served, opened: Opener) -> None:
    page = begin(opened, real)
    before = acts(page, "ul[data-kind]")
    page.locator(FIELD).press_sequentially("spand")
    assert acts(page) == ["memasang-spanduk"]
    shown = page.locator("li[data-act]").evaluate_all("all => all.filter(each => each.checkVisibility()).length")
    assert shown == 1
    assert not page.locator("#larangan").is_visible()
    page.locator(FIELD).press("Escape")
    assert acts(page, "ul[data-kind]") == before
    assert page.locator(FIELD).input_value() == ""
    assert page.locator("#larangan").is_visible()
    assert acts(page) == []
    assert not page.locator(RESULTS).is_visible()


def test_the_word_is_that_of_the_person_and_the_stage(real: Served, opened: Opener) -> None:
    page = begin(opened, real, query="?q=jari")
    assert word(page, "atribut-dan-simbol-jari") == "Tergantung tahap"
    page.locator(STAGE).select_option("bakal-calon")
    assert word(page, "atribut-dan-simbol-jari") == "Belum pasti"
    page.locator(WHO).select_option("pppk")
    assert word(page, "atribut-dan-simbol-jari") == (
        "Tidak ada aturan yang kami temukan untuk PPPK, sebelum calon ditetapkan"
    )
    page.locator(STAGE).select_option("semua")
    assert word(page, "atribut-dan-simbol-jari") == "Tidak boleh sesudah calon ditetapkan"
    link = page.locator(f"{RESULTS} a").first
    page.locator(STAGE).select_option("calon")
    assert str(link.get_attribute("href")).endswith("atribut-dan-simbol-jari/#jawaban-pppk")
    link.click()
    page.locator("#jawaban-pppk").wait_for()


def test_a_person_named_counts_until_somebody_chooses(real: Served, opened: Opener) -> None:
    page = begin(opened, real)
    page.locator(FIELD).fill("guru honorer spanduk")
    assert word(page, "memasang-spanduk") == "Belum pasti"
    page.locator(WHO).select_option("semua")
    assert word(page, "memasang-spanduk") == "Tidak boleh"
    asked(page, "q=guru+honorer+spanduk&siapa=semua")
    page.reload()
    assert until(page, lambda: word(page, "memasang-spanduk") == "Tidak boleh")
    assert page.locator(WHO).input_value() == "semua"
    page.locator(CLEAR).click()
    page.locator(FIELD).fill("spanduk honorer")
    assert page.locator(WHO).input_value() == "non-asn"
    page.locator(FIELD).fill("spanduk")
    assert page.locator(WHO).input_value() == "semua"


def test_a_person_alone_gets_all_answers_and_hears_where_there_is_none(real: Served, opened: Opener) -> None:
    page = begin(opened, real, "en")
    page.locator(WHO).select_option("tni-polri")
    assert "menggunakan-hak-pilih" in acts(page)
    assert "memasang-spanduk" in acts(page, f"{REST} ul")
    total = page.locator("li[data-act]").count()
    rest = page.locator(f"{REST} summary")
    assert rest.inner_text().startswith(f"{total - len(acts(page))} other acts: we found no rule for armed forces")
    rest.click()
    assert word(page, "memasang-spanduk").startswith("We found no rule for armed forces and police")
    assert page.locator("#catatan-siapa a").get_attribute("href") == "untuk/tni-polri/"
    page.locator(WHO).select_option("kepala-unit")
    assert "the answers shown are those for civil servants and contract staff" in (
        page.locator("#catatan-siapa").inner_text()
    )


@pytest.mark.parametrize(("lang", "width"), [("id", WIDTH), pytest.param("en", 1280, marks=pytest.mark.full)])
def test_the_address_is_shared_and_restored(lang: str, width: int, real: Served, opened: Opener) -> None:
    page = begin(opened, real, lang, width=width)
    page.locator(FIELD).fill("like")
    page.locator(WHO).select_option("pppk")
    page.locator(STAGE).select_option("calon")
    query = "q=like&siapa=pppk&tahap=calon"
    asked(page, query)
    found = acts(page)
    assert found[0] == "like-komentar-bagikan"

    other, watch = opened(real.url, width)
    other.goto(page.url)

    def restored(there: Page) -> bool:
        values = [there.locator(each).input_value() for each in (FIELD, WHO, STAGE)]
        return values == ["like", "pppk", "calon"] and acts(there) == found

    assert until(other, lambda: restored(other))
    assert other.url.partition("?")[2] == query
    # The theme takes `q` for a question to its own search; it must not open that.
    assert not other.locator("#__search").is_checked()
    assert watch.complaints == []

    page.locator(f"{RESULTS} a").first.click()
    page.wait_for_url("**/like-komentar-bagikan/**")
    page.go_back()
    assert until(page, lambda: restored(page))
    page.go_forward()
    page.wait_for_url("**/like-komentar-bagikan/**")
    page.go_back()
    page.reload()
    assert until(page, lambda: restored(page))
    asked(page, query)
    assert until(page, lambda: page.locator("a.language-switch").evaluate("link => link.search") == f"?{query}")


def test_an_address_that_means_nothing_is_harmless(real: Served, opened: Opener) -> None:
    page = begin(opened, real, query="?siapa=raja&tahap=__proto__&q=" + "%3Cimg%20src=x%3E" * 100)
    assert page.locator(WHO).input_value() == "semua"
    assert page.locator(STAGE).input_value() == "semua"
    assert len(page.locator(FIELD).input_value()) == 200
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("lang", [pytest.param("id", marks=pytest.mark.full), "en"])
def test_nothing_found_says_so_and_leads_on(lang: str, real: Served, opened: Opener) -> None:
    page = begin(opened, real, lang)
    page.locator(FIELD).fill("zzxq brrt")
    said = {"id": "Tidak ada perbuatan yang cocok.", "en": "No act matches."}[lang]
    assert until(page, lambda: page.locator(STATUS).inner_text() == said)
    links = page.locator(f"{LOST} a").evaluate_all("links => links.map(link => link.href)")
    home = real.url + twin(lang, "")
    assert links == [f"{home}?q=zzxq+brrt", f"{home}lapor/", f"{home}tentang/#koreksi"]
    page.locator(f"{LOST} a").first.click()
    field = page.locator("input.md-search__input")
    assert until(page, lambda: field.input_value() == "zzxq brrt" and field.is_visible())


def test_the_number_is_said_politely_and_once(real: Served, opened: Opener) -> None:
    page = begin(opened, real)
    status = page.locator(STATUS)
    assert status.get_attribute("role") == "status"
    status.evaluate("""each => {
      window.heard = [];
      new MutationObserver(() => heard.push(each.textContent)).observe(each, {childList: true, characterData: true});
    }""")
    page.locator(FIELD).press_sequentially("spanduk")
    page.locator(WHO).select_option("pppk")
    assert until(page, lambda: page.evaluate("heard.length") > 0)
    assert page.evaluate("heard") == ["1 perbuatan untuk PPPK."]


def test_by_keyboard_alone(real: Served, opened: Opener) -> None:
    page = begin(opened, real, width=1280)
    page.locator(FIELD).focus()
    page.keyboard.type("spanduk")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.locator(WHO).input_value() == "pns"
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')"))
    assert stops == ["tahap", "hapus-pencarian", "untuk/pns/", "memasang-spanduk/#jawaban-pns-bakal-calon"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/memasang-spanduk/#jawaban-pns-bakal-calon")
    page.go_back()
    clear = page.locator(CLEAR)
    clear.wait_for()
    clear.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "cari-perbuatan"
    asked(page, "")


def test_a_link_to_a_hidden_part_brings_the_list_back(real: Served, opened: Opener) -> None:
    page = begin(opened, real, query="?q=like", width=1280)
    page.locator(".md-sidebar--secondary a[href$='#kewajiban']").click()
    assert page.locator("#kewajiban").is_visible()
    assert page.locator(FIELD).input_value() == ""


@pytest.mark.parametrize(
    ("lang", "width", "scheme", "query"),
    [
        ("id", WIDTH, "dark", "?q=istri+calon"),
        ("en", WIDTH, "light", "?q=zzxq"),
        pytest.param("en", 1280, "light", "?siapa=tni-polri", marks=pytest.mark.full),
        pytest.param("id", 1280, "dark", "?siapa=satpol-pp&tahap=calon", marks=pytest.mark.full),
    ],
)
def test_axe_finds_nothing_in_what_was_found(
    lang: str, width: int, scheme: Scheme, query: str, real: Served, opened: Opener
) -> None:
    page, _ = opened(real.url, width, scheme=scheme)
    page.goto(f"{real.url}{twin(lang, FINDER)}{query}")
    page.locator(FIELD).wait_for()
    hold(findings(page))
    hold(layout_complaints(page))


@pytest.mark.parametrize("lang", LANGS)
def test_the_field_is_on_the_first_screen_of_a_telephone(lang: str, real: Served, opened: Opener) -> None:
    page = begin(opened, real, lang)
    hold(first_screen_complaints(page, (HEADING, FACT, ACTION)))
    box = page.locator(FIELD).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < HEIGHT / 2


def test_what_was_found_can_be_printed(real: Served, opened: Opener) -> None:
    page = begin(opened, real, query="?q=spanduk&siapa=pns")
    hold(paper_complaints(page, (real.url,)))


@pytest.mark.parametrize("lang", ["id", pytest.param("en", marks=pytest.mark.full)])
def test_without_scripts_everything_is_links(lang: str, real: Served, opened: Opener) -> None:
    page, watch = opened(real.url, WIDTH, HEIGHT, scripts=False)
    page.goto(f"{real.url}{twin(lang, FINDER)}?q=like&siapa=pns")
    assert page.locator("#pencari").is_hidden()
    hold(first_screen_complaints(page, (HEADING, FACT, ACTION)))
    assert page.locator("li[data-act]").evaluate_all("all => all.every(each => each.checkVisibility())")
    page.locator(ACTION).click()
    page.locator("ul.people a[href='untuk/pppk/']").click()
    assert page.url == f"{real.url}{twin(lang, FINDER)}untuk/pppk/"
    page.locator("a[href='../../memasang-spanduk/#jawaban-pppk-bakal-calon']").first.click()
    page.locator("#jawaban-pppk-bakal-calon .verdict").first.wait_for()
    assert watch.complaints == []
