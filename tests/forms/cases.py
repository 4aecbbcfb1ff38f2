"""Rounds whose forms are made in the tests: the real one, the made-up one, and variants of it that strain a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from netral.digest import pact_digest
from netral.exports.store import Store
from netral.exports.xlsform import xlsform
from netral.model.agency import Agency, Round
from netral.model.base import Text
from netral.model.completion import Unit
from netral.model.dataset import Dataset
from netral.model.pact import Pact
from netral.signable import signable
from netral.versions import PactText

#: What a form, a spreadsheet or a browser might take for something else.
HOSTILE = (
    "=HYPERLINK(\"http://jahat.example\";'x')",
    "${nama} dan $${jabatan} ${tidak ada}",
    '<script>alert(1)</script> <b>tebal</b> <span style="color:red">merah</span> </value>',
    "*miring* **tebal** _garis_ __tebal__ # judul `kode` ~~~",
    "# Judul",
    "- butir",
    "+62",
    "@tabel",
    "> kutipan",
    "12. dua belas",
    "[tautan](http://jahat.example) [x]: http://jahat.example ![](http://jahat.example/p.png)",
    "<http://jahat.example> &lt;b&gt; &amp; &#42; \\* \\\\ ]]> 'satu' \"dua\" '' ''' \u202e kanan \U0001f600",
    "concat('a', ${nama}) or true() | //data/* {{ 7*7 }} {% x %} %s {0}",
)


def both(text: str) -> Text:
    return Text.model_construct(id=text, en=f"{text} (en)")


@dataclass(frozen=True, slots=True)
class Case:
    """One round, and what people sign in it."""

    name: str
    dataset: Dataset
    agency: Agency
    round: Round
    text: PactText

    def workbook(self) -> bytes:
        return xlsform(self.dataset, self.agency, self.round, self.text, Store(None))


def _case(name: str, dataset: Dataset, agency: Agency) -> Case:
    text = signable(dataset, agency.rounds[0])
    assert isinstance(text, PactText)
    return Case(name, dataset, agency, agency.rounds[0], text)


def _agency(dataset: Dataset, name: str = "kabupaten-demo") -> Agency:
    found = dataset.ids["agencies"][name]
    assert isinstance(found, Agency)
    return found


def _with_round(agency: Agency, **changes: Any) -> Agency:
    return agency.model_copy(update={"rounds": (agency.rounds[0].model_copy(update=changes),)})


def _with_pact(dataset: Dataset, **changes: Any) -> Dataset:
    old = dataset.ids["pacts"]["pakta-demo"]
    assert isinstance(old, Pact)
    new = old.model_copy(update=changes)
    new = new.model_copy(update={"digest": pact_digest(new)})
    return replace(dataset, pacts=tuple(new if pact.id == old.id else pact for pact in dataset.pacts))


def _banten(dataset: Dataset) -> Case:
    return _case("banten", dataset, _agency(dataset, "banten"))


def _demo(dataset: Dataset) -> Case:
    return _case("demo", dataset, _agency(dataset))


def _without_form(dataset: Dataset) -> Case:
    return _case("tanpa-formulir", dataset, _with_round(_agency(dataset), form=None))


def _without_units(dataset: Dataset) -> Case:
    return _case("tanpa-unit", dataset, _agency(dataset).model_copy(update={"units": False}))


def _many_units(dataset: Dataset) -> Case:
    units = tuple(Unit("kabupaten-demo", f"dinas-{n}", both(f"Dinas {n}"), None, {}) for n in range(60))
    return _case("banyak-unit", replace(dataset, units=units), _agency(dataset))


def _long(dataset: Dataset) -> Case:
    """More than a cell of a workbook holds, in all and in one point."""
    points = tuple(both(f"Butir panjang {n}: {'netral ' * 120}") for n in range(60))
    endless = both("kata " * 16_000)
    return _case("panjang", _with_pact(dataset, points=(*points, endless, both("akhir"))), _agency(dataset))


def _hostile(dataset: Dataset) -> Case:
    everything = " ".join(HOSTILE)
    dataset = _with_pact(
        dataset,
        name=both(everything),
        opening=both(everything),
        points=tuple(map(both, HOSTILE)),
        closing=both("\n".join(HOSTILE)),
    )
    agency = _agency(dataset)
    form = agency.rounds[0].form
    assert form is not None
    items = {
        name: item.model_copy(
            update={"text": both(everything), "basis": item.basis.model_copy(update={"cite": HOSTILE[1]})}
        )
        for name, item in form.notice.told
    }
    form = form.model_copy(update={"notice": form.notice.model_copy(update=items)})
    units = tuple(Unit("kabupaten-demo", f"dinas-{n}", both(words), None, {}) for n, words in enumerate(HOSTILE))
    agency = _with_round(agency, form=form).model_copy(update={"name": both(everything)})
    return _case("jahat", replace(dataset, units=units), agency)


#: Name -> the case, made from the real data with the made-up regency.
CASES: Mapping[str, Callable[[Dataset], Case]] = {
    "banten": _banten,
    "demo": _demo,
    "tanpa-formulir": _without_form,
    "tanpa-unit": _without_units,
    "banyak-unit": _many_units,
    "panjang": _long,
    "jahat": _hostile,
}
