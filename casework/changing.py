"""Changing a value that never changes: another one, with some fields different."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from attrs import fields

T = TypeVar("T")
Slot = tuple[Callable[[Any, Any], None], Callable[[Any], Any]]

_SLOTS: Final[dict[type, tuple[Slot, ...]]] = {}


def changed(one: T, **changes: object) -> T:
    """Give a value with some fields changed, as `attrs.evolve` does, but sooner.

    It skips converters and validators, so it is for values that are right already.
    Every event changes a few of them: this is most of what an event costs.

    Parameters
    ----------
    one
        A frozen value of a class with slots.
    changes
        The fields that differ.
    """
    kind = type(one)
    new = object.__new__(kind)
    for put, give in _SLOTS.get(kind) or _learnt(kind):
        put(new, give(one))
    for name, value in changes.items():
        object.__setattr__(new, name, value)
    return new


def _learnt(kind: type) -> tuple[Slot, ...]:
    found = (getattr(kind, one.name) for one in fields(kind))
    slots = tuple((slot.__set__, slot.__get__) for slot in found)
    return _SLOTS.setdefault(kind, slots)
