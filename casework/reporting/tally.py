"""Counts of one measure, month by month, in little room however many children."""

from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen

from casework.reporting.measure import Counted


@frozen
class Behind:
    """Where one child stands in a measure.

    Parameters
    ----------
    child
        The opaque id.
    how
        `in the numerator`, `in the denominator only`, or why it was left out.
    part
        The band or kind, where the measure has parts.
    times
        How often.
    """

    child: str
    how: str
    part: str
    times: int


@frozen
class Tally:
    """The counts of one measure.

    Parameters
    ----------
    counts
        How many things of each kind, by the number of their month; None for all the
        days, where a child counts once in them however many the months are.
    children
        How often each child is counted, and how; empty where no lists are asked for.
    silent
        On how many children the source does not tell of it, by the number of the
        month; None for all the days.
    """

    counts: Counter[tuple[int | None, Counted]] = field(factory=Counter)
    children: Counter[tuple[str, str, str]] = field(factory=Counter)
    silent: Counter[int | None] = field(factory=Counter)

    def add(self, month: int | None, one: Counted) -> None:
        """Count one thing more."""
        self.counts[month, one] += 1

    def note(self, child: str, one: Counted) -> None:
        """Note the child behind it."""
        self.children[child, _how(one), one.part] += 1

    def of(self, month: int | None) -> Iterator[tuple[Counted, int]]:
        """Give the counts of a month, or of all the days (None)."""
        for (here, one), number in self.counts.items():
            if here == month:
                yield one, number

    def of_all_months(self) -> Iterator[tuple[Counted, int]]:
        """Give the counts of the months together."""
        return ((one, number) for (_, one), number in self.counts.items())

    def behind(self) -> tuple[Behind, ...]:
        """Give the children behind the figure, in order of id."""
        found = sorted(self.children.items())
        return tuple(Behind(*who, times) for who, times in found)

    def __add__(self, other: "Tally") -> "Tally":
        """Count two files with no child in common together."""
        return Tally(
            self.counts + other.counts,
            self.children + other.children,
            self.silent + other.silent,
        )


def _how(one: Counted) -> str:
    if one.left_out:
        return f"left out: {one.left_out}"
    return "in the numerator" if one.met else "in the denominator only"
