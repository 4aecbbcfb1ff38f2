"""`netral links` over invented data whose addresses lead to a host of this machine."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ROOT, Ran
from tests.outside.conftest import Host, host

from netral.load import load
from netral.model.dataset import Dataset
from netral.model.walk import walk
from netral.outside.addresses import KEYS, outside_addresses

__all__ = ["host"]

Links = Callable[..., Ran]
EXCEPTION = """- id: sedang-tutup
  url: {url}
  reason: {{id: 'Situsnya diperbaiki.', en: 'The site is under repair.'}}
  until: {until}
"""


@pytest.fixture
def links(tmp_path: Path, host: Host, inside: Callable[..., Ran]) -> Links:
    """The command, over tests/good with its three addresses leading to these paths of the host."""

    def run(source: str, law: str, channel: str, *options: str, exception: str = "", until: str = "2024-09-22") -> Ran:
        data = tmp_path / "data"
        shutil.copytree(ROOT / "tests/good", data, dirs_exist_ok=True)
        ways = (("sources", "kumpulan", source), ("regulations", "1-2020", law), ("channels", "lapor", channel))
        for name, old, new in ways:
            path = data / f"{name}.yaml"
            text = (ROOT / f"tests/good/{name}.yaml").read_text(encoding="utf-8")
            path.write_text(text.replace(f"https://rekaan.example/{old}", host.url(new)), encoding="utf-8")
        site = data / "site.yaml"
        text = re.sub("corrections: .*", "corrections: null", site.read_text(encoding="utf-8"))
        site.write_text(text, encoding="utf-8")
        if exception:
            text = EXCEPTION.format(url=host.url(exception), until=until)
            (data / "links.yaml").write_text(text, encoding="utf-8")
        fixed = ("--data", "data", "--as-of", "2024-09-22", "--pause", "0", "--timeout", "5", "--lang", "en")
        return inside("links", *fixed, *options, cwd=tmp_path)

    return run


def test_all_alive(links: Links, host: Host, tmp_path: Path) -> None:
    ran = links("200", "200?a", "moved", "--about", "https://rekaan.example/kami", "--json", "hasil.json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "# Outside links, 22 September 2024\n\n3 addresses were tried, at 1 hosts.\n\n"
        "**No link is dead without an exception.**\n\n## Moved (1)\n\n"
        "Still open, but better write the new address.\n\n"
        f"- `{host.url('moved')}`: has moved for good to `{host.url('200')}`. (data/channels.yaml:11)\n"
    )
    items = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))["items"]
    assert [item["group"] for item in items] == ["alive", "alive", "moved"]
    assert all("(link check; +https://rekaan.example/kami)" in asked.agent for asked in host.asked)


def test_a_dead_link_fails_and_is_told_with_its_place_also_in_the_summary(
    links: Links, host: Host, tmp_path: Path
) -> None:
    (tmp_path / "summary.md").write_text("# Before\n", encoding="utf-8")
    ran = links("404", "410", "500", "--summary", "summary.md", "--json", "hasil.json")
    assert ran.code == 1
    assert "**Links that are dead without an exception: 3.**\n\n## Dead (3)\n" in ran.out
    for line in (
        f"- `{host.url('404')}`: answered with code 404. (data/sources.yaml:10)",
        f"- `{host.url('410')}`: answered with code 410. (data/regulations.yaml:20)",
        f"- `{host.url('500')}`: answered with code 500. (data/channels.yaml:11)",
    ):
        assert line in ran.out.splitlines()
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == f"# Before\n{ran.out}"
    items = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))["items"]
    assert [(item["status"], item["group"]) for item in items] == [(404, "failed"), (410, "failed"), (500, "failed")]
    assert items[0]["places"] == ["data/sources.yaml:10:8"]


def test_an_exception_bears_with_a_dead_link_until_its_end(links: Links) -> None:
    ran = links("404", "200", "200", exception="404")
    assert ran.code == 0
    assert "## Dead, with an exception (1)" in ran.out
    assert "Exception until 22 September 2024: The site is under repair." in ran.out
    ran = links("404", "200", "200", exception="404", until="2024-09-21")
    assert ran.code == 1
    assert "## Dead (1)" in ran.out


def test_what_lives_again_or_refuses_programs_is_told_and_fails_nothing(links: Links) -> None:
    ran = links("200", "403", "200", exception="200")
    assert ran.code == 0
    assert "## Alive again (1)" in ran.out
    assert "## Closed to programs (1)" in ran.out


def test_data_that_cannot_be_read_and_files_that_cannot_be_written(links: Links, host: Host, tmp_path: Path) -> None:
    ran = links("200", "200", "200", "--json", "tidak-ada/hasil.json")
    assert (ran.code, ran.err) == (2, "netral: tidak-ada/hasil.json cannot be written\n")
    host.asked.clear()
    (tmp_path / "data" / "sources.yaml").unlink()
    shutil.copytree(tmp_path / "data", tmp_path / "lain")
    ran = links("200", "200", "200", "--data", "lain")
    assert ran.code == 1
    assert "F001" in ran.out
    assert host.asked == []


def test_every_address_of_the_real_data_is_tried_and_no_made_up_one(dataset: Dataset) -> None:
    found = outside_addresses(dataset)
    assert len(found) > 150
    real = load(ROOT / "data").dataset
    wanted = {e.value for _, item in real for e in walk(item) if e.key in KEYS and e.value is not None}
    assert set(found) == wanted
    assert not any(".example/" in url for url in found)
