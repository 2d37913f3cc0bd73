"""Values with some fields changed, sooner than attrs changes them.

Every event gives a new episode, a new position and a new fold: to make them is most of
what it costs.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, TypeVar

from attrs import AttrsInstance, fields

Slots: TypeAlias = tuple[tuple[Callable[..., None], Callable[..., Any]], ...]
T = TypeVar("T", bound=AttrsInstance)


def evolve(one: T, **changes: object) -> T:
    """Give a value with some fields changed, as `attrs.evolve` does, but sooner.

    No field is checked or converted again: the changes must be as the value keeps them.

    Examples
    --------
    >>> from casework.timescales.clock import Due
    >>> evolve(Due(when=None), problem="it is beyond the calendar").problem
    'it is beyond the calendar'
    """
    new = object.__new__(type(one))
    for put, give in _slots(type(one)):
        put(new, give(one))
    for name, value in changes.items():
        object.__setattr__(new, name, value)
    return new


@cache
def _slots(kind: type[AttrsInstance]) -> Slots:
    """Give how each field of a slotted class is set, and how it is read."""
    slots = (getattr(kind, one.name) for one in fields(kind))
    return tuple((slot.__set__, slot.__get__) for slot in slots)
