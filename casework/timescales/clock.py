"""A clock: one interval of a duty, from what started it to what ended it."""

from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from casework.chronology import Happening
from casework.dates import When, is_moment
from casework.evolving import evolve
from casework.law.interval import Interval
from casework.law.lengths import By
from casework.law.rule import Timescale
from casework.periods import Period


@frozen(kw_only=True, eq=False)
class Arrival:
    """A day that came by itself, such as a birthday, and what it brought.

    Parameters
    ----------
    day
        The day.
    why
        What came, in words.
    """

    day: date
    why: str

    @property
    def when(self) -> When:
        """The day."""
        return self.day


Cause: TypeAlias = Happening | Arrival


def told(cause: Cause) -> str:
    """Say what happened, with the id of its event where there is one."""
    if isinstance(cause, Arrival):
        return cause.why
    return f"{cause.event.name.replace('_', ' ')} ({cause.event.id})"


def event_id(cause: Cause) -> str | None:
    """Give the id of the event that happened, where there is one."""
    return None if isinstance(cause, Arrival) else cause.event.id


@frozen(kw_only=True)
class Ending:
    """What ended a clock without meeting it.

    Parameters
    ----------
    when, day
        The day or moment on which it ended.
    released
        Whether the duty fell away, so that it is never late.
    why
        What ended it, in words.
    by
        The event that ended it; None where a birthday did.
    """

    when: When
    day: date
    released: bool
    why: str
    by: Happening | None = None


BIRTH_NOT_KNOWN: Final = "birth_not_known"
CALENDAR_NOT_KNOWN: Final = "calendar_not_known"
TERMS_NOT_KNOWN: Final = "terms_not_known"
NOT_STATED: Final = "date_not_stated"


@frozen(kw_only=True)
class Due:
    """The last day or moment of an interval, and what its counting rested on.

    Parameters
    ----------
    when
        The due day, or moment; None where there is none.
    length
        The period that was counted, where one was.
    problem, code
        Why it is owed but cannot be worked out, in words and as a finding's code;
        empty where it can, or will be.
    provisional
        Whether a holiday of a year not yet proclaimed was read.
    by
        The other rule's interval on which it waits.
    steps, used
        What else went into the sum, in words, and the ids of its events.
    """

    when: When | None
    length: Period | None = None
    problem: str = ""
    code: str = ""
    provisional: bool = False
    by: By | None = None
    steps: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


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
    series
        The day on which its series of intervals began.
    start
        From what this interval runs.
    starts
        Its day, or its moment where moments are compared.
    due
        When it is due.
    met, ended
        What met it and what ended it, where something has.
    moved_by
        The events that moved its due day.
    start_unknown
        Whether the source does not say that the episode began then.
    """

    rule: Timescale
    index: int
    episode: str | None
    occurrence: int
    series: date
    start: Cause
    starts: When
    due: Due
    met: Happening | None = None
    ended: Ending | None = None
    moved_by: tuple[Happening, ...] = ()
    start_unknown: bool = False

    @property
    def interval(self) -> Interval:
        """The length and source of this interval."""
        return self.rule.interval(self.index)

    @property
    def counts_hours(self) -> bool:
        """Whether it is a matter of moments and not of days."""
        hours = self.due.length is not None and self.due.length.is_hours
        return hours or (self.due.when is not None and is_moment(self.due.when))

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
