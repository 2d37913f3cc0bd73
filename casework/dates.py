"""Days, moments and ages: the only module that imports pendulum.

A *day* is a plain `datetime.date`. A *moment* is a plain `datetime.datetime` that
carries its offset from UTC. It does not carry a zone: Python compares and subtracts
two values of one zone by the clock face, so that an hour is lost or found at a clock
change. Whoever needs the local day or hour names the zone of the jurisdiction.

pendulum is asked only about zones. Its ages, its differences in months and its
`Duration` are wrong for this purpose: it says that somebody born on 22 November 2008
is eighteen on 21 November 2026.
"""

import re
from calendar import isleap, monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import Final, TypeAlias, TypeGuard

import pendulum
from pendulum.tz.exceptions import AmbiguousTime, InvalidTimezone, NonExistingTime

from casework.errors import BadDate, NaiveMoment

When: TypeAlias = date | datetime
"""A day, or a moment with its offset from UTC."""

LEAP_DAY_BIRTHDAY: Final = (3, 1)
"""Month and day on which a child born on 29 February has a birthday in a common year.

An age is reached at the start of the birthday (Family Law Reform Act 1969 s. 9). No
statute that was read says which day stands in for 29 February; 1 March is the usual
English view, and is this library's documented choice.
"""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
    r"(Z|[+-]\d\d:[0-5]\d)?",
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
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise BadDate(f"There is no day {value!r}: {error}.") from error
    raise BadDate(f"{value!r} is not a day: write YYYY-MM-DD, such as 2026-11-23.")


def as_moment(value: object) -> datetime:
    """Read a moment whose place in time is certain.

    Parameters
    ----------
    value
        An aware `datetime` (pendulum's too), or ISO text with an offset or `Z`.

    Raises
    ------
    NaiveMoment
        If it has no offset.
    BadDate
        If it is not a moment, or names a time that the clocks skipped.

    Examples
    --------
    >>> as_moment("2026-11-23T09:40Z").isoformat()
    '2026-11-23T09:40:00+00:00'
    """
    if isinstance(value, str):
        value = _read(value)
    if not isinstance(value, datetime):
        raise BadDate(
            f"{value!r} is not a moment: write 2026-11-23T09:40:00+00:00, "
            "with its offset from UTC."
        )
    moment = _fixed(value)
    if not isinstance(value.tzinfo, timezone):
        _refuse_skipped(value)
    return moment


def as_when(value: object) -> When:
    """Read a day or a moment; text with a `T` or a space in it is a moment.

    Raises
    ------
    BadDate
        If it is neither, or a moment without its offset (`NaiveMoment`).

    Examples
    --------
    >>> as_when("2026-11-23")
    datetime.date(2026, 11, 23)
    """
    timed = isinstance(value, str) and ("T" in value or " " in value)
    return as_moment(value) if timed or isinstance(value, datetime) else as_date(value)


def is_moment(when: When) -> TypeGuard[datetime]:
    """Say whether the hour is known, and not only the day.

    Examples
    --------
    >>> is_moment(as_when("2026-11-23"))
    False
    """
    return isinstance(when, datetime)


def in_zone(moment: datetime, zone: str) -> datetime:
    """Tell a moment by the clocks of a zone, such as `Europe/Jersey`.

    Raises
    ------
    BadDate
        If the zone is unknown, or the moment is naive or out of range.

    Examples
    --------
    >>> in_zone(as_moment("2026-05-08T23:30Z"), "Europe/Jersey").isoformat()
    '2026-05-09T00:30:00+01:00'
    """
    return _fixed(_local(moment, zone))


def day_of(when: When, zone: str) -> date:
    """Give the civil day of a moment in a zone; a day is returned as it is.

    Raises
    ------
    BadDate
        If the zone is unknown, or the moment is naive or out of range.

    Examples
    --------
    >>> day_of(as_moment("2026-05-08T23:30Z"), "Europe/Jersey")
    datetime.date(2026, 5, 9)
    """
    if not isinstance(when, datetime):
        return when
    local = _local(when, zone)
    return date(local.year, local.month, local.day)


def start_of_day(day: date | str, zone: str) -> datetime:
    """Give the first moment of a day in a zone.

    Examples
    --------
    >>> start_of_day("2026-06-01", "Europe/London").isoformat()
    '2026-06-01T00:00:00+01:00'
    """
    return _at(day, time(0), zone)


def noon(day: date | str, zone: str) -> datetime:
    """Give the noon of a day in a zone, to which some periods of custody roll.

    Examples
    --------
    >>> noon("2026-06-01", "Europe/London").isoformat()
    '2026-06-01T12:00:00+01:00'
    """
    return _at(day, time(12), zone)


def local_moment(told: str | datetime, zone: str) -> datetime:
    """Attach a zone to a time told by its clocks, such as a time in a paper note.

    Parameters
    ----------
    told
        ISO text or a `datetime`, without an offset.
    zone
        Whose clocks told it, such as `Europe/Jersey`.

    Raises
    ------
    BadDate
        If it already has an offset, or the clocks of the zone skipped it or told it
        twice: then only the one who wrote it down can say which was meant.

    Examples
    --------
    >>> local_moment("2026-06-01T09:40", "Europe/Jersey").isoformat()
    '2026-06-01T09:40:00+01:00'
    """
    naive = _read(told) if isinstance(told, str) else told
    if naive.tzinfo is not None:
        raise BadDate(f"{told} already has its offset: use in_zone(moment, zone).")
    try:
        return _fixed(_zone(zone).convert(naive, raise_on_unknown_times=True))
    except NonExistingTime as error:
        raise BadDate(
            f"{told} does not exist in {zone}: the clocks went forward over it. "
            "Ask what was meant, and write it with its offset."
        ) from error
    except AmbiguousTime as error:
        raise BadDate(
            f"{told} happened twice in {zone}: the clocks went back over it. "
            f"Write it with its offset, such as {naive.isoformat()}+01:00."
        ) from error


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
        raise _beyond(f"{n} days after {day}") from error


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
        raise _beyond(f"{n} months after {day}") from error


def years_after(day: date | str, n: int) -> date:
    """Give the corresponding day `n` years later; 29 February gives 28 February.

    Examples
    --------
    >>> years_after("2024-02-29", 1)
    datetime.date(2025, 2, 28)
    """
    return months_after(day, 12 * n)


def hours_after(moment: datetime, n: float, zone: str) -> datetime:
    """Give the moment when `n` hours have really passed, told by a zone's clocks.

    Examples
    --------
    >>> hours_after(as_moment("2026-03-28T12:00Z"), 72, "Europe/London").isoformat()
    '2026-03-31T13:00:00+01:00'
    """
    try:
        later = _fixed(moment).astimezone(UTC) + timedelta(hours=n)
    except (OverflowError, ValueError) as error:
        raise _beyond(f"{n} hours after {moment}") from error
    return in_zone(later, zone)


def hours_between(a: datetime, b: datetime) -> float:
    """Give the hours that really passed from `a` to `b`, through clock changes.

    Examples
    --------
    >>> hours_between(as_moment("2026-10-24T12:00+01:00"),
    ...               as_moment("2026-10-25T12:00+00:00"))
    25.0
    """
    return (_fixed(b) - _fixed(a)) / timedelta(hours=1)


def whole_months_between(a: date | str, b: date | str) -> int:
    """Give the most months after `a` that do not go past `b`; negative if `b` is first.

    Examples
    --------
    >>> whole_months_between("2024-11-04", "2025-11-03")
    11
    """
    first, last = as_date(a), as_date(b)
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day and last < months_after(first, months))


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
        raise _beyond(f"A birthday at the age of {age}") from error
    raise BadDate(f"{age} is not an age: nobody has a birthday before birth.")


def iso(when: When) -> str:
    """Write a day or a moment as ISO text, as the files have it.

    Examples
    --------
    >>> iso(as_when("2026-11-23T09:40Z"))
    '2026-11-23T09:40:00+00:00'
    """
    return when.isoformat()


def _anniversary(born: date, year: int) -> date:
    """Give the birthday that falls in a year, by the choice for 29 February."""
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, *LEAP_DAY_BIRTHDAY)
    return date(year, born.month, born.day)


def _read(text: str) -> datetime:
    """Read a date and a time in the one form that the files use."""
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError as error:
        raise BadDate(f"There is no moment {text!r}: {error}.") from error
    raise BadDate(
        f"{text!r} is not a moment: write it as 2026-11-23T09:40:00+00:00, "
        "with its offset from UTC."
    )


def _fixed(moment: datetime) -> datetime:
    """Give the plain moment with its offset, which compares by real time."""
    if type(moment) is datetime and isinstance(moment.tzinfo, timezone):
        return moment
    offset = moment.utcoffset()
    if offset is None:
        raise NaiveMoment(
            f"{moment} has no offset from UTC, so its day is not known: attach the "
            "zone whose clocks told it, as in local_moment(told, 'Europe/Jersey')."
        )
    plain = datetime.combine(moment, moment.time(), timezone(offset))
    return plain.replace(fold=0)


def _refuse_skipped(moment: datetime) -> None:
    """Refuse a time in a zone that its clocks never showed."""
    back = _fixed(moment).astimezone(UTC).astimezone(moment.tzinfo)
    if back.replace(tzinfo=None, fold=0) != moment.replace(tzinfo=None, fold=0):
        raise BadDate(f"{moment} does not exist: the clocks went forward over it.")


def _local(moment: datetime, zone: str) -> datetime:
    """Move a moment to a zone; a naive one would be read by the machine's clock."""
    try:
        return _fixed(moment).astimezone(_zone(zone))
    except OverflowError as error:
        raise _beyond(f"{moment} in {zone}") from error


def _at(day: date | str, clock: time, zone: str) -> datetime:
    """Give a time of a day in a zone, or the first moment after it if skipped."""
    try:
        told = datetime.combine(as_date(day), clock, _zone(zone)).astimezone(UTC)
    except OverflowError as error:
        raise _beyond(f"{clock} on {day} in {zone}") from error
    return in_zone(told, zone)


@cache
def _zone(name: str) -> pendulum.Timezone:
    """Find a zone by its name, once."""
    try:
        return pendulum.timezone(name)
    except InvalidTimezone as error:
        raise BadDate(f"No time zone {name!r}: try Europe/Jersey.") from error


def _beyond(what: str) -> BadDate:
    """Say that a sum left the years that can be written."""
    return BadDate(f"{what} is outside the years 0001 to 9999: check the date typed.")
