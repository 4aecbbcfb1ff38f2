"""The PDF/UA checks are seen to fail: each breaks a good paper in one way and is told of that, and of nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
)
from tests.exports.pdf_ua import complaints

from netral.exports.press import Press
from netral.exports.store import Store

SHEET = {
    "lang": "id",
    "site": "Rekaan",
    "document": "Dokumen rekaan",
    "mark": "1 (0)",
    "about": "Rekaan",
    "kicker": "",
    "title": "Pakta rekaan",
    "agency": "Kantor rekaan",
    "identity": "Versi 1",
    "running": "Rekaan",
    "made_up": None,
    "text_title": "Teks rekaan",
    "translated": "",
    "opening": None,
    "points": [{"text": "Saya rekaan.", "translation": None}],
    "closing": None,
    "declared": "Rekaan.",
    "unit": "Unit",
    "place_date": "Tempat",
    "number": "No.",
    "columns": ["Nama", "Jabatan"],
    "signature": "Tanda tangan",
    "rows": 2,
    "rows_on_two": 3,
    "keeper": "Rekaan",
    "private": "Rekaan.",
    "qr_alt": "Kode rekaan",
    "where": "Rekaan:",
    "link": "https://rekaan.example/",
    "address": "rekaan.example",
    "foot": ["Rekaan."],
}


@pytest.fixture(scope="module")
def good() -> bytes:
    return Press(Store(None)).pdf("signing.typ", SHEET, "https://rekaan.example/")


def every(node: Any, kind: str) -> list[Any]:
    """All structure elements of a kind below `node`."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [found for each in node for found in every(each, kind)]
    if not hasattr(node, "get"):
        return []
    own = [node] if node.get("/S") == kind else []
    return own + (every(node["/K"], kind) if "/K" in node else [])


def rename(root: Any, old: str, new: str) -> None:
    for element in every(root["/StructTreeRoot"], old):
        element[NameObject("/S")] = NameObject(new)


def replace_in(stream: Any, old: bytes, new: bytes) -> None:
    stream = stream.get_object()
    before = stream.get_data()
    after = re.sub(old, new, before, count=1, flags=re.DOTALL)
    assert before != after
    stream.set_data(after)


def replace_metadata(root: Any, old: bytes, new: bytes) -> None:
    replace_in(root["/Metadata"], old, new)


def replace_content(root: Any, old: bytes, new: bytes) -> None:
    replace_in(page_of(root)["/Contents"], old, new)


def page_of(root: Any) -> Any:
    return root["/Pages"]["/Kids"][0].get_object()


def font(root: Any) -> Any:
    fonts = root["/Pages"]["/Kids"][0].get_object()["/Resources"]["/Font"]
    return fonts[min(fonts)]


def spoil_letters(root: Any) -> None:
    replace_in(font(root)["/ToUnicode"], rb"<0001> <[0-9A-F]{4}>", b"<0001> <0000>")


def pop(*way: str) -> Callable[[Any], None]:
    def do(root: Any) -> None:
        for key in way[:-1]:
            root = root[key]
        root.pop(NameObject(way[-1]))

    return do


def put(value: Any, *way: str) -> Callable[[Any], None]:
    def do(root: Any) -> None:
        for key in way[:-1]:
            root = root[key]
        root[NameObject(way[-1])] = value

    return do


def on_all(kind: str, key: str) -> Callable[[Any], None]:
    """Take `key` from every element of a kind."""

    def do(root: Any) -> None:
        found = every(root["/StructTreeRoot"], kind)
        assert found
        for element in found:
            element.pop(NameObject(key))

    return do


NO, YES = map(BooleanObject, (False, True))
BROKEN: dict[str, tuple[str, Callable[[Any], None]]] = {
    "no metadata": ("06-001", pop("/Metadata")),
    "no identification": ("06-002", lambda r: replace_metadata(r, rb"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "another part": ("06-002", lambda r: replace_metadata(r, rb"<pdfuaid:part>1<", b"<pdfuaid:part>2<")),
    "no title": ("06-003", lambda r: replace_metadata(r, rb"<dc:title>.*?</dc:title>", b"")),
    "title not to be shown": ("07-002", put(NO, "/ViewerPreferences", "/DisplayDocTitle")),
    "no word of the title": ("07-001", pop("/ViewerPreferences", "/DisplayDocTitle")),
    "no language": ("11-006", pop("/Lang")),
    "not marked": ("01-006", put(NO, "/MarkInfo", "/Marked")),
    "suspects": ("01-007", put(YES, "/MarkInfo", "/Suspects")),
    "a form": ("29-001", put(DictionaryObject(), "/AcroForm")),
    "a made-up type": ("02-001", lambda r: rename(r, "/P", "/Rekaan")),
    "a cell without a row": ("09-004", lambda r: rename(r, "/TR", "/Div")),
    "a figure without words": ("13-004", on_all("/Figure", "/Alt")),
    "a header cell without scope": ("15-003", on_all("/TH", "/A")),
    "no first heading": ("14-002", lambda r: rename(r, "/H1", "/P")),
    "a level left out": ("14-003", lambda r: rename(r, "/H2", "/H3")),
    "content no one holds": ("01-005", lambda r: replace_content(r, rb"/Span ?<</MCID 0>> ?BDC", b"/Span BMC")),
    "content not in the structure": ("01-005", lambda r: replace_content(r, rb"/MCID 0>>", b"/MCID 9999>>")),
    "an artifact inside": ("01-003", lambda r: replace_content(r, rb"(/MCID 0>> ?BDC)", rb"\1 /Artifact BMC EMC")),
    "tagged inside an artifact": (
        "01-004",
        lambda r: replace_content(r, rb"/Artifact BMC", b"/Artifact BMC /Span <</MCID 0>> BDC EMC"),
    ),
    "letters not told": ("31-027", lambda r: font(r).pop(NameObject("/ToUnicode"))),
    "a letter that is none": ("31-028", spoil_letters),
    "a font not inside": (
        "31-009",
        lambda r: font(r)["/DescendantFonts"][0].get_object().pop(NameObject("/FontDescriptor")),
    ),
    "order of links": ("28-009", lambda r: page_of(r).pop(NameObject("/Tabs"))),
    "a link without words": ("28-012", lambda r: page_of(r)["/Annots"][0].get_object().pop(NameObject("/Contents"))),
    "a link outside": ("28-011", lambda r: rename(r, "/Link", "/Span")),
}


def test_a_good_paper_has_nothing_wrong(good: bytes) -> None:
    assert complaints(good) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told(name: str, good: bytes) -> None:
    code, spoil = BROKEN[name]
    writer = PdfWriter(clone_from=io.BytesIO(good))
    spoil(writer.root_object)
    out = io.BytesIO()
    writer.write(out)
    assert {complaint[:6] for complaint in complaints(out.getvalue())} == {code}


def test_without_any_structure_all_of_it_is_told(good: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(good))
    writer.root_object.pop(NameObject("/StructTreeRoot"))
    out = io.BytesIO()
    writer.write(out)
    assert {complaint[:6] for complaint in complaints(out.getvalue())} == {"01-005", "28-011"}


def test_an_encrypted_paper_is_told(good: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(good))
    writer.encrypt(user_password="", owner_password="rekaan", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "26-001" in {complaint[:6] for complaint in complaints(out.getvalue())}
