"""The link of each service, letter by letter as a public example writes it, in both languages."""

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from netral.forms import form_link, services
from netral.identity import mark

#: What an agency's page knows of a round; the values of the public examples stand in for them.
VERSION = mark("2", "fd2eb47b5ccc" + "0" * 52)


def link(form, values, lang="id"):
    return form_link(services()[form.service], form, values, lang)


def query(address):
    return parse_qsl(urlsplit(address).query)


def test_google_forms_as_in_an_issue_of_google_apps_script_snippets(form):
    """https://github.com/oshliaer/google-apps-script-snippets/issues/17"""
    example = (
        "https://docs.google.com/forms/d/e/1FAIpQLScdJPrXSFDyUZCi17JJDl1QxVSzi4b2mzpZdEJtLREActUMgQ/viewform"
        "?usp=pp_url&entry.1854759972=q1&entry.1109661125=q2"
    )
    given = example.partition("?")[0] + "?usp=dialog"
    filled = form("google-forms", given, agency="entry.1854759972", pact_version="entry.1109661125")
    values = {"agency": "q1", "pact_version": "q2"}
    assert link(filled, values, "id") == example
    assert link(filled, values, "en") == example
    assert link(form("google-forms", given), values) == example.partition("?")[0]


def test_google_forms_has_a_form_for_each_language(form):
    url, english = (f"https://docs.google.com/forms/d/e/1FAIpQLS{lang}{'x' * 30}/viewform" for lang in ("id", "en"))
    both = form("google-forms", url, english, agency="entry.1", language="entry.2")
    values = {"agency": "Kabupaten Contoh"}
    assert link(both, values, "id") == f"{url}?usp=pp_url&entry.1=Kabupaten%20Contoh&entry.2=id"
    assert link(both, values, "en") == f"{english}?usp=pp_url&entry.1=Kabupaten%20Contoh&entry.2=en"


def test_microsoft_forms_as_in_an_article_on_qiita(form):
    """https://qiita.com/Rinatamu/items/f583444932cc2382e6bb"""
    example = "https://forms.office.com/Pages/ResponsePage.aspx?id=T9ssssdddC4u&rf840=Power%20Platform&ree28=Love"
    given = "https://forms.office.com/Pages/ResponsePage.aspx?id=T9ssssdddC4u&route=shorturl"
    filled = form("microsoft-forms", given, agency="rf840", unit="ree28")
    values = {"agency": "Power Platform", "unit": "Love", "pact_version": VERSION}
    assert link(filled, values, "id") == example
    assert link(filled, values, "en") == example


def test_kobotoolbox_as_in_issues_of_enketo(form):
    """https://github.com/enketo/enketo/issues/1073 (answers) and https://github.com/enketo/enketo/issues/1011 (lang)"""
    example = "https://ee.kobotoolbox.org/x/REDACTEDID?d[websites/link]=value1"
    filled = form("kobotoolbox", "https://ee.kobotoolbox.org/x/REDACTEDID", agency="websites/link")
    for lang in ("id", "en"):
        built = link(filled, {"agency": "value1"}, lang)
        assert built == f"https://ee.kobotoolbox.org/x/REDACTEDID?lang={lang}&d%5Bwebsites%2Flink%5D=value1"
        assert unquote(built).replace(f"lang={lang}&", "") == example


def test_odk_central_as_in_its_documentation(form):
    """https://github.com/getodk/docs/pull/2081; the address as in https://odk.isric.org/-/single/..., a public form"""
    given = "https://odk.isric.org/-/single/n2Sosp1gxbXLUcOelRBWsMru72DSLFb?st=pi9NCIy!c3DJ$l10"
    filled = form("odk-central", given, agency="/root/name")
    for lang in ("id", "en"):
        built = link(filled, {"agency": "odk"}, lang)
        assert query(built) == [("st", "pi9NCIy!c3DJ$l10"), ("d[/root/name]", "odk")]
        assert unquote(built) == f"{given}&d[/root/name]=odk"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_limesurvey_as_in_a_public_link_and_its_source(form, lang):
    """Public source: https://limesurvey.tech4comp.dbis.rwth-aachen.de/index.php/123152?newtest=Y&lang=en&EntryCode=...

    LimeSurvey's own: prefillFromCommandLine in application/helpers/frontend_helper.php.
    """
    given = "https://limesurvey.tech4comp.dbis.rwth-aachen.de/index.php/123152"
    filled = form("limesurvey", f"{given}?lang=de&newtest=Y", agency="EntryCode")
    assert link(filled, {"agency": "x"}, lang) == f"{given}?newtest=Y&lang={lang}&EntryCode=x"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_nextcloud_as_its_documentation_writes_the_public_link(form, lang):
    """https://github.com/nextcloud/forms, docs/Embedding.md: https://SERVER_DOMAIN/apps/forms/s/SHARE_HASH"""
    url, english = (f"https://awan.rekaan.example/apps/forms/s/{lang}naAyMppTzXwKPdssZeDPfK" for lang in ("id", "en"))
    both = form("nextcloud", url, english)
    assert link(both, {"agency": "x", "pact_version": VERSION}, lang) == {"id": url, "en": english}[lang]


def test_a_page_of_this_site_sends_to_the_address_as_it_is(form):
    url = "https://formulir.rekaan.example/terima?bagian=kepegawaian"
    assert link(form("html", url), {"agency": "x"}, "en") == url


def test_paper_has_no_address(form):
    with pytest.raises(ValueError, match="paper has no address"):
        link(form("paper", None), {})


def test_what_nobody_knows_is_left_out_and_signs_are_encoded(form):
    filled = form(
        "limesurvey", "https://survei.rekaan.example/123456", agency="instansi", unit="unit", pact_version="versi"
    )
    built = link(filled, {"agency": "Badan Ini & Itu = 100%", "unit": "", "pact_version": VERSION})
    assert built.endswith("&instansi=Badan%20Ini%20%26%20Itu%20%3D%20100%25&versi=2%20%28fd2eb47b5ccc%29")
    assert query(built)[-1] == ("versi", "2 (fd2eb47b5ccc)")


def test_nothing_of_the_given_address_is_kept_but_what_finds_the_form(form):
    given = "https://ee.kobotoolbox.org/single/Contoh12?return_url=https://x.example&lang=fr&d[nama]=A#sini"
    assert link(form("kobotoolbox", given), {}) == "https://ee.kobotoolbox.org/single/Contoh12?lang=id"
