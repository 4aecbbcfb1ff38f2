"""The file that tells a host its headers: its rules, its limits, and its paths below a path."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from tests.conftest import SUB_URL

from netral.headers import HEADERS, MOST_RULES, WIDEST, headers_file, headers_for
from netral.policy import Policy, policy_of

ROOT_RULES = headers_file(Policy(), "https://rekaan.example/")


def test_every_page_is_sent_the_policy_and_may_not_be_framed() -> None:
    for path in ("/", "/en/sanksi/", "/404.html", "/api/v1/acts.json"):
        sent = headers_for(ROOT_RULES, path)
        assert sent["Content-Security-Policy"] == f"{Policy()}; frame-ancestors 'none'"
        assert sent["X-Frame-Options"] == "DENY"
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Referrer-Policy"] == "no-referrer"
        assert sent["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in sent["Permissions-Policy"]


def test_only_files_that_never_change_are_kept_for_long() -> None:
    assert "immutable" in headers_for(ROOT_RULES, "/en/assets/stylesheets/main.0.css")["Cache-Control"]
    for path in ("/", "/assets/netral.css", "/api/v1/acts.json", "/aturan/assets/stylesheets/"):
        assert "Cache-Control" not in headers_for(ROOT_RULES, path)


def test_other_sites_may_read_the_data() -> None:
    for path in ("/api/v1/index.json", "/api/v1/acts.json", "/schemas/pacts.json"):
        assert headers_for(ROOT_RULES, path)["Access-Control-Allow-Origin"] == "*"
    for path in ("/", "/sanksi/", "/api", "/assets/netral.css", "/instansi/banten/tanda-tangan/"):
        assert "Access-Control-Allow-Origin" not in headers_for(ROOT_RULES, path)


def test_below_a_path_the_rules_are_about_that_path_and_no_other() -> None:
    rules = headers_file(Policy(), SUB_URL)
    assert "Content-Security-Policy" in headers_for(rules, "/sub/path/sanksi/")
    assert "immutable" in headers_for(rules, "/sub/path/assets/javascripts/bundle.0.js")["Cache-Control"]
    assert headers_for(rules, "/") == headers_for(rules, "/sub/other/") == {}


def said_of(path: str) -> list[str]:
    """Every header that some rule says of a path, as often as it is said."""
    blocks = [block.splitlines() for block in re.split(r"(?m)^(?=/)", ROOT_RULES) if block]
    return [line.strip() for rule, *lines in blocks if fnmatch(path, rule) for line in lines]


def test_two_rules_never_say_the_same_header() -> None:
    names = [line.partition(":")[0].strip() for line in ROOT_RULES.splitlines() if line.startswith(" ")]
    apart = {"Cache-Control", "Access-Control-Allow-Origin"}  # said of folders that lie apart
    assert sorted(set(names) - apart) == sorted(name for name in names if name not in apart)
    for path in ("/api/v1/acts.json", "/schemas/pacts.json", "/assets/javascripts/bundle.0.js"):
        told = [line for line in said_of(path) if line.partition(":")[0] in apart]
        assert len(told) == 1


@pytest.mark.parametrize("below", ["", "sub/path/"])
def test_the_file_of_a_built_site_lets_every_page_run_and_keeps_to_its_limits(
    below: str, site: Path, sub_path_site: Path
) -> None:
    folder = sub_path_site if below else site
    text = (folder / HEADERS).read_text(encoding="utf-8")
    sent = headers_for(text, f"/{below}en/sanksi/")["Content-Security-Policy"]
    pages = sorted(folder.rglob("*.html"))
    assert pages
    needed = {digest for page in pages for digest in policy_of(page.read_text(encoding="utf-8")).scripts}
    assert {digest for digest in needed if digest not in sent} == set()
    assert max(map(len, text.splitlines())) <= WIDEST
    assert sum(line.startswith("/") for line in text.splitlines()) <= MOST_RULES
