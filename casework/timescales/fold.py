"""The fold: a child's events, a day at a time, into running and finished clocks.

Each day is folded with all its events in order, so that what is known only by its day
can be judged at the day's end. A fold is never changed: a day gives a new one, which
shares what the day did not touch.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeAlias

from attrs import field, frozen

from casework.calendars import Calendar, SchoolTerms
from casework.chronology import Happening
from casework.dates import birthday
from casework.events import ChildBorn
from casework.evolving import evolve
from casework.findings import Finding
from casework.law.conditions import Nth, While
from casework.law.pack import Law
from casework.records import EVERYTHING, Records
from casework.timescales.clock import Clock, Ending
from casework.timescales.scope import Lineage

Chain: TypeAlias = "tuple[Clock, Chain] | None"
ADULT = 18


@frozen(kw_only=True, eq=False)
class Setting:
    """Under which law and calendar a child's events are folded.

    Parameters
    ----------
    law, calendar, zone
        Of the jurisdiction.
    child
        The child's opaque id, for findings.
    terms
        The school terms that the host supplied, if it did.
    records
        What the source records.
    known_at
        The moment after which nothing that was recorded is looked at, if one is given.
    """

    law: Law
    calendar: Calendar
    zone: str
    child: str
    terms: SchoolTerms | None = None
    records: Records = EVERYTHING
    known_at: datetime | None = None


@frozen(kw_only=True)
class Spell:
    """Days on which a state of affairs stood, the last being None while it stands."""

    first: date
    last: date | None = None


@frozen(kw_only=True, order=True)
class Alarm:
    """A day that will bring something by itself.

    Parameters
    ----------
    day, evening
        When it rings; and whether at the end of that day, after what happens on it.
    age
        The birthday that it is, if it is one.
    rule, episode
        The rule that starts, and in which episode, if it is not a birthday.
    why
        What it brings, in words.
    """

    day: date
    evening: bool = False
    # Whoever turns an age does so at the start of the day, before all else of it.
    age: int = field(default=0, order=lambda age: not age)
    rule: str = ""
    episode: str = ""
    why: str = ""


@frozen(kw_only=True, eq=False)
class Fold:
    """Where every clock of a child stands at the end of a day.

    Parameters
    ----------
    day
        The last day folded.
    born, birth
        The child's date of birth, if it is known; and what told it, if an event did.
    over
        What ended every duty for ever: a death, or the end of the pregnancy.
    adult
        The 18th birthday, once it has come: it releases every rule that does not say
        otherwise.
    clocks
        The running clocks, in the order in which they started.
    finished
        The clocks that were met or ended, the last first.
    standing
        The states of affairs that stand open, each with what opened it.
    counted
        How many events of each counted kind came since a state of affairs began.
    numbers
        How many intervals each rule has had in each episode.
    firsts
        The rules whose first start in an episode has come.
    kept
        For rules that count what came earlier: the events that would have met them,
        and met nothing yet.
    spells
        The days of each state of affairs at which a status test looks.
    alarms
        What time will bring, the next first.
    origins
        The events from which a maximum may count.
    disregarded
        For each allowance of which something makes earlier time be disregarded: how
        many intervals each rule had had in each episode when that last came.
    lineage
        Where every episode stood on the last day.
    findings
        What did not fit.
    """

    born: date | None = field(repr=False)
    birth: Happening | None = field(default=None, repr=False)
    day: date = date.min
    over: Ending | None = None
    adult: Ending | None = None
    clocks: tuple[Clock, ...] = ()
    finished: Chain = None
    standing: Mapping[While, Mapping[tuple[str | None, object], Happening]] = field(
        factory=dict
    )
    counted: Mapping[Nth, int] = field(factory=dict)
    numbers: Mapping[tuple[str, str | None], int] = field(factory=dict)
    firsts: frozenset[tuple[str, str | None]] = frozenset()
    kept: Mapping[str, tuple[Happening, ...]] = field(factory=dict)
    spells: Mapping[While, tuple[Spell, ...]] = field(factory=dict)
    # Among them is the 18th birthday, which tells the date of birth.
    alarms: tuple[Alarm, ...] = field(default=(), repr=False)
    origins: tuple[Happening, ...] = ()
    disregarded: Mapping[str, Mapping[tuple[str, str | None], int]] = field(
        factory=dict
    )
    lineage: Lineage = field(factory=dict)
    findings: tuple[Finding, ...] = ()

    def all_clocks(self) -> Iterator[Clock]:
        """Give every clock, finished and running."""
        yield from self.clocks
        chain = self.finished
        while chain is not None:
            clock, chain = chain
            yield clock

    def alarmed(self, *alarms: Alarm) -> "Fold":
        """Set alarms, each once, in the order in which they ring."""
        kept = list(self.alarms)
        for alarm in alarms:
            if alarm not in kept:
                insort(kept, alarm)
        return evolve(self, alarms=tuple(kept))

    def numbered(self, clock: Clock) -> "Fold":
        """Count a clock as the latest interval of its rule in its episode."""
        key = (clock.rule.id, clock.episode)
        numbers = {**self.numbers, key: clock.occurrence}
        return evolve(self, numbers=numbers, clocks=(*self.clocks, clock))

    def next_number(self, rule: str, episode: str | None) -> int:
        """Give the number that the next interval of a rule in an episode has."""
        return self.numbers.get((rule, episode), 0) + 1

    def replaced(self, old: Clock, new: Clock | None) -> "Fold":
        """Put a clock in the place of another, or in no place at all."""
        if new is not None:
            clocks = tuple(new if clock is old else clock for clock in self.clocks)
            return evolve(self, clocks=clocks)
        kept = tuple(clock for clock in self.clocks if clock is not old)
        key = (old.rule.id, old.episode)
        left = min(self.numbers[key], old.occurrence - 1)
        numbers = {**self.numbers, key: left}
        return evolve(self, clocks=kept, numbers=numbers)

    def closed(self) -> "Fold":
        """Put away, at the end of a day, the clocks that were met or ended in it."""
        finished, running = self.finished, []
        for clock in self.clocks:
            if clock.running:
                running.append(clock)
            else:
                finished = (clock, finished)
        return evolve(self, clocks=tuple(running), finished=finished)


def end_all(fold: Fold, ending: Ending, *, only_children: bool = False) -> Fold:
    """End every running clock, because the duties fell away."""
    for clock in fold.clocks:
        if not only_children or clock.rule.released_at_18:
            fold = end_clock(fold, clock, ending)
    return fold


def end_clock(fold: Fold, clock: Clock, ending: Ending) -> Fold:
    """End a clock; a later interval that began on that very day never was."""
    if clock.index and clock.start.day >= ending.day:
        return fold.replaced(clock, None)
    return fold.replaced(clock, clock.end(ending)) if clock.running else fold


def begin(
    born: date | None, setting: Setting, happenings: Iterable[Happening] = ()
) -> Fold:
    """Begin the fold of a child, with an alarm for each birthday that the law looks at.

    Parameters
    ----------
    born
        The date of birth, where the record of the child has it.
    setting
        Law, calendar and zone.
    happenings
        Everything that will be folded, in order. A birth that is told among it is
        known from the beginning: a child's age does not depend on who told it when.
    """
    birth = next(births(happenings), None) if born is None else None
    if birth is not None:
        born = getattr(birth.event, "on", None) or birth.day
    fold = Fold(born=born, birth=birth)
    return fold if born is None else _birthdays(fold, born, setting)


def births(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Give what tells of the birth."""
    return (one for one in happenings if isinstance(one.event, ChildBorn))


def _birthdays(fold: Fold, born: date, setting: Setting) -> Fold:
    # Some systems write the last year that there is for "not yet".
    ages = (a for a in {ADULT, *setting.law.ages} if born.year + a <= date.max.year)
    return fold.alarmed(*(Alarm(day=birthday(born, age), age=age) for age in ages))
