"""Days and moments near what matters: holidays, month ends, clock changes, due days.

A sum of days goes wrong at an edge: on the day before a holiday, on the last of a
month, an hour after the clocks changed, a day after the due day. Most of these days
stand next to an edge; the rest are any day.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final

from hypothesis import strategies as st

from casework.calendars import Calendar
from casework.dates import When, as_date, birthday, day_of, end_of_day, start_of_day
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england

FIRST_DAY: Final = date(2025, 3, 3)
"""A plain Monday, on which a history begins unless something else matters."""

EARLIEST: Final = date(2013, 4, 15)
"""The first day of the oldest rules that are shipped for England."""

LATEST: Final = date(2034, 12, 31)
"""Far enough from the end of the calendars for every due day to be known."""

BIRTHDAYS: Final = (1, 5, 12, 14, 15, 16, 18, 21, 25)
"""The birthdays that a rule, a visit or a status looks at."""

# Minutes of a day in UTC: midnight, the hour in which the clocks change, the last one.
_EDGES: Final = (0, 1, 59, 60, 61, 119, 120, 720, 1379, 1380, 1439)

_minutes: Final = st.sampled_from(_EDGES) | st.integers(0, 1439)


def days_near(
    jurisdiction: Jurisdiction = england,
    *,
    first: date | str = EARLIEST,
    last: date | str = LATEST,
) -> st.SearchStrategy[date]:
    """Days on which a count goes wrong first, and some plain ones.

    Parameters
    ----------
    jurisdiction
        Whose holidays and clocks.
    first, last
        The first and the last day that may come.

    Examples
    --------
    >>> from hypothesis import find
    >>> in_may = days_near(first="2025-05-02", last="2025-05-31")
    >>> find(in_may, lambda day: day.weekday() == 0)  # the early May bank holiday
    datetime.date(2025, 5, 5)
    """
    start, end = as_date(first), as_date(last)
    edges = [day for day in notable_days(jurisdiction) if start <= day <= end]
    plain = st.dates(start, end)
    return plain | st.sampled_from(edges) if edges else plain


def moments_near(
    jurisdiction: Jurisdiction = england,
    *,
    first: date | str = EARLIEST,
    last: date | str = LATEST,
) -> st.SearchStrategy[datetime]:
    """Moments near midnight and near the hour that a clock change loses or finds.

    Parameters
    ----------
    jurisdiction
        Whose holidays and clocks.
    first, last
        The first and the last day, as UTC has it, that may come.
    """
    days = days_near(jurisdiction, first=first, last=last)
    return st.builds(moment_on, days, _minutes)


def due_days(journey: Journey, as_at: When | str) -> st.SearchStrategy[date]:
    """Due days of a journey as it stands on a day, each with the day either side.

    Where nothing is due, the day that is asked and its neighbours.

    Parameters
    ----------
    journey
        Whose deadlines.
    as_at
        The day as at which they are asked for.
    """
    zone = journey.jurisdiction.zone
    due = [one.due for one in journey.deadlines(as_at) if one.due is not None]
    days = _with_neighbours(day_of(one, zone) for one in due)
    return st.sampled_from(days or _with_neighbours([_day(as_at, zone)]))


def as_ats(journey: Journey) -> st.SearchStrategy[date]:
    """Days on which to ask: those of the events and of the due days, and their edges.

    Parameters
    ----------
    journey
        Whose events and deadlines.
    """
    zone = journey.jurisdiction.zone
    # What happened is known of each event but of those that could not be read.
    known = [one.event.at for one in journey.verdicts()]
    happened = [day_of(at, zone) for at in known] or [FIRST_DAY]
    today = max(happened)
    some_day = st.sampled_from(_with_neighbours(happened))
    later = st.integers(1, 400).map(lambda n: today + timedelta(days=n))
    return st.just(today) | some_day | due_days(journey, today) | later


def notable_days(jurisdiction: Jurisdiction) -> tuple[date, ...]:
    """Give the days of a calendar next to an edge, in order.

    Holidays, the ends of months and the days on which the clocks change, each with the
    day before and the day after.

    Examples
    --------
    >>> from casework import jersey
    >>> date(2025, 5, 8) in notable_days(jersey)  # before Liberation Day
    True
    """
    return _notable(jurisdiction.calendar, jurisdiction.zone)


def next_notable(days: tuple[date, ...], after: date, n: int) -> date:
    """Give the n-th notable day on or after a day; the day itself where none is."""
    place = bisect_left(days, after) + n
    return days[place] if place < len(days) else after


def birthdays(born: date, after: date) -> tuple[date, ...]:
    """Give the birthdays that matter on or after a day, with the days either side."""
    days = _with_neighbours(birthday(born, age) for age in BIRTHDAYS)
    return tuple(day for day in days if day >= after)


def moment_on(day: date, minute: int) -> datetime:
    """Give the moment some minutes into a day, as UTC has it."""
    return datetime.combine(day, time(minute // 60, minute % 60), UTC)


@cache
def _notable(calendar: Calendar, zone: str) -> tuple[date, ...]:
    holidays = (day for day, _ in calendar.holidays)
    months = (
        date(year, month, 1)
        for year in range(calendar.first.year, calendar.last.year + 1)
        for month in range(1, 13)
    )
    days = _with_neighbours((*holidays, *months, *_clock_changes(calendar, zone)))
    return tuple(day for day in days if calendar.first <= day <= calendar.last)


def _clock_changes(calendar: Calendar, zone: str) -> Iterable[date]:
    # The clocks of both places change on a Sunday of March or of October.
    for year in range(calendar.first.year, calendar.last.year):
        for day in (date(year, month, n) for month in (3, 10) for n in range(25, 32)):
            before, after = start_of_day(day, zone), end_of_day(day, zone)
            if before.utcoffset() != after.utcoffset():
                yield day


def _with_neighbours(days: Iterable[date]) -> tuple[date, ...]:
    each = {day + timedelta(days=n) for day in days for n in (-1, 0, 1)}
    return tuple(sorted(each))


def _day(as_at: When | str, zone: str) -> date:
    from casework.dates import as_when

    return day_of(as_when(as_at), zone)
