"""The YAML of a new agency: valid as it stands, with nothing claimed that nobody has said yet."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from netral.catalogue import labels

__all__ = ["NewAgency", "agency_block", "source_block"]


@dataclass(frozen=True, slots=True)
class NewAgency:
    """What must be known of an agency to have a page."""

    id: str
    name_id: str
    name_en: str
    level: str
    region_code: str

    @property
    def source_id(self) -> str:
        """The id of the source its skeleton leans on: what its adder knows."""
        return f"keterangan-{self.id}"


def agency_block(agency: NewAgency, today: dt.date) -> str:
    """The record for agencies.yaml."""
    about = {lang: labels(lang)("skeleton.about") for lang in ("id", "en")}
    return f"""- id: {_word(agency.id)}
  name:
    id: {_quoted(agency.name_id)}
    en: {_quoted(agency.name_en)}
  level: {agency.level}
  region_code: {_quoted(agency.region_code)}
  region_code_sources: [{_word(agency.source_id)}]
  about:
    id: {_quoted(about["id"])}
    en: {_quoted(about["en"])}
  instruments: []
  sanctions_stated: []
  channels: []
  sources: [{_word(agency.source_id)}]
  confidence: medium
  checked_on: {today.isoformat()}
"""


def source_block(agency: NewAgency) -> str:
    """The record for sources.yaml: says that the adder is the source, until a better one is written in its place."""
    title = {
        "id": labels("id")("skeleton.source", name=agency.name_id),
        "en": labels("en")("skeleton.source", name=agency.name_en),
    }
    note = {lang: labels(lang)("skeleton.source_note") for lang in ("id", "en")}
    return f"""- id: {_word(agency.source_id)}
  kind: own-reading
  publisher: null
  title:
    id: {_quoted(title["id"])}
    en: {_quoted(title["en"])}
  url: null
  note:
    id: {_quoted(note["id"])}
    en: {_quoted(note["en"])}
"""


def _word(text: str) -> str:
    """An id as it stands, or quoted where it is no plain word: the check then says what is wrong with it."""
    return text if text.replace("-", "").isalnum() and text.isascii() and not text.isdigit() else _quoted(text)


def _quoted(text: str) -> str:
    """`text` in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
