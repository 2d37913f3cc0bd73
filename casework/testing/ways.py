"""Ways into a stage: what must have happened before an episode of it may open.

They are read from the links and the moves that each stage declares, and from nothing
else: a new link is a new way on the day on which it is declared.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from casework.events import ContactReceived, Event
from casework.states import STAGES
from casework.states.links import ANY, NOTHING, Guard, Happened, Link
from casework.states.moves import NOT_OPEN, Move


@frozen
class Wanted:
    """An event that is wanted next, and what it must say."""

    kind: type[Event]
    guards: tuple[Guard, ...] = ()

    def words(self, field: str) -> tuple[object, ...]:
        """Give what a field may say; silence, which satisfies every guard, if none."""
        asked = [one.words for one in self.guards if one.field == field]
        words = (word for word in asked[0] if all(word in more for more in asked))
        return tuple(words) or (None,)

    @property
    def plainly(self) -> dict[str, Any]:
        """The fields of the plainest event: the first word of each that is asked."""
        return {one.field: self.words(one.field)[0] for one in self.guards}


@frozen
class Leg:
    """One episode on the way: the stage, and what must happen in it, in order.

    Parameters
    ----------
    stage
        The name of the stage.
    link
        How the episode comes out of the leg before it, or out of nothing.
    events
        What happens in it; the first event opens the episode.
    """

    stage: str
    link: Link
    events: tuple[Wanted, ...]


@cache
def ways_into(
    stage: str, *, unborn: bool = False
) -> tuple[tuple[tuple[Leg, ...], ...], ...]:
    """Give the ways into a stage for each event that opens it, the usual event first.

    For each link and event it is the shortest way, and the shortest of them comes
    first. The last leg of a way is the opening of the stage itself.

    Parameters
    ----------
    stage
        The name of the stage.
    unborn
        Whether the child is not yet born; some links are for such children alone.
    """
    before = _ways_before()
    found: dict[type[Event], list[tuple[Leg, ...]]] = {}
    for link in STAGES[stage].links:
        for opening in openings(stage, link) if unborn or not link.unborn else ():
            way = (*before[link], Leg(stage, link, (opening,)))
            found.setdefault(opening.kind, []).append(way)
    usual_first = sorted(found, key=lambda kind: kind.opens)
    return tuple(tuple(sorted(found[kind], key=_length)) for kind in usual_first)


def openings(stage: str, link: Link) -> Iterator[Wanted]:
    """Give the events that may open an episode of a stage by a link.

    What usually opens one comes first, and what leaves it open before what ends it.
    """
    declared = STAGES[stage]
    moves = sorted(
        declared.leaving[NOT_OPEN],
        key=lambda move: (move.to in declared.final, move.event.opens),
    )
    for move in moves:
        for opener in link.opener or (Happened(move.event),):
            wanted = _both(move, opener)
            if wanted is not None:
                yield wanted


def path_to(stage: str, link: Link, goal: Happened) -> tuple[Wanted, ...]:
    """Give the shortest path from an opening by a link to an event, empty if none."""
    declared = STAGES[stage]
    waiting = deque[tuple[str, tuple[Wanted, ...]]]([(NOT_OPEN, ())])
    seen = {NOT_OPEN}
    while waiting:
        state, path = waiting.popleft()
        for move in declared.leaving[state]:
            for wanted in _as_wanted(move, link, opening=state == NOT_OPEN):
                last = _both(Move(wanted.kind, (), None, wanted.guards), goal)
                if last is not None:
                    return (*path, last)
                if move.to is not None and move.to not in seen:
                    seen.add(move.to)
                    waiting.append((move.to, (*path, wanted)))
    return ()


def _as_wanted(move: Move, link: Link, *, opening: bool) -> Iterator[Wanted]:
    openers = link.opener if opening else ()
    for opener in openers or (Happened(move.event),):
        wanted = _both(move, opener)
        if wanted is not None:
            yield wanted


@cache
def _ways_before() -> dict[Link, tuple[Leg, ...]]:
    """Give of every link the shortest way to where it leads from.

    What comes out of nothing is known at the outset; what comes out of what is known
    is known next, until no way becomes shorter.
    """
    links = [link for stage in STAGES.values() for link in stage.links]
    known = {link: _first_leg(link) for link in links if link.stage in (NOTHING, ANY)}
    changed = True
    while changed:
        changed = False
        for link in links:
            for way in _ways_to(link, known):
                if link not in known or _length(way) < _length(known[link]):
                    known[link], changed = way, True
    return known


def _first_leg(link: Link) -> tuple[Leg, ...]:
    if link.stage == NOTHING:
        return ()
    # Something is open: the front door opens out of nothing.
    door = ContactReceived
    alone = STAGES[door.stage_name].links[0]
    return (Leg(door.stage_name, alone, (Wanted(door),)),)


def _ways_to(
    link: Link, known: Mapping[Link, tuple[Leg, ...]]
) -> Iterator[tuple[Leg, ...]]:
    """Give the ways to where a link leads from, by each link that is known."""
    if link.stage in (NOTHING, ANY):
        return
    for earlier in STAGES[link.stage].links:
        events = _events_before(link, earlier)
        if earlier in known and events and not earlier.unborn:
            yield (*known[earlier], Leg(link.stage, earlier, events))


@cache
def _events_before(link: Link, earlier: Link) -> tuple[Wanted, ...]:
    if link.after is not None:
        return path_to(link.stage, earlier, link.after)
    first = next(openings(link.stage, earlier), None)
    return () if first is None else (first,)


@cache
def ways_on(stage: str, state: str) -> tuple[tuple[Wanted, ...], ...]:
    """Give the shortest path from a state to each move of a stage, the shortest first.

    A choice among them goes as often to what lies deep in a stage as to what is near.

    Parameters
    ----------
    stage, state
        The name of the stage, and where the episode stands.
    """
    declared = STAGES[stage]
    waiting = deque[tuple[str, tuple[Wanted, ...]]]([(state, ())])
    found: dict[Move, tuple[Wanted, ...]] = {}
    seen = {state}
    while waiting:
        here, path = waiting.popleft()
        for move in declared.leaving[here]:
            on = (*path, Wanted(move.event, move.guards))
            found.setdefault(move, on)
            if move.to is not None and move.to not in seen:
                seen.add(move.to)
                waiting.append((move.to, on))
    return tuple(found.values())


@cache
def way_out(stage: str, state: str) -> tuple[Wanted, ...]:
    """Give the fewest events that bring an episode from a state to its end.

    Parameters
    ----------
    stage, state
        The name of the stage, and where the episode stands.
    """
    declared = STAGES[stage]
    waiting = deque[tuple[str, tuple[Wanted, ...]]]([(state, ())])
    while waiting:
        here, path = waiting.popleft()
        if here in declared.final:
            return path
        for move in declared.leaving[here]:
            if move.to not in (None, here):
                wanted = Wanted(move.event, move.guards)
                waiting.append((str(move.to), (*path, wanted)))
    return ()


def _both(move: Move, happened: Happened) -> Wanted | None:
    """Give the event that is both a move and what is asked for, if it can be."""
    if move.event is not happened.event:
        return None
    guards = (*move.guards, *happened.guards)
    for name in {one.field for one in guards}:
        words = [set(one.words) for one in guards if one.field == name]
        if not set.intersection(*words):
            return None
    return Wanted(move.event, guards)


def _length(legs: tuple[Leg, ...]) -> int:
    return sum(len(leg.events) for leg in legs)
