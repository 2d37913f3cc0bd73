"""When the next thing happens in a history: soon, or near something that matters."""

from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from casework.dates import When, day_of
from casework.events import Event
from casework.testing.choosing import one_of
from casework.testing.near import birthdays, moment_on, next_notable, notable_days
from casework.testing.telling import Telling

# Each number is a way to choose the next day; the smaller, the plainer. One number and
# not two, so that a history shrinks fast.
_SOON: Final = range(20)
_NOTABLE: Final = range(20, 36)
_LATER: Final = range(36, 52)
_DUE: Final = range(52, 76)
_BIRTHDAY: Final = range(76, 84)
_NUMBERS: Final = range(_BIRTHDAY.stop)

# Days from a due day.
_SIDES: Final = (0, 0, 1, -1)
_A_FORTNIGHT: Final = 14
# Most events are known by their day alone; the others happen at a minute of it, in UTC:
# in office hours, near midnight, in the hour in which the clocks change.
_TIMED: Final = (540, 545, 720, 1020, 0, 1, 59, 60, 61, 119, 120, 1379, 1380, 1439)
_MINUTES: Final = (*(2 * len(_TIMED) * [None]), *_TIMED)


def when(draw: st.DrawFn, telling: Telling, kind: type[Event]) -> When:
    """Choose a day or a moment for the next event, not before what has been told.

    Parameters
    ----------
    draw
        Of the strategy that tells the event.
    telling
        The history so far.
    kind
        The kind of event.
    """
    chosen = _day(telling, kind, one_of(draw, _NUMBERS))
    day = min(max(chosen, telling.floor), telling.ends_by)
    minute = one_of(draw, _MINUTES)
    moment = day if minute is None else moment_on(day, minute)
    # Late in a summer evening, as UTC has it, the next day has begun.
    return day if day_of(moment, telling.place.zone) > telling.ends_by else moment


def _day(telling: Telling, kind: type[Event], number: int) -> date:
    floor = telling.floor
    if number in _SOON:
        return floor + timedelta(days=number)
    if number in _NOTABLE:
        days = notable_days(telling.place)
        return next_notable(days, floor, number - _NOTABLE.start)
    if number in _LATER:
        return floor + timedelta(days=_A_FORTNIGHT * (number - _LATER.start + 2))
    if number in _DUE:
        return _near_due(telling.due(kind), number - _DUE.start)
    ahead = birthdays(telling.birth or floor, floor)
    return ahead[(number - _BIRTHDAY.start) % len(ahead)] if ahead else floor


def _near_due(days: tuple[date, ...], number: int) -> date:
    """Choose one of the due days that lie ahead, or the day after or before it."""
    index, side = divmod(number, len(_SIDES))
    return days[index % len(days)] + timedelta(days=_SIDES[side])
