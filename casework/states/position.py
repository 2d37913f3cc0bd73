"""Where a child's journey stands: its episodes, and what is still to be judged."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from casework.dates import is_moment
from casework.events import Event
from casework.evolving import evolve
from casework.findings import Finding
from casework.records import EVERYTHING, Records

Dated: TypeAlias = tuple[date, Event]
"""An event and its day in the zone of the jurisdiction."""

Trail: TypeAlias = tuple[Event, Any] | None
"""Events, the last first, each with those before it, which are shared."""

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


def precedes(one: Dated, other: Dated) -> bool:
    """Say whether one event certainly happened before another.

    On one day only two moments can be told apart: where either is known by its day
    alone, neither certainly came first.
    """
    if one[0] != other[0]:
        return one[0] < other[0]
    mine, theirs = one[1].at, other[1].at
    return is_moment(mine) and is_moment(theirs) and mine < theirs


@frozen(kw_only=True)
class Setting:
    """What a journey is read against.

    Parameters
    ----------
    zone
        The zone in which its days begin and end.
    records
        What the source records.
    born
        The date of birth, or the day on which an unborn child is expected; None
        where neither is known.
    """

    zone: str
    records: Records = EVERYTHING
    born: date | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Episode:
    """One episode of one stage, and where it stands.

    Parameters
    ----------
    id, stage, state
        Its opaque id, its stage, and its state in words.
    follows
        The episode that it came out of, if it is linked to one.
    opener
        The event that opened it: the first that was seen of it.
    opened
        The day on which it opened.
    closed
        Whether it is over.
    ended
        What ended it, with its day.
    left
        What left it open, with its day: the end of the child's life, of the case or of
        the authority's responsibility. None once something happens in it again.
    assumed
        Whether its state rests on events that the source does not record.
    beginning_seen
        Whether it was opened by an event that may open one.
    """

    id: str
    stage: str
    state: str
    follows: str | None
    opener: Event
    opened: date
    closed: bool = False
    ended: Dated | None = None
    left: Dated | None = None
    assumed: bool = False
    beginning_seen: bool = True
    # Events at which links look, with their days.
    landmarks: tuple[Dated, ...] = field(default=(), repr=False)
    # The states left on one day, each with what moved the episode, and that day.
    passed: tuple[date, tuple[tuple[str, Event], ...]] | None = field(
        default=None, repr=False
    )
    # The stages of which an episode came out of this one.
    led_to: frozenset[str] = frozenset()
    # The stages of which one may come out of it once the day it ended is over.
    ways_on: frozenset[str] | None = field(default=None, repr=False, eq=False)
    trail: Trail = field(default=None, repr=False, eq=False)

    @property
    def going_on(self) -> bool:
        """Whether it is open, and nothing has left it so."""
        return not self.closed and self.left is None

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that it allowed, in order."""
        found, trail = [], self.trail
        while trail is not None:
            event, trail = trail
            found.append(event)
        return tuple(reversed(found))


@frozen(kw_only=True)
class Verdict:
    """Whether an event was allowed where it stood, and what does not fit about it.

    Parameters
    ----------
    event
        The event.
    number
        Its place in the order, from 0.
    allowed
        Whether the journey allowed it.
    assumed
        Whether it is allowed only because something may have gone unrecorded.
    findings
        What does not fit.
    settled
        Verdicts on events of an earlier day that this event's day made final.
    """

    event: Event
    number: int = 0
    allowed: bool = True
    assumed: bool = False
    findings: tuple[Finding, ...] = ()
    settled: tuple["Verdict", ...] = ()


@frozen(kw_only=True)
class Waiting:
    """An event of the current day that is judged when the day is over."""

    verdict: Verdict
    day: date
    # The episode that it opened, if its link is to be judged.
    episode: str | None = None
    # The episodes beside which it may not stand.
    rivals: tuple[str, ...] = ()


@frozen(kw_only=True)
class Position:
    """Where a child's journey stands after some events; it is never changed.

    Parameters
    ----------
    episodes
        Every episode by its id, in the order in which they opened.
    ended
        The death of the child or the end of the pregnancy.
    closed
        The closing of the case or the transfer of responsibility, until something
        opens again.
    born
        The birth, where it is on the record as an event.
    day
        The day of the last event.
    count
        How many events there were.
    """

    episodes: Mapping[str, Episode] = field(default=_NONE)
    ended: Dated | None = None
    closed: Event | None = None
    born: Dated | None = field(default=None, repr=False)
    day: date | None = None
    count: int = 0
    # The open episodes, and all of them, by stage.
    standing: Mapping[str, tuple[str, ...]] = field(default=_NONE, repr=False)
    by_stage: Mapping[str, tuple[str, ...]] = field(default=_NONE, repr=False)
    # The episodes that opened or ended on the current day.
    today: tuple[str, ...] = field(default=(), repr=False)
    waiting: tuple[Waiting, ...] = field(default=(), repr=False)

    def open_episodes(self, stage: str | None = None) -> tuple[Episode, ...]:
        """Give the open episodes, of one stage or of all."""
        stages = self.standing if stage is None else (stage,)
        ids = (one for name in stages for one in self.standing.get(name, ()))
        return tuple(self.episodes[one] for one in ids)

    def left_open(self, dated: Dated) -> "Position":
        """Give the position with every open episode left so, by an event on its day."""
        left = {
            one.id: evolve(one, left=one.left or dated) for one in self.open_episodes()
        }
        return evolve(self, episodes={**self.episodes, **left})

    def latest(self, stage: str) -> Episode | None:
        """Give the episode of a stage that opened last, if it has one."""
        ids = self.by_stage.get(stage)
        return self.episodes[ids[-1]] if ids else None

    def episodes_of(self, stage: str) -> tuple[Episode, ...]:
        """Give every episode of a stage, in the order in which they opened."""
        return tuple(self.episodes[one] for one in self.by_stage.get(stage, ()))

    def put(self, episode: Episode, *, count: int | None = None) -> "Position":
        """Give the position with an episode as it now stands, after so many events."""
        count = self.count if count is None else count
        before = self.episodes.get(episode.id)
        episodes = {**self.episodes, episode.id: episode}
        if before is not None and before.closed == episode.closed:
            return evolve(self, episodes=episodes, count=count)
        by_stage = self.by_stage
        if before is None:
            by_stage = _moved(by_stage, episode, there=True)
        return evolve(
            self,
            episodes=episodes,
            count=count,
            standing=_moved(self.standing, episode, there=not episode.closed),
            by_stage=by_stage,
            today=(*self.today, episode.id),
        )


def start() -> Position:
    """Give the position of a child of whom nothing is on the record.

    >>> start().episodes
    mappingproxy({})
    """
    return Position()


def lineage(position: Position) -> Mapping[str, tuple[str, str | None, Event]]:
    """Give of every episode its stage, the one it came out of, and its opener."""
    return {
        one.id: (one.stage, one.follows, one.opener)
        for one in position.episodes.values()
    }


def _moved(
    index: Mapping[str, tuple[str, ...]], episode: Episode, *, there: bool
) -> Mapping[str, tuple[str, ...]]:
    ids = index.get(episode.stage, ())
    if there:
        return {**index, episode.stage: (*ids, episode.id)}
    kept = tuple(one for one in ids if one != episode.id)
    return {**index, episode.stage: kept}
