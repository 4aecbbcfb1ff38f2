"""Data in which every text is an attack: the invented data of tests/good, each text field of the model filled in.

The fields are found in the model itself, so a field added tomorrow is attacked tomorrow.
"""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import yaml

from netral.check.notices import LAW
from netral.digest import pact_digest, part_digests
from netral.load import load
from netral.load.completion import CONTRACT
from netral.model.base import Day, Link, Partial, Phrase, Record, Slug, Span, Text, Words
from netral.model.dataset import KINDS
from netral.model.form import GOOD_PRACTICE, ITEMS
from netral.model.regulation import Provision
from netral.versions import versions

#: What somebody might write to break out of a page, or what a reader of Markdown, Jinja or YAML might take for its own.
ATTACKS = (
    "<script>window.hacked=1</script>",
    '"><img src=x onerror=window.hacked=1>',
    "' onmouseover='window.hacked=1",
    "{{ 7*7 }} {% raw %} {# komentar #} ${7*7}",
    "[x](javascript:window.hacked=1) ![x](x.png) [y][z] [^1] <javascript:window.hacked=1>",
    "*a* _b_ **c** __d__ `e` ``f`` ~~g~~ ==h== ^^i^^",
    "# h",
    "&lt;b&gt; &amp;amp; &#60;i&#62; &copy",
    "{#id} {: .x } {.y}",
    '--8<-- "f"',
    "</div></blockquote></section></article>",
    "<!-- x",
    "]]> --> */ <?php ?>",
    "\\ \\\\ \\< \\`",
    "| a | b |",
    "- c",
    "1. d",
    "---",
    "===",
    "    kode",
    "```",
    "!!! note",
    "??? x",
    "*[HTML]: x",
    "[z]: https://jahat.example/",
    "javascript:window.hacked=1",
    "http://jahat.example/ //jahat.example @siapa :tada:",
    "%00 %3Cscript%3E \\u003cscript\\u003e",
    "</title></style></textarea></script>",
)
#: A ground for processing data which no check doubts.
GROUND = "pasal-20-ayat-2-huruf-e"
#: Names of accounts: what is none is refused (A003), and no page shows them.
ACCOUNTS = frozenset({"maintainers", "owners"})
#: Written by a grammar: what is no citation is refused (C030 to C035), so no attack comes through.
CITED = frozenset({"Basis.cite", "Provision.article", "Regulation.citation", "Regulation.number"})
#: What is put where one of them is new.
NEW = {
    "Basis": {"cite": "Peraturan Rekaan 1/2020 Pasal 1", "provision": "rekaan-1-2020/pasal-1", "printed": True},
    "Provision": {"id": "pasal-9", "article": "Pasal 9"},
}


class Planted(NamedTuple):
    """A text of the data: its field, the language it is for (None: both), and the words."""

    field: str
    lang: str | None
    words: str


class Garden:
    """Fills records with attacks and remembers what was planted where."""

    def __init__(self) -> None:
        self.planted: list[Planted] = []
        self._number = count(1)

    def text(self, field: str, lang: str | None) -> str:
        """An attack of its own: each begins with another, some on one line, some with a line for each."""
        number = next(self._number)
        turn = number % len(ATTACKS)
        parts = [*ATTACKS[turn:], f"T{number}{lang or ''}", *ATTACKS[:turn]]
        words = (" ", "\n", "\n\n")[number % 3].join(parts)
        self.planted.append(Planted(field, lang, words))
        return words

    def fill(self, model: type[Record], record: dict[str, Any]) -> None:
        """Replace each text of `record`, and give it those it lacks."""
        for name, hint in get_type_hints(model, include_extras=True).items():
            info = model.model_fields.get(name)
            if info is None or name in {"at", *ACCOUNTS} or f"{model.__name__}.{name}" in CITED:
                continue
            key, form = info.alias or name, _without_none(hint)
            filled = self._filled(form, record.get(key), f"{model.__name__}.{name}", _lang_of(model, name))
            if filled is not None:
                record[key] = filled

    def _filled(self, form: Any, value: Any, field: str, lang: str | None) -> Any:
        if form == Phrase:
            return self.text(field, lang)
        if form is Text:
            return {each: self.text(field, each) for each in ("id", "en")}
        if _is_record(form) and (value or _holds_text(form)):
            record = value or _blank(form)
            self.fill(form, record)
            return record
        if get_origin(form) is tuple:
            item = get_args(form)[0]
            if item in (Phrase, Text) or (_is_record(item) and (value or _holds_text(item))):
                return [self._filled(item, each, field, lang) for each in (value or [None])]
        return None


def plant(source: Path, target: Path) -> list[Planted]:
    """Write the data of `source` to `target` with an attack in each text, and tell them all."""
    garden = Garden()
    there = {kind: source / f"{kind}.yaml" for kind in KINDS}
    data = {
        kind: yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else [] for kind, file in there.items()
    }
    data["regulations"][0]["provisions"].append(
        _blank(Provision)
    )  # the first one backs an answer, so it stays in force
    for kind, model in KINDS.items():
        for record in data[kind]:
            garden.fill(model, record)
    for law in data["regulations"]:  # what is suspended is no basis
        for part in law["provisions"]:
            if part["id"] in {"pasal-1", GROUND}:
                del part["suspended"]
    # A suspended level may back no answer; a round signs the version that its pact has.
    data["acts"][0]["answers"][0]["sanctions"] = ["tangga-rekaan", "tangga-instansi-rekaan/satu/peringatan"]
    data["sanctions"][1]["in_force"] = {"from": "2020-02-01"}
    del data["sanctions"][1]["levels"][0]["suspended"]
    # An answer names its sanction or says why there is none.
    del data["acts"][0]["answers"][0]["no_sanction"]
    _choose_for_the_poster(data)
    pact, round_ = data["pacts"][0], data["agencies"][0]["rounds"][0]
    round_["pact_version"] = pact["version"]
    # The first version changed nothing; what a notice rests on, and what a link fills in, is no free text.
    del pact["past"][0]["change"]
    round_["signing"] |= {"opens": "2026-01-01", "deadline": "2026-12-31"}
    round_["form"] = _form(garden, round_["must_sign"])
    _write(target, data)
    shutil.copy(source / CONTRACT, target / CONTRACT)
    before, now = versions(load(target).dataset.pacts[0])
    pact["past"][0]["digest"] = pact_digest(before)
    pact |= {"digest": pact_digest(now), "parts": list(part_digests(now))}
    _write(target, data)
    written = {words for kind in data for words in _strings(data[kind])}
    return [planted for planted in garden.planted if planted.words in written]


def _form(garden: Garden, who: list[str]) -> dict[str, Any]:
    """An open form on a page of the site, every item of its notice an attack."""
    notice = {}
    for name in ITEMS:
        basis = {"cite": GOOD_PRACTICE, "provision": None}
        if name == "legal_basis":
            basis = {"cite": "UU 27/2022 Pasal 20 ayat (2) huruf e", "provision": f"{LAW}/{GROUND}"}
        text = {each: garden.text("NoticeItem.text", each) for each in ("id", "en")}
        notice[name] = {"text": text, "basis": basis}
    return {"service": "html", "url": "https://rekaan.example/kirim", "may_sign": [*who], "notice": notice}


def _choose_for_the_poster(data: dict[str, Any]) -> None:
    """The poster shows one act and one ladder; what it would leave off is not chosen: no page has its text."""
    basis = [data["acts"][0]["answers"][0]["basis"][0]["provision"]]
    data["acts"][0]["answers"][0]["who"] = ["pns", "pppk"]
    for record in (data["acts"][0], data["sanctions"][0]):
        record["poster"]["cites"] = basis
    others = [*data["acts"][1:], *data["sanctions"][1:]]
    for record in [*others, *(limit for channel in data["channels"] for limit in channel["deadlines"])]:
        del record["poster"]


def _write(target: Path, data: dict[str, Any]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for kind, records in data.items():
        content = yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=10_000)
        (target / f"{kind}.yaml").write_text(content, encoding="utf-8")


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for each in value.values() for found in _strings(each)]
    if isinstance(value, list):
        return [found for each in value for found in _strings(each)]
    return [value] if isinstance(value, str) else []


def _lang_of(model: type[Record], name: str) -> str | None:
    return name if model is Words else None


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return hint


def _is_record(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, Record)


def _holds_text(model: type[Record]) -> bool:
    forms = [_without_none(hint) for hint in get_type_hints(model, include_extras=True).values()]
    forms += [get_args(form)[0] for form in forms if get_origin(form) is tuple]
    return any(form in (Phrase, Text) for form in forms)


def _blank(model: type[Record]) -> dict[str, Any]:
    """The least that `model` asks for, its texts still to come."""
    record: dict[str, Any] = {}
    for name, hint in get_type_hints(model, include_extras=True).items():
        info = model.model_fields.get(name)
        if info is not None and name != "at" and info.is_required():
            record[info.alias or name] = _least(hint)
    return record | NEW.get(model.__name__, {})


def _least(hint: Any) -> Any:
    form = _without_none(hint)
    if form is not hint:
        return None
    if get_origin(form) is Literal:
        return get_args(form)[0]
    plain = {Slug: "tambahan", Link: "https://rekaan.example/", Partial: "2020-03-01", Day: "2020-03-01", bool: False}
    for each, value in plain.items():
        if form == each:
            return value
    if form is Span:
        return {"from": "2020-03-01"}
    if get_origin(form) is tuple:
        return ["sumber-rekaan"]
    return 1 if "int" in str(form) else None
