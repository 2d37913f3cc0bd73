"""One step of a lawful history: on in an episode, into a stage, or beside them."""

from datetime import timedelta
from enum import Enum
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from casework.events import ChildBorn, Event
from casework.states import STAGES
from casework.states.walk import Episode
from casework.testing.choosing import one_of
from casework.testing.near import moment_on
from casework.testing.reading import line
from casework.testing.saying import said
from casework.testing.settings import BESIDE
from casework.testing.telling import Telling
from casework.testing.ways import Leg, Wanted, ways_into, ways_on
from casework.testing.when import when

_NOON: Final = 12 * 60


class Way(Enum):
    """How a history goes on."""

    STOP = "stop"
    ON = "on in an episode"
    INTO = "into a stage"
    BESIDE = "beside the episodes"


# The simplest history ends here.
_WAYS: Final = (Way.STOP, *10 * [Way.ON], *8 * [Way.INTO], *2 * [Way.BESIDE])


@st.composite
def a_step(
    draw: st.DrawFn, telling: Telling, stages: tuple[str, ...] | None = None
) -> bool:
    """Tell one thing more, where anything can be told; say whether to go on.

    Parameters
    ----------
    telling
        The history so far.
    stages
        Where it may go on; anywhere, where it is left out.
    """
    way = one_of(draw, _WAYS)
    if way is not Way.STOP and not telling.over:
        _step(draw, telling, way, tuple(STAGES) if stages is None else stages)
    return way is not Way.STOP


def _step(draw: st.DrawFn, telling: Telling, way: Way, stages: tuple[str, ...]) -> bool:
    if way is Way.BESIDE:
        return _beside(draw, telling)
    if way is Way.INTO and draw(into(telling, one_of(draw, stages))):
        return True
    living = telling.living(stages)
    if living:
        return _goes_on(draw, telling, living)
    return way is Way.ON and draw(into(telling, one_of(draw, stages)))


class Told(tuple[Event, ...]):
    """Events that were told, which a failing test prints as plain lines."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Write an event a line."""
        return "; ".join(map(line, self)) or "nothing"


@st.composite
def what_happens(
    draw: st.DrawFn, telling: Telling, stages: tuple[str, ...] | None = None
) -> Told:
    """Tell one thing more, and give the events that it took.

    Parameters
    ----------
    telling, stages
        As in `a_step`.
    """
    before = len(telling.events)
    draw(a_step(telling, stages))
    return Told(telling.events[before:])


@st.composite
def a_late_event(draw: st.DrawFn, telling: Telling) -> Told:
    """An event of an open episode, before the last event, and written down after it.

    It changes no state, so that what was told since stays as it is. None, where there
    is no such event.

    Parameters
    ----------
    telling
        The history so far, which does not learn of it.
    """
    episode = one_of(draw, telling.position.open_episodes() or (None,))
    if episode is None:
        return Told()
    moves = STAGES[episode.stage].leaving[episode.state]
    still = [one for one in moves if one.to is None]
    known = [one for one in still if telling.knows_all(Wanted(one.event))]
    move = one_of(draw, known or [None])
    days = (telling.floor - episode.opened).days
    if move is None or days <= 0:
        return Told()
    at = telling.floor - timedelta(days=1 + one_of(draw, range(days)))
    wanted = Wanted(move.event, move.guards)
    recorded = moment_on(telling.floor + timedelta(days=1), _NOON)
    said_too = said(draw, wanted, at)
    event = move.event(at=at, episode=episode.id, recorded=recorded, **said_too)
    return Told((event,))


@st.composite
def into(draw: st.DrawFn, telling: Telling, stage: str) -> bool:
    """Open an episode of a stage, with what it must come out of; say if it could be.

    What leads up to it, where nothing stands that would, is told plainly and at once:
    no choice is spent on it, so that a history can shrink.

    Parameters
    ----------
    telling
        The history so far.
    stage
        The name of the stage.
    """
    *before, last = _way(draw, telling, stage) or (None,)
    if last is None:
        return False
    return all(telling.tell(leg) for leg in before) and draw(_told(telling, last))


@st.composite
def all_the_way_into(draw: st.DrawFn, telling: Telling, stage: str) -> bool:
    """Open an episode of a stage as `into` does, and vary what leads up to it too.

    Parameters
    ----------
    telling
        The history so far.
    stage
        The name of the stage.
    """
    legs = _way(draw, telling, stage)
    return bool(legs) and all(draw(_told(telling, leg)) for leg in legs)


def _way(draw: st.DrawFn, telling: Telling, stage: str) -> tuple[Leg, ...]:
    """Choose what opens an episode, and the way to there; none, if nothing may."""
    by_event = [
        [
            way
            for way in ways
            if telling.knows_all(*(w for leg in way for w in leg.events))
        ]
        for ways in ways_into(stage, unborn=telling.unborn)
    ]
    possible = [ways for ways in by_event if ways]
    if not possible:
        return ()
    return telling.still_to_tell(one_of(draw, one_of(draw, possible)))


def _goes_on(draw: st.DrawFn, telling: Telling, living: tuple[Episode, ...]) -> bool:
    episode = one_of(draw, living)
    ways = ways_on(episode.stage, episode.state)
    possible = [way for way in ways if telling.knows_all(*way)]
    if not possible:
        return False
    *before, last = one_of(draw, possible)
    # What leads up to it is told plainly, as for `into`.
    led = all(telling.tell_plainly(wanted, episode.id) for wanted in before)
    return led and _happens(draw, telling, last, episode.id)


def _beside(draw: st.DrawFn, telling: Telling) -> bool:
    possible = [one for one in BESIDE if telling.knows_all(Wanted(one))]
    if not possible:
        return False
    kind = one_of(draw, possible)
    if kind is ChildBorn:
        return telling.be_born()
    return _happens(draw, telling, Wanted(kind), None)


@st.composite
def _told(draw: st.DrawFn, telling: Telling, leg: Leg) -> bool:
    telling.be_old_enough(leg.stage)
    episode = telling.new_id(leg.stage)
    first, *rest = leg.events
    event = draw(_event(telling, first, episode))
    parents = telling.parents(event, leg.link)
    opening = evolve(event, follows=one_of(draw, parents) if parents else None)
    return telling.open(opening, leg.link) and all(
        _happens(draw, telling, wanted, episode) for wanted in rest
    )


def _happens(
    draw: st.DrawFn, telling: Telling, wanted: Wanted, episode: str | None
) -> bool:
    event = draw(_event(telling, wanted, episode))
    return telling.take_soon(event)


@st.composite
def _event(
    draw: st.DrawFn, telling: Telling, wanted: Wanted, episode: str | None
) -> Event:
    at = when(draw, telling, wanted.kind)
    return wanted.kind(at=at, episode=episode, **said(draw, wanted, at))
