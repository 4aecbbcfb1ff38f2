"""Every outside address of the data, and where it stands."""

from __future__ import annotations

from netral.model.dataset import Dataset
from netral.model.link_exception import LinkException
from netral.model.place import Place
from netral.model.walk import walk

__all__ = ["KEYS", "outside_addresses"]

#: Keys that hold an address off the site.
KEYS = frozenset({"url", "url_en", "corrections"})


def outside_addresses(dataset: Dataset) -> dict[str, tuple[Place, ...]]:
    """address -> its places in the files, in their order. Made-up records lead nowhere, and are left out."""
    found: dict[str, tuple[Place, ...]] = {}
    for _, item in dataset:
        if dataset.is_made_up(item) or isinstance(item, LinkException):
            continue
        for each in walk(item):
            if each.key in KEYS and isinstance(each.value, str):
                found[each.value] = (*found.get(each.value, ()), each.place)
    return found
