"""A clock: one interval of a duty, from the event that started it to what ended it."""

from datetime import date

from attrs import frozen

from casework.chronology import Happening
from casework.dates import When
from casework.evolving import evolve
from casework.law.rule import Interval, Timescale


@frozen(kw_only=True)
class Ending:
    """What ended a clock without meeting it.

    Parameters
    ----------
    when
        The day or moment on which it ended.
    released
        Whether the duty fell away, so that it is never late.
    why
        What ended it, in words.
    by
        The event that ended it; None where the 18th birthday did.
    """

    when: When
    day: date
    released: bool
    why: str
    by: Happening | None = None


@frozen(kw_only=True)
class Due:
    """The last day or moment of an interval, and what its counting rested on.

    Parameters
    ----------
    when
        The due day, or moment for hours; None where there is none.
    problem
        Why it is owed but cannot be worked out; empty where it can.
    provisional
        Whether a holiday of a year not yet proclaimed was read.
    """

    when: When | None
    problem: str = ""
    provisional: bool = False


@frozen(kw_only=True, eq=False)
class Clock:
    """One interval of a duty.

    Parameters
    ----------
    rule
        The version of the rule that governs it.
    index
        0 for the first interval of its series, 1 for the next, ...
    episode, occurrence
        The episode of the first start, and its number there, from 1.
    start
        The event from which this interval runs.
    starts
        Its day, or its moment where hours are counted.
    due
        When it is due.
    met, ended
        What met it and what ended it, where something has.
    start_unknown
        Whether the source does not say that the episode began then.
    """

    rule: Timescale
    index: int
    episode: str | None
    occurrence: int
    start: Happening
    starts: When
    due: Due
    met: Happening | None = None
    ended: Ending | None = None
    start_unknown: bool = False

    @property
    def interval(self) -> Interval:
        """The length and source of this interval."""
        return self.rule.interval(self.index)

    @property
    def counts_hours(self) -> bool:
        """Whether it counts elapsed hours."""
        within = self.interval.within
        return within is not None and within.is_hours

    @property
    def running(self) -> bool:
        """Whether nothing has met or ended it yet."""
        return self.met is None and self.ended is None

    def meet(self, happening: Happening) -> "Clock":
        """Give the clock as met by an event."""
        return evolve(self, met=happening)

    def end(self, ending: Ending) -> "Clock":
        """Give the clock as ended."""
        return evolve(self, ended=ending)
