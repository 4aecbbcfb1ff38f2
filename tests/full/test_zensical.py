"""The site generator can be replaced: Zensical builds the same pages from the same configuration."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.full


def build(folder: Path, engine: str) -> Path:
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    out = folder / engine
    command = [sys.executable, "-m", "netral", "build", "--demo", "--as-of", "2026-11-22", "--engine", engine]
    done = subprocess.run([*command, "--out", str(out)], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_zensical_builds_the_same_pages_as_mkdocs_and_they_pass_the_audit(tmp_path: Path) -> None:
    sites = {engine: build(tmp_path, engine) for engine in ("mkdocs", "zensical")}
    pages = {
        engine: {path.relative_to(out).as_posix() for path in out.rglob("*.html")} for engine, out in sites.items()
    }
    assert pages["zensical"] == pages["mkdocs"]
    switch = 'class="language-switch" href="../../en/instansi/banten/"'
    page = (sites["zensical"] / "instansi" / "banten" / "index.html").read_text(encoding="utf-8")
    assert switch in page.replace("\n", " ")
    for name in pages["mkdocs"]:
        tags = [told(sites[engine] / name) for engine in ("mkdocs", "zensical")]
        assert tags[0] == tags[1]
        assert len(tags[0]) == (0 if name == "404.html" else 15)


def told(page: Path) -> list[str]:
    """The tags of a page's preview, its description and its address."""
    text = page.read_text(encoding="utf-8")
    if page.name == "404.html":
        return []
    tags = re.findall(
        r'<meta (?:property="og:|name="twitter:|name="description")[^>]*|<link rel="canonical"[^>]*', text
    )
    return sorted(tag.rstrip(" /") for tag in tags)
