"""A workbook to the XForm that services make of it, and what stands in that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pyxform.xls2xform import convert

XFORMS = "{http://www.w3.org/2002/xforms}"
JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class XForm:
    """An XForm, and what pyxform warned of."""

    text: str
    tree: Any
    warnings: list[str]

    def said(self, lang: str) -> dict[str, str]:
        """id of a text -> the text, in a language named as ODK names it."""
        return {
            each.get("id"): each.findtext(f"{XFORMS}value")
            for each in self.tree.iterfind(f".//{XFORMS}translation[@lang='{lang}']/{XFORMS}text")
        }


def xform_of(workbook: bytes) -> XForm:
    warnings: list[str] = []
    text = convert(xlsform=workbook, warnings=warnings).xform
    return XForm(text, etree.fromstring(text.encode()), warnings)


def read_again(label: str) -> str:
    """A label as people read it: without what keeps its signs from being taken for markup."""
    return re.sub(r"\\([\\*_#])", r"\1", label.replace(JOINER, ""))
