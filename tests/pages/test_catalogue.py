"""The words of the program: the same keys and blanks in both languages, each key used, none missing."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import pytest
import yaml
from tests.conftest import ROOT

from netral.addresses import RECORDS
from netral.asof import SigningStatus
from netral.bench.browser import Why
from netral.bench.questions import Kind as Wrong
from netral.blanks import USUAL
from netral.catalogue import LANGS, codes, labels
from netral.cli.ask_bench import WAYS
from netral.exports.api import RESOURCES
from netral.inhand import Reason
from netral.model.act import ActKind, Row, Verdict
from netral.model.agency import AgencyLevel, Topic
from netral.model.base import Confidence, Stage, Who, Wording
from netral.model.chain import Time
from netral.model.completion import Mark, Status
from netral.model.dataset import KINDS as DATA_KINDS
from netral.model.form import Notice
from netral.model.limit import Limit
from netral.model.pact import Pact
from netral.model.regulation import LawStatus, RegulationKind
from netral.model.sanction import LadderKind
from netral.model.service import Languages, Once
from netral.model.source import SourceKind
from netral.outside.asking import Fault
from netral.outside.report import GROUPS as OUTSIDE
from netral.pages.card import KINDS
from netral.pages.laws import GROUPS
from netral.pages.overview import DOORS, MORE
from netral.problems import Severity
from netral.render import FOOTER
from netral.signable import Unsignable
from netral.stats.changes import Kind

PACKAGE = ROOT / "scripts" / "netral"
SOURCES = {
    path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
    for suffix in ("py", "j2", "html")
    for path in sorted(PACKAGE.rglob(f"*.{suffix}"))
}
#: A label asked for by its whole key: t("law.issuer"), say('report.fix'), labels(lang)("skeleton.about").
ASKED = re.compile(r"""(?:\bt|\bsay|\blabels\([^)]*\)|\bboth\[each\])\(\s*(["'])(?P<key>[a-z_]+(?:\.[a-z0-9_]+)*)\1""")
#: A label whose last part is a value: t("verdict." ~ v), say(f"months.m{number}").
BUILT = re.compile(
    r"""(?:\bt|\bsay|\blabels\([^)]*\))\(\s*f?["'](?P<prefix>[a-z_]+(?:\.[a-z0-9_]+)*\.[a-z]?)(?:["']\s*~|\{)"""
)


def of(field: str, model: type[Any]) -> tuple[str, ...]:
    """The values a field of a record may have."""
    return get_args(model.model_fields[field].annotation)


#: prefix -> every value that may follow it.
VALUES: Mapping[str, tuple[str, ...]] = {
    "acts.depends.": ("who", "stage", "both", "case"),
    "acts.kind.": get_args(ActKind),
    "acts.row.": of("table", Row),
    "agencies.fact.": get_args(SigningStatus),
    "agencies.fact_undated.": get_args(SigningStatus),
    "agencies.fact_vote.": ("open", "closed"),
    "agencies.file.": ("pact", "sheet", "pledge"),
    "agencies.go_text.": ("pakta", "ikrar", "retold"),
    "agencies.unsignable.": tuple(reason.replace("-", "_") for reason in get_args(Unsignable)),
    "agencies.line.": ("window", "opens", "deadline"),
    "behind.": ("text", "page", "section", "read"),
    "blanks.": tuple(each.replace("-", "_") for each in USUAL),
    "calendar.entry.": ("opens", "deadline", "text"),
    "calendar.opens.": get_args(Stage),
    "calendar.stage.": (*get_args(Stage), "before", "over"),
    "chain.link.": ("decides", "objection", "appeal"),
    "chain.see.": ("keberatan", "banding", "pengadilan"),
    "chain.time.": get_args(Time),
    "changes.": ("week", "unit", "headcount", "signed", "since", "status", "mend", "look_again"),
    "changes.kind.": get_args(Kind),
    "changes.method.": ("form", "paper", "esign"),
    "changes.status_word.": get_args(Status),
    "cli.ask_bench.cannot.": get_args(Why),
    "cli.ask_bench.fault.": get_args(Wrong),
    "cli.ask_bench.lang.": LANGS,
    "cli.ask_bench.mend.": get_args(Wrong),
    "cli.ask_bench.missed.": WAYS,
    "cli.ask_bench.way.": (*WAYS, "either", "both"),
    "cli.import.marks.": tuple(Mark),
    "cli.form_check.from_page.": ("id", "en"),
    "cli.form_check.parameter.": ("own", "known", "person", "answer", "question"),
    "cli.form_export.why.": get_args(Unsignable),
    "cli.verify.": (*get_args(Reason), "instead", "missing", "extra"),
    "code.": get_args(Severity),
    "codeowners.": ("made", "nobody", "no_owners"),
    "confidence.": get_args(Confidence),
    "data.file.": tuple({*DATA_KINDS, *RESOURCES, "completion", "reviews", "index"}),
    "figures.way.": ("form", "paper", "esign"),
    "footer.": tuple(key for _, key in FOOTER),
    "home.door.": tuple(key for _, key in (*DOORS, *MORE)),
    "home.door_text.": tuple(key for _, key in (*DOORS, *MORE)),
    "law.": get_args(LawStatus),
    "law.kind.": tuple(kind.replace("-", "_") for kind in get_args(RegulationKind)),
    "laws.group.": tuple(GROUPS),
    "level.": get_args(AgencyLevel),
    "months.m": tuple(f"{month:02}" for month in range(1, 13)),
    "outside.fault.": tuple(fault for fault in get_args(Fault) if fault not in {"", "status"}),
    "outside.group.": OUTSIDE,
    "outside.mend.": OUTSIDE,
    "pacts.form.": of("form", Pact),
    "pacts.form_lead.": of("form", Pact),
    "pacts.kind.": of("kind", Pact),
    "pacts.part_name.": ("opening", "point", "closing"),
    "palette.": ("dark", "light"),
    "person.": get_args(Who),
    "preview.kind.": (*KINDS, "prose"),
    "proposal.": ("pact", "version", "digest", "status"),
    "proposal.lost.": ("where", "gone", "now"),
    "proposal.kind.": ("altered", "removed"),
    "proposal.kind.new.": ("again", "counts"),
    "proposal.kind.weighed.": ("again", "counts"),
    "record_changes.kind.": tuple(RECORDS),
    "report.": get_args(Severity),
    "report_page.": ("who_may", "must_hold", "steps", "then"),
    "report_page.group.": ("now", "unsure", "ended"),
    "reviews.list.": ("late", "soon"),
    "reviews.none.": ("late", "soon"),
    "reviews.row.": ("late", "soon"),
    "sanctions.kind.": get_args(LadderKind),
    "services.language.": get_args(Languages),
    "services.name.": ("html", "paper"),
    "services.once.": get_args(Once),
    "services.prefill.": ("yes", "no", "page"),
    "signing.": get_args(SigningStatus),
    "signing_page.notice.": tuple(key for key in Notice.model_fields if key != "at"),
    "signing_short.": get_args(SigningStatus),
    "signing_form.hint.": ("nama", "jabatan", "unit_kerja", "nip", "persetujuan"),
    "signing_form.label.": ("nama", "jabatan", "unit_kerja", "instansi", "nip", "versi_pakta", "persetujuan"),
    "signing_form.required.": ("nama", "jabatan", "unit_kerja", "nip", "persetujuan"),
    "sources.kind.": get_args(SourceKind),
    "stage.": get_args(Stage),
    "stage_short.": get_args(Stage),
    "stage_when.": (*get_args(Stage), "both"),
    "statistics.how_text.": ("people", "headcount", "week", "late", "correction", "who"),
    "statistics.limit.": of("id", Limit),
    "steps.": ("know", "sanction", "sign", "check", "report"),
    "topic.": get_args(Topic),
    "unclear.": ("acts", "sanctions", "report", "calendar"),
    "validation.checked.": ("form", "law", "figures", "people", "site"),
    "verdict.": get_args(Verdict),
    "who.": get_args(Who),
    "wording.": get_args(Wording),
    "words.who.": get_args(Who),
    "workbook.rule.": ("headcount", "headcount_date", "signed", "counted", "status"),
}
#: Prefixes under which a subtree holds nothing but those values.
WHOLE = set(VALUES) - {
    "changes.",
    "cli.verify.",
    "code.",
    "law.",
    "proposal.",
    "proposal.kind.",
    "proposal.kind.new.",
    "proposal.lost.",
    "report.",
    "report_page.",
    "footer.",
    "steps.",
}


def valued() -> set[str]:
    return {prefix + value.replace("-", "_") for prefix, values in VALUES.items() for value in values}


def asked() -> dict[str, str]:
    """Every key the sources ask for by its whole name -> a file that does."""
    return {match["key"]: name for name, text in SOURCES.items() for match in ASKED.finditer(text)}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys() -> None:
    assert labels("id").names() == labels("en").names()
    assert len(labels("id").names()) > 250


def test_each_label_has_the_same_blanks_in_both_languages() -> None:
    assert {key: blanks(labels("id")(key)) for key in labels("id").names()} == {
        key: blanks(labels("en")(key)) for key in labels("en").names()
    }


def test_no_label_is_empty_or_has_stray_space() -> None:
    for lang in ("id", "en"):
        said = {key: labels(lang)(key) for key in labels(lang).names()}
        assert [key for key, text in said.items() if not text or text != " ".join(text.split())] == []


def test_every_label_asked_for_exists() -> None:
    assert len(asked()) > 150
    assert {key: name for key, name in asked().items() if key not in labels("id").names()} == {}


def test_every_built_key_has_its_values_named_here() -> None:
    assert {match["prefix"] for text in SOURCES.values() for match in BUILT.finditer(text)} == set(VALUES)


def test_every_value_has_its_label() -> None:
    assert valued() - labels("id").names() == set()


@pytest.mark.parametrize("prefix", sorted(WHOLE))
def test_no_label_is_there_for_a_value_that_is_not(prefix: str) -> None:
    keys = {key for key in labels("id").names() if key.startswith(prefix)}
    deeper = {key for key in keys if "." in key.removeprefix(prefix)}
    assert keys - deeper == {key for key in valued() if key.startswith(prefix)} - deeper


def test_every_label_is_used() -> None:
    assert labels("id").names() - set(asked()) - valued() == set()


@cache
def catalogue(name: str) -> Any:
    return yaml.safe_load((PACKAGE / "text" / name).read_text(encoding="utf-8"))


def forms(value: Any) -> dict[str, str]:
    return {"": value} if isinstance(value, str) else value


def test_every_code_has_a_page_in_both_languages() -> None:
    assert list(catalogue("problems.id.yaml")) == list(catalogue("problems.en.yaml")) == list(codes())


@pytest.mark.parametrize("code", codes())
def test_both_pages_of_a_code_have_the_same_parts_variants_and_blanks(code: str) -> None:
    one, other = (catalogue(f"problems.{lang}.yaml")[code] for lang in ("id", "en"))
    assert set(one) == set(other) == {"title", "why", "message", "fix", "bad", "good"}
    for part in ("message", "fix"):
        shapes = [{variant: blanks(text) for variant, text in forms(page[part]).items()} for page in (one, other)]
        assert shapes[0] == shapes[1]
    assert one["bad"] != one["good"]
    assert one["title"] != other["title"]


def test_templates_hold_no_words_of_their_own() -> None:
    """Outside tags, blanks and comments a template has marks only: every word comes from the catalogue or the data."""
    found = {}
    for path in sorted((PACKAGE / "templates").glob("*.j2")):
        text = re.sub(r"\{--.*?--\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|\{#[^}]*\}|[\w-]+=\"[^\"]*\"", " ", text)
        words = re.findall(r"[^\W\d_]{2,}", text)
        if words:
            found[path.name] = words
    assert found == {}
