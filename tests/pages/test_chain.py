"""The chain on the page of an act: in full once a page, cited, and the same in both languages."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest
from tests.conftest import ROOT

from netral import asof
from netral.load import load
from netral.model.dataset import Dataset
from netral.pages.acts import act_page
from netral.pages.page import Edition
from netral.pages.people import answers_on
from netral.pages.sanctions import chains_page

TODAY = dt.date(2026, 11, 22)


@cache
def data() -> Dataset:
    return load(ROOT / "data").dataset


def edition(day: dt.date, lang: str) -> Edition:
    return Edition(data(), day, lang, "https://contoh.example/", asof.checked_until(data()), "")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_answer_of_today_shows_its_chain_or_why_there_is_none(lang: str) -> None:
    shown = 0
    for act in data().acts:
        text = act_page(edition(TODAY, lang), act).text
        for answer in act.answers:
            own = text.split(f'<div id="jawaban-{answer.id}"')[1].split('<div id="jawaban-')[0]
            if answer not in answers_on(act, TODAY):
                assert 'class="chain"' not in own
                continue
            for ladder in dict.fromkeys(ref.split("/")[0] for ref in answer.sanctions):
                anchor = re.search(rf'(?:id="|href="#)(alur-[\w-]+-{ladder})"', own)
                assert anchor, (act.id, answer.id, ladder)
                assert text.count(f'id="{anchor[1]}"') == 1
                shown += 1
            if answer.no_sanction is not None:
                assert getattr(answer.no_sanction, lang).split('"')[0][:40] in own
    assert shown >= 50


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_steps_are_told_with_their_articles(lang: str) -> None:
    (act,) = [act for act in data().acts if act.id == "surat-dukungan-ktp"]
    text = act_page(edition(TODAY, lang), act).text
    chain = text.split('<ol class="chain">')[1].split("</ol>")[0]
    cited = re.findall(r'<a href="../../aturan/([^"]+)"(?: aria-label="([^"]+)")?>([^<]+)</a>', chain)
    assert ("pp-94-2021/#pasal-17", "", "PP 94/2021 Pasal 17") in cited
    # An instrument is written once in a row of its articles, and spoken with each.
    assert ("pp-94-2021/#pasal-18", "PP 94/2021 Pasal 18", "Pasal 18") in cited
    assert ("pp-79-2021/#pasal-11-ayat-3", "PP 79/2021 Pasal 11 ayat (3)", "Pasal 11 ayat (3)") in cited
    assert {"id": "Tidak ditemukan: batas hari", "en": "Not found: a time limit"}[lang] in chain
    # The one word stands before it all.
    assert text.index("first-word") < text.index("chain-of")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_step_stands_once_on_the_page_of_chains(lang: str) -> None:
    text = chains_page(edition(TODAY, lang)).text
    keys = re.findall(r'data-claim="([^"]+/alur/[^"]+)"', text)
    wanted = [
        f"{ladder.id}/alur/{link}/{number}"
        for ladder in data().sanctions
        for number, (link, _) in enumerate(ladder.chain.steps() if ladder.chain else (), 1)
    ]
    assert len(wanted) >= 60
    assert sorted(keys) == sorted(wanted)


def test_on_an_earlier_day_a_sanction_is_called_what_it_was() -> None:
    (act,) = [act for act in data().acts if act.id == "anggota-parpol"]
    text = act_page(edition(dt.date(2023, 10, 1), "id"), act).text
    own = text.split('id="jawaban-pns-2014"')[1].split("</div>")[0]
    assert "PNS diberhentikan tidak dengan hormat karena: ... c. menjadi anggota" in own
    assert "UU 20/2023" not in own
    now = act_page(edition(TODAY, "id"), act).text.split('id="jawaban-pns"')[1].split("</div>")[0]
    assert "Pemberhentian Pegawai ASN karena sebab" in now
    later = text.split("{#kemudian}")[1]
    assert 'id="jawaban-pns"' in later
