"""The papers to sign lie on the site of both languages, for rounds with a text and for no others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from netral.addresses import pact_paper_path, pledge_sheet_path, signing_sheet_path, site_path
from netral.catalogue import LANGS
from netral.identity import mark
from netral.model.dataset import Dataset
from netral.problems import Lang
from netral.signable import signable, spoken
from netral.versions import PactText


@pytest.mark.parametrize("lang", LANGS)
def test_the_papers_of_every_text_are_published_and_no_others(lang: Lang, site: Path, dataset: Dataset) -> None:
    wanted: dict[str, PactText] = {}
    for agency, round_ in dataset.rounds.values():
        text, pledge = signable(dataset, round_), spoken(dataset, round_)
        if isinstance(text, PactText):
            wanted[pact_paper_path(agency.id, round_.id)] = text
            wanted[signing_sheet_path(agency.id, round_.id)] = text
        if pledge:
            wanted[pledge_sheet_path(agency.id, round_.id)] = pledge
    folder = site / site_path(lang, "")
    papers = {path.relative_to(folder).as_posix() for path in (folder / "instansi").rglob("*.pdf")}
    assert {path for path in papers if not path.endswith("/poster.pdf")} == set(wanted)
    for path, text in wanted.items():
        info = PdfReader(io.BytesIO((folder / path).read_bytes())).metadata
        assert info is not None
        assert info["/Keywords"] == mark(text.version, text.digest)
