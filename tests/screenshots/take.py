"""Takes the pictures that pictures.yaml lists: builds what they show in a folder of its own, and photographs it.

`make pictures` runs it; $BROWSER names the browser, and an argument another folder to put the pictures into. The same
site and the same browser give the same pictures; another browser, or other fonts, may draw a letter differently.
"""

from __future__ import annotations

import base64
import html
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.conftest import ARGUMENTS, clock_of
from tests.browser.watching import served
from tests.conftest import ROOT, TODAY, copy_project, netral
from tests.screenshots.guide import DAY, put_in, records

#: The day that each site is built for, and opened on.
DAYS = {"real": TODAY, "guide": DAY}
LIST = Path(__file__).with_name("pictures.yaml")
#: Heavier than this, a picture would spoil a page on a weak line.
HEAVIEST = 60_000
QUALITIES = (90, 80, 70, 60, 50, 40)
#: The look of a terminal, for what a command printed.
TERMINAL = (
    "<!doctype html><meta charset=utf-8><style>body{{margin:0;padding:20px;background:#faf8f4;color:#1b1b1b}}"
    "pre{{margin:0;font:15px/1.45 monospace;white-space:pre-wrap}}</style><pre>{text}</pre>"
)


class Picture(NamedTuple):
    """A line of pictures.yaml."""

    file: str
    site: str
    lang: str
    show: str
    width: int
    height: int
    scale: int
    scheme: str


def pictures() -> list[Picture]:
    """Every picture there should be."""
    return [Picture(**each) for each in yaml.safe_load(LIST.read_text(encoding="utf-8"))]


@contextmanager
def _sites() -> Iterator[dict[str, str]]:
    """The address of each site that pictures are taken of, and what the check said of the guide's slip."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        found = {}
        for site, day in DAYS.items():
            project = copy_project(Path(name) / site)
            for picture in pictures():  # a page that shows a picture builds before there is one
                (project / picture.file).parent.mkdir(parents=True, exist_ok=True)
                (project / picture.file).touch()
            if site == "guide":
                put_in(project / "data", records("id"))
            ran = netral("build", "--as-of", day, "--out", "site", cwd=project)
            if ran.code:
                sys.exit(ran.out + ran.err)
            found[site] = stack.enter_context(served(project / "site"))
        project = copy_project(Path(name) / "slip")
        put_in(project / "data", records("id"), slip=True)
        for lang in ("id", "en"):
            found[f"check-{lang}"] = netral("check", "--as-of", DAY, "--lang", lang, cwd=project).out
        yield found


def _take(browser: Browser, picture: Picture, sites: dict[str, str]) -> bytes:
    """The picture, no heavier than HEAVIEST."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page.add_init_script(clock_of(DAYS[picture.site]))
    try:
        if picture.show == "check":
            page.set_content(TERMINAL.format(text=html.escape(sites[f"check-{picture.lang}"])))
        else:
            page.goto(sites[picture.site] + ("en/" if picture.lang == "en" else "") + picture.show)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(300)  # drawers come to rest
        for quality in QUALITIES:
            content = _webp(page, picture, quality)
            if len(content) <= HEAVIEST:
                return content
        sys.exit(f"{picture.file}: heavier than {HEAVIEST} bytes; show less of the page")
    finally:
        page.close()


def _webp(page: Page, picture: Picture, quality: int) -> bytes:
    """What the window shows, as WebP: the one format that keeps letters sharp in so few bytes."""
    top = page.evaluate("window.scrollY")
    clip = {"x": 0, "y": top, "width": picture.width, "height": picture.height, "scale": picture.scale}
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": quality, "clip": clip})
    session.detach()
    return base64.b64decode(shot["data"])


def main(folder: Path = ROOT) -> None:
    """Take every picture anew, below `folder`."""
    with _sites() as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["BROWSER"], args=list(ARGUMENTS))
        for picture in pictures():
            target = folder / picture.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_take(browser, picture, sites))
            print(f"{picture.file} {target.stat().st_size}")  # noqa: T201 (a command prints)
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
