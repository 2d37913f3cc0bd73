"""What an event may say: every word that its declaration has for each of its fields."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from casework.dates import When, is_moment
from casework.events import Event
from casework.states.links import Guard
from casework.testing.children import flags
from casework.testing.near import moment_on
from casework.testing.ways import Wanted

_OF_EVERY_EVENT: Final = {one.name for one in attrs.fields(Event)}

codes: Final = st.sampled_from([None, "a-1", "b-2"])
numbers: Final = st.sampled_from([None, 1, 2, 3, 10, 15])
# How many days after its event a date lies that the event names.
_ahead: Final = st.none() | st.integers(0, 40) | st.integers(0, 400)


@cache
def fields_of(wanted: Wanted) -> st.SearchStrategy[dict[str, object]]:
    """What the fields of an event may hold, where its guards must agree.

    Fields that name a day give the number of days after the event; `dated` makes a day
    of it.
    """
    guards = wanted.guards
    asked = {one.field: _agreeing(one.field, guards) for one in guards}
    own = {one.name: one for one in attrs.fields(wanted.kind)}
    free = {
        name: _free(one)
        for name, one in own.items()
        if name not in _OF_EVERY_EVENT and name not in asked
    }
    return st.fixed_dictionaries({**asked, **free})


def dated(kind: type[Event], at: When, said: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of an event, with days in the place of numbers of days."""
    ahead = _days_ahead(Wanted(kind))
    return {
        name: _day_of_it(at, value, ahead[name]) if name in ahead else value
        for name, value in said.items()
    }


def _agreeing(name: str, guards: tuple[Guard, ...]) -> st.SearchStrategy[object]:
    asked = [one.words for one in guards if one.field == name]
    words = [word for word in asked[0] if all(word in more for more in asked)]
    # Silence satisfies every guard; where it is all that does, the guards disagree.
    return st.sampled_from(words or [None])


def _free(field: "attrs.Attribute[Any]") -> st.SearchStrategy[object]:
    words = field.metadata.get("words")
    if words:
        return st.sampled_from([None, *words])
    return _BY_TYPE[field.type]


@cache
def _days_ahead(wanted: Wanted) -> Mapping[str, object]:
    own = (one for one in attrs.fields(wanted.kind) if one.name not in _OF_EVERY_EVENT)
    return {one.name: one.type for one in own if _BY_TYPE.get(one.type) is _ahead}


def _day_of_it(at: When, days: int | None, kind: object) -> When | None:
    if days is None:
        return None
    day = (at.date() if is_moment(at) else at) + timedelta(days=days)
    # An event with an hour names an hour: what it says is judged by the clock.
    if is_moment(at) and kind == When | None:
        return moment_on(day, at.hour * 60 + at.minute)
    return day


_BY_TYPE: Final[dict[object, st.SearchStrategy[object]]] = {
    str | None: codes,
    bool | None: flags,
    int | None: numbers,
    tuple[str, ...] | None: st.none() | st.lists(st.just("a-1"), max_size=2),
    date | None: _ahead,
    When | None: _ahead,
}
