"""What was typeset before is used again only for the very same input, and only if it is what it was."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from netral.exports import press as pressing
from netral.exports.press import Press
from netral.exports.store import Store


def card(title: str) -> dict[str, Any]:
    return {
        "lang": "id",
        "kind": "Rekaan",
        "title": title,
        "text": "Kalimat rekaan.",
        "verdict": "tidak",
        "made_up": None,
        "address": "rekaan.example",
        "unofficial": "Bukan situs resmi",
    }


ONE, OTHER = card("Satu"), card("Lain")


@pytest.fixture(scope="module")
def right() -> tuple[bytes, bytes]:
    one, other = Press(Store(None)).pngs("preview.typ", [ONE, OTHER], 72)
    assert one != other
    return one, other


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_second_run_typesets_nothing(
    tmp_path: Path, right: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Press(Store(tmp_path)).pngs("preview.typ", [ONE, OTHER, ONE], 72) == [*right, right[0]]
    assert len(entries(tmp_path)) == 2

    def never(*_: object) -> list[bytes]:
        raise AssertionError

    monkeypatch.setattr(pressing, "_pngs", never)
    assert Press(Store(tmp_path)).pngs("preview.typ", [OTHER, ONE], 72) == [right[1], right[0]]
    with pytest.raises(AssertionError):
        Press(Store(tmp_path)).pngs("preview.typ", [card("Baru")], 72)
    with pytest.raises(AssertionError):
        Press(Store(tmp_path)).pngs("preview.typ", [ONE], 144)


def test_an_entry_that_stands_for_another_is_not_believed(tmp_path: Path, right: tuple[bytes, bytes]) -> None:
    Press(Store(tmp_path)).pngs("preview.typ", [ONE, OTHER], 72)
    first, second = entries(tmp_path)
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    assert Press(Store(tmp_path)).pngs("preview.typ", [ONE, OTHER], 72) == list(right)
    assert sorted([first.read_bytes(), second.read_bytes()]) == sorted([one, two])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry[:0],
        lambda entry: entry[:-1],
        lambda entry: entry + b"x",
        lambda entry: entry.replace(b"IDAT", b"IDOT"),
        lambda entry: entry.partition(b"\n")[2],
        lambda entry: b"\n" + entry,
    ],
)
def test_a_spoilt_entry_is_made_anew(spoil: Any, tmp_path: Path, right: tuple[bytes, bytes]) -> None:
    Press(Store(tmp_path)).pngs("preview.typ", [ONE], 72)
    (path,) = entries(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert path.read_bytes() != whole
    assert Press(Store(tmp_path)).pngs("preview.typ", [ONE], 72) == [right[0]]
    assert path.read_bytes() == whole


def test_another_template_or_program_makes_another_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Press(Store(tmp_path)).pngs("preview.typ", [ONE], 72)
    monkeypatch.setattr(pressing, "_maker", "another version of {}".format)
    Press(Store(tmp_path)).pngs("preview.typ", [ONE], 72)
    assert len(entries(tmp_path)) == 2


def test_the_maker_tells_program_and_every_line_of_the_templates() -> None:
    told = pressing._maker("preview.typ")
    for name in ("preview.typ", "netral.typ"):
        assert hashlib.sha256((pressing._folder() / name).read_bytes()).hexdigest() in told
    assert pressing.version("typst") in told
    assert pressing.version("pillow") in told


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path) -> None:
    Press(Store(tmp_path)).pngs("preview.typ", [ONE, OTHER], 72)
    (tmp_path / "nyasar").write_text("x", encoding="utf-8")
    store = Store(tmp_path)
    Press(store).pngs("preview.typ", [ONE], 72)
    store.tidy()
    assert len(entries(tmp_path)) == 1
    assert Press(Store(tmp_path)).pngs("preview.typ", [ONE], 72)


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store(None)
    Press(store).pngs("preview.typ", [ONE], 72)
    store.tidy()
    assert entries(tmp_path) == []
    assert store.get("0" * 64) is None
