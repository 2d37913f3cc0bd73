"""One child's journey as the plain values of a JSON object, and back."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from casework.adapters.plain_events import (
    event_from_plain,
    event_to_plain,
    value_to_plain,
)
from casework.alike import like
from casework.chronology import Child, Chronology, Recorded
from casework.dates import as_date
from casework.errors import BadChronology, BadDate, BadEvent, NotFound
from casework.events import UnreadEvent
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, jurisdiction
from casework.records import EVERYTHING, Records

FORMAT: Final = "casework/1"

_LINE: Final = ("format", "jurisdiction", "child", "records", "events")
_CHILD: Final = tuple(one.name for one in attrs.fields(Child))
_RECORDS: Final = ("events", "from", "to")


def journey_from_plain(raw: object) -> Journey:
    """Read one child's journey; an event that cannot be read is kept as it came.

    Parameters
    ----------
    raw
        The object of one line of a file, as `json.loads` gives it.

    Raises
    ------
    BadChronology
        When the line as a whole cannot be read: the format, the jurisdiction, the
        child, what the source records, or an unknown key of any of these.

    Examples
    --------
    >>> journey_from_plain({"format": "casework/1", "jurisdiction": "jersey",
    ...                     "child": {"id": "C-0001"}, "events": []}).child
    Child(id='C-0001')
    """
    line = _object(raw, _LINE, "the line")
    if line.get("format") != FORMAT:
        raise BadChronology(
            f"the format is {line.get('format')!r}; this version reads {FORMAT!r}"
        )
    return Journey(
        jurisdiction=_jurisdiction(line.get("jurisdiction")),
        chronology=Chronology(
            child=_child(line.get("child")),
            events=_events(line.get("events")),
            records=_records(line.get("records")),
        ),
    )


def journey_to_plain(journey: Journey) -> dict[str, Any]:
    """Give a child's journey as a line of a file has it."""
    chronology = journey.chronology
    return {
        "format": FORMAT,
        "jurisdiction": journey.jurisdiction.name,
        "child": child_to_plain(chronology.child),
        "records": _records_to_plain(chronology.records),
        "events": [event_to_plain(one) for one in chronology.events],
    }


def child_to_plain(child: Child) -> dict[str, Any]:
    """Give what the record says of the child, leaving out what it does not say."""
    facts = ((name, getattr(child, name)) for name in _CHILD)
    return {name: value_to_plain(fact) for name, fact in facts if fact is not None}


def _object(raw: object, keys: tuple[str, ...], what: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise BadChronology(
            f"{what} is not an object of the form {{{', '.join(keys)}}}"
        )
    for key in raw:
        if key not in keys:
            raise BadChronology(f"{what} has an unknown key {key!r}{like(key, keys)}")
    return raw


def _jurisdiction(name: object) -> Jurisdiction:
    try:
        return jurisdiction(str(name))
    except NotFound as error:
        raise BadChronology(str(error)) from error


def _child(raw: object) -> Child:
    facts = _object(raw, _CHILD, "the child")
    for name in ("born", "expected"):
        _readable_day(facts.get(name), f"the child's {name!r}")
    for name, kind in (("family", str), ("disabled", bool), ("unaccompanied", bool)):
        if not isinstance(facts.get(name), kind | None):
            words = "text" if kind is str else "true or false"
            raise BadChronology(f"the child's {name!r} must be {words}")
    return Child(**{"id": None, **facts})


def _readable_day(value: object, what: str) -> None:
    # The value itself is not repeated: it may be a date of birth.
    try:
        if value is not None:
            as_date(value)
    except BadDate as error:
        raise BadChronology(
            f"{what} is not a day that exists; write it as YYYY-MM-DD"
        ) from error


def _records(raw: object) -> Records:
    if raw is None:
        return EVERYTHING
    said = {"events": raw} if isinstance(raw, list) else raw
    parts = _object(said, _RECORDS, "records")
    names = parts.get("events")
    for key in ("from", "to"):
        _readable_day(parts.get(key), f"{key!r} of records")
    return Records(events=names, start=parts.get("from"), end=parts.get("to"))


def _records_to_plain(records: Records) -> object:
    names = None if records.events is None else sorted(records.events)
    if records.start is None and records.end is None:
        return names
    return {
        "events": names,
        "from": value_to_plain(records.start),
        "to": value_to_plain(records.end),
    }


def _events(raw: object) -> tuple[Recorded, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        raise BadChronology("events must be a list of objects")
    return tuple(_event(one, place) for place, one in enumerate(raw, start=1))


def _event(raw: Mapping[str, Any], place: int) -> Recorded:
    try:
        return event_from_plain(raw)
    except BadEvent as error:
        return UnreadEvent(raw, f"event {place}: {error}")
