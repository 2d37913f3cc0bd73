"""Measuring two things side by side, so that a busy machine is unfair to neither."""

from collections.abc import Callable, Sequence
from statistics import median
from timeit import timeit
from typing import Final, TypeAlias

from attrs import frozen

Call: TypeAlias = Callable[[], object]

SECOND: Final = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9))
BYTE: Final = (("MB", 1e6), ("kB", 1e3), ("B", 1.0))


@frozen
class Target:
    """What a ratio is meant to be, at least or at most.

    Parameters
    ----------
    number
        The ratio.
    at_least
        Whether more is better; else less is.
    """

    number: float
    at_least: bool

    def holds(self, ratio: float) -> bool:
        """Say whether a ratio is as it is meant to be."""
        return ratio >= self.number if self.at_least else ratio <= self.number

    def __str__(self) -> str:
        """Say it in words."""
        return f"{'at least' if self.at_least else 'at most'} {self.number:g}"


def at_least(number: float) -> Target:
    """Mean a ratio to be this or more: so many times faster, or smaller."""
    return Target(number, at_least=True)


def at_most(number: float) -> Target:
    """Mean a ratio to be this or less: so many times as long, or as large."""
    return Target(number, at_least=False)


@frozen(kw_only=True)
class Row:
    """One line of the table.

    Parameters
    ----------
    what
        What was measured.
    ours, peer
        What it cost here, and what it is compared with, in words.
    ratio
        How many times the one is the other; which way round, the target says.
    target
        What the ratio is meant to be; None where it is only shown.
    """

    what: str
    ours: str
    peer: str
    ratio: float
    target: Target | None = None

    @property
    def verdict(self) -> str:
        """Say whether it is as it is meant to be."""
        if self.target is None:
            return ""
        return "holds" if self.target.holds(self.ratio) else "DOES NOT HOLD"


@frozen(kw_only=True)
class Costs:
    """What two things cost, each measured once in every pair: A B A B.

    Parameters
    ----------
    ours, peer
        The cost of each in each pair, in seconds.
    """

    ours: Sequence[float]
    peer: Sequence[float]

    @property
    def times_faster(self) -> float:
        """How many times as long the other takes: the median of the pairs."""
        return median(b / a for a, b in zip(self.ours, self.peer, strict=True))

    @property
    def times_as_long(self) -> float:
        """How many times as long ours takes: the median of the pairs."""
        return median(a / b for a, b in zip(self.ours, self.peer, strict=True))


def in_turn(
    ours: Call, peer: Call, *, pairs: int, times: tuple[int, int] = (1, 1)
) -> Costs:
    """Measure two calls in turn.

    Parameters
    ----------
    ours, peer
        The calls.
    pairs
        How often each is measured.
    times
        How often each is called for one measurement, which is of one call on average.
    """
    pair = [
        (
            timeit(ours, number=times[0]) / times[0],
            timeit(peer, number=times[1]) / times[1],
        )
        for _ in range(pairs)
    ]
    return Costs(ours=[a for a, _ in pair], peer=[b for _, b in pair])


def row(what: str, costs: Costs, peer: str, target: Target | None = None) -> Row:
    """Make a line of the table of what two things cost in time.

    The ratio says how many times faster ours is, where the target is such a number;
    else how many times as long it takes.
    """
    longer = target is None or not target.at_least
    return Row(
        what=what,
        ours=duration(median(costs.ours)),
        peer=f"{duration(median(costs.peer))} {peer}",
        ratio=costs.times_as_long if longer else costs.times_faster,
        target=target,
    )


def duration(seconds: float) -> str:
    """Say how long something took: `1.2 µs`.

    >>> duration(0.0000123)
    '12.3 µs'
    """
    return _in_units(seconds, SECOND)


def size(count: float) -> str:
    """Say how large something is: `22.1 kB`.

    >>> size(22_100)
    '22.1 kB'
    """
    return _in_units(count, BYTE)


def _in_units(number: float, units: tuple[tuple[str, float], ...]) -> str:
    name, unit = next((one for one in units if number >= one[1]), units[-1])
    return f"{number / unit:.3g} {name}"
