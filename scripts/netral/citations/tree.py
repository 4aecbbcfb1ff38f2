"""The parser's tree -> citations: lists and ranges taken apart, every place with all the steps above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from lark import Token, Tree

from netral.citations.parts import Citation, Instrument, Kind, Level, Part, Pinpoint, register_number

__all__ = ["Unordered", "citations_of"]

Node = Tree[Token]

_KINDS: dict[str, tuple[Kind, str | None]] = {
    "PERBKN": ("peraturan", "BKN"),
    "KEPMEN": ("keputusan", "MenPANRB"),
}
_VALUES: dict[str, Level] = {"articles": "pasal", "parens": "ayat", "letters": "huruf", "numbers": "angka"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
#: A range names this many places at most; more is a slip of the pen.
_WIDEST = 300


class Unordered(ValueError):
    """A range that does not go up, or too far."""

    def __init__(self, token: Token) -> None:
        super().__init__(str(token))
        self.column = token.start_pos or 0


def citations_of(tree: Node) -> tuple[Citation, ...]:
    """What `tree` (a citation, an item or an article) says."""
    return tuple(_citations(tree))


def _citations(tree: Node) -> Iterator[Citation]:
    if tree.data == "citation":
        for item in _trees(tree):
            yield from _citations(item)
        return
    if tree.data == "article":
        yield from (Citation(None, place) for place in _places(tree))
        return
    named: list[Instrument] = []
    places: list[Pinpoint] = []
    for child in _trees(tree):
        if child.data == "places":
            places += _places(child)
        else:
            named += _instruments(child)
    if tree.data == "explained":
        places = [Pinpoint(place.parts, explained=True) for place in places]
    if not named:
        yield from (Citation(None, place) for place in places)
        return
    # In "UU 5/2014, 1/2015 Pasal 9" the place belongs to the instrument it stands beside.
    yield from (Citation(each) for each in (named[:-1] if places else named))
    yield from (Citation(named[-1], place) for place in places)


def _instruments(tree: Node) -> Iterator[Instrument]:
    if tree.data == "numbered":
        (word,), years = cast("tuple[Node, Node]", tree.children)[0].children, cast("Node", tree.children[1])
        kind, issuer = _KINDS.get(cast("Token", word).type, (cast("Kind", cast("Token", word).type.lower()), None))
        for number, year in _years(years):
            yield Instrument(kind, number, year, issuer)
    elif tree.data == "issued":
        kind = cast("Kind", cast("Token", _trees(tree)[0].children[0]).type.lower())
        issuer = next((str(each) for each in tree.children if isinstance(each, Token)), None)
        (register,) = _trees(tree)[1].children
        if isinstance(register, Token):
            number, year = _slashed(register) if register.type == "NUMYEAR" else (_register(register), None)
        else:
            ((number, year),) = _years(register)
        yield Instrument(kind, number, year, issuer)
    elif tree.data == "decree":
        yield Instrument("skb", None, int(str(tree.children[-1])))
    elif tree.data == "ruling":
        yield Instrument("putusan-mk", _register(cast("Token", tree.children[-1])), None)
    else:
        yield Instrument(cast("Kind", cast("Token", tree.children[0]).type.lower()))


def _years(tree: Node) -> list[tuple[str, int | None]]:
    tokens = list(tree.scan_values(lambda value: isinstance(value, Token)))
    if tree.data in {"years", "long"} and tokens[0].type == "INT":
        return [(_plain(tokens[0]), int(tokens[1]))]
    slashed: list[tuple[str, int | None]] = [_slashed(each) for each in tokens if each.type == "NUMYEAR"]
    if tree.data == "years":
        return slashed
    year = slashed[-1][1]
    if tree.data == "years_range":
        return [(number, year) for number in _numbers(tokens[0], int(tokens[0]), int(slashed[-1][0]))]
    return [*((_plain(each), year) for each in tokens[:-1]), slashed[-1]]


def _slashed(token: Token) -> tuple[str, int]:
    number, year = token.split("/")
    return str(int(number)), int(year)


def _plain(token: Token) -> str:
    return str(int(token))


def _register(token: Token) -> str:
    return register_number(token)


def _places(tree: Node) -> Iterator[Pinpoint]:
    for place in _trees(tree):
        explained = isinstance(place.children[0], Token)
        for inner in _trees(place):
            paths = _annex(inner) if inner.data == "annex" else _paths(inner, ())
            yield from (Pinpoint(path, explained=explained) for path in paths)


def _annex(tree: Node) -> Iterator[tuple[Part, ...]]:
    """Every annex, or every number of the annex, that `tree` names."""
    annexes, *numbers = (list(_values(each)) for each in _trees(tree))
    for annex in annexes:
        parts = [Part("nomor", each) for each in (numbers[0] if numbers else ())]
        yield from ((Part("lampiran", annex), part) for part in parts)
        if not parts:
            yield (Part("lampiran", annex),)


def _paths(tree: Node, above: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """Every place below `above` that `tree` (a pasal, an ayat, a huruf, an angka) names."""
    values, *below = _trees(tree)
    parts = [Part(_VALUES[values.data], value) for value in _values(values)]
    yield from (((*above, part)) for part in (parts[:-1] if below else parts))
    for deeper in below:
        path = (*above, parts[-1])
        if deeper.data == "brief":
            paren, *letter = (str(each) for each in deeper.children)
            yield (*path, Part("ayat", paren.strip("()")), *(Part("huruf", each) for each in letter))
        elif deeper.data in {"ayats", "hurufs", "angkas"}:
            for each in _trees(deeper):
                yield from _paths(each, path)


def _values(tree: Node) -> Iterator[str]:
    for child in tree.children:
        if isinstance(child, Token):
            yield str(child).strip("()")
        else:
            first, last = (cast("Token", each) for each in child.children)
            yield from _between(first, last)


def _between(first: Token, last: Token) -> Iterable[str]:
    start, end = str(first).strip("()"), str(last).strip("()")
    if start.isdigit() and end.isdigit():
        return _numbers(last, int(start), int(end))
    if first.type == "LETTER":
        return [chr(code) for code in range(ord(start), ord(end) + 1)] if start < end else _refuse(last)
    if start.isdigit() and end[:-1] == start:
        return [start, *(start + chr(code) for code in range(ord("A"), ord(end[-1]) + 1))]
    if {*start, *end} <= {*_ROMAN}:
        return [_roman(number) for number in range(_of_roman(start), _of_roman(end) + 1)]
    return _refuse(last)


def _numbers(at: Token, first: int, last: int) -> list[str]:
    if not first < last <= first + _WIDEST:
        _refuse(at)
    return [str(number) for number in range(first, last + 1)]


def _refuse(token: Token) -> list[str]:
    raise Unordered(token)


def _of_roman(text: str) -> int:
    values = [_ROMAN[sign] for sign in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _roman(number: int) -> str:
    found = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        found += sign * (number // value)
        number %= value
    return found


def _trees(tree: Node) -> list[Node]:
    return [child for child in tree.children if isinstance(child, Tree)]
