"""An answer to the steps behind its sanctions, as `acts.json` names them."""

from __future__ import annotations

from typing import Any

from netral.model.act import Answer
from netral.model.chain import LINKS
from netral.model.dataset import Dataset
from netral.sanctioned import by_ladder, steps_for

__all__ = ["chain_of"]


def chain_of(dataset: Dataset, answer: Answer) -> list[dict[str, Any]]:
    """The steps behind an answer's sanctions: of each ladder, which items of its chain in `sanctions.json`."""
    found = []
    for name, parts in by_ladder(answer.sanctions).items():
        ladder = dataset.sanction_refs[name][0]
        chosen = [id(step) for _, step in steps_for(ladder.chain, parts)] if ladder.chain else []
        links: dict[str, list[int]] = {
            link: [n for n, step in enumerate(getattr(ladder.chain, link, ())) if id(step) in chosen] for link in LINKS
        }
        found.append({"ladder": name, **links})
    return found
