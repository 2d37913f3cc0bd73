"""Any event and any journey, lawful or not: what a record of the wild may hold.

Made from the vocabulary itself, so that every field of every event takes every value
that it may. A reader, or an engine that must never crash, is tried with these.
"""

from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from casework.chronology import Child, Chronology
from casework.dates import When
from casework.events import NOT_SAID, Event, kinds
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england, jersey
from casework.records import EVERYTHING, Records

# Surrogates among them: a file may hold any character that JSON can escape.
codes: Final = st.text(st.characters(), min_size=1, max_size=8)
days: Final = st.dates(date(2000, 1, 1), date(2044, 12, 31))
offsets: Final = st.integers(-12 * 60, 14 * 60).map(
    lambda n: timezone(timedelta(minutes=n))
)
moments: Final = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001  the offsets are drawn beside
    datetime(2044, 12, 31),  # noqa: DTZ001
    timezones=offsets,
)
whens: Final[st.SearchStrategy[When]] = days | moments


def any_events(kind: type[Event] | None = None) -> st.SearchStrategy[Event]:
    """Events of one kind or of any, each field with any value that it may have.

    Parameters
    ----------
    kind
        Such as `ContactReceived`; any of the vocabulary, where it is left out.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> from casework.events import CinVisitMade
    >>> @settings(max_examples=5, database=None)
    ... @given(any_events(CinVisitMade))
    ... def a_visit_is_a_visit(event):
    ...     assert event.name == "cin_visit_made"
    >>> a_visit_is_a_visit()
    """
    return _any_kind() if kind is None else _of_kind(kind.name)


def any_children() -> st.SearchStrategy[Child]:
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


def any_records() -> st.SearchStrategy[Records]:
    """What a source records: everything, some events, or some events for some time."""
    names = st.none() | st.frozensets(st.sampled_from(sorted(kinds())), max_size=4)
    ends = st.lists(st.none() | days, min_size=2, max_size=2)
    return st.just(EVERYTHING) | st.builds(_records, names, ends)


def any_journeys(
    jurisdiction: Jurisdiction | None = None, *, max_events: int = 5
) -> st.SearchStrategy[Journey]:
    """Journeys of any events in any order, lawful or not.

    Parameters
    ----------
    jurisdiction
        Whose law; either place, where it is left out.
    max_events
        How many events there are at most.
    """
    places = st.sampled_from([jersey, england])
    return st.builds(
        Journey,
        jurisdiction=places if jurisdiction is None else st.just(jurisdiction),
        chronology=any_chronologies(max_events=max_events),
    )


def any_chronologies(*, max_events: int = 5) -> st.SearchStrategy[Chronology]:
    """Records of a child, of any events in any order.

    Parameters
    ----------
    max_events
        How many events there are at most.
    """
    return st.builds(
        Chronology,
        child=any_children(),
        events=st.lists(any_events(), max_size=max_events).map(tuple),
        records=any_records(),
    )


@cache
def _any_kind() -> st.SearchStrategy[Event]:
    return st.sampled_from(sorted(kinds())).flatmap(_of_kind)


@cache
def _of_kind(name: str) -> st.SearchStrategy[Event]:
    kind = kinds()[name]
    return st.builds(kind, **{one.name: _field(one) for one in attrs.fields(kind)})


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
    return st.none() | st.sampled_from(words) if words else _BY_TYPE[field.type]


def _replacements() -> st.SearchStrategy[Event]:
    usual = [
        name
        for name, kind in sorted(kinds().items())
        if not issubclass(kind, CorrectionEvent)
    ]
    whole = st.sampled_from(usual).flatmap(_of_kind)
    return whole.map(lambda event: attrs.evolve(event, id=None))


_BY_TYPE: Final[dict[object, st.SearchStrategy[Any]]] = {
    str | None: st.none() | codes,
    bool: st.booleans(),
    bool | None: st.none() | st.booleans(),
    int | None: st.none() | st.integers(0, 40),
    date | None: st.none() | days,
    When | None: st.none() | whens,
    tuple[str, ...] | None: st.none() | st.lists(codes, max_size=3),
}
