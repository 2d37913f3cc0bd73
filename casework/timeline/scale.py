"""Where a day or a moment stands on paper, and the days that an axis names."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from casework.dates import (
    When,
    day_of,
    hours_between,
    is_moment,
    start_of_day,
)
from casework.timeline.saying import day_words

# Steps of an axis: how many days or months, about how many days that is, and how much
# paper its name takes.
_DAYS: Final = ((1, 1, 62), (7, 7, 56))
_MONTHS: Final = (
    *((1, 30, 56), (3, 91, 56), (12, 365, 36), (60, 1826, 36)),
    *((600, 18262, 36), (6000, 182621, 36)),
)
_FIRST: Final = 66
_A_YEAR: Final = 12
_MONDAY: Final = 0


@frozen(kw_only=True)
class Tick:
    """A day that an axis names.

    Parameters
    ----------
    x, words
        Where its start stands, and its name.
    """

    x: float
    words: str


@frozen(kw_only=True)
class Scale:
    """Time on paper, from left to right.

    Parameters
    ----------
    first, last
        The first and the last day that are shown.
    left, width
        Where the first begins, and how far the last ends from there.
    zone
        In which days begin and end.
    """

    first: date
    last: date
    left: float
    width: float
    zone: str

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    @property
    def a_day(self) -> float:
        """How much paper a day takes."""
        return self.width / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Give where a day begins."""
        return self.left + (day - self.first).days * self.a_day

    def x(self, when: When) -> float:
        """Give where something stands: at its moment, or in the middle of its day.

        What lies beyond the last day stands at its end.
        """
        day = day_of(when, self.zone)
        past = 0.5
        if is_moment(when):
            past = min(hours_between(start_of_day(day, self.zone), when) / 24, 1.0)
        return min(self.start(day) + past * self.a_day, self.right)

    def beyond(self, when: When) -> bool:
        """Say whether something lies after the last day."""
        return day_of(when, self.zone) > self.last

    def ticks(self) -> tuple[Tick, ...]:
        """Name days, Mondays, months or years, whichever there is room for.

        The year stands where it changes; the first day is named if there is room.
        """
        named = list(self._named())
        if not named or self.start(named[0][0]) - self.left >= _FIRST:
            named.insert(0, (self.first, day_words(self.first)))
        years = (None, *(day.year for day, _ in named))
        return tuple(
            Tick(x=self.start(day), words=words if day.year != year else _bare(words))
            for (day, words), year in zip(named, years, strict=False)
        )

    def _named(self) -> Iterator[tuple[date, str]]:
        for step, length, room in _DAYS:
            if length * self.a_day >= room:
                return self._by_days(step)
        for step, length, room in _MONTHS:
            if length * self.a_day >= room:
                return self._by_months(step)
        return self._by_months(_MONTHS[-1][0])

    def _by_days(self, step: int) -> Iterator[tuple[date, str]]:
        # Weeks are named by their Mondays.
        first = (_MONDAY - self.first.weekday()) % step
        for days in range(first, (self.last - self.first).days + 1, step):
            day = self.first + timedelta(days=days)
            yield day, day_words(day)

    def _by_months(self, step: int) -> Iterator[tuple[date, str]]:
        # Of many years the round ones are named; there is no year 0.
        years = max(step // _A_YEAR, 1)
        began = self.first.year - self.first.year % years
        for months in range(0, _A_YEAR * (self.last.year - began + 1), step):
            day = date(max(began + months // _A_YEAR, 1), months % _A_YEAR + 1, 1)
            if self.first <= day <= self.last:
                month_and_year = day_words(day).split(" ", 1)[1]
                yield day, month_and_year if step < _A_YEAR else str(day.year)


def _bare(words: str) -> str:
    """Leave out the year, unless the name is a year."""
    return words.rsplit(" ", 1)[0]
