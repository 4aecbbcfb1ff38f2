"""The prose written by hand (`docs/<lang>/`) and the assets both languages share, as files of the build."""

from __future__ import annotations

import html
from pathlib import Path

import yaml

from netral.addresses import absolute, other_lang, relative, site_path
from netral.catalogue import LANGS
from netral.pages.behind import with_notices, with_section_notices
from netral.pages.card import card_of, tags
from netral.pages.inserts import UnknownInsert, with_inserts
from netral.pages.page import Edition, Page
from netral.yaml_loader import LOADER

__all__ = ["BadInsert", "asset_files", "prose_pages"]


class BadInsert(Exception):
    """A page asks for an insert that there is none of."""

    def __init__(self, file: str, name: str) -> None:
        super().__init__(file, name)
        self.file, self.name = file, name


def prose_pages(docs: Path, edition: Edition) -> list[Page]:
    """Each page of `docs/<lang>/`: its inserts filled, its front matter with the links to its twin and its preview.

    Raises BadInsert.
    """
    lang, site_url, say = edition.lang, edition.site_url, edition.say
    found: list[Page] = []
    for path in sorted((docs / lang).rglob("*.md")):
        name = path.relative_to(docs / lang).as_posix()
        meta, body = _split(path.read_text(encoding="utf-8"))
        address = name.removesuffix("index.md") if name.endswith("index.md") else name.removesuffix(".md") + "/"
        here = site_path(lang, address)
        title, description = str(meta.get("title", "")), str(meta.get("description", ""))
        card = card_of(say, address, title, description)
        meta = {key: html.escape(value) if isinstance(value, str) else value for key, value in meta.items()}
        meta |= {
            "twin": relative(here, site_path(other_lang(lang), address)),
            "alternates": {each: absolute(site_url, each, address) for each in LANGS},
            "made_up": False,
            "preview": tags(say, site_url, address, title, description, card),
        }
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
        try:
            body = with_section_notices(edition, address, f"{docs.name}/{lang}/{name}", body)
            body = with_inserts(body, edition, address)
        except UnknownInsert as unknown:
            raise BadInsert(f"{docs.name}/{lang}/{name}", str(unknown)) from None
        body = with_notices(edition, address, body)
        found.append(Page(address, f"---\n{front}---\n\n{body}", card))
    return found


def _split(text: str) -> tuple[dict[str, object], str]:
    """A page's front matter and its body."""
    if not text.startswith("---\n"):
        return {}, text
    front, _, body = text[4:].partition("\n---\n")
    meta = yaml.load(front, Loader=LOADER)  # noqa: S506 (a safe one)
    return (meta if isinstance(meta, dict) else {}), body.lstrip("\n")


def asset_files(docs: Path) -> dict[str, bytes]:
    """path -> bytes of `docs/assets/`."""
    folder = docs / "assets"
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
