"""What bounds prove: the least and the most that a count can have grown between any two weeks.

The numbers of one unit are S(0) = 0 before the round began, then S(1), S(2), ... at the ends of its weeks. A `Matrix`
holds, for any two of them, the most that S(j) - S(i) can be, in `matrix[i][j]`; so the least it can be is
`-matrix[j][i]`, and row and column 0 hold the counts themselves. Everything is in persons, and whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, gt, sub

__all__ = ["OPEN", "Bound", "Matrix", "chain", "loose", "narrowed", "settled"]

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


def narrowed(matrix: Matrix, week: int, claim: Bound) -> Matrix | None:
    """What follows from a settled matrix and one more claim, for row `week`; None if they contradict."""
    low, high = claim
    if matrix[week][0] + high < 0 or matrix[0][week] < low:
        return None
    for start, end, most in ((0, week, high), (week, 0, -low)):
        if most < matrix[start][end]:
            via = matrix[end]
            matrix = [_nearer(row, row[start] + most, via) for row in matrix]
    return matrix


def _nearer(row: list[int], first: int, via: list[int]) -> list[int]:
    """A row, or where it is shorter, `first` and then another row."""
    return [a if a <= (b := first + rest) else b for a, rest in zip(row, via, strict=True)]


def _closed(matrix: Matrix) -> Matrix | None:
    """All that follows by going from week to week by way of others; None if it contradicts itself.

    A week whose count is known is as good as the beginning. So those weeks are first folded into it, and what lies
    between is sought by way of the others only.
    """
    matrix = list(matrix)
    known = [k for k in range(1, len(matrix)) if matrix[0][k] + matrix[k][0] <= 0]
    free = [k for k in range(len(matrix)) if k not in known]
    for k in known:
        matrix[0] = _nearer(matrix[0], matrix[0][k], matrix[k])
        for i in free:
            matrix[i] = _nearer(matrix[i], matrix[i][k], matrix[k])
    for k in free:
        via = matrix[k]
        for i in free:
            if i != k:
                matrix[i] = _nearer(matrix[i], matrix[i][k], via)
    for k in known:
        matrix[k] = _nearer(matrix[k], matrix[k][0], matrix[0])
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


def _tighter(matrix: Matrix, other: Matrix) -> Matrix | None:
    """What both say, settled: the matrix itself if the other adds nothing; None if they contradict."""
    if any(any(map(gt, row, beside)) for row, beside in zip(matrix, other, strict=True)):
        return _closed([list(map(min, row, beside)) for row, beside in zip(matrix, other, strict=True)])
    return matrix
