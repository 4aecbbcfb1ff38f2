"""The papers of every round that has a text: rounds -> PDF. The caller writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netral.addresses import pact_paper_path, pledge_sheet_path, signing_sheet_path
from netral.exports.paper_sheet import pact_sheet, pledge_sheet, signing_sheet
from netral.exports.press import Press
from netral.pages.page import Edition
from netral.problems import Lang
from netral.signable import signable, spoken
from netral.versions import PactText

__all__ = ["paper_files"]


def paper_files(press: Press, both: Mapping[Lang, Edition]) -> dict[Lang, dict[str, bytes]]:
    """For each language: path below its folder -> PDF.

    A sheet that many people share, on a table or at a roll call, is in Indonesian; the English site hands out the same
    file. The pact of one person has an English edition, with a translation below every part.
    """
    first = both["id"]
    wanted: list[tuple[str, tuple[Lang, ...], str, dict[str, Any]]] = []
    for agency in first.dataset.agencies:
        for round_ in agency.rounds:
            text = signable(first.dataset, round_)
            if isinstance(text, PactText):
                path = pact_paper_path(agency.id, round_.id)
                for lang, edition in both.items():
                    wanted.append((path, (lang,), "pact.typ", pact_sheet(edition, agency, round_, text)))
                path = signing_sheet_path(agency.id, round_.id)
                wanted.append((path, tuple(both), "signing.typ", signing_sheet(first, agency, round_, text)))
            if (pledge := spoken(first.dataset, round_)) is not None:
                path = pledge_sheet_path(agency.id, round_.id)
                wanted.append((path, tuple(both), "pledge.typ", pledge_sheet(first, agency, pledge)))
    made = press.each(lambda want: press.pdf(want[2], want[3], want[3]["link"]), wanted)
    files: dict[Lang, dict[str, bytes]] = {lang: {} for lang in both}
    for (path, langs, _, _), pdf in zip(wanted, made, strict=True):
        for lang in langs:
            files[lang][path] = pdf
    return files
