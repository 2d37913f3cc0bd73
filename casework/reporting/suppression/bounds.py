"""Between which bounds a number must lie, if some numbers add up."""

from collections.abc import Iterable, Mapping
from math import ceil, floor, inf
from typing import TypeAlias

from attrs import define

Added: TypeAlias = tuple[float, Mapping[int, float]]
"""A number, and cells with their factors: together nothing."""


def settled(sums: Iterable[Added], least: Mapping[int, int]) -> set[int]:
    """Give the cells of which only one whole number is left.

    Parameters
    ----------
    sums
        What adds up to nothing.
    least
        The least that each cell can be.

    Examples
    --------
    >>> two = -2, {7: 1, 8: 1}
    >>> settled([two], {7: 1, 8: 1}), settled([two], {7: 0, 8: 0})
    ({8, 7}, set())
    """
    sums = list(sums)
    cells = {cell for _, factors in sums for cell in factors}
    bounds = {cell: _Bounds(least[cell]) for cell in cells}
    # Every sum is looked at before the first is looked at again.
    moved = True
    while moved:
        moved = sum(_narrow(one, bounds) for one in sums) > 0
    return {cell for cell, one in bounds.items() if one.low == one.high}


@define
class _Bounds:
    """The least and the most that a number can be."""

    low: float
    high: float = inf

    def times(self, factor: float) -> tuple[float, float]:
        """Give the least and the most of so many times the number."""
        ends = factor * self.low, factor * self.high
        return ends if factor > 0 else ends[::-1]


def _narrow(added: Added, bounds: Mapping[int, _Bounds]) -> bool:
    known, factors = added
    moved = False
    for cell, factor in factors.items():
        others = [bounds[one].times(n) for one, n in factors.items() if one != cell]
        low = known + sum(low for low, _ in others)
        high = known + sum(high for _, high in others)
        ends = sorted((-low / factor, -high / factor))
        moved |= _within(bounds[cell], *ends)
    return moved


def _within(one: _Bounds, low: float, high: float) -> bool:
    """Keep a number within bounds; say whether that left less room."""
    before = one.low, one.high
    one.low = max(one.low, low if low == -inf else ceil(round(low, 6)))
    one.high = min(one.high, high if high == inf else floor(round(high, 6)))
    return before != (one.low, one.high)
