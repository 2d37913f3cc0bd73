"""When an interval is due, and whether something came in time."""

from datetime import date, datetime

from casework.chronology import Happening
from casework.dates import When, day_of, is_moment
from casework.errors import BadDate, CalendarNotKnown
from casework.law.rule import Timescale
from casework.periods import Period, Unit
from casework.timescales.clock import Clock, Due
from casework.timescales.fold import Setting


def starting(rule: Timescale, index: int, start: Happening) -> When:
    """Give the day from which an interval runs, or its moment where hours count."""
    within = rule.interval(index).within
    return start.when if within is not None and within.is_hours else start.day


def due(rule: Timescale, index: int, starts: When, setting: Setting) -> Due:
    """Work out when an interval is due, or why that cannot be worked out."""
    within = rule.interval(index).within
    if within is None:
        return Due(when=None)
    try:
        when = within.due(starts, setting.calendar, setting.zone)
    except (BadDate, CalendarNotKnown) as problem:
        return Due(when=None, problem=str(problem))
    return Due(when=when, provisional=_provisional(within, when, setting))


def _provisional(within: Period, when: When, setting: Setting) -> bool:
    if within.unit is not Unit.WORKING_DAYS:
        return False
    return day_of(when, setting.zone).year > setting.calendar.last_proclaimed


def in_time(clock: Clock, when: When, day: date, zone: str) -> bool:
    """Say whether something that came then came on or before the due day or moment."""
    last = clock.due.when
    if last is None:
        return False
    if not is_moment(last):
        return day <= last
    if is_moment(when) and (is_moment(clock.starts) or _by_its_moment(clock)):
        return when <= last
    return day <= day_of(last, zone)


def overdue(clock: Clock, day: date, end: datetime, zone: str) -> bool:
    """Say whether a running clock is past its due day or moment.

    Parameters
    ----------
    clock
        A clock with a due day or moment.
    day, end
        The day as at which it is judged, and the moment up to which.
    zone
        In which a moment has its day.
    """
    last = clock.due.when
    if last is None:
        return False
    if not is_moment(last):
        return day > last
    if is_moment(clock.starts) or _by_its_moment(clock):
        return last < end
    return day > day_of(last, zone)


def _by_its_moment(clock: Clock) -> bool:
    return clock.rule.judged_at_its_moment
