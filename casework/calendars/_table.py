"""The look-up table of working days, and the days that a count passes over."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from attrs import frozen

SATURDAY: Final = 5
SUNDAY: Final = 6


@frozen
class LeftOut:
    """Days that a count of working days passed over, and why.

    Parameters
    ----------
    first, last
        The first and the last of the days.
    why
        "Saturday and Sunday", or the name of the holiday.

    Examples
    --------
    >>> LeftOut(date(2025, 5, 9), date(2025, 5, 9), "Liberation Day").why
    'Liberation Day'
    """

    first: date
    last: date
    why: str


@cache
def table(
    first: date, last: date, holidays: frozenset[date]
) -> tuple[tuple[date, ...], dict[object, int]]:
    """Give the working days in order, and how many there are up to each day."""
    working: list[date] = []
    up_to: dict[object, int] = {}
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if day.weekday() < SATURDAY and day not in holidays:
            working.append(day)
        up_to[day] = len(working)
    return tuple(working), up_to


def left_out(start: date, end: date, names: Mapping[date, str]) -> tuple[LeftOut, ...]:
    """List what a count of the days after `start`, up to `end`, passes over."""
    found = []
    for number in range(1, (end - start).days + 1):
        day = start + timedelta(days=number)
        if day.weekday() == SATURDAY or (day.weekday() == SUNDAY and number == 1):
            found.append(_weekend(day, end))
        elif day.weekday() < SATURDAY and day in names:
            found.append(LeftOut(day, day, names[day]))
    return tuple(found)


def _weekend(first: date, end: date) -> LeftOut:
    """Give what is left out of a weekend from its first day, or its second."""
    sunday = first + timedelta(days=SUNDAY - first.weekday())
    if first == sunday or end < sunday:
        return LeftOut(first, first, "Sunday" if first == sunday else "Saturday")
    return LeftOut(first, sunday, "Saturday and Sunday")
