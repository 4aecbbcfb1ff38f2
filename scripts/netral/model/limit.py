"""Limit: a number of disclosure control, with the reason why it is that number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netral.model.base import Record, Text

__all__ = ["Limit"]


class Limit(Record):
    """A record of disclosure.yaml.

    group: groups with fewer people than this are protected. cell: the smallest number of people that may be told of
    in such a group, and the most a mark may hide. alone: groups smaller than this are never shown by themselves.
    """

    id: Literal["group", "cell", "alone"]
    value: Annotated[int, Field(ge=2, le=10_000)]
    reason: Text
