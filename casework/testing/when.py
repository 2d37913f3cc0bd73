"""When the next thing happens in a history: soon, or near something that matters."""

from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from casework.dates import When, day_of
from casework.testing.choosing import one_of
from casework.testing.near import birthdays, moment_on, next_notable, notable_days
from casework.testing.telling import Telling

# Each number is a way to choose the next day; the smaller, the plainer. One number and
# not two, so that a history shrinks fast.
_SOON: Final = range(20)
_NOTABLE: Final = range(20, 36)
_LATER: Final = range(36, 52)
_DUE: Final = range(52, 70)
_BIRTHDAY: Final = range(70, 78)
_NUMBERS: Final = range(_BIRTHDAY.stop)

_A_FORTNIGHT: Final = 14
# Most events are known by their day alone; the others happen at a minute of it, in UTC:
# in office hours, near midnight, in the hour in which the clocks change.
_TIMED: Final = (540, 545, 720, 1020, 0, 1, 59, 60, 61, 119, 120, 1379, 1380, 1439)
_MINUTES: Final = (*(2 * len(_TIMED) * [None]), *_TIMED)


def when(draw: st.DrawFn, telling: Telling) -> When:
    """Choose a day or a moment for the next event, not before what has been told.

    Parameters
    ----------
    draw
        Of the strategy that tells the event.
    telling
        The history so far.
    """
    day = min(_day(telling, one_of(draw, _NUMBERS)), telling.ends_by)
    minute = one_of(draw, _MINUTES)
    moment = day if minute is None else moment_on(day, minute)
    # Late in a summer evening, as UTC has it, the next day has begun.
    return day if day_of(moment, telling.place.zone) > telling.ends_by else moment


def _day(telling: Telling, number: int) -> date:
    floor = telling.floor
    if number in _SOON:
        return floor + timedelta(days=number)
    if number in _NOTABLE:
        days = notable_days(telling.place)
        return next_notable(days, floor, number - _NOTABLE.start)
    if number in _LATER:
        return floor + timedelta(days=_A_FORTNIGHT * (number - _LATER.start + 2))
    if number in _DUE:
        return _near_due(telling, number - _DUE.start)
    ahead = birthdays(telling.birth or floor, floor)
    return ahead[(number - _BIRTHDAY.start) % len(ahead)] if ahead else floor


def _near_due(telling: Telling, number: int) -> date:
    """Choose one of the due days that lie ahead, or the day after or before it."""
    days = telling.due()
    index, side = divmod(number, 3)
    day = days[index % len(days)] + timedelta(days=(0, 1, -1)[side])
    return max(day, telling.floor)
