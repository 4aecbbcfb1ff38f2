"""build/<lang> -> HTML: the site generator, run once per language as a program of its own.

The generator gets a small configuration that inherits the one people edit (`mkdocs.yml`, `mkdocs.en.yml`) and adds what
only this build knows: the site's address, its folders, and the texts the theme prints. No plugin and no hook holds any
logic, so another generator that reads the same file can take over.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from netral.addresses import site_path
from netral.catalogue import LANGS, Labels, labels
from netral.clock import epoch_of
from netral.pages.page import Edition
from netral.pages.wording import date_words
from netral.problems import Lang

__all__ = ["CONFIG", "Engine", "EngineFailed", "configured_url", "render"]

Engine = Literal["mkdocs", "zensical"]
#: The configuration people edit, per language.
CONFIG: Mapping[Lang, str] = {"id": "mkdocs.yml", "en": "mkdocs.en.yml"}
THEME = "scripts/netral/theme"
#: What the foot of every page leads to: address and label. The rest stands in `nav` of mkdocs.yml.
FOOTER = (
    ("poster/", "poster"),
    ("data/", "data"),
    ("perubahan/", "changes"),
    ("tentang/", "about"),
    ("panduan-admin/", "guide"),
)


@dataclass(frozen=True, slots=True)
class _Run:
    lang: Lang
    process: subprocess.Popen[str]


class EngineFailed(Exception):
    """The generator stopped with an error, or is not there; the text is its own report."""


def configured_url(root: Path) -> str:
    """`site_url` of mkdocs.yml, with a slash at its end."""
    config = yaml.safe_load((root / CONFIG["id"]).read_text(encoding="utf-8"))
    return str(config["site_url"]).rstrip("/") + "/"


def render(root: Path, build: Path, out: Path, editions: Mapping[Lang, Edition], engine: Engine) -> None:
    """Build both languages at once into `out/id` and `out/en`, which lie below `build`. Raises EngineFailed."""
    if importlib.util.find_spec(engine) is None:
        raise EngineFailed(labels(editions["id"].lang)("cli.build.no_engine", engine=engine))
    runs = [_start(root, build, out, editions[lang], engine) for lang in LANGS]
    reports = [(run, run.process.communicate()[0]) for run in runs]
    failed = [_complaints(report) for run, report in reports if run.process.returncode != 0]
    if failed:
        raise EngineFailed("\n".join(failed))


def _complaints(report: str) -> str:
    """A report without its small talk. (MkDocs' own `--quiet` would keep `--strict` from seeing warnings.)"""
    return "\n".join(line for line in report.splitlines() if line.strip() and not line.startswith("INFO"))


def _start(root: Path, build: Path, out: Path, edition: Edition, engine: Engine) -> _Run:
    lang = edition.lang
    config = build / CONFIG[lang]
    content = _configuration(root, build, out, edition)
    config.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch_of(edition.day)),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "true",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    command = [sys.executable, "-m", engine, "build", "--strict", "--config-file", str(config)]
    process = subprocess.Popen(  # noqa: S603 (our own interpreter and arguments)
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    return _Run(lang, process)


def _palette(say: Labels) -> list[dict[str, Any]]:
    """Light and dark as the reader's system has it, and the names of the buttons that change it."""
    schemes = (
        ("light", "default", "material/weather-night", "dark"),
        ("dark", "slate", "material/weather-sunny", "light"),
    )
    return [
        {
            "media": f"(prefers-color-scheme: {media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": say(f"palette.{name}")},
        }
        for media, scheme, icon, name in schemes
    ]


def _configuration(root: Path, build: Path, out: Path, edition: Edition) -> dict[str, Any]:
    lang, say = edition.lang, edition.say
    both = {each: labels(each) for each in LANGS}
    return {
        "INHERIT": os.path.relpath(root / CONFIG[lang], build),
        "site_name": say("site.short"),
        "site_description": say("site.description"),
        "site_url": edition.site_url + site_path(lang, ""),
        "docs_dir": lang,
        "site_dir": os.path.relpath(out / lang, build),
        "copyright": say(
            "site.footer", date=date_words(edition.day, say), checked=date_words(edition.checked_until, say)
        ),
        "theme": {"custom_dir": str((root / THEME).resolve()), "palette": _palette(say)},
        "extra": {
            "generator": False,
            "alternate": True,  # shows the switch; its link is the page's own, from the front matter
            "switch": say("site.switch"),
            "switch_label": say("site.switch_label"),
            "made_up": say("made_up.short"),
            "skip": say("site.skip"),
            "menu": say("site.menu"),
            "search": say("site.search"),
            "footer_label": say("footer.label"),
            "footer": [{"href": href, "name": say(f"footer.{key}")} for href, key in FOOTER],
            "not_found": [
                {
                    "lang": each,
                    "title": both[each]("notfound.title"),
                    "text": both[each]("notfound.text"),
                    "home": both[each]("notfound.home"),
                    "url": edition.site_url + site_path(each, ""),
                }
                for each in LANGS
            ],
        },
    }
