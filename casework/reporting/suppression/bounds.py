"""Between which bounds a number must lie, if some numbers add up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from attrs import define

from casework.reporting.suppression.table import Sum


def settled(
    sums: Iterable[Sum],
    secret: Collection[int],
    values: Sequence[float],
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
        The numbers of all cells; only those of the others are looked at.
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
    while sum(_narrowed(one, bounds) for one in sums):
        pass
    return {c for c in secret if c in bounds and bounds[c].low == bounds[c].high}


@define
class _Bounds:
    """The least and the most that a number can be."""

    low: float
    high: float

    def times(self, times: int) -> tuple[float, float]:
        """Give the least and the most of so many times the number."""
        ends = times * self.low, times * self.high
        return ends if times > 0 else ends[::-1]


def _narrowed(one: Sum, bounds: Mapping[int, _Bounds]) -> bool:
    """Keep each cell within what the others of a sum leave it."""
    ends = {cell: bounds[cell].times(times) for cell, times in one.items()}
    low, high = (_Total(side) for side in zip(*ends.values(), strict=True))
    moved = False
    for cell, times in one.items():
        least, most = ends[cell]
        left = -high.without(most) / times, -low.without(least) / times
        moved |= _within(bounds[cell], min(left), max(left))
    return moved


class _Total:
    """A total of numbers from which one of them can be taken, endless ones too."""

    def __init__(self, numbers: Iterable[float]) -> None:
        """Add the numbers up, and count the endless ones."""
        every = tuple(numbers)
        self.endless = [number for number in every if abs(number) == inf]
        self.rest = sum(number for number in every if abs(number) < inf)

    def without(self, number: float) -> float:
        """Give the total without one of its numbers."""
        if abs(number) == inf:
            return self.rest if len(self.endless) == 1 else number
        return self.endless[0] if self.endless else self.rest - number


def _within(one: _Bounds, low: float, high: float) -> bool:
    """Keep a number within bounds; say whether that left less room."""
    before = one.low, one.high
    one.low, one.high = max(one.low, low), min(one.high, high)
    return before != (one.low, one.high)
