"""From a dataset to a site in place: pages and exports, write, render, assemble, audit, swap."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netral import asof
from netral.addresses import CALENDAR, CHANGE_FEED, signing_address
from netral.assemble import MARK, assemble, recover, swap
from netral.audit import audit
from netral.catalogue import LANGS
from netral.digest import data_digest
from netral.exports import api_files
from netral.exports.change_feed import change_feed
from netral.exports.chart import Draw, Easel
from netral.exports.downloads import download_files
from netral.exports.feed import FEED, feed_file
from netral.exports.papers import paper_files
from netral.exports.poster import Poster, card_pictures, poster_files, posters
from netral.exports.press import Press
from netral.exports.schemas import schema_files
from netral.exports.store import Store
from netral.load import Loaded
from netral.load.files import SourceText
from netral.model.dataset import Dataset
from netral.moved import moved_files
from netral.pages import Edition, Listed, Looked, Page, all_pages
from netral.pages.card import Card
from netral.pages.signing import sent_to
from netral.problems import Lang, Problem
from netral.prose import asset_files, prose_pages
from netral.render import Engine, render
from netral.standing import standings
from netral.translations.texts import Pair
from netral.write import write_tree

__all__ = ["Built", "build_site", "editions", "is_site"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: how many pages, and the problems for which it was not put in place."""

    pages: int
    problems: tuple[Problem, ...]


def editions(
    dataset: Dataset,
    day: dt.date,
    site_url: str,
    texts: Mapping[str, SourceText],
    looked: Looked | None = None,
    behind: tuple[Pair, ...] = (),
) -> dict[Lang, Edition]:
    """One edition per language. `looked` is what was checked before; without it the report tells of nothing.

    `behind` are the English texts whose Indonesian changed.
    """
    until, digest, known = asof.checked_until(dataset), data_digest(texts), standings(dataset, day)
    seen = looked or Looked()
    return {lang: Edition(dataset, day, lang, site_url, until, digest, known, seen, behind) for lang in LANGS}


def build_site(root: Path, out: Path, both: Mapping[Lang, Edition], loaded: Loaded, engine: Engine) -> Built:
    """Make the site of `both` editions and put it at `out`, unless its audit finds a problem.

    `loaded` is what the editions were made from: its tables are published as they are. `root` holds `mkdocs.yml` and
    `docs/`; the written pages go to `root/build`. Until the last step `out` is untouched.
    """
    # openpyxl is slow to load, and only builds need it.
    from netral.exports.workbook import templates  # noqa: PLC0415
    from netral.exports.xlsform import xlsform_files  # noqa: PLC0415

    recover(out)
    build = root / "build"
    first = both["id"]
    exports = api_files(first.dataset, first.day, first.site_url, first.data_digest)
    exports |= download_files(loaded) | schema_files(first.site_url)
    store = Store(build / "typeset")
    press, easel = Press(store), Easel(store)
    made, papers = posters(press, both.values()), paper_files(press, both)
    forms = xlsform_files(first.dataset, store)
    for lang in LANGS:
        papers[lang] |= forms
    addresses: list[str] = []
    files: dict[Lang, dict[str, str | bytes]] = {}
    cards: dict[Lang, tuple[Edition, list[Card]]] = {}
    for lang in LANGS:
        files[lang], pages = _files(root, both[lang], exports, made, easel, papers[lang])
        files[lang] |= templates(both[lang], loaded.contract) | papers[lang]
        addresses = [page.address for page in pages]
        cards[lang] = both[lang], [page.card for page in pages]
    for lang, pictures in card_pictures(press, cards).items():
        write_tree(build / lang, files[lang] | pictures)
    store.tidy()
    for leftover in build.glob("html-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    # A folder of its own: the generators of a build that was killed may still be writing to theirs.
    html = Path(tempfile.mkdtemp(prefix="html-", dir=build))
    out.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    new = staging / out.name
    try:
        render(root, build, html, both, engine)
        shutil.move(html / "id", new)
        shutil.move(html / "en", new / "en")
        hidden = [f"instansi/{a.id}/" for a in first.dataset.agencies if first.dataset.is_made_up(a)]
        hidden += [signing_address(a.id) for a in first.dataset.agencies if first.dataset.is_made_up(a)]
        hidden += [f"pakta/{p.id}/" for p in first.dataset.pacts if first.dataset.is_made_up(p)]
        moved = moved_files(first.dataset, first.site_url, frozenset(addresses))
        assemble(new, addresses, hidden, first.site_url, sent_to(first.dataset, first.day), moved)
        problems = audit(new)
        count = sum(1 for _ in new.rglob("*.html"))
        if not problems:
            swap(new, out)
        return Built(count, tuple(problems))
    finally:
        for folder in (html, staging):
            shutil.rmtree(folder, ignore_errors=True)


def _files(
    root: Path,
    edition: Edition,
    exports: Mapping[str, str],
    made: Sequence[Poster],
    drawn: Draw,
    papers: Collection[str],
) -> tuple[dict[str, str | bytes], list[Page]]:
    """Every file of one language's build folder but the previews, and its pages."""
    # icalendar is slow to load, and only builds need it.
    from netral.exports.calendar import calendar_file  # noqa: PLC0415

    docs, lang = root / "docs", edition.lang
    listed = [Listed(p.agency, p.folder, p.sheet, len(p.pdf), len(p.png)) for p in made if p.lang == lang]
    pages = all_pages(edition, sorted(exports), listed, drawn, papers) + prose_pages(docs, edition)
    files: dict[str, str | bytes] = {page.path: page.text for page in pages}
    files |= asset_files(docs)
    files |= poster_files(made, lang)
    files[FEED] = feed_file(edition)
    files[CALENDAR] = calendar_file(edition)
    files[CHANGE_FEED] = change_feed(edition)
    if lang == "id":
        files |= exports
    return files, pages


def is_site(out: Path) -> bool:
    """May `out` be replaced: is it absent, empty, or a site of ours?"""
    return not out.exists() or (out.is_dir() and ((out / MARK).exists() or not any(out.iterdir())))
