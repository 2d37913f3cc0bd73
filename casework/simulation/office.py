"""The clock of the office: it counts working days, and stands still in between.

Time in the simulation is a number of working days since the first day: 2.5 is the
middle of the third. A night, a weekend and a holiday take no time, so a duration in
working days is simply added.
"""

from bisect import bisect_left
from datetime import date, datetime, timedelta
from typing import Final

from attrs import field, frozen

from casework.calendars import Calendar
from casework.dates import in_zone, local_moment

OPENS_AT: Final = 9
HOURS: Final = 8


@frozen(kw_only=True)
class Office:
    """The working days of one place, from a first day to a last.

    Parameters
    ----------
    calendar
        Which days are working days.
    zone
        The zone of the place.
    first, last
        The first and the last day of the run.

    Examples
    --------
    >>> from casework import jersey
    >>> office = Office(calendar=jersey.calendar, zone=jersey.zone,
    ...                 first=date(2019, 5, 8), last=date(2019, 5, 31))
    >>> office.day(1)  # 9 May is Liberation Day
    datetime.date(2019, 5, 10)
    """

    calendar: Calendar = field(repr=False)
    zone: str
    first: date
    last: date
    days: tuple[date, ...] = field(init=False, repr=False, eq=False)

    @days.default
    def _working_days(self) -> tuple[date, ...]:
        # What began before the last day may end after it, as far as is known; a last
        # day that is itself not known is refused by the calendar.
        after = min(self.last.year + 1, self.calendar.last.year)
        end = max(self.last, min(date(after, 12, 31), self.calendar.last))
        span = (self.first + timedelta(n) for n in range((end - self.first).days + 1))
        return tuple(day for day in span if self.calendar.is_working_day(day))

    @property
    def end(self) -> float:
        """When the last day is over."""
        return float(bisect_left(self.days, self.last + timedelta(1)))

    def day(self, time: float) -> date:
        """Give the day of a time of the office."""
        return self.days[int(time)]

    def opening(self, day: date) -> float:
        """Give the time at which the office opens on a day, or next after it."""
        return float(bisect_left(self.days, day))

    def time(self, moment: datetime) -> float:
        """Give the time of the office at a moment, or when it next opens."""
        local = in_zone(moment, self.zone)
        day = local.date()
        opening = self.opening(day)
        if int(opening) == len(self.days) or self.days[int(opening)] != day:
            return opening
        passed = (local.hour - OPENS_AT + local.minute / 60) / HOURS
        return opening + 1.0 if passed >= 1 else opening + max(passed, 0.0)

    def moment(self, time: float) -> datetime:
        """Give the moment of a time of the office, to the minute."""
        passed = int((time - int(time)) * HOURS * 60)
        clock = datetime.combine(self.day(time), datetime.min.time())
        at = clock + timedelta(hours=OPENS_AT, minutes=passed)
        return local_moment(at, self.zone)

    def working_days(self, calendar_days: float) -> float:
        """Give about how many working days a number of days of the calendar is."""
        return calendar_days * len(self.days) / ((self.days[-1] - self.first).days + 1)
