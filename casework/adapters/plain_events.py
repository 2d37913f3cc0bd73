"""One event as the plain values of a JSON object, and back."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import attrs
from attrs import Attribute

from casework.alike import like
from casework.chronology import Recorded
from casework.dates import iso
from casework.errors import BadDate, BadEvent
from casework.events import NOT_SAID, Corrected, Event, UnreadEvent, kinds

# `with` is a word of Python's own, so the event's field has another name.
_WORDS: Final = {"replacement": "with"}
_FIRST: Final = ("id", "at", "episode", "follows")


def event_from_plain(raw: Mapping[str, Any]) -> Event:
    """Read one event.

    Raises
    ------
    BadEvent
        When the vocabulary has no such event or field, or a field is not readable.

    Examples
    --------
    >>> event_from_plain({"event": "checks_started", "at": "2026-11-23"}).name
    'checks_started'
    """
    name = raw.get("event")
    kind = kinds().get(name) if isinstance(name, str) else None
    if kind is None:
        raise BadEvent(f"{name!r} is not an event{like(name, kinds())}")
    names = _names(kind.name)
    for key in raw.keys() - names.keys() - {"event"}:
        raise BadEvent(f"{name} has no field {key!r}{like(key, names)}")
    for key, field in names.items():
        if field.default is attrs.NOTHING and raw.get(key) is None:
            raise BadEvent(f"{name} needs {key!r}, and has none")
    return _built(kind, raw, names)


def event_to_plain(event: Recorded) -> dict[str, Any]:
    """Give an event as a file has it; one that could not be read, as it came."""
    if isinstance(event, UnreadEvent):
        return dict(event.raw)
    # What replaces an event takes its id, and has none of its own.
    plain: dict[str, Any] = {} if event.id is None else {"id": event.id}
    plain["event"] = event.name
    for key, name in _written(event.name):
        value = getattr(event, name)
        if _said(key, value):
            plain[key] = value_to_plain(value)
    return plain


def value_to_plain(value: object) -> object:
    """Give a value as JSON has it: a day or a moment as ISO text."""
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, Event):
        return event_to_plain(value)
    return list(value) if isinstance(value, tuple) else value


def _built(
    kind: type[Event],
    raw: Mapping[str, Any],
    names: Mapping[str, "Attribute[Any]"],
) -> Event:
    said: dict[str, Any] = {
        names[key].name: _replacement(value) if key == "with" else value
        for key, value in raw.items()
        # What is null is as if left out; only `follows` says something by null.
        if key != "event" and (value is not None or key == "follows")
    }
    try:
        return kind(**said)
    except BadDate as error:
        raise BadEvent(f"{kind.name}: {error}") from error


def _replacement(raw: object) -> Event:
    # Looked at first, so that corrections of corrections are not followed down.
    if not isinstance(raw, dict) or raw.get("event") == Corrected.name:
        raise BadEvent("corrected: 'with' must be a whole event that is no correction")
    return event_from_plain(raw)


@cache
def _names(name: str) -> Mapping[str, "Attribute[Any]"]:
    """Give the fields of an event by the names that a file has for them."""
    return {_WORDS.get(one.name, one.name): one for one in attrs.fields(kinds()[name])}


@cache
def _written(name: str) -> tuple[tuple[str, str], ...]:
    """Give the fields in the order in which they are written: own before common."""
    common = {one.name for one in attrs.fields(Event)}
    own = [one.name for one in attrs.fields(kinds()[name]) if one.name not in common]
    rest = [one.name for one in attrs.fields(Event) if one.name not in _FIRST]
    return tuple((_WORDS.get(name, name), name) for name in (*_FIRST[1:], *own, *rest))


def _said(key: str, value: object) -> bool:
    if key == "follows":
        return value is not NOT_SAID
    if key == "start_unknown":
        return value is True
    return key == "episode" or value is not None
