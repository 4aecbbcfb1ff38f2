"""Whatever way a policy is loosened, the audit tells; and what it says of a page is read from the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from netral.audit import audit
from netral.headers import HEADERS, MOST_RULES, headers_file
from netral.policy import Policy, policy_of, script_digest, with_policy

STRICT = str(Policy())
PAGE = '<!doctype html>\n<html lang="id"><head><meta charset="utf-8"></head>\n<body>\n{}\n</body>\n</html>\n'


def told(folder: Path, policy: str, body: str = "<p>Depan</p>") -> list[tuple[str, str, str]]:
    page = PAGE.format(body).replace(
        'charset="utf-8">', f'charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    )
    (folder / "index.html").write_text(page, encoding="utf-8")
    return [(p.code, p.variant, p.values.get("part", "")) for p in audit(folder)]


def test_the_strict_policy_is_let_through(tmp_path: Path) -> None:
    assert told(tmp_path, STRICT) == []


@pytest.mark.parametrize(
    ("policy", "part"),
    [
        (STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), "script-src 'self' 'unsafe-inline'"),
        (STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"), "script-src 'self' 'unsafe-eval'"),
        (STRICT.replace("script-src 'self'", "script-src 'self' https:"), "script-src 'self' https:"),
        (STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), "style-src 'self' 'unsafe-inline'"),
        (STRICT.replace("img-src 'self' data:", "img-src *"), "img-src *"),
        (STRICT.replace("default-src 'none'", "default-src 'self'"), "default-src 'self'"),
        (STRICT.replace("form-action 'none'", "form-action https://lain.example"), "form-action https://lain.example"),
        (STRICT.replace("base-uri 'none'; ", ""), "base-uri"),
        (STRICT.replace("worker-src 'self'", "worker-src"), "worker-src"),
        (f"{STRICT}; frame-src https://lain.example", "frame-src https://lain.example"),
        # A browser goes by the first of two, whatever the second says.
        (f"script-src *; {STRICT}", "script-src *"),
        (STRICT.replace("script-src", "SCRIPT-SRC data:; script-src"), "script-src data:"),
    ],
)
def test_a_policy_that_allows_more_is_told(policy: str, part: str, tmp_path: Path) -> None:
    assert told(tmp_path, policy) == [("S008", "loose", part)]


def test_an_injected_script_fails_the_build_even_where_it_was_not_escaped(tmp_path: Path) -> None:
    html = PAGE.format("<script>tema()</script><article><p></article><script>sisip()</script></p></article>")
    (tmp_path / "index.html").write_text(with_policy(html, policy_of(html)), encoding="utf-8")
    assert [(p.code, p.values["part"]) for p in audit(tmp_path)] == [("S009", "<script>sisip()")]


def test_a_host_that_would_stop_the_pages_scripts_is_told(tmp_path: Path) -> None:
    policy = Policy(frozenset({script_digest("tema()")}))
    body = "<script>tema()</script>"
    (tmp_path / HEADERS).write_text(headers_file(policy, "https://rekaan.example/a/"), encoding="utf-8")
    assert told(tmp_path, str(policy), body) == []
    (tmp_path / HEADERS).write_text(headers_file(Policy(), "https://rekaan.example/a/"), encoding="utf-8")
    assert told(tmp_path, str(policy), body) == [("S008", "host", "")]


@pytest.mark.parametrize("rules", ["", "/sanksi/\n  X-Frame-Options: DENY\n"])
def test_headers_without_a_policy_for_all_pages_are_told(rules: str, tmp_path: Path) -> None:
    (tmp_path / HEADERS).write_text(rules, encoding="utf-8")
    assert ("S008", "loose", "default-src") in told(tmp_path, STRICT)


def test_more_rules_than_a_host_takes_are_told(tmp_path: Path) -> None:
    rules = headers_file(Policy(), "https://rekaan.example/")
    more = "".join(f"/berkas-{n}\n  X-Rekaan: ya\n" for n in range(MOST_RULES - rules.count("\n/") - 1))
    (tmp_path / HEADERS).write_text(rules + more, encoding="utf-8")
    assert told(tmp_path, STRICT) == []
    (tmp_path / HEADERS).write_text(f"{rules}{more}/lagi\n  X-Rekaan: ya\n", encoding="utf-8")
    assert told(tmp_path, STRICT) == [("S008", "long", "")]
