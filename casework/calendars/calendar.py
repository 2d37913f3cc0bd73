"""One place's working days, over the years for which its holidays are known.

Each set of days that a rule may count has its own name, for the law does not mean the
same by "day", "working day" and "business day". A day outside the known years is an
error, never a guess.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from casework.calendars._table import SATURDAY, SUNDAY, LeftOut, left_out, table
from casework.dates import as_date, days_after
from casework.errors import BadOverlay, BadPeriod, CalendarNotKnown

Holidays: TypeAlias = tuple[tuple[date, str], ...]

CHRISTMAS_DAY: Final = (12, 25)


@frozen(kw_only=True)
class Change:
    """A holiday that a deployer added or took away, and on whose word.

    Parameters
    ----------
    day
        The day.
    name
        The holiday's name, or None if the day is no longer a holiday.
    reason, source
        Why, and where it can be read.

    Examples
    --------
    >>> Change(day=date(2026, 5, 8), name=None, reason="Typed twice", source="Me").day
    datetime.date(2026, 5, 8)
    """

    day: date
    name: str | None
    reason: str
    source: str


def _by_day(holidays: Mapping[date, str]) -> Holidays:
    """Put the holidays in order of day."""
    return tuple(sorted(holidays.items()))


@frozen(kw_only=True)
class Calendar:
    """The working days of one place, over the years that are known.

    Parameters
    ----------
    name
        Whose calendar it is, such as "Jersey".
    version
        Where its days come from, and the changes made to them.
    holidays
        The name of each public holiday, by its day.
    last_proclaimed
        The last year whose holidays are settled; later ones are provisional.
    first, last
        The first and the last day known.
    changes
        The days that were added or taken away.
    assumption
        What is assumed of its working days, to be said wherever they are counted;
        empty where a source defines them.

    Examples
    --------
    >>> may = Calendar(name="Jersey", version="made up", last_proclaimed=2025,
    ...                holidays={date(2025, 5, 9): "Liberation Day"})
    >>> may.add(date(2025, 5, 8), 1)
    datetime.date(2025, 5, 12)
    """

    name: str
    version: str
    holidays: Holidays = field(converter=_by_day, repr=False)
    last_proclaimed: int
    first: date = date(2000, 1, 1)
    last: date = date(2044, 12, 31)
    changes: tuple[Change, ...] = field(default=(), repr=False)
    assumption: str = field(default="", repr=False)
    _names: dict[date, str] = field(init=False, eq=False, repr=False)
    _working: tuple[date, ...] = field(init=False, eq=False, repr=False)
    _up_to: dict[object, int] = field(init=False, eq=False, repr=False)

    @_names.default
    def _look_up_names(self) -> dict[date, str]:
        return dict(self.holidays)

    @_working.default
    def _look_up_working(self) -> tuple[date, ...]:
        return table(self.first, self.last, frozenset(self._names))[0]

    @_up_to.default
    def _look_up_counts(self) -> dict[object, int]:
        return table(self.first, self.last, frozenset(self._names))[1]

    def is_working_day(self, day: date | str) -> bool:
        """Say whether a day is neither a Saturday, a Sunday nor a public holiday.

        Raises
        ------
        CalendarNotKnown
            If the day is out of range; so do all the questions that follow.
        """
        known = self._known(day)
        return known.weekday() < SATURDAY and known not in self._names

    def is_business_day(self, day: date | str) -> bool:
        """Say whether a day is a business day, of which a Saturday is one.

        Not Christmas Day, Good Friday, a Sunday or a bank holiday: Public Holidays and
        Bank Holidays (Jersey) Law 1951 art. 1. Every public holiday is a bank holiday.
        """
        known = self._known(day)
        holiday = known in self._names or (known.month, known.day) == CHRISTMAS_DAY
        return known.weekday() != SUNDAY and not holiday

    def is_ordinary_day(self, day: date | str) -> bool:
        """Say whether a day is neither a Sunday nor a holiday; a Saturday may be one.

        The words of the Children (Secure Accommodation) (Jersey) Order 2005 art. 2 and
        of the Children Act 1989 s. 45(2), which pick the same days as the 1951 Law.
        """
        return self.is_business_day(day)

    def next_ordinary_day(self, day: date | str) -> date:
        """Give the first day after a day that is neither a Sunday nor a holiday."""
        after = days_after(day, 1)
        while not self.is_ordinary_day(after):
            after = days_after(after, 1)
        return after

    def holiday(self, day: date | str) -> str | None:
        """Give the name of the holiday on a day, if there is one."""
        return self._names.get(self._known(day))

    def add(self, day: date | str, n: int) -> date:
        """Give the `n`-th working day after a day; none after it is the day itself.

        Raises
        ------
        CalendarNotKnown
            If the day, or the result, is out of range.
        BadPeriod
            If `n` is negative.
        """
        try:
            count = self._up_to[day]
        except KeyError:
            count = self._up_to[self._known(day)]
        if n <= 0:
            return self._none_after(day, n)
        try:
            return self._working[count + n - 1]
        except IndexError as error:
            raise self._out_of_range(f"{n} working days after {day}") from error

    def count(self, after: date | str, to: date | str) -> int:
        """Count the working days after one day, up to and including another.

        Raises
        ------
        BadPeriod
            If `to` is before `after`.
        """
        try:
            count = self._up_to[to] - self._up_to[after]
        except KeyError:
            return self.count(self._known(after), self._known(to))
        if count <= 0:
            _refuse_backwards(as_date(after), as_date(to))
        return count

    def left_out(self, after: date | str, to: date | str) -> tuple[LeftOut, ...]:
        """List the days after one day, up to another, that are not working days.

        A holiday at a weekend is left out as part of the weekend.

        Raises
        ------
        BadPeriod
            If `to` is before `after`.
        """
        start, end = self._known(after), self._known(to)
        _refuse_backwards(start, end)
        return left_out(start, end, self._names)

    def provisional(self, first: date | str, last: date | str) -> bool:
        """Say whether reading a span of days reads a year not yet proclaimed."""
        years = (self._known(first).year, self._known(last).year)
        return max(years) > self.last_proclaimed

    def with_day(
        self, day: date | str, name: str, *, reason: str, source: str
    ) -> "Calendar":
        """Give the same calendar with one more holiday.

        Raises
        ------
        BadOverlay
            If the day is a holiday already, or the reason or the source is missing.
        """
        known = self._known(day)
        if known in self._names:
            raise BadOverlay(
                f"{known} is a holiday already ({self._names[known]}) in {self.name}: "
                "leave the change out."
            )
        change = Change(day=known, name=name, reason=reason, source=source)
        return self._changed(change, {**self._names, known: name}, "+")

    def without_day(self, day: date | str, *, reason: str, source: str) -> "Calendar":
        """Give the same calendar with one holiday fewer.

        Raises
        ------
        BadOverlay
            If the day is no holiday, or the reason or the source is missing.
        """
        known = self._known(day)
        if known not in self._names:
            raise BadOverlay(f"{known} is no holiday in {self.name}: leave it out.")
        change = Change(day=known, name=None, reason=reason, source=source)
        kept = {other: name for other, name in self.holidays if other != known}
        return self._changed(change, kept, "-")

    def _changed(
        self, change: Change, holidays: dict[date, str], sign: str
    ) -> "Calendar":
        """Give the calendar after a change that says why and on whose word."""
        if not (change.reason.strip() and change.source.strip()):
            raise BadOverlay(
                f"The change of {change.day} in {self.name} needs a reason and a "
                "source, for every due day that rests on it will name them."
            )
        return evolve(
            self,
            version=f"{self.version} {sign}{change.day}",
            holidays=holidays,
            changes=(*self.changes, change),
        )

    def _none_after(self, day: date | str, n: int) -> date:
        """Give the day itself for no working days, and refuse fewer."""
        if n < 0:
            raise BadPeriod(f"{n} working days after {day}: count forwards, from 0.")
        return as_date(day)

    def _known(self, day: date | str) -> date:
        """Read a day, and refuse one for which the holidays are not known."""
        known = as_date(day)
        if self.first <= known <= self.last:
            return known
        raise self._out_of_range(str(known))

    def _out_of_range(self, what: str) -> CalendarNotKnown:
        """Say which calendar does not reach, and how far it does."""
        return CalendarNotKnown(
            f"{what} is outside the calendar of {self.name} ({self.version}), which "
            f"is known from {self.first} to {self.last}: check the date, or supply a "
            "calendar that reaches it."
        )

    def __reduce__(self) -> tuple[partial["Calendar"], tuple[()]]:
        """Pickle what was given; the table is built again, once in a process."""
        given = partial(
            Calendar,
            name=self.name,
            version=self.version,
            holidays=dict(self.holidays),
            last_proclaimed=self.last_proclaimed,
            first=self.first,
            last=self.last,
            changes=self.changes,
            assumption=self.assumption,
        )
        return given, ()


def _refuse_backwards(start: date, end: date) -> None:
    """Refuse to count from a later day to an earlier one."""
    if end < start:
        raise BadPeriod(f"{end} is before {start}: count from the earlier day.")
