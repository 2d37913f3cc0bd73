"""Moves between the states of a stage, as they are declared."""

from typing import Final

from attrs import frozen

from casework.events import Event, kinds
from casework.states.links import Guard, happened

NOT_OPEN: Final = "not open"
"""Where every episode stands before its opening event."""


@frozen
class Move:
    """One thing that an event may do to an episode.

    Parameters
    ----------
    event
        The event.
    source
        The states from which it may.
    to
        The state that it leads to; None where the episode stays where it is.
    guards
        What the event's fields must say. Silence (null) satisfies every guard, and
        of several moves the first that is declared is taken.
    """

    event: type[Event]
    source: tuple[str, ...]
    to: str | None
    guards: tuple[Guard, ...] = ()


def opens(event: type[Event], to: str, **where: object) -> Move:
    """Declare that an event opens an episode, in a state."""
    return Move(event, (NOT_OPEN,), to, happened(event, **where).guards)


def leads(event: type[Event], *source: str, to: str, **where: object) -> Move:
    """Declare that an event leads from some states to another."""
    return Move(event, source, to, happened(event, **where).guards)


def stays(event: type[Event], *source: str, **where: object) -> Move:
    """Declare that an event may happen in some states, and changes none of them."""
    return Move(event, source, None, happened(event, **where).guards)


@frozen(kw_only=True)
class AtMostOne:
    """That of some episodes only one may stand at a time.

    Parameters
    ----------
    states
        The states that are counted.
    because
        Why.
    code
        The finding that a second one gives.
    refuses
        Whether a second one is not allowed, or only worth a word.
    opener
        The events whose episodes are counted; all, where empty.
    """

    states: tuple[str, ...]
    because: str
    code: str = "already_open"
    refuses: bool = True
    opener: tuple[type[Event], ...] = ()


def events_of(stage: str) -> tuple[type[Event], ...]:
    """Give the events of a stage, in the order of the vocabulary."""
    return tuple(one for one in kinds().values() if one.stage_name == stage)
