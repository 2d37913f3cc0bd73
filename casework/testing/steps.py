"""One step of a lawful history: on in an episode, into a stage, or beside them."""

from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import Final, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from casework.events import ChildBorn, Event
from casework.states import STAGES
from casework.states.links import Link
from casework.states.moves import events_of
from casework.states.walk import Episode
from casework.testing.saying import dated, fields_of
from casework.testing.telling import Telling, a_day_later
from casework.testing.ways import Leg, Wanted, ways_into
from casework.testing.when import whens

T = TypeVar("T")

_KINDS_BESIDE: Final = (*events_of("oversight"), *events_of("child"))


class Way(Enum):
    """How a history goes on."""

    STOP = "stop"
    ON = "on in an episode"
    INTO = "into a stage"
    BESIDE = "beside the episodes"


# The simplest history ends here.
ways: Final = st.sampled_from(
    [Way.STOP, *10 * [Way.ON], *7 * [Way.INTO], *2 * [Way.BESIDE]]
)


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
    way = draw(ways)
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


@st.composite
def into(draw: st.DrawFn, telling: Telling, stage: str) -> bool:
    """Open an episode of a stage, with what it must come out of; say if it could be.

    Parameters
    ----------
    telling
        The history so far.
    stage
        The name of the stage.
    """
    way = one_of(draw, ways_into(stage, unborn=telling.unborn))
    return all(draw(_told(telling, leg)) for leg in telling.still_to_tell(way))


def _goes_on(draw: st.DrawFn, telling: Telling, living: tuple[Episode, ...]) -> bool:
    episode = one_of(draw, living)
    move = one_of(draw, STAGES[episode.stage].leaving[episode.state])
    return _happens(draw, telling, Wanted(move.event, move.guards), episode.id)


def _beside(draw: st.DrawFn, telling: Telling) -> bool:
    kind = one_of(draw, _KINDS_BESIDE)
    if kind is ChildBorn:
        return telling.be_born()
    return _happens(draw, telling, Wanted(kind), None)


@st.composite
def _told(draw: st.DrawFn, telling: Telling, leg: Leg) -> bool:
    if telling.too_early_for(leg.stage):
        telling.be_born()
    episode = telling.new_id(leg.stage)
    first, *rest = leg.events
    event = draw(_event(telling, first, episode))
    # What may not follow on the day on which it was led up to may do so on the next.
    return (
        _opens(draw, telling, event, leg.link)
        or _opens(draw, telling, a_day_later(event), leg.link)
    ) and all(_happens(draw, telling, wanted, episode) for wanted in rest)


def _opens(draw: st.DrawFn, telling: Telling, event: Event, link: Link) -> bool:
    parents = telling.parents(event, link)
    if not parents:
        return False
    return telling.take(evolve(event, follows=one_of(draw, parents)))


def _happens(
    draw: st.DrawFn, telling: Telling, wanted: Wanted, episode: str | None
) -> bool:
    event = draw(_event(telling, wanted, episode))
    return telling.take(event) or telling.take(a_day_later(event))


@st.composite
def _event(
    draw: st.DrawFn, telling: Telling, wanted: Wanted, episode: str | None
) -> Event:
    at = draw(whens(telling))
    said = dated(wanted.kind, at, draw(fields_of(wanted)))
    return wanted.kind(at=at, episode=episode, **said)


def one_of(draw: st.DrawFn, among: Sequence[T]) -> T:
    """Choose one of several; the first is the simplest."""
    return among[draw(_upto(len(among) - 1))] if len(among) > 1 else among[0]


@cache
def _upto(last: int) -> st.SearchStrategy[int]:
    return st.integers(0, last)
