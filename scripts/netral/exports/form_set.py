"""All files of an agency's forms in one flat folder: XLSForms, PDFs, a page that explains them, and their digests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from netral.addresses import pact_paper_path, signing_sheet_path
from netral.exports.form_readme import README, readme
from netral.exports.papers import paper_files
from netral.exports.press import Press
from netral.exports.store import Store
from netral.exports.xlsform import xlsform
from netral.model.agency import Agency, Round
from netral.pages.page import Edition
from netral.problems import Lang
from netral.versions import PactText

__all__ = ["CHECKSUMS", "form_set", "strangers"]

#: One line for each other file, as `sha256sum` writes and checks it.
CHECKSUMS = "checksums.txt"


def form_set(
    both: Mapping[Lang, Edition], agency: Agency, rounds: Sequence[tuple[Round, PactText]], store: Store
) -> dict[str, bytes]:
    """name -> content. `rounds` are those with a text that can be signed; the bytes are those of the site."""
    alone = agency.model_copy(update={"rounds": tuple(round_ for round_, _ in rounds)})
    small = {lang: replace(each, dataset=replace(each.dataset, agencies=(alone,))) for lang, each in both.items()}
    papers = paper_files(Press(store), small)
    files: dict[str, bytes] = {}
    for round_, text in rounds:
        files[f"pakta-{round_.id}.xlsx"] = xlsform(both["id"].dataset, agency, round_, text, store)
        pact, sheet = pact_paper_path(agency.id, round_.id), signing_sheet_path(agency.id, round_.id)
        files[f"pakta-{round_.id}.pdf"] = papers["id"][pact]
        files[f"pakta-{round_.id}.en.pdf"] = papers["en"][pact]
        files[f"lembar-{round_.id}.pdf"] = papers["id"][sheet]
    names = list(files)
    for lang, edition in both.items():
        # Windows shows these in its oldest editor, which knows lines by CRLF and UTF-8 by its mark.
        files[README[lang]] = readme(edition, agency, rounds, names).replace("\n", "\r\n").encode("utf-8-sig")
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())]
    files[CHECKSUMS] = "".join(lines).encode()
    return files


def strangers(folder: Path) -> list[str]:
    """What in `folder` is not as a set of ours was written, by name: files of somebody else, or changed since."""
    try:
        text = (folder / CHECKSUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    known = {line[66:]: line[:64] for line in text.splitlines()}
    names = sorted(path.name for path in folder.iterdir() if not (path.name == CHECKSUMS and known))
    return [name for name in names if name not in known or known[name] != _digest(folder / name)]


def _digest(path: Path) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()
