"""Allowances: hours in all over a rolling window, and when they run out.

The window is a civil day and so many days before it. Time known only by its day is
taken as the whole of the day, so that an allowance never runs longer than it may.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from attrs import frozen

from casework.chronology import Happening
from casework.dates import (
    When,
    day_of,
    days_after,
    end_of_day,
    hours_after,
    hours_between,
    in_zone,
    is_moment,
    noon,
    start_of_day,
)
from casework.errors import BadDate, CalendarNotKnown
from casework.evolving import evolve
from casework.law.rule import Allowance
from casework.timescales.clock import CALENDAR_NOT_KNOWN, Cause, Clock, Due, event_id
from casework.timescales.fold import Fold, Setting

ONE_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Stretch:
    """Time that counts against an allowance; the end is None while it goes on."""

    start: datetime
    end: datetime | None
    events: tuple[str, ...]


@frozen(kw_only=True)
class Used:
    """How an allowance stands at a moment.

    Parameters
    ----------
    hours_used, hours_left
        In the window that ends with the moment's day.
    runs_out
        When it runs out if the child stays, or would start to stay now.
    """

    hours_used: float
    hours_left: float
    runs_out: datetime


def disregard(fold: Fold, happening: Happening, setting: Setting) -> Fold:
    """Let a court's authority wipe out, for each allowance, the time before it."""
    for rule in setting.law.allowances:
        if any(one.matches(happening.event) for one in rule.forgotten_after):
            before = {**fold.disregarded, rule.id: fold.numbers}
            fold = evolve(fold, disregarded=before)
    return fold


def allowance_due(rule: Allowance, cause: Cause, fold: Fold, setting: Setting) -> Due:
    """Work out when an allowance runs out, if the child stays from a start on."""
    try:
        return _due(rule, cause, fold, setting)
    except (BadDate, CalendarNotKnown) as problem:
        why, code = str(problem), CALENDAR_NOT_KNOWN
        return Due(when=None, length=rule.within, problem=why, code=code)


def _due(rule: Allowance, cause: Cause, fold: Fold, setting: Setting) -> Due:
    start = _start(cause.when, setting)
    earlier = _before(rule, fold, setting)
    expiry = _runs_out(rule, earlier, start, setting)
    rolled = _rolled(rule, earlier, start, expiry, setting)
    told = _told(rule, earlier, start, expiry, setting)
    looked_at = max((*_beside(expiry, setting), day_of(rolled, setting.zone)))
    return Due(
        when=rolled,
        length=rule.within,
        # A holiday that is yet to be proclaimed may move it, though none does now.
        provisional=_moves_on(rule, earlier, start, setting)
        and looked_at.year > setting.calendar.last_proclaimed,
        steps=(told, _ROLLED) if rolled != expiry else (told,),
        used=tuple(event for one in reversed(earlier) for event in one.events),
    )


def used_at(rule: Allowance, fold: Fold, at: datetime, setting: Setting) -> Used:
    """Give the hours used and left at a moment, and when they run out."""
    stretches = _before(rule, fold, setting)
    running = next((one for one in stretches if one.end is None), None)
    used = _hours(stretches, _window(rule, at, setting), at)
    total = float(rule.within.count)
    start = running.start if running else at
    # The stay that runs used nothing before it began.
    expiry = _runs_out(rule, stretches, start, setting)
    runs_out = _rolled(rule, stretches, start, expiry, setting)
    return Used(hours_used=used, hours_left=max(0.0, total - used), runs_out=runs_out)


def _before(rule: Allowance, fold: Fold, setting: Setting) -> tuple[Stretch, ...]:
    # Time before a court's authority is disregarded from then on.
    disregarded = fold.disregarded.get(rule.id, {})
    own = (
        _stretch(one, setting)
        for one in fold.all_clocks()
        if one.rule.id == rule.id
        and one.occurrence > disregarded.get((rule.id, one.episode), 0)
    )
    return tuple(sorted(own, key=lambda one: one.start, reverse=True))


def _stretch(clock: Clock, setting: Setting) -> Stretch:
    last = clock.met or clock.ended
    causes = (clock.start, clock.met or (clock.ended.by if clock.ended else None))
    ids = (event_id(one) for one in causes if one is not None)
    return Stretch(
        start=_start(clock.start.when, setting),
        end=None if last is None else _end(last.when, setting),
        events=tuple(one for one in ids if one is not None),
    )


def _start(when: When, setting: Setting) -> datetime:
    zone = setting.zone
    return in_zone(when, zone) if is_moment(when) else start_of_day(when, zone)


def _end(when: When, setting: Setting) -> datetime:
    zone = setting.zone
    if is_moment(when):
        return in_zone(when, zone)
    return end_of_day(when, zone)


def _window(rule: Allowance, at: datetime, setting: Setting) -> datetime:
    day = day_of(at, setting.zone)
    return start_of_day(days_after(day, 1 - rule.window), setting.zone)


def _hours(stretches: tuple[Stretch, ...], start: datetime, end: datetime) -> float:
    """Add up the hours between two moments, the last stretch coming first.

    Stretches overlap where an end was not recorded: each hour counts once.
    """
    total, reached = 0.0, start
    for one in reversed(stretches):
        first, last = max(one.start, reached), min(one.end or end, end)
        if first < last:
            total, reached = total + hours_between(first, last), last
    return total


def _runs_out(
    rule: Allowance, earlier: tuple[Stretch, ...], start: datetime, setting: Setting
) -> datetime:
    # Day by day: an old stretch slides out of the window at midnight, and only then.
    zone, day = setting.zone, day_of(start, setting.zone)
    while True:
        end = start_of_day(days_after(day, 1), zone)
        window = start_of_day(days_after(day, 1 - rule.window), zone)
        before = _hours(earlier, window, start)
        left = rule.within.count - before
        expiry = hours_after(max(start, window), left, zone)
        if expiry < end:
            return max(expiry, start_of_day(day, zone), start)
        day = days_after(day, 1)


def _rolled(
    rule: Allowance,
    earlier: tuple[Stretch, ...],
    start: datetime,
    expiry: datetime,
    setting: Setting,
) -> datetime:
    """Move an expiry beside a Sunday or a holiday on to noon of the next ordinary day.

    Only where more hours than the rule says were used in the days before the start.
    """
    beside = [day for day in _beside(expiry, setting) if not _ordinary(day, setting)]
    if not beside or not _moves_on(rule, earlier, start, setting):
        return expiry
    return noon(setting.calendar.next_ordinary_day(beside[-1]), setting.zone)


def _beside(expiry: datetime, setting: Setting) -> Iterator[date]:
    # From noon of the day before a day to noon of the day after it.
    day, zone = day_of(expiry, setting.zone), setting.zone
    if expiry <= noon(day, zone):
        yield day - ONE_DAY
    yield day
    if expiry >= noon(day, zone):
        yield day + ONE_DAY


def _ordinary(day: date, setting: Setting) -> bool:
    return setting.calendar.is_ordinary_day(day)


def _moves_on(
    rule: Allowance, earlier: tuple[Stretch, ...], start: datetime, setting: Setting
) -> bool:
    first = _window(rule, start, setting)
    last = start_of_day(day_of(start, setting.zone), setting.zone)
    return _hours(earlier, first, last) > rule.rolls_over.count


_ROLLED = (
    "It would run out beside a Sunday or a holiday, after more than the hours that the "
    "rule says in the days before: it moves on to noon of the next ordinary day."
)


def _told(
    rule: Allowance,
    earlier: tuple[Stretch, ...],
    start: datetime,
    expiry: datetime,
    setting: Setting,
) -> str:
    window = _window(rule, expiry, setting)
    before = _hours(earlier, window, start)
    return (
        f"Of {rule.within} in any {rule.window} days, {before:g} hours were used "
        f"before in the window that begins on {day_of(window, setting.zone)}; "
        f"the rest runs out at {expiry:%H:%M} on {day_of(expiry, setting.zone)}."
    )
