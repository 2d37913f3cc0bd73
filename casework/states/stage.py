"""What a stage is: its states, the moves between them, and its links to others."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from attrs import define, frozen
from transitions import core

from casework.events import Event
from casework.states.checks import check
from casework.states.links import Link
from casework.states.machine import QuickMachine
from casework.states.moves import NOT_OPEN, AtMostOne, Move


@define
class Cursor:
    """Where one episode stands, for as long as one move takes."""

    state: str


@frozen(kw_only=True)
class Stage:
    """A stage of a child's journey, declared as a policy would say it.

    Parameters
    ----------
    name
        As in the vocabulary.
    states
        In the words of an officer, in the order in which they come.
    final
        The states in which an episode is over.
    moves
        What each event does, and from where.
    at_most_one
        Of which episodes only one may stand at a time.
    superseded
        (from, to): a new episode moves an earlier one that stands in the first of
        these states to the second.
    links
        What an episode may come out of.

    Raises
    ------
    BadLaw
        When a move leads nowhere, a state cannot be reached or left, or two moves
        for one event cannot be told apart.
    """

    name: str
    states: tuple[str, ...]
    final: tuple[str, ...]
    moves: tuple[Move, ...]
    at_most_one: AtMostOne | None = None
    superseded: tuple[str, str] | None = None
    links: tuple[Link, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check what transitions does not."""
        check(self)

    @cached_property
    def machine(self) -> core.Machine:
        """The machine that makes the moves, built once."""
        return QuickMachine([NOT_OPEN, *self.states], self.transitions())

    def transitions(self) -> tuple[dict[str, Any], ...]:
        """Give the moves as transitions takes them."""
        return tuple(
            {
                "trigger": move.event.name,
                "source": list(move.source),
                "dest": move.to,
                "conditions": list(move.guards),
            }
            for move in self.moves
        )

    @cached_property
    def leaving(self) -> dict[str, tuple[Move, ...]]:
        """The moves that each state has, `NOT_OPEN` too."""
        return {
            state: tuple(move for move in self.moves if state in move.source)
            for state in (NOT_OPEN, *self.states)
        }

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {
            state: frozenset(move.event.name for move in moves)
            for state, moves in self.leaving.items()
        }

    def allowed(self, state: str) -> tuple[str, ...]:
        """Name the events that may happen in a state."""
        return tuple(dict.fromkeys(m.event.name for m in self.leaving[state]))

    def sources(self, event: str) -> tuple[str, ...]:
        """Name the states in which an event may happen."""
        return tuple(s for s in self._names if event in self._names[s])

    def next(self, state: str, event: Event) -> str | None:
        """Give the state that an event leads to; None where it is not allowed."""
        if event.name not in self._names[state]:
            return None
        cursor = Cursor(state)
        moved = self.machine.events[event.name].trigger(cursor, event)
        return cursor.state if moved else None

    def next_unseen(
        self, state: str, event: Event, unseen: Callable[[str], bool]
    ) -> str | None:
        """Give where an event leads, supposing earlier moves that nobody recorded.

        Parameters
        ----------
        state, event
            Where the episode was seen last, and what is seen now.
        unseen
            Whether an event of a name could have happened without being recorded.
        """
        for between in self._reached(state, unseen):
            found = self.next(between, event)
            if found is not None:
                return found
        return None

    def next_from_anywhere(self, event: Event) -> str | None:
        """Give where an event leads from the first state that allows it."""
        found = (self.next(state, event) for state in self.states)
        return next((state for state in found if state is not None), None)

    def _reached(self, state: str, unseen: Callable[[str], bool]) -> Iterable[str]:
        known, waiting = {state}, deque([state])
        while waiting:
            here = waiting.popleft()
            yield here
            ways = (m for m in self.leaving[here] if m.to and unseen(m.event.name))
            for move in ways:
                if move.to is not None and move.to not in known:
                    known.add(move.to)
                    waiting.append(move.to)
