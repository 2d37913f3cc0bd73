"""When each clock is due."""

from datetime import date

from attrs import frozen

from casework.events import Event
from casework.law.lengths import By, Choose, Extension, UntilField
from casework.law.rule import Allowance
from casework.periods import Period, Unit
from tests.plain.clock import Clock
from tests.plain.counting import (
    OutOfRangeError,
    When,
    hours_after,
    is_moment,
    last_day,
)
from tests.plain.life import Life
from tests.plain.secure import runs_out


@frozen
class Due:
    """A due day or moment, if there is one; and whether it may yet be proclaimed away.

    Parameters
    ----------
    when
        The day or moment.
    provisional
        Whether a holiday of a year that is not yet proclaimed was read.
    """

    when: When | None = None
    provisional: bool = False


NO_DATE = Due()


def due(life: Life, clock: Clock) -> Due:
    """Give the due day of a clock; none where it lies beyond what can be known."""
    try:
        return _moved(life, clock, _due(life, clock))
    except (OutOfRangeError, OverflowError):
        return NO_DATE


def _due(life: Life, clock: Clock) -> Due:
    if isinstance(clock.rule, Allowance):
        return Due(*runs_out(clock, life))
    match clock.rule.interval(clock.index).within:
        case Period() as period:
            return _after(life, period, clock)
        case Choose() as choose:
            return _chosen(life, choose, clock)
        case UntilField() as field:
            return Due(stated(field, clock))
        case By() as by:
            return _by(life, by, clock)
        case _:
            # The last day of a term, or no day where the law gives no number.
            return Due(clock.term_ends)


def stated(field: UntilField, clock: Clock) -> When | None:
    """Give the day or moment that the starting event states."""
    said: When | None = getattr(clock.start.event, field.name) if clock.start else None
    return said


def _after(life: Life, period: Period, clock: Clock) -> Due:
    if period.is_hours:
        begins = clock.at if is_moment(clock.at) else life.place.begins(clock.day)
        return Due(hours_after(begins, period.count))
    return _counted(life, period, clock.day)


def _counted(life: Life, period: Period, start: date) -> Due:
    last = last_day(period, start, life.place)
    reads = period.unit is Unit.WORKING_DAYS
    return Due(last, reads and last.year > life.place.calendar.last_proclaimed)


def _chosen(life: Life, choose: Choose, clock: Clock) -> Due:
    asked = life.on_the_day(clock.day, clock.episode, clock.began)
    for condition, period in choose.options:
        holds = condition is None or life.facts.holds(condition, asked)
        if holds is None:
            return NO_DATE
        if holds:
            return _after(life, period, clock)
    return NO_DATE


def _by(life: Life, by: By, clock: Clock) -> Due:
    found = _waited_for(life, by, clock)
    if found is None:
        return NO_DATE
    last = due(life, found)
    day = None if last.when is None else life.place.day(last.when)
    if found.met is not None and (day is None or found.met.day < day):
        return Due(found.met.day)
    return Due(day, last.provisional)


def _waited_for(life: Life, by: By, clock: Clock) -> Clock | None:
    # Of its own series, else by its number in its own episode, else on its line.
    ordered = in_order(life)
    for other in ordered:
        here = (other.episode, other.began) == (clock.episode, clock.began)
        if other.rule.id == by.rule and other.index == by.occurrence - 1 and here:
            return other
    counted: dict[str | None, int] = {}
    numbered = []
    for other in ordered:
        if other.rule.id == by.rule:
            counted[other.episode] = counted.get(other.episode, 0) + 1
            if counted[other.episode] == by.occurrence:
                numbered.append(other)
    lines = life.facts.lines
    own = [one for one in numbered if one.episode == clock.episode]
    line = [one for one in numbered if lines.one_line(one.episode, clock.episode)]
    return (*own, *line, None)[0]


def in_order(life: Life) -> list[Clock]:
    """Give the clocks as their occurrences are numbered: as they started."""
    return sorted(life.clocks, key=lambda one: one.day)


def _moved(life: Life, clock: Clock, last: Due) -> Due:
    used: list[Extension] = []
    for extension, told in clock.moved_by:
        late = extension.first is not None and clock.index >= extension.first
        if not late and not (extension.once and extension in used):
            used.append(extension)
            last = _move(life, clock, last, extension, told.event)
    return last


def _move(life: Life, clock: Clock, last: Due, by: Extension, event: Event) -> Due:
    if by.to is not None:
        moved = _counted(life, by.to, clock.day)
    elif by.period is not None:
        if last.when is None:
            return last
        moved = _counted(life, by.period, life.place.day(last.when))
    else:
        until = getattr(event, "until", None)
        if until is None:
            return last
        moved = Due(until)
    if by.up_to is None or moved.when is None:
        return moved
    furthest = last_day(by.up_to, clock.day, life.place)
    beyond = life.place.day(moved.when) > furthest
    return Due(furthest, moved.provisional) if beyond else moved
