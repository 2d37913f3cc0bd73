"""How long an interval runs, where that is not simply a period."""

from typing import TypeAlias

from attrs import field, frozen

from casework.law.conditions import On
from casework.law.times import Condition
from casework.periods import Period


@frozen(kw_only=True)
class Maximum:
    """The longest that a court or an officer may set.

    Parameters
    ----------
    period
        How long, from the start of the interval.
    when
        To which events it applies; to all where this is None.
    further
        Whether it applies to a further one only (True), to the first only (False),
        or to both (None).
    counted_from
        An earlier event from which it counts instead, where there was one.
    """

    period: Period
    when: On | None = None
    further: bool | None = None
    counted_from: On | None = None

    def __str__(self) -> str:
        """Say it in words."""
        said = f"at most {self.period}"
        if self.further is not None:
            said += " (a further one)" if self.further else " (the first)"
        said += f" where {self.when}" if self.when else ""
        return said + (f", from {self.counted_from}" if self.counted_from else "")


@frozen(kw_only=True)
class UntilField:
    """To the day or moment that the starting event itself states.

    Parameters
    ----------
    name
        The field that states it.
    at_most
        What it may not pass; passing it is a finding, and the stated day stands.
    """

    name: str = "until"
    at_most: tuple[Maximum, ...] = ()

    def __str__(self) -> str:
        """Say it in words."""
        limits = "; ".join(str(one) for one in self.at_most)
        return f"the date stated ({limits})" if limits else "the date stated"


@frozen(kw_only=True)
class By:
    """By the due day of another rule's interval on the same line, or when it was met.

    Parameters
    ----------
    rule, occurrence
        The other rule's id, and which of its intervals.
    """

    rule: str
    occurrence: int

    def __str__(self) -> str:
        """Say it in words."""
        return f"by the due day of {self.rule}, number {self.occurrence}"


@frozen
class EndOfTerm:
    """By the end of the school term in which the interval started."""

    def __str__(self) -> str:
        """Say it in words."""
        return "by the end of the school term"


@frozen
class Choose:
    """The first period whose condition holds on the day the interval starts.

    Parameters
    ----------
    options
        Conditions with their periods; None as the last condition means otherwise.
    """

    options: tuple[tuple[Condition | None, Period], ...] = field()

    def __str__(self) -> str:
        """Say it in words."""
        return ", ".join(
            f"{period} {condition}" if condition else f"otherwise {period}"
            for condition, period in self.options
        )


Within: TypeAlias = Period | UntilField | By | EndOfTerm | Choose | None


def until_field(name: str = "until", *at_most: Maximum) -> UntilField:
    """Take the day that the event states, and say what it may not pass."""
    return UntilField(name=name, at_most=at_most)


def by(rule: str, occurrence: int) -> By:
    """Take the due day of another rule's interval, or the day it was met if earlier."""
    return By(rule=rule, occurrence=occurrence)


def choose(*options: tuple[Condition | None, Period]) -> Choose:
    """Take the first period whose condition holds; None stands for otherwise."""
    return Choose(options)


@frozen(kw_only=True)
class Extension:
    """What moves the due day of a running clock.

    Parameters
    ----------
    by
        The event that moves it.
    period
        By how much.
    to
        To how long in all, counted from the start. Where neither this nor `period`
        is given, to the day that the event states.
    up_to
        How far it may move, counted from the start of the interval.
    at_most
        What it may not pass; passing it is a finding, and the stated day stands.
    first
        Of how many intervals, counted from the first, it moves the due day; of all
        where this is None.
    once
        Whether it may move only once; a second time is a finding, and moves nothing.
    """

    by: On
    period: Period | None = None
    to: Period | None = None
    up_to: Period | None = None
    at_most: Period | None = None
    first: int | None = None
    once: bool = False

    def __str__(self) -> str:
        """Say it in words."""
        said = [f"to {self.to} in all"] if self.to is not None else []
        said += [f"by {self.period}"] if self.period is not None else []
        said = said or ["to the date stated"]
        said += [f"up to {self.up_to} in all"] if self.up_to is not None else []
        said += [f"at most {self.at_most} in all"] if self.at_most is not None else []
        said += [f"of the first {self.first}"] if self.first is not None else []
        said += ["once"] if self.once else []
        return f"{self.by}: {', '.join(said)}"
