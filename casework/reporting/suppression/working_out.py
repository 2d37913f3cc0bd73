"""What a reader can work out of a report from the numbers that it shows."""

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from casework.reporting.suppression.bounds import settled
from casework.reporting.suppression.table import Cells, Sum

PRIME: Final = 2**61 - 1
"""Sums are solved in whole numbers, up to multiples of this."""

GENERIC: Final = 5
"""Its powers stand for numbers of which nothing is known."""

Row: TypeAlias = dict[int, int]


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
    secret = {cell for one in cells.sums for cell in one}
    secret -= cells.shown - set(hidden)
    found = _one_by_one(cells.sums, secret)
    secret -= found
    open_sums = [one for one in cells.sums if one.keys() & secret]
    found |= _solved(open_sums, secret)
    found |= settled(open_sums, secret, cells.values, hidden)
    return found


def _one_by_one(sums: Iterable[Sum], secret: set[int]) -> set[int]:
    """Give what can be had by subtraction alone: the last secret of a sum."""
    found: set[int] = set()
    left, before = list(sums), -1
    while len(left) != before:
        before, open_ones = len(left), secret - found
        unknown = [(one, one.keys() & open_ones) for one in left]
        found.update(*(cells for _, cells in unknown if len(cells) == 1))
        left = [one for one, cells in unknown if len(cells) > 1]
    return found


def _solved(sums: Iterable[Sum], secret: set[int]) -> set[int]:
    """Give the secrets of which all ways to make the sums true agree.

    Any two such ways differ by numbers whose sums are all 0. One such difference is
    made, with a number of its own for each secret that may be chosen freely: a secret
    that does not move in it moves in none.
    """
    rows = [{c: sign for c, sign in one.items() if c in secret} for one in sums]
    leading: dict[int, Row] = {}
    for row in sorted(rows, key=len):
        left = _without(leading, row)
        if left:
            leading[min(left)] = left
    cells = {cell for row in rows for cell in row}
    moved = {cell: pow(GENERIC, cell + 1, PRIME) for cell in cells - leading.keys()}
    for cell, row in reversed(leading.items()):
        others = sum(moved[other] * n for other, n in row.items() if other != cell)
        moved[cell] = -others * pow(row[cell], -1, PRIME) % PRIME
    return {cell for cell, number in moved.items() if not number}


def _without(leading: dict[int, Row], row: Row) -> Row:
    """Take off a row what leads other rows, until none of it is left."""
    left = dict(row)
    while found := left.keys() & leading.keys():
        cell = next(iter(found))
        other = leading[cell]
        times = left[cell] * pow(other[cell], -1, PRIME)
        for one, number in other.items():
            rest = (left.get(one, 0) - times * number) % PRIME
            if rest:
                left[one] = rest
            else:
                left.pop(one, None)
    return left
