"""The three numbers of disclosure control, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from netral.model.dataset import Dataset

__all__ = ["Limits", "limits_of"]


@dataclass(frozen=True, slots=True)
class Limits:
    """In persons. `data/disclosure.yaml` says why each is what it is."""

    #: Groups of fewer people than this are protected.
    group: int
    #: The fewest people that may be told of in a protected group, and the most that a mark may hide.
    cell: int
    #: Groups of fewer people than this have no row.
    alone: int


#: What holds where `disclosure.yaml` cannot be read: a fault in that file must not open the figures.
_STRICT = Limits(group=100, cell=5, alone=10)


def limits_of(dataset: Dataset) -> Limits:
    """The limits the data set; one that is missing there has its usual value."""
    values = {limit.id: limit.value for limit in dataset.disclosure}
    return Limits(
        group=values.get("group", _STRICT.group),
        cell=values.get("cell", _STRICT.cell),
        alone=values.get("alone", _STRICT.alone),
    )
