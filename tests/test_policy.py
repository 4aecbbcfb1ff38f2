"""A page gets a policy that lets the theme's own scripts run, and nothing that came with the text of the page."""

from __future__ import annotations

from netral.policy import Policy, policy_of, script_digest, with_policy

#: From the specification of Content Security Policy, level 3.
KNOWN = ("alert('Hello, world.');", "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=")


def scripts(html: str) -> set[str]:
    return set(policy_of(html).scripts)


def test_a_script_is_allowed_by_the_digest_browsers_know() -> None:
    assert script_digest(KNOWN[0]) == KNOWN[1]
    assert scripts(f"<head><script>{KNOWN[0]}</script></head>") == {KNOWN[1]}
    assert f"script-src 'self' '{KNOWN[1]}';" in str(policy_of(f"<SCRIPT type=module>{KNOWN[0]}</SCRIPT >"))


def test_a_script_over_several_lines_is_read_as_browsers_read_it() -> None:
    assert script_digest("satu()\r\ndua()\rtiga()") == script_digest("satu()\ndua()\ntiga()")
    assert scripts("<script>\nsatu()\n</script>") == {script_digest("\nsatu()\n")}


def test_files_and_data_need_no_digest() -> None:
    assert scripts('<script src="a.js"></script>') == set()
    assert scripts('<script id="__config" type="application/json">{"a": 1}</script>') == set()
    assert scripts("<script type='application/ld+json'>{}</script>") == set()


def test_what_only_may_be_data_gets_one() -> None:
    assert scripts('<script type="importmap">{}</script>') == {script_digest("{}")}
    assert scripts('<script type="text/javascript">satu()</script>') == {script_digest("satu()")}


def test_nothing_in_the_text_of_a_page_may_run() -> None:
    theme = "<script>tema()</script>"
    for injected in (
        "<p><script>sisip()</script></p>",
        "</article><script>sisip()</script>",
        "</article></main><script>sisip()</script><article>",
        "<!-- </article> --><script>sisip()</script>",
    ):
        html = f"<head>{theme}</head><body><main><article>{injected}</article></main>{theme}</body>"
        assert scripts(html) == {script_digest("tema()")}


def test_the_policy_comes_behind_the_charset_and_before_all_else() -> None:
    policy = Policy(frozenset({KNOWN[1]}))
    page = '<head>\n<meta charset="utf-8">\n<script src="a.js"></script></head>'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert with_policy(page, policy) == page.replace('"utf-8">', f'"utf-8">{meta}')
    assert with_policy("<head><title>Rekaan</title></head>", policy) == "<head><title>Rekaan</title></head>"


def test_nothing_is_allowed_unless_it_is_named() -> None:
    text = str(Policy())
    assert text.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert text.endswith("base-uri 'none'; form-action 'none'")
    assert "unsafe" not in text
    assert "*" not in text


def test_a_page_with_a_form_names_where_it_goes() -> None:
    together = Policy(forms=frozenset({"https://formulir.example"})) | Policy(frozenset({KNOWN[1]}))
    assert str(together).endswith("form-action https://formulir.example")
    assert KNOWN[1] in str(together)


def test_the_same_scripts_give_the_same_bytes_in_any_order() -> None:
    both = ["<script>satu()</script>", "<script>dua()</script>"]
    assert str(policy_of("".join(both))) == str(policy_of("".join(reversed(both))))
