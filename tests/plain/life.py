"""A child's life as it is walked through: what came so far, and every clock."""

from collections.abc import Iterator
from datetime import date

from attrs import define, field

from casework.calendars import SchoolTerms
from casework.events import (
    CaseClosed,
    ChildDied,
    Event,
    PregnancyEnded,
    ResponsibilityTransferred,
)
from casework.law.conditions import Scope
from casework.law.pack import Law
from casework.law.rule import Timescale
from casework.law.source import InForce
from casework.law.times import Birthday, EachTerm, Qualifies, Start
from tests.plain.clock import Clock
from tests.plain.counting import ONE_DAY, Place, birthday
from tests.plain.holding import Asked, Facts
from tests.plain.record import Told

# What ends everything; after the first two, nothing that starts later is asked either.
FOR_EVER: tuple[type[Event], ...] = (ChildDied, PregnancyEnded)
ENDINGS = (*FOR_EVER, ResponsibilityTransferred, CaseClosed)


@define(kw_only=True)
class Life:
    """What is known of a child, and every clock that started.

    Parameters
    ----------
    law, place, terms
        What it is judged by.
    facts
        Birth, episodes and statuses.
    told, last
        What happened, in order, and the last day.
    past
        What happened so far.
    qualified
        The rules that a status has started, which it does once.
    by_time
        The rules that a day may start by itself, and on what.
    """

    law: Law
    place: Place
    terms: SchoolTerms | None
    facts: Facts
    told: tuple[Told, ...]
    last: date
    past: tuple[Told, ...] = ()
    clocks: list[Clock] = field(factory=list)
    qualified: set[str] = field(factory=set)
    by_time: list[tuple[str, Start]] = field(init=False)

    @by_time.default
    def _what_time_brings(self) -> list[tuple[str, Start]]:
        return [
            (rule, start)
            for rule, versions in self.law.rules.items()
            for start in versions[-1].starts
            if isinstance(start, Birthday | EachTerm | Qualifies)
        ]

    def days(self) -> list[date]:
        """Give every day from the first event on."""
        first = min(one.day for one in self.told)
        return [first + n * ONE_DAY for n in range((self.last - first).days + 1)]

    def version(self, rule: str, day: date) -> Timescale | None:
        """Give the version of a rule that governs what starts on a day."""
        governs = None
        for one in self.law.rules[rule]:
            if isinstance(one.in_force, InForce) or one.in_force <= day:
                governs = one
        if governs is None or (governs.until is not None and day > governs.until):
            return None
        return governs if governs.switched_on else None

    def versions(self, day: date) -> Iterator[Timescale]:
        """Give the version of each rule that governs what starts on a day."""
        for rule in self.law.rules:
            version = self.version(rule, day)
            if version is not None:
                yield version

    def running(self) -> list[Clock]:
        """Give the clocks that are neither met nor ended."""
        return [one for one in self.clocks if one.runs]

    def turns(self, age: int, day: date) -> bool:
        """Say whether the child reaches an age on a day."""
        return self.facts.born is not None and day == birthday(self.facts.born, age)

    def grown(self, day: date) -> date | None:
        """Give the 18th birthday, once it has come."""
        born = self.facts.born
        if born is None:
            return None
        grown = birthday(born, 18)
        return grown if grown <= day else None

    def in_scope(self, clock: Clock, told: Told, scope: Scope) -> bool:
        """Say whether an event is in the scope of a clock."""
        return self.facts.reaches(scope, clock.episode, told)

    def asked(self, day: date, episode: str | None = None) -> Asked:
        """Ask with what came so far."""
        return Asked(day=day, past=self.past, episode=episode)

    def on_the_day(self, day: date, episode: str | None, began: date) -> Asked:
        """Ask with all that was so on a day, whenever on it that happened."""
        past = tuple(one for one in self.told if one.day <= day)
        return Asked(day=day, past=past, episode=episode, began=began)

    def over_since(self, told: Told) -> bool:
        """Say whether everything has ended since an event."""
        after = self.past[self.past.index(told) + 1 :]
        return any(isinstance(one.event, ENDINGS) for one in after)
