"""What bounds prove: the least and the most that a count can have grown between any two weeks.

The numbers of one unit are S(0) = 0 before the round began, then S(1), S(2), ... at the ends of its weeks. A `Matrix`
holds, for any two of them, the most that S(j) - S(i) can be, in `matrix[i][j]`; so the least it can be is
`-matrix[j][i]`, and row and column 0 hold the counts themselves. Everything is in persons, and whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["OPEN", "Bound", "Matrix", "chain", "loose", "overlaid", "settled"]

#: The least and the most a count can be.
Bound = tuple[int, int]
Matrix = list[list[int]]
#: More than any count: nothing is known. Sums and differences of it stay exact, which `math.inf` would not give.
OPEN = 1 << 40
#: Rounds after which the search for tighter bounds ends. Bounds found so far hold; it takes three to eight.
_ROUNDS = 60


def chain(claims: Sequence[Bound]) -> Matrix | None:
    """What follows from a claim for each week, when counts never fall; None if the claims contradict one another."""
    low = [0]
    for claim in claims:
        low.append(max(low[-1], claim[0]))
    high = [OPEN]
    for claim in reversed(claims):
        high.append(min(high[-1], claim[1]))
    high = [0, *reversed(high[1:])]
    if any(least > most for least, most in zip(low, high, strict=True)):
        return None
    # Upwards the most of the later less the least of the earlier; downwards nothing, or what must have been added.
    return [
        [0 if i == j else high[j] - least if i < j else min(0, high[j] - least) for j in range(len(low))]
        for i, least in enumerate(low)
    ]


def loose(claims: Sequence[Bound]) -> Matrix:
    """What follows from the claims alone, when nothing ties one week to the next."""
    low = [0, *(claim[0] for claim in claims)]
    high = [0, *(claim[1] for claim in claims)]
    return [[0 if i == j else high[j] - least for j in range(len(low))] for i, least in enumerate(low)]


def overlaid(one: Matrix, other: Matrix) -> Matrix:
    """What both say. The result may not be settled."""
    return [list(map(min, row, beside)) for row, beside in zip(one, other, strict=True)]


def _closed(matrix: Matrix) -> Matrix | None:
    """All that follows by going from week to week by way of others; None if it contradicts itself."""
    matrix = list(matrix)
    for k in range(len(matrix)):
        via = matrix[k]
        for i, row in enumerate(matrix):
            first = row[k]
            if i != k:
                matrix[i] = [
                    straight if straight <= (round_about := first + rest) else round_about
                    for straight, rest in zip(row, via, strict=True)
                ]
    return None if any(row[i] < 0 for i, row in enumerate(matrix)) else matrix


def settled(parts: Sequence[Matrix], whole: Matrix, changed: frozenset[int] | None = None) -> list[Matrix] | None:
    """All that follows when the parts add up to the whole, at every week and between any two.

    parts: a matrix for each part; whole: that of their sum. changed: indexes of the parts (the whole is
    `len(parts)`) that are not closed yet; None: all are closed. Returns the parts and, last, the whole; None if they
    contradict one another. What did not change is the same object as before.
    """
    found = [*parts, whole]
    for index in changed or ():
        closed = _closed(found[index])
        if closed is None:
            return None
        found[index] = closed
    last = len(parts)
    for _ in range(_ROUNDS):
        moved = False
        sums = [list(map(sum, zip(*rows, strict=True))) for rows in zip(*found[:last], strict=True)]
        if any(a > b for row, beside in zip(found[last], sums, strict=True) for a, b in zip(row, beside, strict=True)):
            total = _closed(overlaid(found[last], sums))
            if total is None:
                return None
            found[last], moved = total, True
        # Taken from the sum of the least of all parts (as bounds of the way back), leaving out the part itself.
        slack = [
            list(map(int.__add__, row, back)) for row, back in zip(found[last], zip(*sums, strict=True), strict=True)
        ]
        for index in range(last):
            part = found[index]
            back = zip(*part, strict=True)
            rest = [list(map(int.__sub__, row, column)) for row, column in zip(slack, back, strict=True)]
            if any(a > b for row, beside in zip(part, rest, strict=True) for a, b in zip(row, beside, strict=True)):
                tighter = _closed(overlaid(part, rest))
                if tighter is None:
                    return None
                found[index], moved = tighter, True
        if not moved:
            break
    return found
