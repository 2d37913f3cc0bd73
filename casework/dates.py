"""Days, moments and ages: the only module that imports pendulum.

A *day* is a plain `datetime.date`. A *moment* is a plain `datetime.datetime` that
carries its offset from UTC. It does not carry a zone: Python compares and subtracts
two values of one zone by the clock face, so that an hour is lost or found at a clock
change. Whoever needs the local day or hour names the zone of the jurisdiction.

pendulum is asked only about zones. Its ages, differences in months and `Duration` are
wrong here: it says that who is born on 22 November 2008 is 18 on 21 November 2026.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Final, TypeAlias, TypeGuard

import pendulum
from pendulum.tz.exceptions import AmbiguousTime, NonExistingTime

from casework._days import (
    LEAP_DAY_BIRTHDAY,
    age_on,
    as_date,
    beyond,
    birthday,
    days_after,
    months_after,
    read_moment,
    whole_months_between,
    years_after,
)
from casework.errors import BadDate, NaiveMoment

__all__ = [
    "LEAP_DAY_BIRTHDAY",
    "When",
    "age_on",
    "as_date",
    "as_moment",
    "as_when",
    "birthday",
    "day_of",
    "days_after",
    "end_of_day",
    "hours_after",
    "hours_between",
    "in_zone",
    "is_moment",
    "iso",
    "local_moment",
    "months_after",
    "noon",
    "start_of_day",
    "whole_months_between",
    "years_after",
]

When: TypeAlias = date | datetime
"""A day, or a moment with its offset from UTC."""


# Clocks behind those of Greenwich had not reached the year 1 on its first day.
_FIRST: Final = datetime(1, 1, 2, tzinfo=UTC)
_LAST: Final = datetime.max.replace(tzinfo=UTC)


def as_moment(value: object) -> datetime:
    """Read a moment: an aware `datetime`, or ISO text with its offset or `Z`.

    Raises
    ------
    NaiveMoment
        If it has no offset.
    BadDate
        If it is not a moment, names a time that the clocks skipped, or lies so far
        back or ahead that other clocks, or a file, cannot tell it.

    Examples
    --------
    >>> as_moment("2026-11-23T09:40Z").isoformat()
    '2026-11-23T09:40:00+00:00'
    """
    told = read_moment(value)
    moment = _fixed(told)
    # A value with a zone, and not an offset, may tell a time that never was.
    if moment is not told and _clock(_shifted(moment, told.tzinfo)) != _clock(told):
        raise BadDate(f"{told} does not exist: the clocks went forward over it.")
    if not _FIRST <= moment <= _LAST:
        raise beyond(f"{told} by other clocks")
    return moment


def as_when(value: object) -> When:
    """Read a day or a moment; text with a `T` or a space in it is a moment.

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
    return _fixed(_shifted(moment, _zone(zone)))


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
    local = _shifted(when, _zone(zone))
    return date(local.year, local.month, local.day)


def start_of_day(day: date | str, zone: str) -> datetime:
    """Give the first moment of a day in a zone.

    Examples
    --------
    >>> start_of_day("2026-06-01", "Europe/London").isoformat()
    '2026-06-01T00:00:00+01:00'
    """
    return _at(as_date(day), time(0), zone)


def end_of_day(day: date | str, zone: str) -> datetime:
    """Give the moment at which a day is over; of the last day there is, its last.

    Examples
    --------
    >>> end_of_day("2026-06-01", "Europe/London").isoformat()
    '2026-06-02T00:00:00+01:00'
    """
    last = as_date(day)
    return _LAST if last == date.max else _at(days_after(last, 1), time(0), zone)


def noon(day: date | str, zone: str) -> datetime:
    """Give the noon of a day in a zone, to which some periods of custody roll.

    Examples
    --------
    >>> noon("2026-06-01", "Europe/London").isoformat()
    '2026-06-01T12:00:00+01:00'
    """
    return _at(as_date(day), time(12), zone)


def local_moment(told: str | datetime, zone: str) -> datetime:
    """Attach a zone to a time told by its clocks, such as a time in a paper note.

    Parameters
    ----------
    told, zone
        ISO text or a `datetime` without an offset, and whose clocks told it.

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
    naive = read_moment(told)
    if naive.tzinfo is not None:
        raise BadDate(f"{told} already has its offset: use in_zone(moment, zone).")
    try:
        return as_moment(_zone(zone).convert(naive, raise_on_unknown_times=True))
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
        raise beyond(f"{n} hours after {moment}") from error
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


def iso(when: When) -> str:
    """Write a day or a moment as ISO text, as the files have it.

    Examples
    --------
    >>> iso(as_when("2026-11-23T09:40Z"))
    '2026-11-23T09:40:00+00:00'
    """
    return when.isoformat()


def _clock(moment: datetime) -> datetime:
    """Give what the clock showed, whosever clock it was."""
    return datetime.combine(moment, moment.time()).replace(fold=0)


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
    return _clock(moment).replace(tzinfo=timezone(offset))


def _shifted(moment: datetime, zone: tzinfo | None) -> datetime:
    """Move a moment to a zone; a naive one would be read by the machine's clock."""
    try:
        return _fixed(moment).astimezone(zone)
    except OverflowError as error:
        raise beyond(f"{moment} in {zone}") from error


@lru_cache(maxsize=10_000)  # every event known only by its day is asked for its end
def _at(day: date, clock: time, zone: str) -> datetime:
    """Give a time of a day in a zone, or the first moment after it if skipped."""
    try:
        told = datetime.combine(day, clock, _zone(zone)).astimezone(UTC)
    except OverflowError as error:
        raise beyond(f"{clock} on {day} in {zone}") from error
    return in_zone(told, zone)


@cache
def _zone(name: str) -> pendulum.Timezone:
    """Find a zone by its name, once."""
    try:
        return pendulum.timezone(name)
    except (OSError, ValueError) as error:
        raise BadDate(f"No time zone {name!r}: try Europe/Jersey.") from error
