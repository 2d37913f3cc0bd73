"""What an event may say: every word that its declaration has for each of its fields."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from casework.dates import When, is_moment
from casework.events import Event
from casework.testing.choosing import one_of
from casework.testing.near import moment_on
from casework.testing.ways import Wanted

_OF_EVERY_EVENT: Final = {one.name for one in attrs.fields(Event)}

# How many days after its event a date lies that the event names.
_AHEAD: Final = (None, 0, 1, 2, 5, 8, 15, 28, 40, 70, 183, 365)
_BY_TYPE: Final[dict[object, tuple[object, ...]]] = {
    str | None: (None, "a-1", "b-2"),
    bool | None: (None, False, True),
    int | None: (None, 1, 2, 3, 10, 15),
    tuple[str, ...] | None: (None, (), ("a-1", "b-2")),
    date | None: _AHEAD,
    When | None: _AHEAD,
}


def said(draw: st.DrawFn, wanted: Wanted, at: When) -> dict[str, Any]:
    """Choose what the fields of an event hold, where its guards must agree.

    Parameters
    ----------
    draw
        Of the strategy that tells the event.
    wanted
        The kind of event, and its guards.
    at
        When it happens.
    """
    chosen = {name: one_of(draw, words) for name, words in _words(wanted).items()}
    ahead = _days_ahead(wanted)
    return {
        name: _day_of_it(at, value, ahead[name]) if name in ahead else value
        for name, value in chosen.items()
    }


@cache
def _words(wanted: Wanted) -> Mapping[str, tuple[Any, ...]]:
    asked = {one.field: wanted.words(one.field) for one in wanted.guards}
    return {one.name: asked.get(one.name) or _free(one) for one in _own(wanted)}


def _free(field: "attrs.Attribute[Any]") -> tuple[object, ...]:
    words = field.metadata.get("words")
    return (None, *words) if words else _BY_TYPE[field.type]


@cache
def _days_ahead(wanted: Wanted) -> Mapping[str, object]:
    return {
        one.name: one.type for one in _own(wanted) if _BY_TYPE.get(one.type) is _AHEAD
    }


def _own(wanted: Wanted) -> list["attrs.Attribute[Any]"]:
    return [one for one in attrs.fields(wanted.kind) if one.name not in _OF_EVERY_EVENT]


def _day_of_it(at: When, days: int | None, kind: object) -> When | None:
    if days is None:
        return None
    day = (at.date() if is_moment(at) else at) + timedelta(days=days)
    # An event with an hour names an hour: what it says is judged by the clock.
    if is_moment(at) and kind == When | None:
        return moment_on(day, at.hour * 60 + at.minute)
    return day
