"""What a program can tell of PDF/UA-1 (ISO 14289-1) from a file, after the Matterhorn Protocol: bytes -> complaints.

A complaint begins with the number of the protocol's failure condition. Of those a machine can tell, these are not
looked at here: the insides of fonts (31-001 to 31-018, 31-030), glyph by glyph; tables whose cells span others
(15-004). A file with scripts, forms, media, embedded files or optional content is complained of as a whole.
Whether the order, the headings, the alternate texts and the languages make sense no program can tell (the protocol's
"human" conditions): a person has to listen to a file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, NullObject

__all__ = ["complaints"]

_DC = "{http://purl.org/dc/elements/1.1/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DRAWS = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"S",
    b"s",
    b"f",
    b"F",
    b"f*",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"Do",
    b"sh",
    b"INLINE IMAGE",
}
_STANDARD = frozenset(
    f"/{name}"
    for line in (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6",
        "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot",
        "Ruby RB RT RP Warichu WT WP Figure Formula Form",
    )
    for name in line.split()
)
#: Which parents a structure element may have, where not any.
_PARENTS = {
    "/LI": {"/L"},
    "/Lbl": {"/LI", "/Note", "/BibEntry", "/TOCI"},
    "/LBody": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
    "/TFoot": {"/Table"},
}
_TOGETHER = {"/JavaScript", "/AA", "/AcroForm", "/OCProperties", "/Collection", "/EmbeddedFiles"}


def complaints(pdf: bytes) -> list[str]:
    """Everything that is wrong; empty for a good file."""
    reader = PdfReader(io.BytesIO(pdf))
    return [*_document(reader), *_structure(reader), *_content(reader), *_fonts(reader), *_annotations(reader)]


def _document(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    yield from _metadata(root)
    shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    if shown is None:
        yield "07-001 does not say that the title is to be shown"
    elif not _true(shown):
        yield "07-002 says that the title is not to be shown"
    if not str(root.get("/Lang", "")).strip():
        yield "11-006 no language of the document"
    marked = root.get("/MarkInfo", {})
    if not _true(marked.get("/Marked")):
        yield "01-006 not marked as tagged"
    if _true(marked.get("/Suspects")):
        yield "01-007 has suspects"
    if reader.is_encrypted:
        yield "26-001 encrypted"
    for key in sorted(_TOGETHER & set(root)):
        yield f"29-001 has {key}"


def _metadata(root: Any) -> Iterator[str]:
    if "/Metadata" not in root:
        yield "06-001 no XMP metadata"
        return
    tree = ET.fromstring(root["/Metadata"].get_object().get_data())
    part = [e.text for e in tree.iter(_UA)] + [e.get(_UA) for e in tree.iter() if e.get(_UA)]
    if part != ["1"]:
        yield "06-002 metadata do not say PDF/UA-1"
    if not any((li.text or "").strip() for title in tree.iter(f"{_DC}title") for li in title.iter(f"{_RDF}li")):
        yield "06-003 no title in the metadata"


def _true(value: Any) -> bool:
    """A PDF's false is an object, and so not false to Python."""
    return bool(getattr(value, "value", value))


def _elements(reader: PdfReader) -> Iterator[tuple[str, Any, str]]:
    """Structure elements in reading order: (type, element, type of the parent)."""
    root: Any = reader.trailer["/Root"]
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return
    names = tree.get("/RoleMap", {})

    def walk(kids: Any, parent: str) -> Iterator[tuple[str, Any, str]]:
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            element = kid.get_object() if hasattr(kid, "get_object") else kid
            if hasattr(element, "get") and "/S" in element:
                kind = str(names.get(element["/S"], element["/S"]))
                yield kind, element, parent
                yield from walk(element.get("/K", []), kind)

    yield from walk(tree.get("/K", []), "")


def _structure(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    if "/StructTreeRoot" not in root:
        yield "01-005 no structure"
        return
    last = 0
    for kind, element, parent in _elements(reader):
        if kind not in _STANDARD:
            yield f"02-001 {kind} is no standard type"
        if kind in _PARENTS and parent not in _PARENTS[kind]:
            yield f"09-004 {kind} in {parent}"
        if kind == "/Figure" and not str(element.get("/Alt", element.get("/ActualText", ""))).strip():
            yield "13-004 a figure without alternate text"
        if kind == "/TH" and not any(entry.get("/Scope") for entry in _attributes(element)):
            yield "15-003 a header cell without scope"
        if kind[:2] == "/H" and kind[2:].isdigit():
            level = int(kind[2:])
            if not last and level != 1:
                yield "14-002 the first heading is not of level 1"
            elif level > last + 1:
                yield f"14-003 level {last} is followed by level {level}"
            last = level


def _attributes(element: Any) -> list[Any]:
    found = element.get("/A", [])
    return [entry.get_object() for entry in (found if isinstance(found, list) else [found])]


def _owned(reader: PdfReader) -> set[tuple[int, int]]:
    """(page, number) of all marked content that the structure holds."""
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages) if page.indirect_reference}
    found = set()
    for _, element, _ in _elements(reader):
        own = element.raw_get("/Pg").idnum if "/Pg" in element else None
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            entry = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(entry, int) and own is not None:
                found.add((pages[own], int(entry)))
            elif hasattr(entry, "get") and "/MCID" in entry:
                page = entry.raw_get("/Pg").idnum if "/Pg" in entry else own
                found.add((pages[page], int(entry["/MCID"])))
    return found


def _content(reader: PdfReader) -> Iterator[str]:
    owned = _owned(reader)
    for number, page in enumerate(reader.pages):
        used, bare = set(), False
        #: For each open mark: "artifact", the number of tagged content, or None.
        marks: list[str | int | None] = []
        for operands, operator in _operations(reader, page):
            if operator in {b"BMC", b"BDC"}:
                mark: str | int | None = "artifact" if operands[0] == "/Artifact" else None
                properties = operands[1] if operator == b"BDC" else {}
                if isinstance(properties, dict) and "/MCID" in properties:
                    mark = int(properties["/MCID"])
                    used.add((number, mark))
                if mark == "artifact" and any(isinstance(m, int) for m in marks):
                    yield f"01-003 page {number + 1}: an artifact inside tagged content"
                if isinstance(mark, int) and "artifact" in marks:
                    yield f"01-004 page {number + 1}: tagged content inside an artifact"
                marks.append(mark)
            elif operator == b"EMC":
                marks.pop()
            elif operator in _DRAWS and not any(mark is not None for mark in marks):
                bare = True
        if bare or used - owned:
            yield f"01-005 page {number + 1}: content that is neither tagged nor an artifact"


def _operations(reader: PdfReader, page: PageObject) -> list[tuple[Any, bytes]]:
    contents = page.get_contents()
    return ContentStream(contents, reader).operations if contents is not None else []


def _fonts(reader: PdfReader) -> Iterator[str]:
    seen = set()
    for page in reader.pages:
        fonts: Any = page.get("/Resources", {}).get("/Font", {})
        for name in fonts:
            font = fonts[name]
            family = str(font.get("/BaseFont"))
            if family in seen:
                continue
            seen.add(family)
            if "/ToUnicode" not in font:
                yield f"31-027 {family} does not tell its letters"
            elif any(bad in _letters(font) for bad in ("\0", "\ufeff", "\ufffe", "\ufffd")):
                yield f"31-028 {family} tells a letter that is none"
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
                yield f"31-009 {family} is not embedded"


def _letters(font: Any) -> str:
    """What a font's table of letters tells: the last of each row of codes, in UTF-16."""
    table = font["/ToUnicode"].get_object().get_data()
    blocks = re.findall(rb"beginbf(?:char|range)(.*?)endbf", table, re.DOTALL)
    ends = [row.rsplit(b"<", 1)[-1].split(b">")[0] for block in blocks for row in block.splitlines() if b"<" in row]
    return "".join(bytes.fromhex(end.decode()).decode("utf-16-be", "replace") for end in ends)


def _annotations(reader: PdfReader) -> Iterator[str]:
    held = {
        kid["/Obj"].indirect_reference.idnum: kind
        for kind, element, _ in _elements(reader)
        for kid in _kids(element)
        if hasattr(kid, "get") and kid.get("/Type") == "/OBJR"
    }
    for number, page in enumerate(reader.pages, 1):
        annotations = page.get("/Annots") or []
        if annotations and page.get("/Tabs", NullObject()) != "/S":
            yield f"28-009 page {number}: the order of links is not that of the structure"
        for reference in annotations:
            annotation = reference.get_object()
            if not str(annotation.get("/Contents", "")).strip():
                yield f"28-012 page {number}: a link that does not say where it leads"
            if held.get(reference.idnum) not in {"/Link", "/Annot"}:
                yield f"28-011 page {number}: a link outside the structure"


def _kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return [
        kid.get_object() if hasattr(kid, "get_object") else kid
        for kid in (found if isinstance(found, list) else [found])
    ]
