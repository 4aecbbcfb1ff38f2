"""`/aturan/` and a page per regulation: what it says, whether it holds, what replaced it, who leans on it."""

from __future__ import annotations

from collections.abc import Mapping

from netral import asof
from netral.model.base import Basis, Text
from netral.model.dataset import Dataset
from netral.model.regulation import LawStatus, Regulation
from netral.model.walk import walk
from netral.pages.json_ld import json_ld
from netral.pages.legislation import legislation
from netral.pages.page import Edition, Page
from netral.pages.template import render_page

__all__ = ["law_page", "laws_page", "users_of_provisions"]

#: Groups of the index, in reading order; a kind missing here would lose its regulations, so a test counts them.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "uu": ("uu",),
    "pp": ("pp", "perpres"),
    "skb": ("skb", "kepmen"),
    "se": ("se", "surat"),
    "lembaga": ("perbkn", "pkpu", "perbawaslu"),
    "mk": ("putusan-mk",),
    "ruu": ("ruu",),
}

Uses = Mapping[str, list[tuple[str, Text]]]


def users_of_provisions(dataset: Dataset) -> Uses:
    """provision or regulation ref -> (address, name) of each act and ladder that cites it, each once."""
    uses: dict[str, list[tuple[str, Text]]] = {}
    named = [(f"boleh-tidak/{act.id}/", act.statement, act) for act in dataset.acts]
    ladders = [(f"sanksi/#{ladder.id}", ladder.name, ladder) for ladder in dataset.sanctions]
    for address, name, record in [*named, *ladders]:
        for found in walk(record):
            if isinstance(found.value, Basis) and found.value.provision:
                entries = uses.setdefault(found.value.provision, [])
                if all(address != known for known, _ in entries):
                    entries.append((address, name))
    return uses


def laws_page(edition: Edition) -> Page:
    """The index of regulations, grouped by kind, each with its status on the day."""
    dataset = edition.dataset
    groups = []
    for key, kinds in GROUPS.items():
        members = [law for law in dataset.regulations if law.kind in kinds]
        if members:
            groups.append((key, [(law, _status(edition, law)) for law in members]))
    return render_page(
        edition,
        "regulations",
        "aturan/",
        title=edition.say("laws.title"),
        headline=edition.say("laws.headline"),
        description=edition.say("laws.description"),
        groups=groups,
    )


def law_page(edition: Edition, law: Regulation, uses: Uses) -> Page:
    """One regulation with its provisions."""
    dataset, lang = edition.dataset, edition.lang
    parts = [
        (part, asof.provision_status(dataset, law, part, edition.day), uses.get(f"{law.id}/{part.id}", []))
        for part in law.provisions
    ]
    agency = dataset.ids["agencies"].get(law.local_to or "")
    replaces = [old for old in dataset.regulations if law.id in old.replaced_by]
    return render_page(
        edition,
        "regulation",
        f"aturan/{law.id}/",
        title=law.citation,
        description=f"{law.citation}: {getattr(law.title, lang)}",
        law=law,
        status=_status(edition, law),
        parts=parts,
        agency=agency,
        replaces=replaces,
        described=json_ld(told) if (told := legislation(edition, law)) else None,
    )


def _status(edition: Edition, law: Regulation) -> LawStatus:
    laws = edition.dataset.law_refs
    return asof.law_status(law, edition.day, [laws[ref] for ref in law.amended_by])
