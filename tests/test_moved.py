"""A renamed record is still found at its old addresses, in both languages, and is no news in feed and calendar."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from tests.conftest import ROOT, SUB_URL, Ran, build_small, built_once, small_project
from tests.site.reading import LANGS, twin

from netral.audit.moved import audit_moved
from netral.audit.site import read_site
from netral.build import editions
from netral.exports.calendar import calendar_file
from netral.exports.change_feed import change_feed
from netral.load import Loaded, load
from netral.moved import first_id, old_ids

DAY = "2024-09-22"
#: file, id, kind, new id
RENAMED = (
    ("acts", "bersorak-rekaan"),
    ("agencies", "instansi-rekaan"),
    ("elections", "pemilu-rekaan"),
    ("channels", "kanal-rekaan"),
    ("sanctions", "tangga-rekaan"),
)
CHANGES = "  changes:\n    - {day: 2024-02-01, kind: major, note: {id: 'Kini lain.', en: 'It differs now.'}}\n"
PAGES = ("boleh-tidak/bersorak-rekaan/", "instansi/instansi-rekaan/")


def rename(data: Path) -> None:
    """Every record of RENAMED, and whatever names it, with -baru behind its id; and what says so."""
    for path in data.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "acts.yaml":
            text += CHANGES
        for _, name in RENAMED:
            text = text.replace(name, f"{name}-baru")
        path.write_text(text.replace("-baru-lama", "-lama"), encoding="utf-8")
    for path in [*data.rglob("instansi-rekaan.csv")]:
        path.rename(path.with_name("instansi-rekaan-baru.csv"))
    lines = [f"- {{id: {name}, kind: {kind}, to: {name}-baru, since: 2024-03-01}}\n" for kind, name in RENAMED]
    lines[0] = lines[0].replace("}", ", reason: {id: 'Nama <lama> keliru.', en: 'The old name was <wrong>.'}}", 1)
    (data / "redirects.yaml").write_text("".join(lines), encoding="utf-8")


@pytest.fixture(scope="session")
def renamed(shared: Path) -> Path:
    """The small site, below a path, after five records of it were renamed."""

    def build(folder: Path) -> Path:
        project = small_project(folder)
        rename(project / "data")
        ran: Ran = build_small("--as-of", DAY, "--site-url", SUB_URL, cwd=project)
        assert ran.code == 0, ran.out + ran.err
        return project / "site"

    return built_once(shared, "renamed", build)


def loaded(folder: Path, *, new: bool) -> Loaded:
    shutil.copytree(ROOT / "tests/good", folder)
    if new:
        rename(folder)
    else:
        path = folder / "acts.yaml"
        path.write_text(path.read_text(encoding="utf-8") + CHANGES, encoding="utf-8")
    found = load(folder)
    assert found.problems == ()
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("old", PAGES)
def test_the_old_address_leads_to_the_new_one_without_scripts_and_below_a_path(
    old: str, lang: str, renamed: Path
) -> None:
    address = twin(lang, old)
    new = f"{SUB_URL}{address.rstrip('/')}-baru/"
    text = (renamed / address / "index.html").read_text(encoding="utf-8")
    tree = html.document_fromstring(text)
    (refresh,) = tree.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh.startswith("0; url=../")
    links = [refresh.removeprefix("0; url="), *tree.xpath("//body//a/@href")]
    assert [urljoin(SUB_URL + address, link) for link in links] == [new, new]
    assert tree.xpath("//link[@rel='canonical']/@href") == [new]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//script | //style | //*[@style]") == []
    assert "default-src 'none'" in text
    assert tree.get("lang") == lang
    assert (renamed / address.replace("-rekaan/", "-rekaan-baru/") / "index.html").is_file()
    assert SUB_URL + address not in (renamed / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_a_reason_is_told_as_text(lang: str, renamed: Path) -> None:
    text = (renamed / twin(lang, PAGES[0]) / "index.html").read_text(encoding="utf-8")
    assert ("Nama &lt;lama&gt; keliru." if lang == "id" else "The old name was &lt;wrong&gt;.") in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("where", ["kalender/#pemilu-rekaan", "lapor/#kanal-rekaan", "sanksi/#tangga-rekaan"])
def test_an_old_anchor_stands_where_the_record_is_told(where: str, lang: str, renamed: Path) -> None:
    address, _, name = where.partition("#")
    tree = html.document_fromstring((renamed / twin(lang, address) / "index.html").read_text(encoding="utf-8"))
    for anchor in (name, f"{name}-baru"):
        assert len(tree.xpath("//*[@id=$id]", id=anchor)) == 1


def test_programs_are_told(renamed: Path) -> None:
    moved = json.loads((renamed / "api/v1/index.json").read_text(encoding="utf-8"))["moved"]
    assert [(each["kind"], each["id"], each["to"]) for each in moved] == [(k, n, f"{n}-baru") for k, n in RENAMED]
    assert moved[0]["url"] == {lang: f"{SUB_URL}{twin(lang, PAGES[0]).rstrip('/')}-baru/" for lang in LANGS}
    assert moved[0]["since"] == "2024-03-01"


def test_the_audit_sees_an_old_address_that_leads_nowhere(renamed: Path, tmp_path: Path) -> None:
    """Of the site as it is the build's own audit found nothing: it would not be there."""
    broken = shutil.copytree(renamed, tmp_path / "site")
    wrong, gone = (broken / twin(lang, PAGES[0]) / "index.html" for lang in LANGS)
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("-baru/", "/"), encoding="utf-8")
    gone.unlink()
    found = [(problem.code, problem.place.file, problem.variant) for problem in audit_moved(read_site(broken))]
    assert found == [
        ("S011", f"{PAGES[0]}index.html", ""),
        ("S011", f"en/{PAGES[0]}index.html", "missing"),
    ]


def test_a_new_id_is_no_news(tmp_path: Path) -> None:
    texts: list[list[bytes]] = []
    for new in (False, True):
        found = loaded(tmp_path / str(new), new=new)
        edition = editions(found.dataset, dt.date.fromisoformat(DAY), SUB_URL, {})["id"]
        lines = [*change_feed(edition).encode().split(b"<"), *calendar_file(edition).splitlines()]
        texts.append([line for line in lines if line.startswith((b"id>urn", b"UID"))])
    assert texts[0] == texts[1]
    assert len(texts[0]) > 2


def test_the_first_of_several_names_counts(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    loaded(folder, new=False)
    (folder / "redirects.yaml").write_text(
        "- {id: kedua, kind: acts, to: bersorak-rekaan, since: 2024-05-01}\n"
        "- {id: pertama, kind: acts, to: bersorak-rekaan, since: 2024-03-01}\n",
        encoding="utf-8",
    )
    dataset = load(folder).dataset
    assert old_ids(dataset, "acts", "bersorak-rekaan") == ("pertama", "kedua")
    assert first_id(dataset, "acts", "bersorak-rekaan") == "pertama"
    assert first_id(dataset, "pacts", "pakta-rekaan") == "pakta-rekaan"
