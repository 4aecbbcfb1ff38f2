"""The words the program says, one file per language under `text/`: nothing shown to people stands in code.

`text/<lang>.yaml` holds the pages' labels, `text/problems.<lang>.yaml` a page for every problem code, and
`text/codes.yaml` what no language changes: each code's severity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml

from netral.problems import Lang, Problem, Severity
from netral.yaml_loader import LOADER

__all__ = [
    "LANGS",
    "CodePage",
    "Labels",
    "catalogue",
    "code_page",
    "codes",
    "fix",
    "labels",
    "message",
    "severity",
]

LANGS: tuple[Lang, Lang] = ("id", "en")


@dataclass(frozen=True, slots=True)
class CodePage:
    """What a problem code means, in one language."""

    title: str
    why: str
    messages: Mapping[str, str]
    fixes: Mapping[str, str]
    bad: str
    good: str


class Labels:
    """A language's labels. A key that is missing is a fault of the program and raises KeyError."""

    def __init__(self, lang: Lang, tree: Mapping[str, Any]) -> None:
        self.lang = lang
        self._tree = tree

    def __call__(self, key: str, **values: object) -> str:
        """The label at the dotted `key`, its {blanks} filled from `values`."""
        found: Any = self._tree
        for part in key.split("."):
            found = found[part]
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format_map(values) if values else found

    def names(self) -> frozenset[str]:
        """Every dotted key: the tests hold both languages to the same ones."""
        return frozenset(_dotted(self._tree, ""))


def _dotted(tree: Mapping[str, Any], prefix: str) -> list[str]:
    out: list[str] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        out += _dotted(value, f"{name}.") if isinstance(value, Mapping) else [name]
    return out


@cache
def catalogue(name: str) -> Any:
    """What the file `name` of `text/` holds, as plain values. Look, but change nothing in it."""
    text = files("netral").joinpath("text", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)  # noqa: S506 (a safe one)


@cache
def labels(lang: Lang) -> Labels:
    """The labels of `lang`."""
    return Labels(lang, catalogue(f"{lang}.yaml"))


@cache
def codes() -> Mapping[str, Severity]:
    """Every problem code with its severity, in the order of the catalogue."""
    return cast("dict[str, Severity]", catalogue("codes.yaml"))


def severity(code: str) -> Severity:
    """error: a reader would be misled, or the site cannot be built. warning: look at it."""
    return codes()[code]


@cache
def _pages(lang: Lang) -> Mapping[str, CodePage]:
    def forms(value: Any) -> dict[str, str]:
        return {"": value} if isinstance(value, str) else dict(value)

    return {
        code: CodePage(
            title=entry["title"],
            why=entry["why"],
            messages=forms(entry["message"]),
            fixes=forms(entry["fix"]),
            bad=entry["bad"],
            good=entry["good"],
        )
        for code, entry in catalogue(f"problems.{lang}.yaml").items()
    }


def code_page(code: str, lang: Lang) -> CodePage:
    """The page of `code` in `lang`."""
    return _pages(lang)[code]


def _form(forms: Mapping[str, str], problem: Problem) -> str:
    chosen = forms.get(problem.variant, forms.get("", ""))
    # A value may run over several lines in its file; a message about it does not.
    return chosen.format_map({key: re.sub(r"\s*\n\s*", " ", value) for key, value in problem.values.items()})


def message(problem: Problem, lang: Lang) -> str:
    """What is wrong."""
    return _form(code_page(problem.code, lang).messages, problem)


def fix(problem: Problem, lang: Lang) -> str:
    """How to mend it."""
    return _form(code_page(problem.code, lang).fixes, problem)
