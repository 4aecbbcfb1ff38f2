"""A Vega-Lite description -> the inside of an SVG element. The same description gives the same text.

What comes out carries no style, no script, no words but those of the description, and no colour but `currentColor`:
`docs/assets/netral.css` colours it by its classes, so that it is right by day, by night and on paper.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

import vl_convert
from lxml import etree
from lxml.etree import _Element as Element

from netral.exports.store import Store

__all__ = ["Draw", "Easel", "draw"]

Spec = Mapping[str, Any]
#: A description -> what stands inside the SVG element. The description names width and height.
Draw = Callable[[Spec], str]

#: Changes when the steps below change what comes out of the same description.
_RECIPE = "1"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
#: Where things lie is said by the description alone: measuring words depends on the typefaces of a machine.
_CONFIG: Spec = {
    "view": {"stroke": None},
    "mark": {"aria": False},
    "rule": {"color": "currentColor"},
    "line": {"color": "currentColor"},
    "point": {"color": "currentColor"},
    "text": {"color": "currentColor", "fontSize": 12},
    "axis": {
        "aria": False,
        "domain": False,
        "gridColor": "currentColor",
        "labelColor": "currentColor",
        "labelFontSize": 12,
        "labelOverlap": False,
        "labelPadding": 6,
        "labelBound": False,
        "labelFlush": False,
        "ticks": False,
        "tickColor": "currentColor",
        "title": None,
    },
}
#: What shapes need. All else is the library's own: roles and names in English, for programs, and what never shows.
_KEPT = frozenset(
    {"d", "fill", "font-size", "font-weight", "stroke", "stroke-dasharray", "stroke-width", "text-anchor"}
    | {"transform", "x", "x1", "x2", "y", "y1", "y2", "width", "height"}
)
_CLASS = re.compile(r"\w+_marks|role-axis-\w+")
_LONG = re.compile(r"-?\d+\.\d{2,}")


class Easel:
    """Draws, and asks its store first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, spec: Spec) -> str:
        """The drawing of `spec`, as `draw` makes it."""
        key = hashlib.sha256(f"chart\0{_RECIPE}\0{version('vl-convert-python')}\0{_text(spec)}".encode()).hexdigest()
        kept = self._store.get(key)
        if kept is None:
            kept = draw(spec).encode()
            self._store.put(key, kept)
        return kept.decode()


def draw(spec: Spec) -> str:
    """The drawing of `spec`: marks of `aria: false`, at the sizes it names, in classes `<name>_marks` of its layers."""
    return _drawn(_text(spec))


def _text(spec: Spec) -> str:
    return json.dumps(spec, ensure_ascii=False, sort_keys=True)


@cache
def _drawn(text: str) -> str:
    whole = {
        "$schema": _SCHEMA,
        "autosize": {"type": "none"},
        "background": None,
        "config": _CONFIG,
        **json.loads(text),
    }
    root = etree.fromstring(vl_convert.vegalite_to_svg(whole).encode())
    _tidy(root)
    return "".join(etree.tostring(child, encoding="unicode") for child in root)


def _tidy(root: Element) -> None:
    """Leave what is seen: no namespaces, no roles and names of the library's own, no hidden shapes, no empty groups."""
    hidden = [element for element in root.iter() if _hidden(element)]
    for element in root.iter():
        _bare(element)
    for element in [*hidden, *reversed(list(root.iter("g")))]:
        parent = element.getparent()
        if parent is not None and (element in hidden or len(element) == 0):
            parent.remove(element)
        elif parent is not None and set(element.attrib) <= {"transform"} and _still(element):
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
    etree.cleanup_namespaces(root)


def _hidden(element: Element) -> bool:
    return element.get("display") == "none" or "background" in (element.get("class") or "").split()


def _bare(element: Element) -> None:
    """Keep of an element what its shape needs, and the class that a style sheet knows it by."""
    element.tag = etree.QName(element).localname
    classes = [name for name in (element.get("class") or "").split() if _CLASS.fullmatch(name)]
    for name, value in list(element.attrib.items()):
        if name in _KEPT:
            element.set(name, _LONG.sub(_short, str(value)))
        else:
            del element.attrib[name]
    if classes:
        element.set("class", " ".join(classes))


def _short(number: re.Match[str]) -> str:
    """A place to a tenth of a pixel: nobody sees more."""
    return f"{float(number.group()):.1f}".removesuffix(".0")


def _still(element: Element) -> bool:
    return element.get("transform") in {None, "translate(0,0)"}
