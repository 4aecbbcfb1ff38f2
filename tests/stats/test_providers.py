"""One set of invented people, exported by every provider, comes to the same counts."""

import pytest
from tests.stats.layouts import LAYOUTS, google_forms
from tests.stats.people import MONDAY, PEOPLE, SIGNED, TOLD, answers

from netral.cli import stats_import as stats
from netral.stats.layout import delimiter_of, layout_of
from netral.stats.mapping import BASE, _shipped, providers
from netral.stats.tables import opened


def ids(layout):
    return layout.__name__ if callable(layout) else layout


@pytest.mark.parametrize(("provider", "layout"), LAYOUTS, ids=ids)
def test_every_provider_comes_to_the_same(desk, provider, layout, monkeypatch):
    seen = []
    monkeypatch.setattr(stats, "count_week", lambda *given: seen.append(count(*given)) or seen[0])
    export = layout(desk.private, answers())
    code, out, err = desk.run(export.name, from_=provider)
    assert (code, err) == (0, "")
    (week, problems) = seen[0]
    assert week.signed == {"all": SIGNED}
    assert week.headcounts == {"all": len(PEOPLE)}
    assert {problem.code: int(problem.values["count"]) for problem in problems} == TOLD
    assert week.counts.later == 1
    assert week.counts.unfinished == (2 if provider == "limesurvey" else 0)
    assert week.counts.read == len(answers()) + week.counts.unfinished
    row = f"kabupaten-demo-2024,{MONDAY},all,2,any,1,40,2024-09-22,{SIGNED},persons,provisional,Kantor Rekaan,"
    assert desk.target.read_bytes().decode().splitlines()[1:] == [row]
    assert f"{SIGNED} dari 40" in out


count = stats.count_week


def test_all_providers_are_tried():
    assert {provider for provider, _ in LAYOUTS} == set(providers())


def test_two_exports_are_counted_as_one(desk):
    sent = answers()
    google_forms(desk.private, sent[:15]).rename("a.csv")
    google_forms(desk.private, sent[15:]).rename("b.csv")
    code, out, _ = desk.run("a.csv", "b.csv")
    assert code == 0
    assert f"{SIGNED} dari 40" in out


@pytest.mark.parametrize(("provider", "layout"), LAYOUTS, ids=ids)
def test_a_wrong_provider_is_refused_with_the_likely_one(tmp_path, provider, layout):
    export = layout(tmp_path, answers())
    for name, mapping in providers().items():
        sign = delimiter_of(export, export.name, mapping)
        with opened(export, export.name, sign) as table:
            found, problems = layout_of(table, export, mapping)
        assert (found is not None) == (name == provider)
        if name == provider:
            assert problems == []
        else:
            assert [(p.code, p.variant, p.values["id"]) for p in problems] == [("I002", "likely", provider)]


def test_a_wrong_provider_writes_nothing(desk):
    code, out, _ = desk.run(from_="kobotoolbox")
    assert code == 1
    assert "google.csv:1:1: I002" in out
    assert "--from google-forms\n" in out
    assert not desk.target.exists()


def test_every_provider_says_where_its_layout_was_seen():
    records = [record for name, record in _shipped().items() if name != BASE]
    assert all(record.layout and record.checked_on for record in records)
