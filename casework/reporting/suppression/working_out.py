"""What a reader can work out of a report from the numbers that it shows."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Final, TypeAlias

from casework.reporting.suppression.bounds import settled
from casework.reporting.suppression.table import Cells, Sum

Row: TypeAlias = dict[int, Fraction]
"""Secret cells with their factors, and under `KNOWN` a number: together nothing."""

KNOWN: Final = -1
NOTHING: Final = Fraction(0)


def worked_out(cells: Cells, hidden: Collection[int]) -> set[int]:
    """Give the cells that are not shown, and that a reader can know all the same.

    A reader can solve the sums, and knows that no number is below 0 and that what is
    hidden is not 0.

    Parameters
    ----------
    cells
        The cells, and what adds up.
    hidden
        The cells that would be shown, and are not.
    """
    secret = set(range(len(cells.values))) - (cells.shown - set(hidden))
    found = _one_by_one(cells.sums, secret)
    secret -= found
    rows = (_row(one, cells, secret) for one in cells.sums)
    for group in _groups(row for row in rows if _unknown(row)):
        solved = _solved(group)
        found.update(min(_unknown(row)) for row in solved if len(_unknown(row)) == 1)
        sums = [_in_numbers(row) for row in (*group, *solved)]
        found |= settled(sums, {cell: int(cell in hidden) for cell in secret})
    return found


def _one_by_one(sums: Iterable[Sum], secret: set[int]) -> set[int]:
    """Give what can be had by subtraction alone: the last secret of a sum."""
    found: set[int] = set()
    left, before = list(sums), -1
    while len(left) != before:
        before = len(left)
        unknown = [(one, one.keys() & secret - found) for one in left]
        found.update(*(cells for _, cells in unknown if len(cells) == 1))
        left = [one for one, cells in unknown if len(cells) > 1]
    return found


def _row(one: Sum, cells: Cells, secret: Collection[int]) -> Row:
    row: Row = {cell: Fraction(sign) for cell, sign in one.items() if cell in secret}
    shown = ((cell, sign) for cell, sign in one.items() if cell not in secret)
    row[KNOWN] = sum((sign * Fraction(cells.values[c]) for c, sign in shown), NOTHING)
    return row


def _unknown(row: Row) -> set[int]:
    return row.keys() - {KNOWN}


def _in_numbers(row: Row) -> tuple[float, dict[int, float]]:
    factors = {cell: float(row[cell]) for cell in _unknown(row)}
    return float(row.get(KNOWN, NOTHING)), factors


def _groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Part the sums into groups that share no secret cell."""
    top: dict[int, int] = {}

    def find(cell: int) -> int:
        while top.setdefault(cell, cell) != cell:
            cell = top[cell]
        return cell

    kept = list(rows)
    for row in kept:
        first = find(min(_unknown(row)))
        for cell in _unknown(row):
            top[find(cell)] = first
    groups = defaultdict(list)
    for row in kept:
        groups[find(min(_unknown(row)))].append(row)
    return list(groups.values())


def _solved(rows: Iterable[Row]) -> list[Row]:
    """Solve the sums as far as they can be, as Gauss and Jordan did."""
    solved: dict[int, Row] = {}
    for row in rows:
        left = dict(row)
        for pivot in [cell for cell in row if cell in solved]:
            _take(solved[pivot], left, pivot)
        if _unknown(left):
            pivot = min(_unknown(left))
            new = {cell: factor / left[pivot] for cell, factor in left.items()}
            for other in solved.values():
                _take(new, other, pivot)
            solved[pivot] = new
    return list(solved.values())


def _take(one: Row, other: Row, pivot: int) -> None:
    """Take a sum off another, so often that the other has no pivot left."""
    times = other.get(pivot, NOTHING)
    if not times:
        return
    for cell, factor in one.items():
        other[cell] = other.get(cell, NOTHING) - times * factor
        if not other[cell] and cell != KNOWN:
            del other[cell]
