"""Days, months, hours and ages, each counted one by one."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from attrs import frozen

from casework.calendars import Calendar
from casework.jurisdictions import Jurisdiction
from casework.law.conditions import On
from casework.periods import Period, Unit

ONE_DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6

When = date | datetime


class OutOfRangeError(Exception):
    """A day for which the holidays are not known."""


@frozen
class Place:
    """Where days begin and end, and which of them are holidays."""

    zone: str
    calendar: Calendar
    holidays: frozenset[date]

    @classmethod
    def of(cls, here: Jurisdiction) -> "Place":
        """Take the zone and the holidays of a jurisdiction; and no more of it."""
        holidays = frozenset(day for day, _ in here.calendar.holidays)
        return cls(here.zone, here.calendar, holidays)

    def is_holiday(self, day: date) -> bool:
        """Say whether a day is a public holiday, of a year that is known."""
        if not self.calendar.first <= day <= self.calendar.last:
            raise OutOfRangeError(day)
        return day in self.holidays

    def works(self, day: date) -> bool:
        """Say whether a day is neither at a weekend nor a public holiday."""
        return day.weekday() < SATURDAY and not self.is_holiday(day)

    def ordinary(self, day: date) -> bool:
        """Say whether a day is neither a Sunday, nor Christmas, nor a holiday."""
        christmas = (day.month, day.day) == (12, 25)
        return not (day.weekday() == SUNDAY or christmas or self.is_holiday(day))

    def day(self, when: When) -> date:
        """Give the day that the clocks of the place showed."""
        if not isinstance(when, datetime):
            return when
        return when.astimezone(ZoneInfo(self.zone)).date()

    def begins(self, day: date) -> datetime:
        """Give the moment at which a day begins."""
        return datetime.combine(day, time(0), ZoneInfo(self.zone)).astimezone(UTC)

    def noon(self, day: date) -> datetime:
        """Give the moment of noon."""
        return datetime.combine(day, time(12), ZoneInfo(self.zone)).astimezone(UTC)


def is_moment(when: When | None) -> bool:
    """Say whether it is a moment, and not a day alone."""
    return isinstance(when, datetime)


def months_after(day: date, count: int) -> date:
    """Go forward month by month; a day that the last month has not is its last."""
    year, month = day.year, day.month
    for _ in range(count):
        month += 1
        if month > 12:
            year, month = year + 1, 1
    for number in (day.day, 30, 29, 28):
        if number <= day.day and _exists(year, month, number):
            return date(year, month, number)
    raise AssertionError(day)


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def birthday(born: date, age: int) -> date:
    """Give the day on which an age is reached: 1 March for a lost 29 February."""
    if _exists(born.year + age, born.month, born.day):
        return date(born.year + age, born.month, born.day)
    return date(born.year + age, 3, 1)


def last_day(period: Period, start: date, place: Place) -> date:
    """Give the last day of a period that counts days, walking to it."""
    if period.unit is Unit.WORKING_DAYS:
        return _working_days(period, start, place)
    if period.unit in (Unit.DAYS, Unit.WEEKS):
        days = period.count * (7 if period.unit is Unit.WEEKS else 1)
        return start + timedelta(days=days - (1 if period.inclusive else 0))
    months = period.count * (12 if period.unit is Unit.YEARS else 1)
    day = months_after(start, months)
    return day - ONE_DAY if period.inclusive and day.day == start.day else day


def _working_days(period: Period, start: date, place: Place) -> date:
    place.is_holiday(start)
    day = start if period.inclusive else start + ONE_DAY
    counted = 0
    while True:
        counted += place.works(day)
        if counted == period.count:
            return day
        day += ONE_DAY


def hours_after(moment: datetime, hours: float) -> datetime:
    """Give the moment when so many hours have really passed."""
    return moment.astimezone(UTC) + timedelta(hours=hours)


def matches(conditions: tuple[On, ...], event: object) -> bool:
    """Say whether an event is one of those named, saying what they ask."""
    return any(says(one, event) for one in conditions)


def says(condition: On, event: object) -> bool:
    """Say whether an event is what a condition names; nothing said is no word."""
    if type(event) not in condition.events:
        return False
    for name, words in condition.where:
        said = getattr(event, name)
        if said is None or said not in words:
            return False
    for name, words in condition.but_not:
        said = getattr(event, name)
        if said is not None and said in words:
            return False
    return all(getattr(event, name) is not None for name in condition.states)
