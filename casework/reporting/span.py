"""The days that a report covers, and the months in them."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from casework.dates import as_date, days_after, months_after, whole_months_between
from casework.errors import BadPeriod

_YEAR = 365.25


def _day(value: object) -> date:
    return as_date(value)


@frozen
class Span:
    """The days from one to another, both counted in.

    Parameters
    ----------
    first, last
        The first and the last day.

    Raises
    ------
    BadPeriod
        When the last day lies before the first.

    Examples
    --------
    >>> year = Span("2024-04-01", "2025-03-31")
    >>> year.days, year.years, len(year.months())
    (365, 1.0, 12)
    """

    first: date = field(converter=_day)
    last: date = field(converter=_day)

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order."""
        if self.last < self.first:
            raise BadPeriod(
                f"A report from {self.first} to {self.last} covers no day: give the "
                "earlier day first."
            )

    def __contains__(self, day: date) -> bool:
        """Say whether a day is one of them."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """Say from when to when."""
        return f"{self.first} to {self.last}"

    @property
    def words(self) -> str:
        """The days in words, as `1 April 2024 to 31 March 2025`."""
        return f"{in_words(self.first)} to {in_words(self.last)}"

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def years(self) -> float:
        """How many years: whole months are twelfths, other spans go by days."""
        after = days_after(self.last, 1)
        months = whole_months_between(self.first, after)
        if months_after(self.first, months) == after:
            return months / 12
        return self.days / _YEAR

    def months(self) -> tuple["Span", ...]:
        """Give its calendar months; the first and the last may be part of one."""
        return tuple(self._months())

    def _months(self) -> Iterator["Span"]:
        first = self.first
        while first <= self.last:
            end = days_after(months_after(first.replace(day=1), 1), -1)
            yield Span(first, min(end, self.last))
            first = days_after(end, 1)


def in_words(day: date) -> str:
    """Say a day, as `1 April 2024`."""
    return f"{day.day} {day:%B %Y}"
