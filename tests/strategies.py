"""Strategies for what a record may hold, made from the vocabulary itself."""

from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from casework.chronology import Child, Chronology
from casework.dates import When
from casework.events import NOT_SAID, Event, kinds
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey
from casework.jurisdictions import england, jersey
from casework.records import EVERYTHING, Records

# Surrogates among them: a file may hold any character that JSON can escape.
codes = st.text(st.characters(), min_size=1, max_size=8)
days = st.dates(date(2000, 1, 1), date(2044, 12, 31))
offsets = st.integers(-12 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2044, 12, 31), timezones=offsets)
whens: st.SearchStrategy[When] = days | moments


def events() -> st.SearchStrategy[Event]:
    """Every kind of event, each field with any value that it may have."""
    return st.sampled_from(
        sorted(kinds().values(), key=lambda kind: kind.name)
    ).flatmap(events_of)


@cache
def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Events of one kind."""
    return st.builds(kind, **{one.name: _field(one) for one in attrs.fields(kind)})


def children() -> st.SearchStrategy[Child]:
    """Children, born and unborn, of whom the source says much or little."""
    return st.builds(
        Child,
        id=codes,
        born=st.none() | days,
        expected=st.none() | days,
        family=st.none() | codes,
        disabled=st.none() | st.booleans(),
        unaccompanied=st.none() | st.booleans(),
    )


def records() -> st.SearchStrategy[Records]:
    """What a source records: everything, some events, or some events for some time."""
    names = st.none() | st.frozensets(st.sampled_from(sorted(kinds())), max_size=4)
    ends = st.lists(st.none() | days, min_size=2, max_size=2)
    return st.just(EVERYTHING) | st.builds(_records, names, ends)


def journeys(max_events: int = 5) -> st.SearchStrategy[Journey]:
    """Journeys of any events in any order, allowed or not."""
    chronologies = st.builds(
        Chronology,
        child=children(),
        events=st.lists(events(), max_size=max_events).map(tuple),
        records=records(),
    )
    return st.builds(
        Journey,
        jurisdiction=st.sampled_from([jersey, england]),
        chronology=chronologies,
    )


def _records(names: frozenset[str] | None, ends: list[date | None]) -> Records:
    start, end = sorted(ends, key=lambda day: day or date.min)
    return Records(events=names, start=start, end=end)


def _field(field: "attrs.Attribute[Any]") -> st.SearchStrategy[Any]:
    if field.name == "at":
        return whens
    if field.name == "recorded":
        return st.none() | moments
    if field.name == "follows":
        return st.sampled_from([NOT_SAID, None]) | codes
    if field.name == "of":
        return codes
    if field.name == "replacement":
        return st.deferred(_replacements)
    return _by_type(field)


def _by_type(field: "attrs.Attribute[Any]") -> st.SearchStrategy[Any]:
    words = field.metadata.get("words")
    if words:
        return st.none() | st.sampled_from(words)
    values = {
        str | None: st.none() | codes,
        bool: st.booleans(),
        bool | None: st.none() | st.booleans(),
        int | None: st.none() | st.integers(0, 40),
        date | None: st.none() | days,
        When | None: st.none() | whens,
        tuple[str, ...] | None: st.none() | st.lists(codes, max_size=3),
    }
    return values[field.type]


def _replacements() -> st.SearchStrategy[Event]:
    usual = [kind for kind in kinds().values() if not issubclass(kind, CorrectionEvent)]
    usual.sort(key=lambda kind: kind.name)
    whole = st.sampled_from(usual).flatmap(events_of)
    return whole.map(lambda event: attrs.evolve(event, id=None))
