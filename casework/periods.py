"""Lengths of time as the law writes them, and how each is counted.

A `Period` is a count and a unit. It has no length in days until it is known from which
day, and by whose calendar, it runs.
"""

import re
from datetime import date
from enum import Enum
from typing import Final, NoReturn, Protocol

from attrs import evolve, field, frozen

from casework.dates import (
    When,
    day_of,
    days_after,
    hours_after,
    is_moment,
    months_after,
    start_of_day,
)
from casework.errors import BadPeriod

AS_SOON_AS_POSSIBLE: Final = None
"""A duty to which the law gives no number: it has no due day and is in no measure."""


class WorkingDays(Protocol):
    """What counting working days needs to know of a calendar."""

    def add(self, day: date, n: int, /) -> date:
        """Give the `n`-th working day after a day."""

    def is_working_day(self, day: date, /) -> bool:
        """Say whether a day is a working day."""


class Unit(Enum):
    """What a period counts."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_WORDS: Final = re.compile(
    r"(?P<count>\d{1,6}) (?P<unit>hour|day|working day|week|month|year)s?"
    r"(?P<inclusive> beginning with the day)?",
    re.ASCII,
)


def _counted(_period: object, _name: object, count: int) -> None:
    """Refuse a count that the law would not write."""
    if type(count) is not int or count < 1:
        raise BadPeriod(
            f"{count!r} is not a count of days or hours: give a whole number from 1. "
            "A duty without a number is AS_SOON_AS_POSSIBLE."
        )


@frozen
class Period:
    """A length of time that runs after a day, or begins with it.

    Parameters
    ----------
    count
        How many, from 1.
    unit
        Of what.
    inclusive
        Whether the starting day is day 1 ("beginning with"), and not day 0.

    Raises
    ------
    BadPeriod
        If the count is not a whole number from 1, or hours are to begin with a day.

    Examples
    --------
    >>> str(weeks(26).beginning_with())
    '26 weeks beginning with the day'
    """

    count: int = field(validator=_counted)
    unit: Unit
    inclusive: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse hours that begin with a day: they run from a moment."""
        if self.inclusive and self.is_hours:
            raise BadPeriod("Hours run from a moment; they cannot begin with a day.")

    @classmethod
    def parse(cls, words: str) -> "Period":
        """Read a period from the words in which it is printed.

        Raises
        ------
        BadPeriod
            If the words are not a count and a unit.

        Examples
        --------
        >>> Period.parse("20 working days") == working_days(20)
        True
        """
        found = _WORDS.fullmatch(words)
        if not found:
            raise BadPeriod(
                f"{words!r} is not a period: write a count and a unit, such as "
                "'20 working days' or '26 weeks beginning with the day'."
            )
        unit = Unit(found["unit"] + "s")
        return cls(int(found["count"]), unit, inclusive=bool(found["inclusive"]))

    @property
    def is_hours(self) -> bool:
        """Whether it counts hours, and so needs a moment to start from."""
        return self.unit is Unit.HOURS

    def beginning_with(self) -> "Period":
        """Give the same period with the starting day as day 1.

        Examples
        --------
        >>> days(8).beginning_with().inclusive
        True
        """
        return evolve(self, inclusive=True)

    def due(self, start: When, calendar: WorkingDays, zone: str) -> When:
        """Give the last day, or for hours the last moment, of the period.

        Parameters
        ----------
        start
            The day or moment from which it runs. Hours from a day run from its start.
        calendar
            Whose working days count.
        zone
            In which zone a moment has its day, such as `Europe/Jersey`.

        Raises
        ------
        CalendarNotKnown
            If working days leave the years for which holidays are known.

        Examples
        --------
        >>> from casework.calendars import england_calendar
        >>> working_days(45).due(date(2026, 3, 2), england_calendar(), "Europe/London")
        datetime.date(2026, 5, 7)
        """
        if not self.is_hours:
            return self.due_day(day_of(start, zone), calendar)
        moment = start if is_moment(start) else start_of_day(start, zone)
        return hours_after(moment, self.count, zone)

    def due_day(self, day: date, calendar: WorkingDays) -> date:
        """Give the last day of a period that counts days.

        Nothing rolls off a weekend or a holiday. Months and years end on the
        corresponding day, or the day before it if they begin with their first day;
        where the last month has no such day, both end with that month.

        Raises
        ------
        BadPeriod
            If the period counts hours.

        Examples
        --------
        >>> from casework.calendars import england_calendar
        >>> weeks(26).beginning_with().due_day(date(2026, 1, 5), england_calendar())
        datetime.date(2026, 7, 5)
        """
        match self.unit:
            case Unit.DAYS:
                return days_after(day, self.count - self.inclusive)
            case Unit.WORKING_DAYS:
                first = self.inclusive and calendar.is_working_day(day)
                return calendar.add(day, self.count - first)
            case Unit.WEEKS:
                return days_after(day, 7 * self.count - self.inclusive)
            case Unit.MONTHS:
                return self._months(day, self.count)
            case Unit.YEARS:
                return self._months(day, 12 * self.count)
            case _:
                raise BadPeriod(f"{self} end at a moment, not on a day: use due().")

    def _months(self, day: date, count: int) -> date:
        """Count months to the corresponding day, by Dodds v Walker [1981] UKHL.

        "Beginning with" ends on the day before it (SI 2018/1082 r. 1.4). If there is
        none, the month's own last day already stands before it.
        """
        last = months_after(day, count)
        return days_after(last, -1) if self.inclusive and last.day == day.day else last

    def __str__(self) -> str:
        """Write the period in words."""
        unit = self.unit.value if self.count > 1 else self.unit.value[:-1]
        suffix = " beginning with the day" if self.inclusive else ""
        return f"{self.count} {unit}{suffix}"

    def __bool__(self) -> NoReturn:
        """Refuse: a period is neither true nor false."""
        raise TypeError(f"{self} is neither true nor false: compare it with `is None`.")

    def __len__(self) -> NoReturn:
        """Refuse: a period has no length in days."""
        raise TypeError(f"{self} has no length in days until a start is known: due().")


def hours(n: int) -> Period:
    """Count hours that really pass, through clock changes.

    Examples
    --------
    >>> str(hours(72))
    '72 hours'
    """
    return Period(n, Unit.HOURS)


def days(n: int) -> Period:
    """Count calendar days.

    Examples
    --------
    >>> str(days(28))
    '28 days'
    """
    return Period(n, Unit.DAYS)


def working_days(n: int) -> Period:
    """Count days that are not a Saturday, a Sunday or a public holiday.

    Examples
    --------
    >>> str(working_days(20))
    '20 working days'
    """
    return Period(n, Unit.WORKING_DAYS)


def weeks(n: int) -> Period:
    """Count weeks of seven calendar days.

    Examples
    --------
    >>> str(weeks(1))
    '1 week'
    """
    return Period(n, Unit.WEEKS)


def months(n: int) -> Period:
    """Count calendar months, to the corresponding day.

    Examples
    --------
    >>> str(months(6))
    '6 months'
    """
    return Period(n, Unit.MONTHS)


def years(n: int) -> Period:
    """Count calendar years, to the corresponding day.

    Examples
    --------
    >>> str(years(1))
    '1 year'
    """
    return Period(n, Unit.YEARS)
