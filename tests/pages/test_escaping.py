"""Data are never read as markup: whatever a text holds, readers see it as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import TODAY, built_once, netral, small_project
from tests.site.reading import addresses, page, spaced, visible

from netral.digest import pact_digest
from netral.load import load

MARK = "QZX"
HOSTILE = (
    f"""{MARK} <b class="evil">x</b> <script>alert(1)</script> <!-- c --> & &amp; &lt; {{{{ 7*7 }}}} {{% raw %}} {{# k }}"""
    r""" *y* **yy** _z_ __zz__ `q` [l](https://evil.example/) ![i](https://evil.example/i.png) <https://evil.example>"""
    r""" [[w]] [^1] | a | b | ~~s~~ $n$ \* \\ {#k} {: .evil} ::: +++ === --- "d" 'e' 1. # h"""
)
#: Fields of one language whose text is as free as any other.
PHRASES = {"citation", "cite", "article", "publisher", "number", "gazette", "contact", "place"}


def poisoned(value: Any, key: str = "") -> Any:
    """`value` with HOSTILE behind every text that people read."""
    if isinstance(value, dict):
        text = set(value) == {"id", "en"} and all(isinstance(each, str) for each in value.values())
        return {name: f"{each} {HOSTILE}" if text else poisoned(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, key) for each in value]
    return f"{value} {HOSTILE}" if key in PHRASES and isinstance(value, str) else value


def write_poisoned(data: Path) -> None:
    for path in sorted(data.glob("*.yaml")):
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(yaml.safe_dump(poisoned(records), allow_unicode=True, sort_keys=False), encoding="utf-8")
    path = data / "pacts.yaml"
    text = path.read_text(encoding="utf-8")
    for pact in load(data).dataset.pacts:
        text = text.replace(pact.digest, pact_digest(pact))
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def poisoned_site(shared: Path) -> Path:
    def build(folder: Path) -> Path:
        project = small_project(folder)
        write_poisoned(project / "data")
        ran = netral("build", "--as-of", TODAY, "--out", "site", cwd=project)
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    return built_once(shared, "poisoned", build)


def test_the_poison_is_in_every_kind_of_record(poisoned_site: Path) -> None:
    loaded = load(poisoned_site.parent / "data")
    assert loaded.problems == ()
    for _, item in loaded.dataset:
        assert MARK in str(item), item.id


def test_every_text_is_shown_as_it_was_written(poisoned_site: Path) -> None:
    seen = 0
    for name in addresses(poisoned_site):
        (body,) = page(poisoned_site, name).xpath("//body")
        for element in body.iter():
            if not isinstance(element.tag, str) or MARK not in (element.text_content() or ""):
                continue
            if any(isinstance(child.tag, str) and MARK in child.text_content() for child in element):
                continue
            text = visible(element)
            assert text.count(MARK) == text.count(spaced(HOSTILE)), (name, text)
            seen += 1
    assert seen > 150


def test_no_text_becomes_an_element_or_a_link(poisoned_site: Path) -> None:
    for name in addresses(poisoned_site):
        tree = page(poisoned_site, name)
        assert tree.xpath("//*[contains(@class, 'evil')]") == [], name
        assert tree.xpath("//a[contains(@href, 'evil.example')] | //img[contains(@src, 'evil')]") == [], name
        assert [script for script in tree.xpath("//script") if "alert(1)" in (script.text or "")] == [], name
        assert tree.xpath("//main//article//b | //main//article//em") == [], name
        assert "49" not in {word for e in tree.xpath("//article") for word in visible(e).split()}, name


def test_titles_and_descriptions_are_as_written(poisoned_site: Path) -> None:
    tree = page(poisoned_site, "en/instansi/instansi-rekaan/")
    assert spaced(tree.findtext(".//title")) == spaced(f"Rekaan City {HOSTILE} - Netral")
    (description,) = tree.xpath("//meta[@name='description']/@content")
    assert spaced(description) == spaced(f"A city that does not exist. {HOSTILE}")
