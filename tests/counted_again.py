"""Counting with the standard library alone, to set beside what casework counts."""

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from casework.reporting import Report

ONE_DAY = timedelta(days=1)

# Bank holidays in England from Monday to Friday, as gov.uk lists them.
SAID = """
2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2023-12-25 2023-12-26 2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27
2024-08-26 2024-12-25 2024-12-26 2025-01-01
"""
HOLIDAYS = frozenset(map(date.fromisoformat, SAID.split()))


def working_days(start: date, end: date) -> Iterator[date]:
    """Give the working days after one day, up to and with another."""
    day = start
    while day < end:
        day += ONE_DAY
        if day.weekday() < calendar.SATURDAY and day not in HOLIDAYS:
            yield day


def later(day: date, months: int) -> date:
    """Give the day some months later; the last of the month where there is none."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def banded(number: int, *most: int) -> int:
    """Give the number of the band that a number falls in."""
    return sum(number > one for one in most)


def parts(made: Report, id_: str) -> list[int | None]:
    """Give the bands of a figure."""
    return [part.count for part in made.figure(id_).parts]


def share(made: Report, id_: str) -> tuple[float | None, float | None]:
    """Give how many, out of how many."""
    figure = made.figure(id_)
    return figure.numerator, figure.denominator


def in_bands(bands: Iterable[int], size: int) -> list[int]:
    """Give how many there are in each of some bands."""
    found = Counter(bands)
    return [found[number] for number in range(size)]
