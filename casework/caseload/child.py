"""One child as a manager sees it in the morning: what is open, who has it, what is due.

>>> from casework import Journey, england
>>> from casework.events import ReferralReceived, WorkerAllocated
>>> journey = Journey.open(england, child="C-0001", born="2015-02-03").record(
...     ReferralReceived(at="2026-03-02"),
...     WorkerAllocated(at="2026-03-03", worker="w-7", team="north"),
... )
>>> seen = today(journey, "2026-03-04")
>>> [one.stage for one in seen.open], [one.worker for one in seen.workers]
(['assessment'], ['w-7'])
"""

from datetime import date

from attrs import frozen

from casework.allocation import Allocation, allocated, team_of
from casework.birth import birth_of
from casework.checking import events_of
from casework.chronology import Happening, in_order
from casework.dates import as_date
from casework.events import Event
from casework.journey import Journey
from casework.standing import open_since
from casework.states.walk import Episode
from casework.timescales import Deadline


@frozen(kw_only=True, eq=False)
class ChildToday:
    """What is open for one child at the end of a day.

    Parameters
    ----------
    journey
        The child's journey.
    day
        The day.
    happened
        The events up to that day, in order.
    episodes
        Every episode up to that day, open or not.
    due
        The deadlines of which something must still come.
    workers
        Who has the case.
    team
        The team that has it, where its workers do not say.
    record
        Which it is of several records under the child's id, counted from 0.
    """

    journey: Journey
    day: date
    happened: tuple[Happening, ...]
    episodes: tuple[Episode, ...]
    due: tuple[Deadline, ...]
    workers: tuple[Allocation, ...]
    team: str | None
    record: int = 0

    @property
    def open(self) -> tuple[Episode, ...]:
        """The episodes that go on: open, and not left so at the end of the case."""
        return tuple(one for one in self.episodes if one.going_on)

    @property
    def born(self) -> date | None:
        """The day of birth, or the day on which the child is expected."""
        events = (one.event for one in self.happened)
        return birth_of(self.journey.child, events, self.journey.jurisdiction.zone)

    def records(self, *kinds: type[Event]) -> bool:
        """Say whether the source would show any of these kinds of events."""
        records = self.journey.chronology.records
        return any(records.has(kind.name) for kind in kinds)


def today(journey: Journey, as_at: date | str, *, record: int = 0) -> ChildToday:
    """See a child at the end of a day.

    Parameters
    ----------
    journey
        The child's journey.
    as_at
        The day.
    record
        Which it is of several records under the child's id, counted from 0.

    Raises
    ------
    BadDate
        When the day cannot be read.
    """
    day, zone = as_date(as_at), journey.jurisdiction.zone
    happened = in_order(events_of(journey.chronology, zone, day), zone)
    episodes = journey.episodes(day)
    since = open_since(episodes, day)
    return ChildToday(
        journey=journey,
        day=day,
        happened=happened,
        episodes=episodes,
        due=journey.due(day),
        workers=allocated(happened, since=since),
        team=team_of(happened, since=since),
        record=record,
    )
