"""When an interval is due, and whether something came in time."""

from collections.abc import Iterable
from datetime import date, datetime

from attrs import frozen

from casework.dates import When, day_of, is_moment
from casework.errors import BadDate, CalendarNotKnown, TermsNotKnown
from casework.evolving import evolve
from casework.law.lengths import By, Choose, UntilField, Within
from casework.law.rule import Timescale
from casework.periods import Period, Unit
from casework.timescales.clock import (
    BIRTH_NOT_KNOWN,
    CALENDAR_NOT_KNOWN,
    NOT_STATED,
    TERMS_NOT_KNOWN,
    Arrival,
    Cause,
    Clock,
    Due,
    told,
)
from casework.timescales.fold import Setting
from casework.timescales.holding import Asked, asks_an_age, holds
from casework.timescales.today import Today
from casework.words import spoken


@frozen(kw_only=True)
class Beginning:
    """Where an interval begins: by which rule, in which series, and from what."""

    rule: Timescale
    index: int
    episode: str | None
    series: date
    cause: Cause

    @property
    def within(self) -> Within:
        """How long the interval runs."""
        return self.rule.interval(self.index).within


def starting(beginning: Beginning) -> When:
    """Give the day from which an interval runs, or its moment where moments count."""
    within, cause = beginning.within, beginning.cause
    moments = isinstance(within, Period) and within.is_hours
    if isinstance(within, UntilField):
        moments = is_moment(_stated(within, cause) or cause.day)
    return cause.when if moments else cause.day


def due(beginning: Beginning, today: Today) -> Due:
    """Work out when an interval is due, or why that cannot be worked out."""
    match beginning.within:
        case None:
            return Due(when=None)
        case Period() as period:
            return counted(period, starting(beginning), today.setting)
        case Choose() as choice:
            return _chosen(choice, beginning, today)
        case UntilField() as field:
            return _until(field, beginning.cause)
        case By() as by:
            return Due(when=None, by=by)
        case _:
            return _end_of_term(beginning.cause.day, today.setting)


def _until(field: UntilField, cause: Cause) -> Due:
    stated = _stated(field, cause)
    if stated is None:
        problem = f"the event states no {field.name}"
        return Due(when=None, problem=problem, code=NOT_STATED)
    return Due(when=stated)


def counted(period: Period, starts: When, setting: Setting) -> Due:
    """Count a period from a day or a moment."""
    try:
        when = period.due(starts, setting.calendar, setting.zone)
    except (BadDate, CalendarNotKnown) as problem:
        why, code = str(problem), CALENDAR_NOT_KNOWN
        return Due(when=None, length=period, problem=why, code=code)
    provisional = _provisional(period, when, setting)
    return Due(when=when, length=period, provisional=provisional)


def _chosen(choice: Choose, beginning: Beginning, today: Today) -> Due:
    asked = today.asked(beginning.episode, beginning.series)
    by_age = False
    for condition, period in choice.options:
        by_age = by_age or asks_an_age(condition)
        if by_age and asked.fold.born is None:
            problem = "its length depends on an age, and no date of birth is known"
            return Due(when=None, problem=problem, code=BIRTH_NOT_KNOWN)
        if condition is None or holds(condition, asked):
            last = counted(period, starting(beginning), today.setting)
            return _by_age(last, asked) if by_age else last
    return Due(when=None, problem="none of the rule's conditions can be judged")


def _by_age(last: Due, asked: Asked) -> Due:
    birth = asked.fold.birth
    if birth is None:
        return last
    since = spoken(birth.day, asked.setting.zone)
    step = f"The child's age is known since {since}: {told(birth)}."
    return evolve(last, steps=(step,), used=(str(birth.event.id),))


def _stated(field: UntilField, cause: Cause) -> When | None:
    if isinstance(cause, Arrival):
        return None
    stated: When | None = getattr(cause.event, field.name, None)
    return stated


def _end_of_term(day: date, setting: Setting) -> Due:
    if setting.terms is None:
        problem = "no school terms were supplied"
        return Due(when=None, problem=problem, code=TERMS_NOT_KNOWN)
    try:
        term = setting.terms.term_of(day)
    except TermsNotKnown as unknown:
        return Due(when=None, problem=str(unknown), code=TERMS_NOT_KNOWN)
    return Due(when=term.last if term else None)


def _provisional(within: Period, when: When, setting: Setting) -> bool:
    if within.unit is not Unit.WORKING_DAYS:
        return False
    return day_of(when, setting.zone).year > setting.calendar.last_proclaimed


def waits_for(by: By, others: Iterable[Clock], zone: str) -> Due:
    """Give the due day of a clock that waits on another rule's interval.

    It is the other's due day, or the day on which that was met if this is earlier;
    while it has neither, there is none.
    """
    for other in others:
        last = None if other.due.when is None else day_of(other.due.when, zone)
        if other.met is not None and (last is None or other.met.day < last):
            return Due(when=other.met.day, by=by)
        if last is not None:
            return Due(when=last, by=by, provisional=other.due.provisional)
    problem = f"{by.rule} has neither a due day nor been met"
    return Due(when=None, by=by, problem=problem)


def in_time(clock: Clock, when: When, day: date, zone: str) -> bool:
    """Say whether something that came then came on or before the due day or moment.

    Nothing is late that has none.
    """
    last = clock.due.when
    if last is None:
        return True
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
