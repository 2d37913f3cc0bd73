"""Between which bounds a number must lie, if some numbers add up.

What is counted is whole, so each bound is kept whole: of a number from 1 to under 2
only one is left. Else the bounds would come ever nearer to a fraction, step by step.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf
from typing import TypeAlias

from attrs import define

from casework.reporting.suppression.table import Sum


def settled(
    sums: Iterable[Sum],
    secret: Collection[int],
    values: Sequence[int],
    hidden: Collection[int],
) -> set[int]:
    """Give the secrets of which only one number is left.

    Parameters
    ----------
    sums
        What adds up to nothing.
    secret
        The cells that are not known.
    values
        The whole numbers of all cells; only those of the others are looked at.
    hidden
        The secrets that are not 0.

    Examples
    --------
    >>> total, values = {0: 1, 1: 1, 2: -1}, [1, 1, 2]
    >>> settled([total], {0, 1}, values, {0, 1}), settled([total], {0, 1}, values, ())
    ({0, 1}, set())
    """
    sums = list(sums)
    bounds = {
        cell: _Bounds(int(cell in hidden), inf)
        if cell in secret
        else _Bounds(values[cell], values[cell])
        for one in sums
        for cell in one
    }
    # Every sum is looked at before the first is looked at again.
    while sum(narrowed(one, bounds) for one in sums):
        pass
    return {c for c in secret if c in bounds and bounds[c].low == bounds[c].high}


Bound: TypeAlias = int | float
"""A whole number; of fractions there is only the one that is endless."""


@define
class _Bounds:
    """The least and the most that a number can be."""

    low: Bound
    high: Bound

    def times(self, times: int) -> tuple[Bound, Bound]:
        """Give the least and the most of so many times the number."""
        ends = times * self.low, times * self.high
        return ends if times > 0 else ends[::-1]


def narrowed(one: Sum, bounds: Mapping[int, _Bounds]) -> bool:
    """Keep each cell within what the others of a sum leave it."""
    ends = {cell: bounds[cell].times(times) for cell, times in one.items()}
    low, high = (_Total(side) for side in zip(*ends.values(), strict=True))
    moved = False
    for cell, times in one.items():
        least, most = ends[cell]
        left = -high.without(most), -low.without(least)
        moved |= _within(bounds[cell], *_shared(*left, times))
    return moved


class _Total:
    """A total of numbers from which one of them can be taken, endless ones too."""

    def __init__(self, numbers: Iterable[Bound]) -> None:
        """Add the numbers up, and count the endless ones."""
        every = tuple(numbers)
        self.endless = [number for number in every if abs(number) == inf]
        self.rest = sum(number for number in every if abs(number) < inf)

    def without(self, number: Bound) -> Bound:
        """Give the total without one of its numbers."""
        if abs(number) == inf:
            return self.rest if len(self.endless) == 1 else number
        return self.endless[0] if self.endless else self.rest - number


def _shared(low: Bound, high: Bound, times: int) -> tuple[Bound, Bound]:
    """Give the whole bounds of a number, so many times which lies within some."""
    if times < 0:
        low, high, times = -high, -low, -times
    return -_floor(-low, times), _floor(high, times)


def _floor(number: Bound, times: int) -> Bound:
    return number if abs(number) == inf else number // times


def _within(one: _Bounds, low: Bound, high: Bound) -> bool:
    """Keep a number within bounds; say whether that left less room."""
    before = one.low, one.high
    one.low, one.high = max(one.low, low), min(one.high, high)
    return before != (one.low, one.high)
