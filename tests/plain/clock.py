"""A clock: one interval of a rule, for one episode."""

from datetime import date

from attrs import define, field

from casework.law.lengths import Extension
from casework.law.rule import Timescale
from casework.periods import Period
from tests.plain.counting import When
from tests.plain.record import Told


@define(eq=False, kw_only=True)
class Clock:
    """One interval of a rule.

    Parameters
    ----------
    rule, index
        The version that governs it, and its number in its series, from 0.
    episode
        That of the start of its series.
    start, day
        What started it, if an event did, and on which day.
    series
        The intervals of its series, the first one first.
    began
        The day from which its series counts.
    asked_in, term_ends, no_terms
        What opened the state of affairs to which a term belongs, the last day of the
        term, and whether no terms are known.
    moved_by
        What moved its due day.
    met, ended, ended_by, released
        What met it; when it ended, by what, and whether the duty fell away.
    """

    rule: Timescale
    index: int
    episode: str | None
    day: date
    began: date
    start: Told | None = None
    series: list["Clock"] = field(factory=list, repr=False)
    asked_in: Told | None = None
    term_ends: date | None = None
    no_terms: bool = False
    moved_by: list[tuple[Extension, Told]] = field(factory=list)
    met: Told | None = None
    ended: date | None = None
    ended_by: Told | None = None
    released: bool = False

    @property
    def runs(self) -> bool:
        """Whether it is neither met nor ended."""
        return self.met is None and self.ended is None

    @property
    def at(self) -> When:
        """When it started."""
        return self.start.at if self.start else self.day

    @property
    def counts_hours(self) -> bool:
        """Whether it counts hours."""
        within = self.rule.interval(self.index).within
        return isinstance(within, Period) and within.is_hours
