"""Which events count for a clock: those of its episode, its line, or its child."""

from collections.abc import Mapping
from typing import Final, Protocol, TypeAlias

from casework.events import Event
from casework.law.conditions import Scope

FAR: Final = 1_000_000


class Place(Protocol):
    """Where an episode stands: its stage, what it came out of, what opened it."""

    @property
    def stage(self) -> str:
        """The stage it is an episode of."""

    @property
    def follows(self) -> str | None:
        """The episode it came out of, which was opened before it."""

    @property
    def opener(self) -> Event:
        """The event that opened it."""


Lineage: TypeAlias = Mapping[str, Place]


def in_scope(event: Event, episode: str | None, scope: Scope, lineage: Lineage) -> bool:
    """Say whether an event lies within the scope of a clock that runs in an episode."""
    if scope is Scope.CHILD or event.episode == episode:
        return True
    if event.episode is None or episode is None:
        return False
    if scope is Scope.LINE:
        return same_line(event.episode, episode, lineage)
    return _follows(event, episode, lineage)


def distance(event: Event, episode: str | None, lineage: Lineage) -> int:
    """Count the steps back from an event's episode to another, FAR if it is none."""
    steps, here = 0, event.episode
    while here is not None:
        if here == episode:
            return steps
        here, steps = _parent(here, lineage), steps + 1
    return FAR


def same_line(one: str | None, other: str | None, lineage: Lineage) -> bool:
    """Say whether two episodes came, however far back, from the same one."""
    return root(one or "", lineage) == root(other or "", lineage)


def root(episode: str, lineage: Lineage) -> str:
    """Give the episode from which a whole line of episodes came."""
    parent = _parent(episode, lineage)
    while parent is not None:
        episode, parent = parent, _parent(parent, lineage)
    return episode


def _follows(event: Event, episode: str, lineage: Lineage) -> bool:
    # Of a following episode of the starting stage only the event that opens it is in
    # scope, and nothing beyond: a second referral is a story of its own.
    stage = lineage[episode].stage if episode in lineage else None
    here = event.episode
    while here is not None and here != episode:
        place = lineage.get(here)
        if place is None:
            return False
        if place.stage == stage and place.opener is not event:
            return False
        here = place.follows
    return here == episode


def _parent(episode: str, lineage: Lineage) -> str | None:
    place = lineage.get(episode)
    return place.follows if place else None
