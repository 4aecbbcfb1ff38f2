"""Gate: a printed page loses nothing: no text of the screen, no address of a source, nothing at its side."""

from __future__ import annotations

from collections import Counter

import pypdfium2
from playwright.sync_api import Page
from tests.browser.layout import layout_complaints
from tests.browser.visible import MAIN, visible_texts

#: A4 with margins of 10 mm, in CSS pixels.
WIDTH, HEIGHT = 718, 1047
MARGIN = "10mm"


def paper_complaints(page: Page, own: tuple[str, ...]) -> list[str]:
    """What the open page loses when it is printed on A4. `own` are the addresses of the site itself."""
    on_screen = visible_texts(page)
    outside = page.locator(f"{MAIN} a[href^=http]").evaluate_all(
        "links => links.map(link => [link.href, link.getAttribute('href')])"
    )
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.emulate_media(media="print")
    hidden = Counter(on_screen) - Counter(visible_texts(page))
    complaints = [f"not on paper: «{text}»" for text in hidden]
    complaints += layout_complaints(page)
    printed = pdf_text(page)
    words = {word for text in on_screen for word in text.split()}
    complaints += [f"not in the PDF: «{word}»" for word in sorted(words) if squeezed(word) not in printed]
    complaints += [
        f"address not printed: {written}"
        for full, written in sorted(set(map(tuple, outside)))
        # A browser spells an address its own way (`https://a.example` becomes `https://a.example/`).
        if not full.startswith(own) and squeezed(full) not in printed and squeezed(written) not in printed
    ]
    return complaints


def pdf_text(page: Page) -> str:
    """The text of the page printed on A4, without any space: a PDF breaks lines wherever it must.

    PDFium takes a hyphen at the end of a line for one that only breaks a word, and writes a control character.
    """
    margin = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    with pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin)) as pdf:
        return squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in pdf).replace("\x02", "-"))


def squeezed(text: str) -> str:
    """`text` without white space, and with the letters that a PDF joins taken apart."""
    joined = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": ""}
    return "".join("".join(joined.get(letter, letter) for letter in text).split())
