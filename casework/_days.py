"""Days and ages, by plain dates: what `casework.dates` offers of them."""

import re
from calendar import isleap, monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from casework.errors import BadDate

LEAP_DAY_BIRTHDAY: Final = (3, 1)
"""Month and day on which a child born on 29 February has a birthday in a common year.

An age is reached at the start of the birthday (Family Law Reform Act 1969 s. 9). No
statute that was read says which day stands in for 29 February; 1 March is the usual
English view, and is this library's documented choice.
"""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
    r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?",
    re.ASCII,
)


def as_date(value: object) -> date:
    """Read a day, and refuse whatever might be another day somewhere else.

    Parameters
    ----------
    value
        A `date` of the standard library or of pendulum, or text as `YYYY-MM-DD`.

    Raises
    ------
    BadDate
        If it is a moment, or text in any other form, or no such day.

    Examples
    --------
    >>> as_date("2026-11-23")
    datetime.date(2026, 11, 23)
    """
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        raise BadDate(
            f"{value} is a moment where a day is wanted: "
            "use day_of(moment, zone), which says in which zone the day is meant."
        )
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, str):
        return _read(value)
    raise BadDate(f"{value!r} is not a day: write YYYY-MM-DD, such as 2026-11-23.")


@lru_cache(maxsize=10_000)  # a file tells the same few days again and again
def _read(told: str) -> date:
    """Read a day in the one form that the files use."""
    if not _DAY.fullmatch(told):
        raise BadDate(f"{told!r} is not a day: write YYYY-MM-DD, such as 2026-11-23.")
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise BadDate(f"There is no day {told!r}: {error}.") from error


def days_after(day: date | str, n: int) -> date:
    """Give the day `n` calendar days after a day (before it, if `n` is negative).

    Examples
    --------
    >>> days_after("2026-12-28", 7)
    datetime.date(2027, 1, 4)
    """
    try:
        return as_date(day) + timedelta(days=n)
    except OverflowError as error:
        raise beyond(f"{n} days after {day}") from error


def months_after(day: date | str, n: int) -> date:
    """Give the corresponding day `n` months later, or that month's last day.

    Month-end does not follow month-end: count from the anchor, never from a result.
    Source: Dodds v Walker [1981] UKHL, 1 WLR 1027.

    Examples
    --------
    >>> months_after("1978-09-30", 4), months_after("2026-02-28", 3)
    (datetime.date(1979, 1, 30), datetime.date(2026, 5, 28))
    """
    anchor = as_date(day)
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + n, 12)
    try:
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(anchor.day, last))
    except (OverflowError, ValueError) as error:
        raise beyond(f"{n} months after {day}") from error


def years_after(day: date | str, n: int) -> date:
    """Give the corresponding day `n` years later; 29 February gives 28 February.

    Examples
    --------
    >>> years_after("2024-02-29", 1)
    datetime.date(2025, 2, 28)
    """
    return months_after(day, 12 * n)


def whole_months_between(a: date | str, b: date | str) -> int:
    """Give the most months after `a` that do not go past `b`; negative if `b` is first.

    Examples
    --------
    >>> whole_months_between("2024-11-04", "2025-11-03")
    11
    """
    first, last = as_date(a), as_date(b)
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last < months_after(first, months))


def age_on(born: date | str, day: date | str) -> int:
    """Give somebody's age in whole years; negative before birth.

    An age is reached at the start of the birthday (Family Law Reform Act 1969 s. 9).

    Examples
    --------
    >>> age_on("2008-11-22", "2026-11-21"), age_on("2008-11-22", "2026-11-22")
    (17, 18)
    """
    start, today = as_date(born), as_date(day)
    years = today.year - start.year
    return years - (today < _anniversary(start, today.year))


def birthday(born: date | str, age: int) -> date:
    """Give the day on which somebody reaches an age, from its start.

    Raises
    ------
    BadDate
        If the age is negative, or the day is out of range.

    Examples
    --------
    >>> birthday("2008-02-29", 18)
    datetime.date(2026, 3, 1)
    """
    start = as_date(born)
    try:
        if age >= 0:
            return _anniversary(start, start.year + age)
    except (OverflowError, ValueError) as error:
        raise beyond(f"A birthday at the age of {age}") from error
    raise BadDate(f"{age} is not an age: nobody has a birthday before birth.")


def _anniversary(born: date, year: int) -> date:
    """Give the birthday that falls in a year, by the choice for 29 February."""
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, *LEAP_DAY_BIRTHDAY)
    return date(year, born.month, born.day)


def beyond(what: str) -> BadDate:
    """Say that a sum left the years that can be written."""
    return BadDate(f"{what} is outside the years 0001 to 9999: check the date typed.")


def read_moment(value: object) -> datetime:
    """Read a date and a time, in the one form that the files use if it is text."""
    if isinstance(value, datetime):
        return _writable(value)
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError as error:
        raise BadDate(f"There is no moment {value!r}: {error}.") from error
    raise BadDate(
        f"{value!r} is not a moment: write it as 2026-11-23T09:40:00+00:00, "
        "with its offset from UTC."
    )


def _writable(moment: datetime) -> datetime:
    """Refuse what no file can write: before there were zones, towns had their own."""
    offset = moment.utcoffset()
    if offset and offset % timedelta(minutes=1):
        raise BadDate(f"{moment} is told by a town's own clocks: write it in UTC.")
    return moment
