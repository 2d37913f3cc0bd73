"""What was counted for one figure, and what can be told from the counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, Literal

from attrs import frozen

from casework.reporting.measure import Counted, Counts, Measure, Unit

KEYED: Final = (Counts.MEETINGS, Counts.FAMILIES, Counts.WORKERS)
"""What several children may share, so that the months do not add up to the year."""


NO_PART: Final = "in none of these"


@frozen
class Part:
    """One band or kind of a figure; its count is None where it is not shown."""

    label: str
    count: int | None


@frozen(slots=False)
class Told:
    """The counts of one figure.

    Parameters
    ----------
    measure
        What is counted.
    every
        Each kind of thing, and how many there are; also of what was left out.
    """

    measure: Measure
    every: tuple[tuple[Counted, int], ...]

    @cached_property
    def counted(self) -> tuple[tuple[Counted, int], ...]:
        """What was not left out."""
        return tuple((one, number) for one, number in self.every if not one.left_out)

    @cached_property
    def sizes(self) -> Counter[float]:
        """How many there are of each size."""
        found = Counter[float]()
        for one, number in self.counted:
            if one.size is not None:
                found[one.size] += number
        return found

    @property
    def items(self) -> int:
        """How many were counted, in the numerator or not."""
        return sum(number for _, number in self.counted)

    @property
    def distinct(self) -> int:
        """How many meetings, families or workers; one without an id is its own.

        A child of whom no family is said counts once in the days, as one family.
        """
        met = [(one, number) for one, number in self.counted if one.met]
        alone = sum(number for one, number in met if not one.key)
        return alone + len({one.key for one, _ in met if one.key})

    @property
    def numerator(self) -> float:
        """How many are in the numerator; of averages, the sum of the sizes."""
        if self.measure.sizes and self.measure.unit in (Unit.AVERAGE, Unit.DAILY):
            return sum(size * number for size, number in self.sizes.items())
        if self.measure.counts in KEYED and self.measure.unit is Unit.COUNT:
            return self.distinct
        if self.measure.unit is Unit.MEDIAN:
            return self.items
        return sum(number for one, number in self.counted if one.met)

    @property
    def parts(self) -> tuple[Part, ...]:
        """How many there are in each band or of each kind."""
        found = Counter[str]()
        for one, number in self.counted:
            found[one.part] += number
        known = tuple(Part(label, found[label]) for label in self.measure.parts)
        return (*known, Part(NO_PART, found[""])) if known and found[""] else known

    @property
    def median(self) -> float | None:
        """The size in the middle; between two, half way."""
        if self.measure.unit is Unit.DAILY:
            return None
        total = self.sizes.total()
        low, high = (self._size(place) for place in ((total - 1) // 2, total // 2))
        return None if low is None or high is None else (low + high) / 2

    @property
    def left_out(self) -> Mapping[str, int | None]:
        """How many were left out, by the reason."""
        return _by_word(self.every, "left_out")

    def with_word(self, field: Literal["doubt", "basis"]) -> Mapping[str, int | None]:
        """Count what was counted by one of its words."""
        return _by_word(self.counted, field)

    def _size(self, place: int) -> float | None:
        seen = 0
        for size, number in sorted(self.sizes.items()):
            seen += number
            if place < seen:
                return size
        return None


def _by_word(
    counted: Iterable[tuple[Counted, int]], field: str
) -> Mapping[str, int | None]:
    found = Counter[str]()
    for one, number in counted:
        if word := getattr(one, field):
            found[word] += number
    return {word: found[word] for word in sorted(found)}
