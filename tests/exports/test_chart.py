"""Drawings hold shapes and the words of their description, and nothing that a strict page would stop."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from netral.exports import chart
from netral.exports.chart import Easel, draw
from netral.exports.store import Store

SPEC: dict[str, Any] = {
    "width": 100,
    "height": 50,
    "padding": 10,
    "encoding": {
        "x": {"field": "x", "type": "quantitative", "axis": {"values": [0, 5], "labelExpr": "datum.value + ' Mei'"}},
        "y": {"field": "y", "type": "quantitative", "axis": None},
    },
    "layer": [
        {
            "name": "signed",
            "data": {"values": [{"x": 0, "y": 1 / 3}, {"x": 5, "y": 1}, {"x": 6, "y": None}, {"x": 7, "y": 1}]},
            "mark": {"type": "line", "invalid": "break-paths-show-domains"},
        },
        {"name": "deadline", "data": {"values": [{"x": 7}]}, "mark": "rule", "encoding": {"y": {"value": 0}}},
    ],
}


def elements() -> list[Any]:
    return list(etree.fromstring(f"<svg>{draw(SPEC)}</svg>").iter())


def test_a_drawing_has_no_style_no_script_and_no_name_of_its_own() -> None:
    allowed = {"svg", "g", "path", "line", "text"}
    assert {element.tag for element in elements()} == allowed
    names = {name for element in elements() for name in element.attrib}
    assert not {name for name in names if name.startswith(("aria", "on", "xml")) or name in {"style", "role", "id"}}


def test_the_only_colour_is_that_of_the_text_around() -> None:
    colours = {element.get(name) for element in elements() for name in ("fill", "stroke")}
    assert colours - {None, "none"} == {"currentColor"}


def test_layers_are_known_by_their_class() -> None:
    classes = {element.get("class") for element in elements()} - {None}
    assert {"signed_marks", "deadline_marks", "role-axis-label"} <= classes


def test_the_only_words_are_those_of_the_description() -> None:
    assert [element.text for element in elements() if element.text and element.text.strip()] == ["0 Mei", "5 Mei"]


def test_a_value_that_is_not_there_breaks_the_line() -> None:
    (path,) = [e for e in elements() if e.tag == "path" and e.getparent().get("class") == "signed_marks"]
    assert path.get("d").count("M") == 2


def test_no_number_is_longer_than_a_tenth_of_a_pixel() -> None:
    assert not chart._LONG.search(draw(SPEC))


def test_every_run_draws_the_same() -> None:
    program = f"from netral.exports.chart import draw; print(draw({SPEC!r}), end='')"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == draw(SPEC)


def test_what_was_drawn_before_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Easel(Store(tmp_path))(SPEC)
    assert first == draw(SPEC)

    def fail(spec: object) -> str:
        raise AssertionError(spec)

    monkeypatch.setattr(chart, "draw", fail)
    assert Easel(Store(tmp_path))(SPEC) == first
    with pytest.raises(AssertionError):
        Easel(Store(tmp_path))(SPEC | {"width": 101})
