"""A template of `typst/` and plain values -> PDF and PNG. The same values give the same bytes.

Values reach Typst as JSON and are shown as text; no text of the data is ever read as Typst's markup. Typst brings its
own typefaces; none of the machine's are looked at, and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

import typst
from PIL import Image

from netral.exports.qr import qr_drawing
from netral.exports.store import Store

__all__ = ["Press"]

Thing = TypeVar("Thing")
Made = TypeVar("Made")

#: Changes when the steps below change what comes out of the same template and values.
_RECIPE = "1"
#: What a template imports from the same folder.
_IMPORT = re.compile(r'^#import "([a-z]+\.typ)"', re.MULTILINE)
#: How many colours a picture keeps: text in a few inks needs no more, and is a quarter as heavy with them.
_COLOURS, _COLOURS_SMALL = 128, 16
#: How many pictures one run of Typst makes.
_BATCH = 24


@cache
def _folder() -> Path:
    return Path(str(files("netral") / "typst"))


@cache
def _typefaces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


@cache
def _maker(template: str) -> str:
    """What beside the values decides the bytes: the programs, the template and what it shares with others."""
    digests = [hashlib.sha256((_folder() / name).read_bytes()).hexdigest() for name in _with_imports(template)]
    return json.dumps([_RECIPE, version("typst"), version("pillow"), digests])


def _with_imports(template: str) -> list[str]:
    """A template and all it imports, directly or not."""
    found = [template]
    for name in found:
        text = (_folder() / name).read_text(encoding="utf-8")
        found += [each for each in _IMPORT.findall(text) if each not in found]
    return found


class Press:
    """Typesets, and asks its store first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pdf(self, template: str, sheet: Any, address: str | None = None) -> bytes:
        """A tagged PDF (PDF/UA-1) without a date.

        The QR code of `address` is the template's `sys.inputs.code`, a drawing. It is drawn only for what is typeset:
        drawing hundreds takes seconds.
        """
        form = "pdf" if address is None else f"pdf {version('segno')} {address}"
        return self._kept(template, form, sheet, lambda: _pdf(template, sheet, address))

    def png(self, template: str, sheet: Any, ppi: float) -> bytes:
        """A picture of a template's one page."""
        return self._kept(template, f"png {ppi}", sheet, lambda: _pngs(template, "sheet", sheet, ppi)[0])

    def small(self, template: str, sheet: Any, ppi: float, times: int) -> bytes:
        """The same picture, so many times smaller and in fewer colours: to be shown beside a link to the large one."""
        return self._kept(
            template, f"small {ppi} {times}", sheet, lambda: _small(self.png(template, sheet, ppi), times)
        )

    def pngs(self, template: str, sheets: Sequence[Any], ppi: float) -> list[bytes]:
        """A picture for each sheet, of a template that makes a page for each."""
        form = f"png {ppi}"
        keys = [_key(template, form, sheet) for sheet in sheets]
        made = {key: kept for key in keys if (kept := self._store.get(key)) is not None}
        missing = list({key: sheet for key, sheet in zip(keys, sheets, strict=True) if key not in made}.items())
        batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]
        for batch, pictures in zip(
            batches, self.each(lambda b: _pngs(template, "sheets", [s for _, s in b], ppi), batches), strict=True
        ):
            for (key, _), picture in zip(batch, pictures, strict=True):
                self._store.put(key, picture)
                made[key] = picture
        return [made[key] for key in keys]

    @staticmethod
    def each(work: Callable[[Thing], Made], things: Iterable[Thing]) -> list[Made]:
        """`work` on all things, on all processors: Typst works outside Python's lock."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(work, things))

    def _kept(self, template: str, form: str, sheet: Any, make: Callable[[], bytes]) -> bytes:
        key = _key(template, form, sheet)
        kept = self._store.get(key)
        if kept is None:
            kept = make()
            self._store.put(key, kept)
        return kept


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _key(template: str, form: str, sheet: Any) -> str:
    return hashlib.sha256("\0".join((template, form, _maker(template), _json(sheet))).encode()).hexdigest()


def _pdf(template: str, sheet: Any, address: str | None) -> bytes:
    inputs = {"sheet": _json(sheet)} | ({"code": qr_drawing(address)} if address is not None else {})

    def made(standard: Literal["ua-1"] | None) -> bytes:
        return typst.compile(
            str(_folder() / template),
            root=str(_folder()),
            font_paths=_typefaces(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=standard,
            sys_inputs=inputs,
        )

    try:
        return made("ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        # A sign that the typefaces do not have is shown as a box; the standard allows none, the reader survives one.
        return made(None)


def _pngs(template: str, name: str, values: Any, ppi: float) -> list[bytes]:
    made: bytes | list[bytes] = typst.compile(
        str(_folder() / template),
        root=str(_folder()),
        font_paths=_typefaces(),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
        sys_inputs={name: _json(values)},
    )
    return [_light(page) for page in ([made] if isinstance(made, bytes) else made)]


def _light(png: bytes) -> bytes:
    """The same picture in a table of colours."""
    with Image.open(io.BytesIO(png)) as picture:
        return _in_table(picture, _COLOURS)


def _small(png: bytes, times: int) -> bytes:
    with Image.open(io.BytesIO(png)) as picture:
        return _in_table(picture.convert("RGB").reduce(times), _COLOURS_SMALL)


def _in_table(picture: Image.Image, colours: int) -> bytes:
    plain = picture.convert("RGB")
    few = plain.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # Colours near the paper's are told as one, a little off: the paper stays as it was.
    table, corner = few.getpalette() or [], cast("int", few.getpixel((0, 0)))
    table[3 * corner : 3 * corner + 3] = cast("tuple[int, int, int]", plain.getpixel((0, 0)))
    few.putpalette(table)
    light = io.BytesIO()
    few.save(light, "PNG", compress_level=9 if colours == _COLOURS_SMALL else 6)
    return light.getvalue()
