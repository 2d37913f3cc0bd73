"""Conditions that time brings: ages, terms, the day a period after an event.

None of them is a thing that anybody records, so they start and release clocks by
themselves when their day comes.
"""

from typing import TypeAlias

from attrs import frozen

from casework.law.conditions import First, Nth, On, While
from casework.law.status import StatusTest
from casework.periods import Period


@frozen(kw_only=True)
class Under:
    """While the child is younger than an age, in years."""

    age: int

    def __str__(self) -> str:
        """Say it in words."""
        return f"under {self.age}"


@frozen(kw_only=True)
class Reached:
    """Once the child has reached an age, in years."""

    age: int

    def __str__(self) -> str:
        """Say it in words."""
        return f"from {self.age}"


@frozen(kw_only=True)
class InFirst:
    """While a period since the series of intervals began has not passed."""

    period: Period

    def __str__(self) -> str:
        """Say it in words."""
        return f"in the first {self.period}"


@frozen(kw_only=True)
class Not:
    """The opposite of a condition."""

    of: "Condition"

    def __str__(self) -> str:
        """Say it in words."""
        return f"not {self.of}"


@frozen
class AnyOf:
    """One at least of several conditions."""

    of: tuple["Condition", ...]

    def __str__(self) -> str:
        """Say it in words."""
        return " or ".join(map(str, self.of))


@frozen
class AllOf:
    """Every one of several conditions."""

    of: tuple["Condition", ...]

    def __str__(self) -> str:
        """Say it in words."""
        return " and ".join(map(str, self.of))


@frozen(kw_only=True)
class Given:
    """An event, if conditions hold on its day."""

    of: On
    conditions: tuple["Condition", ...]

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.of}, {' and '.join(map(str, self.conditions))}"


@frozen(kw_only=True)
class Birthday:
    """The day on which the child reaches an age, if conditions hold on it."""

    age: int
    conditions: tuple["Condition", ...] = ()

    def __str__(self) -> str:
        """Say it in words."""
        said = " and ".join(map(str, self.conditions))
        return f"reaching {self.age}{' ' if said else ''}{said}"


@frozen(kw_only=True)
class EachTerm:
    """The beginning of each school term, or of a state of affairs within it."""

    during: While
    conditions: tuple["Condition", ...] = ()

    def __str__(self) -> str:
        """Say it in words."""
        said = " and ".join(map(str, self.conditions))
        return f"each school term {self.during}{' ' if said else ''}{said}"


@frozen(kw_only=True)
class After:
    """The day a period after an event."""

    period: Period
    of: On

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.period} after {self.of}"


@frozen(kw_only=True)
class Qualifies:
    """Having a status: as a start, the first day of it; as a condition, any day."""

    test: StatusTest

    def __str__(self) -> str:
        """Say it in words."""
        return f"with the status of {self.test.title}"


Condition: TypeAlias = (
    While | Under | Reached | InFirst | Qualifies | Not | AnyOf | AllOf
)
Start: TypeAlias = On | First | Nth | Given | Birthday | EachTerm | After | Qualifies
Unless: TypeAlias = On | While
Ending: TypeAlias = On | Birthday


def under(age: int) -> Under:
    """Ask whether the child is younger than an age, in years."""
    return Under(age=age)


def reached(age: int) -> Reached:
    """Ask whether the child has reached an age; before birth nobody has."""
    return Reached(age=age)


def in_first(period: Period) -> InFirst:
    """Ask whether less than a period has passed since the series began."""
    return InFirst(period=period)


def not_(condition: Condition) -> Not:
    """Ask for the opposite of a condition."""
    return Not(of=condition)


def any_of(*conditions: Condition) -> AnyOf:
    """Ask whether one at least of several conditions holds."""
    return AnyOf(conditions)


def all_of(*conditions: Condition) -> AllOf:
    """Ask whether every one of several conditions holds."""
    return AllOf(conditions)


def given(of: On, *conditions: Condition) -> Given:
    """Take an event only where conditions hold on its day."""
    return Given(of=of, conditions=conditions)


def birthday(age: int, *conditions: Condition) -> Birthday:
    """Take the day on which the child reaches an age, where conditions hold on it."""
    return Birthday(age=age, conditions=conditions)


def each_term(during: While, *conditions: Condition) -> EachTerm:
    """Take each school term that runs during a state of affairs."""
    return EachTerm(during=during, conditions=conditions)


def after(period: Period, of: On) -> After:
    """Take the day a period after an event."""
    return After(period=period, of=of)


def qualifies(test: StatusTest) -> Qualifies:
    """Take the day from which the child qualifies under a status test."""
    return Qualifies(test=test)
