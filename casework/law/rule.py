"""A rule of law as one declaration that a policy officer can review."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from attrs import evolve, field, frozen

from casework.dates import iso
from casework.errors import BadLaw
from casework.law import interval as brief
from casework.law.conditions import On, Scope
from casework.law.interval import Interval
from casework.law.lengths import Extension, Within
from casework.law.source import (
    ADOPTED_NOTE,
    Adopted,
    Authority,
    Basis,
    Citation,
    InForce,
    Role,
    in_force_day,
)
from casework.law.times import Condition, Ending, Start, Unless
from casework.periods import Period


class Again(StrEnum):
    """What a second starting event does while the clock runs."""

    IGNORE = "ignore"
    NEW = "new"
    RESTART = "restart"

    @property
    def words(self) -> str:
        """Say it in full."""
        return _AGAIN[self]


_AGAIN = {
    Again.IGNORE: "the running clock goes on",
    Again.NEW: "a clock of its own starts",
    Again.RESTART: "the clock starts anew",
}


@frozen(kw_only=True)
class Timescale:
    """A duty with a date: what starts its clock, how long it runs, what meets it.

    Parameters
    ----------
    id
        Stable, such as `england.assessment.conclude`.
    title
        What must have happened, in a few words.
    citation, words
        The source, and what it says, in brief.
    authority, basis
        How strongly the source binds, and how we know it.
    role
        Who has to do it.
    starts
        What starts the clock.
    within
        How long it runs; None for "as soon as possible", which has no due day.
    met_by
        What meets it.
    in_force
        The first day of this version, or NOT_KNOWN, which applies to any start.
    unless
        What keeps the clock from starting.
    ends
        What ends the clock; late if that comes after the due day.
    released_by
        What makes the duty fall away, whatever the day.
    then
        The next intervals, each from the day the last was met; the last repeats.
    before
        Whether something that met it earlier counts: at any time (True), or within
        a period.
    extended_by
        What moves the due day of a running clock.
    family, when, anew_on
        Of the rules of a family at most one runs in an episode: an interval belongs
        to the first whose conditions hold on the day it starts. `anew_on` releases
        what runs and starts the rule's own first interval.
    scope
        How far from the starting episode an event may be, and still count.
    again
        What a second start does while the clock runs.
    released_at_18
        Whether the duty falls away on the 18th birthday.
    until
        The last day of this version, where it was repealed and not replaced.
    adopted_from
        The rule of another place whose number this is.
    note
        What must be said wherever the rule shows.
    switched_on
        False for a rule that applies only where an overlay turns it on.

    Raises
    ------
    BadLaw
        When a part is missing that a lawyer would ask for.
    """

    kind: ClassVar[str] = "timescale"
    # Even where only the day of its start is known.
    judged_at_its_moment: ClassVar[bool] = False

    id: str
    title: str
    citation: Citation
    words: str
    authority: Authority
    basis: Basis
    role: Role
    starts: tuple[Start, ...] = field(converter=brief.starts)
    within: Within
    met_by: tuple[On, ...] = field(converter=brief.conditions)
    in_force: date | InForce = field(converter=in_force_day)
    unless: tuple[Unless, ...] = field(default=(), converter=brief.exceptions)
    ends: tuple[Ending, ...] = field(default=(), converter=brief.endings)
    released_by: tuple[Ending, ...] = field(default=(), converter=brief.endings)
    then: tuple[Interval, ...] = field(default=(), converter=brief.intervals)
    before: bool | Period = False
    extended_by: tuple[Extension, ...] = field(default=(), converter=brief.extensions)
    family: str | None = None
    when: tuple[Condition, ...] = field(default=(), converter=brief.facts)
    anew_on: tuple[On, ...] = field(default=(), converter=brief.conditions)
    scope: Scope = Scope.EPISODE
    again: Again = Again.IGNORE
    released_at_18: bool = True
    until: date | None = field(default=None, converter=brief.day_or_none)
    adopted_from: Adopted | None = None
    note: str = ""
    switched_on: bool = True

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without the parts that a lawyer would ask for."""
        if not (self.id and self.title and self.words and self.citation.title):
            raise BadLaw(f"rule {self.id!r} needs an id, a title, words and a source")
        if (self.basis is Basis.ADOPTED) != (self.adopted_from is not None):
            raise BadLaw(f"rule {self.id!r} is adopted from where?")
        if self.anew_on and self.family is None:
            raise BadLaw(f"rule {self.id!r} starts anew in which family?")
        if self.when and self.family is None:
            raise BadLaw(f"rule {self.id!r} is chosen `when` out of which family?")

    @cached_property
    def intervals(self) -> tuple[Interval, ...]:
        """The first interval and the next ones, each with its own source."""
        return tuple(map(self._filled, (Interval(within=self.within), *self.then)))

    def interval(self, index: int) -> Interval:
        """Give the length and the source of an interval, the first being 0.

        The last interval repeats.
        """
        return self.intervals[min(index, len(self.intervals) - 1)]

    def _filled(self, interval: Interval) -> Interval:
        return evolve(
            interval,
            words=interval.words or self.words,
            basis=interval.basis or self.basis,
            authority=interval.authority or self.authority,
            citation=interval.citation or self.citation,
        )

    def note_on(self, basis: Basis) -> str:
        """Say what must be said wherever a date resting on this rule shows."""
        said = ADOPTED_NOTE if basis is Basis.ADOPTED else ""
        return ". ".join(part for part in (said, self.note) if part)

    def in_force_words(self) -> str:
        """Say from when to when this version applies."""
        start = (
            "not known" if isinstance(self.in_force, InForce) else iso(self.in_force)
        )
        return f"{start} to {iso(self.until)}" if self.until else start


@frozen(kw_only=True)
class Limit(Timescale):
    """A state of affairs that must not outlast a period; met by what ends it."""

    kind: ClassVar[str] = "limit"
    judged_at_its_moment: ClassVar[bool] = True


@frozen(kw_only=True)
class Allowance(Limit):
    """A total over a rolling window, such as 72 hours in any 28 days.

    Parameters
    ----------
    within
        How many hours there are in all.
    window
        In how many days: a civil day and those before it.
    forgotten_after
        What makes all earlier time be disregarded.
    rolls_over
        How many hours before the spell, in the days of the window before it, make an
        expiry beside a Sunday or a holiday move on to noon of the next ordinary day.
    """

    kind: ClassVar[str] = "allowance"

    within: Period
    window: int
    forgotten_after: tuple[On, ...] = field(converter=brief.conditions)
    rolls_over: Period
