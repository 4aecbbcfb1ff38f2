"""What people chose for the rule poster may stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netral.model.act import Act
from netral.model.channel import Channel, Deadline
from netral.model.dataset import Dataset
from netral.model.sanction import Ladder
from netral.onposter import obstacle
from netral.problems import Problem

__all__ = ["check_poster"]


def check_poster(dataset: Dataset, as_of: dt.date) -> Iterator[Problem]:
    """Each choice has one sure answer on the day, or on the day it was last checked where that is later.

    A site of an earlier day is built from the same data; that the law was another then is no fault of theirs.
    """
    for kind in ("acts", "sanctions", "channels"):
        for item in dataset.of_kind(kind):
            if isinstance(item, (Act, Ladder, Channel)):
                day = max(as_of, item.checked_on)
                chosen: tuple[Act | Ladder | Deadline, ...]
                chosen = item.deadlines if isinstance(item, Channel) else (item,)
                for record in chosen:
                    yield from _problems(item.id, record, day)


def _problems(name: str, record: Act | Ladder | Deadline, day: dt.date) -> Iterator[Problem]:
    if record.poster is None:
        return
    reason = obstacle(record, day)
    if reason is not None:
        place = record.poster.at.value("cites") if reason == "basis" else record.at.key("poster")
        yield Problem("C008", place, {"what": name, "day": day.isoformat()}, reason)
