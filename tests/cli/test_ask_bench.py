"""`netral ask-bench`: scores, misses and refusals, on a made-up site whose search and finder know a few words."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bench.small_site import small_site
from tests.bench.test_questions import WRONG, written
from tests.conftest import Ran, netral

from netral.catalogue import LANGS
from netral.problems import Lang

Bench = Callable[..., Ran]
ALL = """lang,question,act
id,foto calon,foto-bersama
en,a photo,foto-bersama|satpol-pp
id,boleh nyoblos,menggunakan-hak-pilih
"""
SHORT = "lang,act,question\nen,satpol-pp,a banner\nen,foto-bersama,nothing fits\nid,tenaga-non-asn,guru honorer\n"


@pytest.fixture
def bench(inside: Callable[..., Ran], tmp_path: Path) -> Bench:
    """`bench(text, …)`: the command, asked with a file that holds `text`."""

    def run(text: str | bytes, *options: str, lang: str = "en") -> Ran:
        written(tmp_path, text)
        return inside("ask-bench", "questions.csv", *options, "--lang", lang, cwd=tmp_path)

    return run


@pytest.fixture
def program(tmp_path: Path) -> Bench:
    """The same as a program of its own: Playwright runs once in a process, and other tests hold a browser in this."""

    def run(text: str, *options: str, lang: str = "en") -> Ran:
        return netral("ask-bench", written(tmp_path, text).name, *options, "--lang", lang, cwd=tmp_path)

    return run


@pytest.mark.browser
def test_all_is_found_also_by_a_finder_that_waits(program: Bench, tmp_path: Path) -> None:
    small_site(tmp_path / "site", late=150)
    assert program(ALL) == Ran(
        0,
        "questions.csv: is a right answer among the first 3?\n"
        "Indonesian:\n"
        "  finder: 2 of 2 (100 %)\n"
        "  site search: 2 of 2 (100 %)\n"
        "  either of them: 2 of 2 (100 %)\n"
        "  both of them: 2 of 2 (100 %)\n"
        "English:\n"
        "  finder: 1 of 1 (100 %)\n"
        "  site search: 1 of 1 (100 %)\n"
        "  either of them: 1 of 1 (100 %)\n"
        "  both of them: 1 of 1 (100 %)\n"
        "Enough: each way reaches 80 % in each language.\n",
        "",
    )


@pytest.mark.browser
def test_misses_are_listed_with_what_came_first(program: Bench, tmp_path: Path) -> None:
    site = small_site(tmp_path / "other")
    ran = program(SHORT, "--site", str(site), lang="id")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[6:] == [
        "Bahasa Inggris:",
        "  pencari perbuatan: 0 dari 2 (0 %)",
        "  pencarian situs: 0 dari 2 (0 %)",
        "  salah satunya: 0 dari 2 (0 %)",
        "  keduanya: 0 dari 2 (0 %)",
        "Tidak ditemukan oleh pencari perbuatan:",
        '  questions.csv:2:14: "a banner"; yang tepat: satpol-pp; yang muncul dulu: memasang-spanduk',
        '  questions.csv:3:17: "nothing fits"; yang tepat: foto-bersama; yang muncul dulu: tidak ada',
        "Tidak ditemukan oleh pencarian situs:",
        '  questions.csv:2:14: "a banner"; yang tepat: satpol-pp; yang muncul dulu: boleh-tidak/memasang-spanduk/',
        '  questions.csv:3:17: "nothing fits"; yang tepat: foto-bersama; yang muncul dulu: tidak ada',
        "Belum cukup: ada yang di bawah 80 %.",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_fault_is_told_word_for_word_with_its_mend(lang: Lang, bench: Bench, tmp_path: Path) -> None:
    """As expected.<lang>.txt has it; NETRAL_WRITE_EXPECTED=1 writes it anew, to be read before it is committed."""
    small_site(tmp_path / "site")
    told = []
    for name, (text, faults) in WRONG.items():
        ran = bench(text, lang=lang)
        assert (ran.code, ran.err) == (1, "")
        assert len(ran.out.splitlines()) == 2 * len(faults) + 1  # all at once, each with its mend, then the count
        told.append(f"# {name}\n{ran.out}")
    expected = Path(__file__).parents[1] / "bench" / f"expected.{lang}.txt"
    if os.environ.get("NETRAL_WRITE_EXPECTED"):
        expected.write_text("\n".join(told), encoding="utf-8")
    assert "\n".join(told) == expected.read_text(encoding="utf-8")


def test_without_a_file_or_a_site_there_is_nothing_to_ask(
    bench: Bench, inside: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = inside("ask-bench", "none.csv", "--lang", "en", cwd=tmp_path)
    assert ran.code == 2
    assert "there is no file none.csv. Name a CSV file with the columns lang,question,act" in ran.err
    for name, text in {"site/index.html": "", "site/api/v1/acts.json": '{"items": [1]}'}.items():
        ran = bench(ALL)
        assert (ran.code, ran.out) == (2, "")
        assert "site is not a built site, so there is nothing to ask. Build it first with: make site" in ran.err
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert bench(ALL).code == 2


def test_without_a_browser_it_says_what_to_install(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_site(tmp_path / "site")
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "playwright.sync_api", None)
        assert bench(ALL) == Ran(
            2,
            "",
            "netral: Playwright, which drives the browser, is not installed. Install it with: python -m pip install "
            "playwright, or simply: make .venv/ready\n",
        )
    monkeypatch.setenv("BROWSER", "/nowhere/chromium")
    assert "BROWSER=/nowhere/chromium is no program" in bench(ALL).err
    monkeypatch.delenv("BROWSER")
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = bench(ALL, lang="id")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "netral: tidak ada peramban. Pasang Chromium atau Google Chrome, atau isi BROWSER dengan letaknya\n"
    )


@pytest.mark.browser
def test_a_browser_that_does_not_start_is_told(program: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(tmp_path / "site")
    monkeypatch.setenv("BROWSER", sys.executable)  # a program, but no browser
    ran = program(ALL)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("netral: the browser stopped: ")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.browser
def test_a_site_without_a_finder_is_told(program: Bench, tmp_path: Path) -> None:
    small_site(tmp_path / "site", finder=False)
    assert program(ALL) == Ran(
        2, "", "netral: page /boleh-tidak/ has no field to find an act by. Build the site again with: make site\n"
    )


def test_a_site_without_a_search_is_told(bench: Bench, tmp_path: Path) -> None:
    (small_site(tmp_path / "site") / "search/search_index.json").unlink()
    assert bench(ALL) == Ran(
        2, "", "netral: this site has no search in the language id. Build it again with: make site\n"
    )
