"""What bounds prove: the least and the most that a count can have grown between any two weeks.

The numbers of one unit are S(0) = 0 before the round began, then S(1), S(2), ... at the ends of its weeks. A `Matrix`
holds, for any two of them, the most that S(j) - S(i) can be, in `matrix[i][j]`; so the least it can be is
`-matrix[j][i]`, and row and column 0 hold the counts themselves. Everything is in persons, and whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import add, gt, le, sub

__all__ = ["OPEN", "Bound", "Matrix", "chain", "loose", "narrowed", "rises", "settled", "union"]

#: The least and the most a count can be.
Bound = tuple[int, int]
Matrix = list[list[int]]
#: More than any count: nothing is known. Sums and differences of it stay exact, which `math.inf` would not give.
OPEN = 1 << 40
#: Rounds after which the search for tighter bounds ends. Bounds found so far hold; it takes three to eight.
_ROUNDS = 60


def _levels(claims: Sequence[Bound]) -> tuple[list[int], list[int]]:
    """The least and the most at the beginning and at each week, when counts never fall."""
    low = [0, *accumulate((least for least, _ in claims), max)]
    high = [*accumulate((most for _, most in reversed(claims)), min), 0]
    return low, high[::-1]


def rises(claims: Sequence[Bound]) -> bool:
    """Do claims for each week agree with counts that never fall?"""
    low, high = _levels(claims)
    return all(map(le, low, high))


def chain(claims: Sequence[Bound]) -> Matrix:
    """What follows from a claim for each week that agree with counts that never fall."""
    low, high = _levels(claims)
    # Upwards the most of the later less the least of the earlier; downwards nothing, or what must have been added.
    return [
        [*(0 if most > least else most - least for most in high[:i]), 0, *(most - least for most in high[i + 1 :])]
        for i, least in enumerate(low)
    ]


def loose(claims: Sequence[Bound]) -> Matrix:
    """What follows from the claims alone, when nothing ties one week to the next."""
    low = [0, *(claim[0] for claim in claims)]
    high = [0, *(claim[1] for claim in claims)]
    return [[0 if i == j else high[j] - least for j in range(len(low))] for i, least in enumerate(low)]


def narrowed(matrix: Matrix, week: int, claim: Bound) -> Matrix | None:
    """What follows from a settled matrix and one more claim, for row `week`; None if they contradict."""
    low, high = claim
    if matrix[week][0] + high < 0 or matrix[0][week] < low:
        return None
    for start, end, most in ((0, week, high), (week, 0, -low)):
        if most < matrix[start][end]:
            via = matrix[end]
            # What does not come nearer to the end of the new tie comes nearer to nothing behind it.
            matrix = [_nearer(row, row[start] + most, via) if row[start] + most < row[end] else row for row in matrix]
    return matrix


def _nearer(row: list[int], first: int, via: list[int]) -> list[int]:
    """A row, or where it is shorter, `first` and then another row."""
    return [a if a <= (b := first + rest) else b for a, rest in zip(row, via, strict=True)]


def _cover(changed: list[tuple[int, int]]) -> list[int]:
    """Few weeks such that every changed bound begins or ends at one of them."""
    found = []
    while changed:
        week, _ = Counter(end for ends in changed for end in ends).most_common(1)[0]
        found.append(week)
        changed = [ends for ends in changed if week not in ends]
    return found


def _closed(matrix: Matrix, changed: list[tuple[int, int]]) -> Matrix | None:
    """All that follows by going from week to week by way of others; None if it contradicts itself.

    The matrix was settled but for the bounds at `changed`. Those weeks are taken out and put in again one by one:
    first all ways that begin or end there, then all that lead through.
    """
    for week in _cover(changed):
        row = matrix[week]
        for i, via in enumerate(matrix):
            if i != week:
                row = _nearer(row, row[i], via)
        matrix[week] = row
        column = [row[week] for row in matrix]
        for row in matrix:
            row[week] = min(map(add, row, column))
        via = matrix[week]
        for i, row in enumerate(matrix):
            if i != week:
                matrix[i] = _nearer(row, row[week], via)
    return None if any(row[i] < 0 for i, row in enumerate(matrix)) else matrix


def settled(parts: Sequence[Matrix], whole: Matrix) -> list[Matrix] | None:
    """All that follows when the parts add up to the whole, at every week and between any two.

    parts: a settled matrix for each part; whole: that of their sum. Returns the parts and, last, the whole; None if
    they contradict one another. A matrix that says no more than before is the same object as before.
    """
    found, last = [*parts, whole], len(parts)
    for _ in range(_ROUNDS):
        sums = [list(map(sum, zip(*rows, strict=True))) for rows in zip(*found[:last], strict=True)]
        total = _tighter(found[last], sums)
        if total is None:
            return None
        moved, found[last] = total is not found[last], total
        # Less the least of all parts, which is what the way back says; the part itself is then added again.
        slack = [list(map(add, row, back)) for row, back in zip(total, zip(*sums, strict=True), strict=True)]
        for index, part in enumerate(found[:last]):
            back = zip(*part, strict=True)
            tighter = _tighter(part, [list(map(sub, row, own)) for row, own in zip(slack, back, strict=True)])
            if tighter is None:
                return None
            moved, found[index] = moved or tighter is not part, tighter
        if not moved:
            break
    return found


def union(inside: Sequence[Matrix], outside: Sequence[Matrix], whole: Matrix) -> Matrix | None:
    """What follows for some parts together, from themselves and from all others and the whole; None: contradiction."""
    direct = [list(map(sum, zip(*rows, strict=True))) for rows in zip(*inside, strict=True)]
    # The most of the whole less the least of the others, which is what their way back says.
    backs = [zip(*part, strict=True) for part in outside]
    rest = [list(map(sum, zip(row, *back, strict=True))) for row, *back in zip(whole, *backs, strict=True)]
    return _tighter(direct, rest)


def _tighter(matrix: Matrix, other: Matrix) -> Matrix | None:
    """What both say, settled: the matrix itself if the other adds nothing; None if they contradict."""
    if not any(any(map(gt, row, beside)) for row, beside in zip(matrix, other, strict=True)):
        return matrix
    changed = [
        (i, j)
        for i, (row, beside) in enumerate(zip(matrix, other, strict=True))
        for j, (most, least) in enumerate(zip(row, beside, strict=True))
        if most > least
    ]
    return _closed([list(map(min, row, beside)) for row, beside in zip(matrix, other, strict=True)], changed)
