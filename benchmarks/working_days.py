"""Forty-five working days, added and counted, beside holidays and numpy."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

import holidays
import numpy as np

from benchmarks.measure import Row, at_least, in_turn, row
from casework.calendars import england_calendar

START: Final = date(2026, 3, 2)
COUNT: Final = 45
ADDED: Final = f"add {COUNT} working days"
COUNTED: Final = f"count {COUNT} working days"


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure the sum of a due day, and the count of the days up to it."""
    ours = england_calendar()
    due = ours.add(START, COUNT)
    add, count = partial(ours.add, START, COUNT), partial(ours.count, START, due)
    years = range(ours.first.year, ours.last.year + 1)
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=years)
    known = np.busdaycalendar(holidays=[day for day, _ in ours.holidays])
    offset = partial(np.busday_offset, START, COUNT, "backward", busdaycal=known)
    between = partial(np.busday_count, START, due, busdaycal=known)
    nth = partial(theirs.get_nth_working_day, START, COUNT)
    up_to = partial(theirs.get_working_days_count, START, due)
    for what, call, name, peer, times, target in (
        (ADDED, add, "holidays.get_nth_working_day", nth, 50, 150),
        (COUNTED, count, "holidays.get_working_days_count", up_to, 50, 150),
        (ADDED, add, "numpy.busday_offset", offset, 2_000, 10),
        (COUNTED, count, "numpy.busday_count", between, 2_000, 10),
    ):
        pairs, many, few = (1, 1, 1) if tiny else (15, 20_000, times)
        costs = in_turn(call, peer, pairs=pairs, times=(many, few))
        yield row(what, costs, name, at_least(target))
