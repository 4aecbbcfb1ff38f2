"""The papers to sign of 650 agencies in both languages: made at first, and asked for again when nothing changed.

`python benchmarks/papers_650.py [AGENCIES]`. Needs no network and leaves nothing behind. The agencies are invented, in
memory alone; their text is as long as a real one, because setting it is what takes the time.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from measured import Measured, measured

from netral.addresses import pact_paper_path
from netral.build import editions
from netral.exports.papers import paper_files
from netral.exports.press import Press
from netral.exports.store import Store
from netral.load import load
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.signable import signable
from netral.versions import PactText
from netral.write import write_tree

ROOT = Path(__file__).parents[1]
SECONDS, CORES, MEGABYTES = 60, 2, 500


def main(agencies: int) -> int:
    """Measure both; 1 where they take too long, or too much memory."""
    with tempfile.TemporaryDirectory() as name:
        runs = [measured([__file__, str(agencies), name], ROOT) for _ in range(2)]
    print(f"{agencies} agencies:")
    print(f"{'':24}{'seconds':>10}{'cpu':>10}{'peak MB':>10}")
    for label, run in zip(("all new", "nothing changed"), runs, strict=True):
        print(f"{label:24}{run.seconds:10.2f}{run.cpu:10.2f}{run.megabytes:10.0f}   {run.out.strip()}")
    return 1 if any(_too_much(run) for run in runs) or not runs[1].out.endswith(" 0 typeset\n") else 0


def _too_much(run: Measured) -> bool:
    return run.cpu > SECONDS * CORES or run.megabytes >= MEGABYTES


def make(agencies: int, folder: Path) -> None:
    """What a build does for the papers: typeset what its store has not, and write."""
    loaded = load(ROOT / "data", demo=False)
    model = next(a for a in loaded.dataset.agencies if any(_text(loaded.dataset, r) for r in a.rounds))
    invented = tuple(_named(model, number) for number in range(agencies))
    dataset = replace(loaded.dataset, agencies=invented)
    both = editions(dataset, dt.date(2026, 11, 22), "https://netral.example/", loaded.texts)
    kept = folder / "typeset"
    store, before = Store(kept), _entries(kept)
    papers = paper_files(Press(store), both)
    for lang, files in papers.items():
        write_tree(folder / lang, dict(files))
    store.tidy()
    assert pact_paper_path("rekaan-0", "rekaan-0") in papers["en"]
    size = sum(len(pdf) for files in papers.values() for pdf in files.values())
    made = len(_entries(kept) - before)
    print(f"{sum(map(len, papers.values()))} files, {size / 1e6:.0f} MB, {made} typeset")


def _entries(kept: Path) -> set[tuple[str, int]]:
    """The entries of a store, each with the time it was made."""
    return {(path.name, path.stat().st_mtime_ns) for path in kept.iterdir()} if kept.is_dir() else set()


def _text(dataset: Dataset, round_: Round) -> bool:
    return isinstance(signable(dataset, round_), PactText)


def _named(model: Agency, number: int) -> Agency:
    """`model` under another name, with its one round."""
    name = model.name.model_copy(update={"id": f"Kabupaten Rekaan {number}", "en": f"Made-up Regency {number}"})
    round_ = model.rounds[0].model_copy(update={"id": f"rekaan-{number}"})
    return model.model_copy(update={"id": f"rekaan-{number}", "name": name, "rounds": (round_,)})


if __name__ == "__main__":
    if len(sys.argv) > 2:  # noqa: PLR2004 (the child's call: how many, and where)
        make(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 650))
