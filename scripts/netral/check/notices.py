"""The notice of a form: nothing is left out, and each item says which article asks for it, or that none does."""

from __future__ import annotations

from collections.abc import Iterator

from netral.model.form import ITEMS, Notice, NoticeItem
from netral.problems import Problem

__all__ = ["LAW", "check_notice"]

#: The law that notices rest on.
LAW = "uu-27-2022"
_CONSENT = f"{LAW}/pasal-20-ayat-2-huruf-a"
_GROUNDS = f"{LAW}/pasal-20-ayat-2-huruf-"
#: What this article lists must be told where consent is the ground, and only there.
_BY_CONSENT = f"{LAW}/pasal-21"


def check_notice(notice: Notice) -> Iterator[Problem]:
    """Every item is there; each basis is an article of the law or good practice, and asks for what it is said to."""
    items = dict(notice.told)
    for key in ITEMS:
        if key not in items:
            yield Problem("T009", notice.at.key(key), {}, key)
    ground = items.get("legal_basis")
    consent = ground is not None and ground.basis.provision == _CONSENT
    if ground is not None and consent:
        yield Problem("T010", ground.basis.at.value("provision"))
    for key, item in items.items():
        yield from _basis(key, item, consent=consent)


def _basis(key: str, item: NoticeItem, *, consent: bool) -> Iterator[Problem]:
    basis = item.basis
    values = {"item": key, "cite": basis.cite}
    of_law = basis.provision is not None and basis.provision.startswith(f"{LAW}/")
    if key == "legal_basis" and not (basis.provision or "").startswith(_GROUNDS):
        yield Problem("T011", basis.at.value("provision"), values, "ground")
    elif item.good_practice and basis.provision is not None:
        yield Problem("T011", basis.at.value("provision"), values, "practice")
    elif not item.good_practice and not of_law:
        yield Problem("T011", basis.at.value("cite"), values)
    elif of_law and not consent and (basis.provision or "").startswith(_BY_CONSENT):
        yield Problem("T011", basis.at.value("provision"), values, "consent")
