"""Jersey's public holidays as their law has them, written down without the package.

Every year: Good Friday, Easter Monday, the first and the last Monday of May, the last
Monday of August. New Year's Day, Christmas Day and Boxing Day move from a weekend to
the next day that is no holiday; Liberation Day, 9 May, never moves, and on a Sunday it
is no holiday at all. Single days stand in the list, with their reasons.
"""

from datetime import date, timedelta
from typing import Final

# The first whole year under the Act of 2010, and the last that the calendar knows.
FIRST_YEAR: Final = 2011
LAST_YEAR: Final = 2044

SINGLE: Final = {
    date(2011, 4, 29): "a royal wedding",
    date(2012, 6, 4): "the spring holiday, moved to the Diamond Jubilee",
    date(2012, 6, 5): "the Diamond Jubilee",
    date(2020, 5, 8): "75 years since the end of the war in Europe",
    date(2021, 9, 27): "250 years since the Code of 1771",
    date(2022, 6, 2): "the spring holiday, moved to the Platinum Jubilee",
    date(2022, 6, 3): "the Platinum Jubilee",
    date(2022, 9, 19): "the funeral of Queen Elizabeth II",
    date(2023, 5, 8): "the coronation of King Charles III",
    date(2024, 7, 15): "a royal visit",
}
# The last Monday of May of these years gave way to a jubilee.
MOVED: Final = {date(2012, 5, 28), date(2022, 5, 30)}

SATURDAY: Final = 5
SUNDAY: Final = 6
ONE_DAY: Final = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Say whether a day is neither at a weekend nor a public holiday of Jersey."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def holidays(year: int) -> set[date]:
    """Give the public holidays of a year, the weekends' own among them."""
    easter = _easter(year)
    found = {easter - 2 * ONE_DAY, easter + ONE_DAY}
    found |= {_monday(year, 5, first=True), _monday(year, 5), _monday(year, 8)}
    found -= MOVED
    found |= {day for day in SINGLE if day.year == year}
    liberation = date(year, 5, 9)
    found |= {liberation} - {day for day in (liberation,) if day.weekday() == SUNDAY}
    return found | _moving(year)


def _moving(year: int) -> set[date]:
    new_year, christmas = date(year, 1, 1), date(year, 12, 25)
    found = {new_year, christmas, christmas + ONE_DAY}
    for day in sorted(found):
        moved = day
        while moved.weekday() >= SATURDAY or (moved != day and moved in found):
            moved += ONE_DAY
        found.add(moved)
    return found


def _monday(year: int, month: int, *, first: bool = False) -> date:
    days = [date(year, month, number) for number in range(1, 32)]
    mondays = [day for day in days if day.weekday() == 0]
    return mondays[0] if first else mondays[-1]


def _easter(year: int) -> date:
    # The Gregorian computus, as Meeus gives it (Astronomical Algorithms, ch. 8).
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
