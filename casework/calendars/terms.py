"""School terms, which the caller supplies: a school day is a day of one school.

No official list that a program can read exists for Jersey or for England, so a day
outside the terms supplied is an error, never a guess.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final

from attrs import field, frozen

from casework.dates import as_date
from casework.errors import BadDate, TermsNotKnown

SATURDAY: Final = 5


def _days(values: Iterable[date | str]) -> tuple[date, ...]:
    """Read days."""
    return tuple(as_date(value) for value in values)


@frozen
class Term:
    """One term of a school, or one half of it.

    Parameters
    ----------
    first, last
        The first and the last day of the term.
    closed
        The days of it without a session: half term, public holidays, staff training.
    name
        What the school calls it.

    Raises
    ------
    BadDate
        If it ends before it starts, or a closed day lies outside it.

    Examples
    --------
    >>> Term("2026-09-07", "2026-12-18", name="Autumn").last
    datetime.date(2026, 12, 18)
    """

    first: date = field(converter=as_date)
    last: date = field(converter=as_date)
    closed: tuple[date, ...] = field(default=(), converter=_days, kw_only=True)
    name: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a term that cannot be right."""
        if self.last < self.first:
            raise BadDate(f"The term from {self.first} ends before it, on {self.last}.")
        for day in self.closed:
            if day not in self:
                raise BadDate(
                    f"{day} is closed in the term from {self.first} to {self.last}, "
                    "but lies outside it: check the year."
                )

    def __contains__(self, day: date) -> bool:
        """Say whether a day lies in the term, school day or not."""
        return self.first <= day <= self.last


def _in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Put terms in the order in which they are taught."""
    return tuple(sorted(terms, key=lambda term: term.first))


@frozen
class SchoolTerms:
    """The terms of one school, or of schools that share them.

    Parameters
    ----------
    terms
        The terms, in any order. The days between two of them are holidays.
    source
        Where the terms were read, and when.

    Raises
    ------
    TermsNotKnown
        If there are none.
    BadDate
        If two of them overlap.

    Examples
    --------
    >>> made_up = SchoolTerms([Term("2026-09-07", "2026-12-18")], "an invented school")
    >>> made_up.is_school_day("2026-09-12")
    False
    """

    terms: tuple[Term, ...] = field(converter=_in_order)
    source: str

    def __attrs_post_init__(self) -> None:
        """Refuse terms that leave the answer open."""
        if not self.terms:
            raise TermsNotKnown("No terms were supplied: give at least one Term.")
        for one, other in pairwise(self.terms):
            if other.first <= one.last:
                raise BadDate(
                    f"The term to {one.last} overlaps the term from {other.first}: "
                    "check both against the source."
                )

    def is_school_day(self, day: date | str) -> bool:
        """Say whether there is school: Monday to Friday, in term, not closed.

        Raises
        ------
        TermsNotKnown
            If the day is outside the terms supplied.
        """
        known = self._known(day)
        term = self.term_of(known)
        in_session = term is not None and known not in term.closed
        return in_session and known.weekday() < SATURDAY

    def term_of(self, day: date | str) -> Term | None:
        """Give the term in which a day lies, or None in the holidays between terms.

        Raises
        ------
        TermsNotKnown
            If the day is outside the terms supplied.
        """
        known = self._known(day)
        return next((term for term in self.terms if known in term), None)

    def ending_between(self, after: date | str, to: date | str) -> tuple[Term, ...]:
        """List the terms that end after one day, up to and including another.

        Raises
        ------
        TermsNotKnown
            If either day is outside the terms supplied.
        """
        start, end = self._known(after), self._known(to)
        return tuple(term for term in self.terms if start < term.last <= end)

    def _known(self, day: date | str) -> date:
        """Read a day, and refuse one for which no terms were supplied."""
        known = as_date(day)
        first, last = self.terms[0].first, self.terms[-1].last
        if first <= known <= last:
            return known
        raise TermsNotKnown(
            f"{known} is outside the school terms supplied ({self.source}), which run "
            f"from {first} to {last}: supply the terms of that year."
        )
