"""Each limit of weight is held at its border: a byte less is let through, a byte more is told, with what is heavy."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from netral.audit import audit
from netral.audit.site import read_site
from netral.audit.weight import FIRST_VIEW, HTML, SCRIPT, ZENSICAL, compressed, first_view
from netral.catalogue import fix, message
from netral.policy import Policy
from netral.problems import Problem


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that no host can make smaller."""
    return random.Random(seed).randbytes(size)


def page(body: str = "", head: str = "") -> str:
    policy = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{Policy()}">'
    return f'<!doctype html>\n<html lang="id"><head>{policy}{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def site(folder: Path, html: str, **files: bytes) -> Path:
    """A site of one page; of a file's name the last `_` is its dot."""
    (folder / "index.html").write_text(html, encoding="utf-8")
    for name, content in files.items():
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(content)
    return folder


def weighed(folder: Path) -> dict[str, int]:
    read = read_site(folder)
    return {part.path: part.size for part in first_view(read, read.pages["index.html"])}


def told(folder: Path) -> list[tuple[str, str, str]]:
    problems = audit(folder)
    assert {problem.code for problem in problems} <= {"S010"}
    return [(problem.variant, problem.values["size"], problem.values["limit"]) for problem in problems]


def page_of(size: int) -> str:
    """A page whose compressed size is `size`, made by adding letters of noise."""
    letters = "".join(random.Random(2).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=3 * size))
    low, high = 0, len(letters)
    while low < high:
        middle = (low + high) // 2
        if compressed(page(letters[:middle]).encode()) < size:
            low = middle + 1
        else:
            high = middle
    for cut in range(low, low + 200):
        if compressed(page(letters[:cut]).encode()) == size:
            return page(letters[:cut])
    raise AssertionError(size)


def test_a_page_may_weigh_its_limit_and_not_a_byte_more(tmp_path: Path) -> None:
    assert told(site(tmp_path, page_of(HTML))) == []
    assert told(site(tmp_path, page_of(HTML + 1))) == [("html", str(HTML + 1), str(HTML))]


def test_scripts_are_weighed_together(tmp_path: Path) -> None:
    html = page('<script src="satu.js"></script><script src="dua.js" defer></script>')
    two = {"satu_js": noise(20_000), "dua_js": noise(SCRIPT - 20_000, 2)}
    assert told(site(tmp_path, html, **two)) == []
    two["dua_js"] += b"x"
    assert told(site(tmp_path, html, **two)) == [("script", str(SCRIPT + 1), str(SCRIPT))]


def test_the_whole_first_view_is_weighed(tmp_path: Path) -> None:
    html = page('<img src="gambar.png" alt=""><img src="gambar.png" alt="">', '<link rel="icon" href="lambang.svg">')
    left = FIRST_VIEW - compressed(html.encode()) - 500
    both = {"gambar_png": noise(left), "lambang_svg": noise(500, 2)}
    assert told(site(tmp_path, html, **both)) == []
    both["gambar_png"] += b"x"
    assert told(site(tmp_path, html, **both)) == [("", str(FIRST_VIEW + 1), str(FIRST_VIEW))]


def test_what_style_sheets_name_is_weighed_with_them(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="satu.css">'
    styles = {
        "satu_css": b'@import "dua.css"; /* url(tidak.png) */ p { background: url(data:image/png;base64,AA==) }',
        "dua_css": b"@import url('satu.css'); @font-face { src: url( 'huruf.woff2' ) }",
        "huruf_woff2": noise(FIRST_VIEW),
        "tidak_png": noise(9),
    }
    folder = site(tmp_path, page(head=head), **styles)
    assert set(weighed(folder)) == {"index.html", "satu.css", "dua.css", "huruf.woff2"}
    assert [problem[0] for problem in told(folder)] == [""]


@pytest.mark.parametrize(
    ("html", "counted"),
    [
        ('<img src="a.bin" alt="">', True),
        ('<img src="a.bin" alt="" loading="lazy">', False),
        ('<img src="data:," srcset="a.bin 2x" alt="">', True),
        ('<a href="a.bin">Unduh</a>', False),
        ('<link rel="preload" as="script" href="a.bin">', True),
        ('<link rel="modulepreload" href="a.bin">', True),
        ('<link rel="manifest" href="a.bin">', True),
        ('<link rel="shortcut icon" href="a.bin">', True),
        ('<link rel="next" href="a.bin">', False),
        ('<script type="module" src="./a.bin?versi=1"></script>', True),
        ('<svg viewBox="0 0 1 1"><use href="a.bin#satu"></use></svg>', True),
        ('<object data="a.bin"></object>', True),
    ],
)
def test_what_a_browser_fetches_by_itself_counts(html: str, *, counted: bool, tmp_path: Path) -> None:
    sizes = weighed(site(tmp_path, page(html), a_bin=noise(70)))
    assert sizes.get("a.bin") == (70 if counted else None)


def test_a_file_counts_as_a_host_sends_it(tmp_path: Path) -> None:
    sizes = weighed(site(tmp_path, page('<script src="a.js"></script><img src="b.png" alt="">'), a_js=b"x" * 9_999))
    assert sizes["a.js"] < 100
    assert "b.png" not in sizes


def test_the_message_names_page_size_limit_and_the_heaviest_parts(tmp_path: Path) -> None:
    html = page("".join(f'<img src="g{n}.png" alt="">' for n in range(6)))
    images = {f"g{n}_png": noise(20_000 + n, n) for n in range(6)}
    (problem,) = audit(site(tmp_path, html, **images))
    size = sum(weighed(tmp_path).values())
    assert message(problem, "en") == (
        f"The first view of the page / is {size} bytes compressed; at most 100000. "
        "The heaviest parts: g5.png 20005, g4.png 20004, g3.png 20003, g2.png 20002."
    )
    assert message(problem, "id") == (
        f"Tampilan pertama halaman / berukuran {size} bita terkompresi, paling banyak 100000. "
        "Bagian terberat: g5.png 20005, g4.png 20004, g3.png 20003, g2.png 20002."
    )
    for variant in ("", "html", "script"):
        for lang in ("id", "en"):
            assert "{" not in fix(Problem("S010", problem.place, problem.values, variant), lang)


def test_another_generator_may_weigh_as_much_more_as_its_script_does(tmp_path: Path) -> None:
    def made_by(name: str) -> str:
        return page('<script src="a.js"></script>', f'<meta name="generator" content="{name}">')

    assert told(site(tmp_path, made_by("zensical-0.0.73"), a_js=noise(ZENSICAL.script))) == []
    assert [what for what, *_ in told(site(tmp_path, made_by("mkdocs-1.6.1"), a_js=noise(ZENSICAL.script)))] == [
        "script"
    ]
    heavy = site(tmp_path, made_by("zensical-0.0.73"), a_js=noise(ZENSICAL.script + 1))
    assert [what for what, *_ in told(heavy)] == ["script"]
